using System.Text;
using System.Text.Json;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Imports;
using Dibao.Households.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Imports;

/// <summary>Enters the next batch of an import: good households, rows given back, and how far it has come, in one transaction.</summary>
internal sealed record EnterImportBatch(Guid Import, Guid Worker) : ICommand<ImportView>, IConcern
{
    Guid IConcern.Concern => Import;

    /// <summary>One case and the rows it stands in.</summary>
    private sealed record Unit(int Number, IReadOnlyList<Written> Rows, string Text, Error? Flaw, Func<Result<LiveCaseBody>> Read);

    /// <summary>A row as it was sent, sealed when it is given back.</summary>
    private sealed record Written(ImportSheet Sheet, int Row, Func<byte[]> Sealed);

    private sealed record Batch(IReadOnlyList<Unit> Units, long Next, int Done, bool Last);

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing, DibaoClock clock) : ICommandHandler<EnterImportBatch, ImportView>
    {
        public async Task<Result<ImportView>> Handle(EnterImportBatch request, CancellationToken cancellationToken)
        {
            if (await db.HeldImport(request.Import, request.Worker, ImportState.Entering, clock.MachineTime, cancellationToken) is not { } import) return PlumbingProblems.Contended.Plain();
            var batch = import.Format == ImportFormat.Lines ? await Lines(import, cancellationToken) : await Families(import, cancellationToken);
            var enter = new EnterCases(db, today, sealing, import.Id, import.Division);
            var units = batch.Units.Select(u => (Unit: u, Hash: enter.Hash(u.Text))).ToList();
            await enter.Recall(units.Select(u => u.Hash), cancellationToken);
            foreach (var (unit, hash) in units)
            {
                if (unit.Flaw is { } flaw)
                {
                    enter.Refuse(unit.Number, flaw);
                    continue;
                }
                if (enter.Knows(hash)) continue;
                var read = unit.Read();
                if (read.Refused) enter.Refuse(unit.Number, read.Error);
                else enter.Take(unit.Number, read.Value, hash);
            }
            await enter.Enter(cancellationToken);
            await GiveBack(import, enter.Refused, batch, cancellationToken);
            if (import.Format != ImportFormat.Lines)
                await db.Set<ImportRow>().Where(r => r.Import == import.Id && r.Family <= batch.Next).ExecuteDeleteAsync(cancellationToken);
            import.Move(batch.Next, batch.Done, enter.Entered, enter.Repeated);
            if (!batch.Last) return ImportView.Of(import);
            await db.ForgetContent(import.Id, cancellationToken);
            import.Finish(today.Now);
            return ImportView.Of(import);
        }

        private async Task GiveBack(Import import, IReadOnlyList<RefusedCase> refused, Batch batch, CancellationToken cancellation)
        {
            if (refused.Count == 0) return;
            var units = batch.Units.ToDictionary(u => u.Number);
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
                if (text.Length > 0) units.Add(new(number, [new(ImportSheet.Whole, number, () => sealing.Seal(Domain.Imports.Import.RowColumn, text))], text, null, () => LiveCaseBody.Read(text, number)));
            }
            return new(units, next, lines.Count, last);
        }

        private async Task<Batch> Families(Import import, CancellationToken cancellation)
        {
            var (position, next) = ((int)import.Position, (int)Math.Min(import.Total, import.Position + ImportLimits.Batch));
            var rows = await db.Set<ImportRow>().AsNoTracking().Where(r => r.Import == import.Id && r.Family > position && r.Family <= next)
                .OrderBy(r => r.Family).ThenBy(r => r.Number).ToListAsync(cancellation);
            var family = Map(import.Format == ImportFormat.Flat ? ImportSheet.Whole : ImportSheet.Families, import.Headings!);
            var persons = import.Format == ImportFormat.Flat ? family : Map(ImportSheet.Persons, import.PersonHeadings!);
            var units = rows.GroupBy(r => r.Family).Select(g => UnitOf(g.Key, [.. g], family, persons)).ToList();
            return new(units, next, next - position, next == import.Total);
        }

        private Unit UnitOf(int number, List<ImportRow> rows, SheetMap family, SheetMap persons)
        {
            var written = rows.ConvertAll(r => new Written(r.Sheet, r.Row, () => r.Sealed));
            if (rows.Find(r => r.Flaw != RowFlaw.None) is { } flawed) return new(number, written, "", ImportErrors.Of(flawed.Flaw, flawed.Row), () => throw new InvalidOperationException("Refused."));
            var of = new CaseOfRows(family, persons, rows.ConvertAll(r => (r.Sheet, r.Row, Cells(r.Sealed))));
            return new(number, written, of.Written(), null, of.Read);
        }

        private SheetMap Map(ImportSheet sheet, byte[] headings) => ReadSheets.MapOf(sheet, Cells(headings)).Value;

        private string[] Cells(byte[] sealedCells) => JsonSerializer.Deserialize<string[]>(sealing.OpenBytes(Domain.Imports.Import.RowColumn, sealedCells), DibaoJson.Options)!;
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
