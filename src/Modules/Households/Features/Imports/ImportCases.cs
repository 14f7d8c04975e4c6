using System.Security.Cryptography;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Households.Domain.Imports;
using Dibao.Households.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Dibao.Households.Features.Imports;

/// <summary>Takes what was sent for an import that is worked at from now on. The same content of the same county is the same import.</summary>
internal sealed record ImportCases(Guid Import, byte[] Content, long Bytes) : ICommand<ImportView>, IConcern
{
    public const string Lines = "application/x-ndjson";
    public const string Csv = "text/csv";
    public const string Form = "multipart/form-data";
    public const string Families = "families";
    public const string Persons = "persons";
    public static readonly IReadOnlyList<string> MediaTypes = [Lines, Csv, Form];
    private const int LongestBoundary = 70;

    Guid IConcern.Concern => Import;

    internal sealed class Handler(DibaoDbContext db) : ICommandHandler<ImportCases, ImportView>
    {
        public async Task<Result<ImportView>> Handle(ImportCases request, CancellationToken cancellationToken)
        {
            if (await db.Imports.FirstOrDefaultAsync(i => i.Id == request.Import && i.State == ImportState.Receiving, cancellationToken) is not { } import)
                return PlumbingProblems.NotFound.Plain();
            if (await db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Division == import.Division && i.Content == request.Content, cancellationToken) is { } before)
            {
                await db.ForgetContent(import.Id, cancellationToken);
                db.Remove(import);
                return ImportView.Of(before);
            }
            import.Receive(request.Content, request.Bytes);
            return ImportView.Of(import);
        }
    }

    /// <summary>Imports households and their live cases from files.</summary>
    /// <remarks>
    /// A household that draws nothing stands without the figures of a case. The body is NDJSON, a <c>LiveCaseBody</c> a line; or CSV, a person a row with the columns of the family beside him; or a form of the two
    /// files that counties exchange, <c>families</c> and <c>persons</c>, .xlsx or CSV, joined on the family number. How columns are headed, and how
    /// much a file may be, is told by GET /reference/import-columns. Text is UTF-8 or GB18030. The
    /// answer comes as soon as all is received; what is in it is read and entered in the background (GET /imports/{id}). Good households are
    /// entered, the others are given back with their reasons (GET /imports/{id}/rejected), and what cannot be read is refused as a whole. The same
    /// files again are the same import; a household that was entered before changes nothing.
    /// </remarks>
    /// <param name="county" example="320706">The county, 6 digits.</param>
    /// <param name="request"></param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static async Task<Results<Created<ImportView>, ProblemHttpResult>> Endpoint(
        DivisionCode county, HttpRequest request, IMediator mediator, CancellationToken cancellation)
    {
        if (county.Digits != 6) return PlumbingProblems.InvalidRequest.Because("county 须为 6 位县级代码。", "county takes six digits.").Answer();
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || FormatOf(type) is not { } format)
            return PlumbingProblems.MediaType.Because($"请上传 {string.Join('、', MediaTypes)}。", $"Send one of {string.Join(", ", MediaTypes)}.").Answer();
        var import = Guid.CreateVersion7();
        var started = await mediator.Send(new BeginImport(import, county, format), cancellation);
        if (started.Refused) return started.Error.Answer();
        var received = false;
        try
        {
            var pieces = new Pieces(import, mediator, cancellation);
            var wrong = format == ImportFormat.Pair ? await pieces.TakeForm(type, request.Body) : await pieces.Take(ImportSheet.Whole, request.Body);
            if (wrong is not null) return wrong.Answer();
            var answer = await mediator.Send(new ImportCases(import, pieces.Hash(), pieces.Bytes), cancellation).Created(i => $"/api/v1/imports/{i.Id}");
            received = answer.Result is Created<ImportView>;
            return answer;
        }
        finally
        {
            if (!received) await mediator.Send(new ForgetImport(import), CancellationToken.None); // also where the line went dead
        }
    }

    private static ImportFormat? FormatOf(MediaTypeHeaderValue type) => type.MediaType.Value?.ToLowerInvariant() switch
    {
        Lines => ImportFormat.Lines,
        Csv => ImportFormat.Flat,
        Form => ImportFormat.Pair,
        _ => null,
    };

    /// <summary>Keeps a stream piece by piece, in bounded memory.</summary>
    private sealed class Pieces(Guid import, IMediator mediator, CancellationToken cancellation)
    {
        private readonly SortedDictionary<ImportSheet, byte[]> hashes = [];

        public long Bytes { get; private set; }

        public byte[] Hash() => SHA256.HashData([.. hashes.SelectMany(h => h.Value.Prepend((byte)h.Key))]);

        public async Task<Error?> Take(ImportSheet sheet, Stream content)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[ImportPiece.Size];
            for (var number = 0; ; number++)
            {
                var length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
                if (length == 0 && number == 0) return ImportErrors.Empty.Plain();
                if (length == 0) break;
                hash.AppendData(buffer, 0, length);
                Bytes += length;
                if (await mediator.Send(new KeepImportPiece(import, sheet, number, buffer[..length]), cancellation) is { Refused: true } refused) return refused.Error;
                if (length < buffer.Length) break;
            }
            hashes[sheet] = hash.GetHashAndReset();
            return null;
        }

        public async Task<Error?> TakeForm(MediaTypeHeaderValue type, Stream body)
        {
            var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
            if (boundary is not { Length: > 0 and <= LongestBoundary }) return ImportErrors.Parts.Plain();
            var reader = new MultipartReader(boundary, body);
            try
            {
                while (await reader.ReadNextSectionAsync(cancellation) is { } section)
                {
                    var name = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) ? HeaderUtilities.RemoveQuotes(disposition.Name).Value : null;
                    ImportSheet? sheet = name switch { Families => ImportSheet.Families, Persons => ImportSheet.Persons, _ => null };
                    if (sheet is null || hashes.ContainsKey(sheet.Value)) return ImportErrors.Parts.Plain();
                    if (await Take(sheet.Value, section.Body) is { } wrong) return wrong;
                }
            }
            catch (Exception failure) when (failure is InvalidDataException or IOException and not BadHttpRequestException)
            {
                return ImportErrors.Parts.Plain(); // cut off, or no form
            }
            return hashes.Count == 2 ? null : ImportErrors.Parts.Plain();
        }
    }
}

/// <summary>Opens an import for what is being sent.</summary>
internal sealed record BeginImport(Guid Import, DivisionCode County, ImportFormat Format) : ICommand<Done>, ILeavesNoEntry
{
    internal static readonly Duration Patience = Duration.FromMinutes(10);

    internal sealed class Handler(DibaoDbContext db, Today today, DibaoClock clock) : ICommandHandler<BeginImport, Done>
    {
        public Task<Result<Done>> Handle(BeginImport request, CancellationToken cancellationToken) => Task.FromResult(Begin(request));

        private Result<Done> Begin(BeginImport request)
        {
            if (!db.Caller.Serves(request.County)) return PlumbingProblems.OutsideDivision.Plain();
            var import = new Import { Id = request.Import, Division = request.County, Format = request.Format, StartedBy = db.Caller.Subject, StartedAt = today.Now };
            import.Hold(Guid.Empty, clock.MachineTime + Patience);
            db.Add(import);
            return Done.It;
        }
    }
}

/// <summary>Keeps a piece of what is being sent, encrypted.</summary>
internal sealed record KeepImportPiece(Guid Import, ImportSheet Sheet, int Number, byte[] Bytes) : ICommand<Done>, ILeavesNoEntry
{
    internal sealed class Handler(DibaoDbContext db, Sealing sealing, DibaoClock clock) : ICommandHandler<KeepImportPiece, Done>
    {
        public async Task<Result<Done>> Handle(KeepImportPiece request, CancellationToken cancellationToken)
        {
            var until = clock.MachineTime + BeginImport.Patience;
            var held = await db.Imports.Where(i => i.Id == request.Import && i.State == ImportState.Receiving)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.HeldUntil, until), cancellationToken);
            if (held == 0) return PlumbingProblems.NotFound.Plain();
            db.Add(new ImportPiece { Import = request.Import, Sheet = request.Sheet, Number = request.Number, Sealed = sealing.Seal(Domain.Imports.Import.ContentColumn, request.Bytes) });
            return Done.It;
        }
    }
}

/// <summary>Forgets what was sent and not taken.</summary>
internal sealed record ForgetImport(Guid Import) : ICommand<Done>, ILeavesNoEntry
{
    internal sealed class Handler(DibaoDbContext db) : ICommandHandler<ForgetImport, Done>
    {
        public async Task<Result<Done>> Handle(ForgetImport request, CancellationToken cancellationToken)
        {
            if (await db.Imports.Where(i => i.Id == request.Import && i.State == ImportState.Receiving).ExecuteDeleteAsync(cancellationToken) == 0) return Done.It;
            await db.ForgetContent(request.Import, cancellationToken);
            return Done.It;
        }
    }
}
