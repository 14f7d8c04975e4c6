using System.Text;
using System.Text.Json;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Imports;
using Dibao.Households.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Imports;

/// <summary>Enters the next batch of an import: good households, rows given back, and how far it has come, in one transaction.</summary>
internal sealed record EnterImportBatch(Guid Import, Guid Worker) : ICommand<ImportView>, IConcern
{
    Guid IConcern.Concern => Import;

    /// <summary>One case and the rows it stands in.</summary>
    private sealed record Unit(WrittenCase Case, IReadOnlyList<Written> Rows);

    /// <summary>A row as it was sent, sealed when it is given back.</summary>
    private sealed record Written(ImportSheet Sheet, int Row, Func<byte[]> Sealed);

    private sealed record Batch(IReadOnlyList<Unit> Units, long Next, int Done, bool Last);

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing, DibaoClock clock, IMediator mediator) : ICommandHandler<EnterImportBatch, ImportView>
    {
        public async Task<Result<ImportView>> Handle(EnterImportBatch request, CancellationToken cancellationToken)
        {
            if (await db.HeldImport(request.Import, request.Worker, ImportState.Entering, clock.MachineTime, cancellationToken) is not { } import) return PlumbingProblems.Contended.Plain();
            var batch = import.Format == ImportFormat.Lines ? await Lines(import, cancellationToken) : await Families(import, cancellationToken);
            var enter = new EnterCases(db, today, sealing, mediator, import.Id, import.Division);
            await enter.Take(batch.Units.Select(u => u.Case), cancellationToken);
            await enter.Enter(cancellationToken);
            await GiveBack(import, enter.Refused, batch, cancellationToken);
            if (import.Format != ImportFormat.Lines)
                await db.Set<ImportRows>().Where(r => r.Import == import.Id && r.Batch < batch.Next).ExecuteDeleteAsync(cancellationToken);
            import.Move(batch.Next, batch.Done, enter.Entered, enter.Repeated);
            if (!batch.Last) return ImportView.Of(import);
            await db.ForgetContent(import.Id, cancellationToken);
            import.Finish(today.Now);
            return ImportView.Of(import);
        }

        private async Task GiveBack(Import import, IReadOnlyList<RefusedCase> refused, Batch batch, CancellationToken cancellation)
        {
            if (refused.Count == 0) return;
            var units = batch.Units.ToDictionary(u => u.Case.Line);
            var rows = refused.OrderBy(r => r.Line).SelectMany(r => units[r.Line].Rows, (r, row) => (r.Why, Row: row)).ToList();
            var number = import.GiveBack(refused.Count, rows.Count);
            await db.WriteMany(rows.Select(r => new RejectedRow
            {
                Import = import.Id,
                Number = number++,
                Sheet = r.Row.Sheet,
                Row = r.Row.Row,
                Code = r.Why.Type.Code,
                ReasonZh = RejectedCase.Short(r.Why.DetailZh),
                ReasonEn = RejectedCase.Short(r.Why.DetailEn),
                Sealed = r.Row.Sealed(),
            }), cancellation);
        }

        private async Task<Batch> Lines(Import import, CancellationToken cancellation)
        {
            var content = new ImportContent(db, sealing, import.Id);
            var (lines, next, last) = await content.Lines(import.Position, ImportLimits.Batch, ImportContent.EncodingOf(import.Gb18030), cancellation);
            var units = new List<Unit>(lines.Count);
            for (var i = 0; i < lines.Count; i++)
            {
                var number = import.Done + i + 1;
                var text = RejectedLine.Bare(lines[i]);
                if (text.Length > 0) units.Add(new(new(number, text, () => LiveCaseBody.Read(text, number)), [new(ImportSheet.Whole, number, () => sealing.Seal(Domain.Imports.Import.RowColumn, text))]));
            }
            return new(units, next, lines.Count, last);
        }

        private async Task<Batch> Families(Import import, CancellationToken cancellation)
        {
            var batch = (int)import.Position;
            var rows = await db.Set<ImportRows>().AsNoTracking().Where(r => r.Import == import.Id && r.Batch == batch).OrderBy(r => r.Number).Select(r => r.Sealed).ToListAsync(cancellation);
            var family = Map(import.Format == ImportFormat.Flat ? ImportSheet.Whole : ImportSheet.Families, import.Headings!);
            var persons = import.Format == ImportFormat.Flat ? family : Map(ImportSheet.Persons, import.PersonHeadings!);
            var units = rows.SelectMany(sealing.OpenRow<PlacedRow[]>).GroupBy(r => r.Family).OrderBy(g => g.Key).Select(g => UnitOf(g.Key, [.. g], family, persons)).ToList();
            if (units.Count == 0) throw new InvalidOperationException($"Batch {batch} of import {import.Id} has no rows."); // it would go on for ever
            return new(units, batch + 1, units.Count, import.Done + units.Count == import.Total);
        }

        private Unit UnitOf(int number, List<PlacedRow> rows, SheetMap family, SheetMap persons)
        {
            var written = rows.ConvertAll(r => new Written(r.Sheet, r.Row, () => sealing.SealRow(r.Cells)));
            if (rows.Find(r => r.Flaw != RowFlaw.None) is { } flawed) return new(new(number, null, () => ImportErrors.Of(flawed.Flaw, flawed.Row)), written);
            var of = new CaseOfRows(family, persons, rows);
            return new(new(number, of.Written(), of.Read), written);
        }

        private SheetMap Map(ImportSheet sheet, byte[] headings) => ReadSheets.MapOf(sheet, sealing.OpenRow<string[]>(headings)).Value;
    }
}

/// <summary>A line of JSON that is given back: the reason stands first in it, and is passed over when the line comes again.</summary>
internal static class RejectedLine
{
    private const string Reason = """{"reason":""";

    /// <summary>The line with its reason; what is no JSON object stands in one beside it.</summary>
    public static string Of(string line, string reason)
    {
        var begin = Reason + JsonSerializer.Serialize(reason, DibaoJson.Options);
        var rest = line.AsSpan().Trim();
        if (rest is not ['{', .., '}']) return $"{begin},\"text\":{JsonSerializer.Serialize(line, DibaoJson.Options)}}}";
        rest = rest[1..].TrimStart();
        return rest is "}" ? begin + "}" : $"{begin},{rest}";
    }

    /// <summary>The line without a reason.</summary>
    public static string Bare(string line)
    {
        if (!line.StartsWith(Reason, StringComparison.Ordinal)) return line;
        try
        {
            var bytes = Encoding.UTF8.GetBytes(line);
            var reader = new Utf8JsonReader(bytes);
            for (var token = 0; token < 3; token++) reader.Read();
            if (reader.TokenType != JsonTokenType.String) return line;
            var rest = Encoding.UTF8.GetString(bytes.AsSpan((int)reader.BytesConsumed)).TrimStart();
            return rest is [',', ..] ? "{" + rest[1..] : "{" + rest;
        }
        catch (JsonException)
        {
            return line;
        }
    }
}
