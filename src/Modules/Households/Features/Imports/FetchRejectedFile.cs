using System.Text.Json;
using CsvHelper;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Households.Domain.Imports;
using Dibao.Households.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Imports;

/// <summary>
/// Gives the refused rows of an import back as they were sent, with the reason beside each. They hold personal data, so that each look stays in
/// the audit trail.
/// </summary>
internal sealed record FetchRejectedFile(Guid Import, ImportSheet Sheet) : ICommand<RejectedFile>, IConcern
{
    private const string LinesType = "application/x-ndjson";
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string CsvType = "text/csv; charset=utf-8";

    public static readonly IReadOnlyList<string> MediaTypes = [LinesType, CsvType, WorkbookType];

    Guid IConcern.Concern => Import;

    internal sealed class Handler(DibaoDbContext db, Sealing sealing) : ICommandHandler<FetchRejectedFile, RejectedFile>
    {
        public async Task<Result<RejectedFile>> Handle(FetchRejectedFile request, CancellationToken cancellationToken)
        {
            if (await db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == request.Import, cancellationToken) is not { } import) return PlumbingProblems.NotFound.Plain();
            if (import.State is not (ImportState.Finished or ImportState.Refused)) return ImportErrors.NotYet.Because("导入尚未结束,请稍后再取。", "The import has not ended yet: fetch the file then.");
            if (import.Format == ImportFormat.Pair == (request.Sheet == ImportSheet.Whole))
                return PlumbingProblems.InvalidRequest.Because("两个文件的导入须以 sheet=families 或 sheet=persons 取回,其他导入不填。", "State sheet=families or sheet=persons for an import of two files, and for no other.");
            var heading = request.Sheet == ImportSheet.Persons ? import.PersonHeadings : import.Headings;
            return new RejectedFile(import.Id, import.Format, request.Sheet, heading is null ? [] : sealing.OpenRow<string[]>(heading));
        }
    }

    /// <summary>Fetches the refused rows of an import as a file.</summary>
    /// <remarks>
    /// NDJSON as NDJSON, one flat file as CSV, a pair as .xlsx however it was sent, with the column 退回原因 (in NDJSON the property <c>reason</c>).
    /// Corrected, it can be sent in again as it is: the reasons are passed over. Rows of spreadsheets come back as text, those of CSV in UTF-8 with a
    /// byte order mark. 409 until the import has ended.
    /// </remarks>
    /// <param name="id">The import.</param>
    /// <param name="sheet" example="families">families or persons: needed for an import of two files, and refused for any other.</param>
    /// <param name="http"></param>
    /// <param name="mediator"></param>
    /// <param name="db"></param>
    /// <param name="sealing"></param>
    /// <param name="cancellation"></param>
    internal static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Endpoint(
        Guid id, QueryCode<ImportSheet>? sheet, HttpContext http, IMediator mediator, DibaoDbContext db, Sealing sealing, CancellationToken cancellation)
    {
        var fetched = await mediator.Send(new FetchRejectedFile(id, sheet?.Value ?? ImportSheet.Whole), cancellation);
        if (fetched.Refused) return fetched.Error.Answer();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        var file = fetched.Value;
        // A part of a zip writes its last bytes when it is closed, and not asynchronously.
        if (file.Format == ImportFormat.Pair && http.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        var rows = Rows(file, db, sealing);
        var (type, ending) = file.Format switch
        {
            ImportFormat.Lines => (LinesType, "ndjson"),
            ImportFormat.Flat => (CsvType, "csv"),
            _ => (WorkbookType, "xlsx"),
        };
        var name = file.Format == ImportFormat.Pair ? $"rejected-{id}-{(file.Sheet == ImportSheet.Families ? "families" : "persons")}.{ending}" : $"rejected-{id}.{ending}";
        return TypedResults.Stream(
            stream => file.Format switch
            {
                ImportFormat.Lines => WriteLines(stream, rows, cancellation),
                ImportFormat.Flat => WriteCsv(stream, file, rows, cancellation),
                _ => WorkbookWriter.Write(stream, file.Headed, rows.Select(r => file.Reasoned(r.Cells(), r.Reason)), cancellation),
            },
            type, name);
    }

    /// <summary>A row as it was sent and why it was refused.</summary>
    private sealed record Row(byte[] Plain, string Reason)
    {
        public string[] Cells() => JsonSerializer.Deserialize<string[]>(Plain, DibaoJson.Options)!;
    }

    private static IAsyncEnumerable<Row> Rows(RejectedFile file, DibaoDbContext db, Sealing sealing) =>
        db.Set<RejectedRow>().AsNoTracking().Where(r => r.Import == file.Import && r.Sheet == file.Sheet).OrderBy(r => r.Number).Select(r => new { r.Sealed, r.ReasonZh }).AsAsyncEnumerable()
            .Select(r => new Row(sealing.OpenBytes(Domain.Imports.Import.RowColumn, r.Sealed), r.ReasonZh));

    private static async Task WriteLines(Stream stream, IAsyncEnumerable<Row> rows, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(stream, leaveOpen: true);
        await foreach (var row in rows.WithCancellation(cancellation)) await text.WriteAsync(RejectedLine.Of(System.Text.Encoding.UTF8.GetString(row.Plain), row.Reason) + "\n");
    }

    private static async Task WriteCsv(Stream stream, RejectedFile file, IAsyncEnumerable<Row> rows, CancellationToken cancellation)
    {
        var writer = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true, ValidateFieldCount = false, Injection = CsvInjection.Escape }, leaveOpen: true);
        await using (writer)
        {
            Put(file.Headed);
            await foreach (var row in rows.WithCancellation(cancellation))
            {
                Put(file.Reasoned(row.Cells(), row.Reason));
                await writer.FlushAsync(cancellation);
            }
        }

        void Put(string[] cells) => writer.WriteRecord(cells);
    }
}

/// <summary>The refused rows of a file of an import, without the rows themselves.</summary>
internal sealed record RejectedFile(Guid Import, ImportFormat Format, ImportSheet Sheet, string[] Heading)
{
    private const string ReasonHeading = "退回原因";
    private readonly int place = Place(Heading);

    /// <summary>The heading with the column of the reasons: the one it had, or one more.</summary>
    public string[] Headed => Reasoned(Heading, ReasonHeading);

    public string[] Reasoned(string[] cells, string reason)
    {
        var reasoned = new string[Math.Max(cells.Length, place + 1)];
        for (var i = 0; i < reasoned.Length; i++) reasoned[i] = i < cells.Length ? cells[i] : "";
        reasoned[place] = reason;
        return reasoned;
    }

    private static int Place(string[] heading)
    {
        var width = heading.Length;
        while (width > 0 && heading[width - 1].Length == 0) width--;
        var before = Array.FindIndex(heading, h => ImportColumn.All.Any(c => c.Field == ImportColumn.Reason && c.Headers.Any(n => string.Equals(Plainly.Of(n), Plainly.Of(h), StringComparison.Ordinal))));
        return before >= 0 ? before : width;
    }
}
