using System.Security.Cryptography;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Papers;

/// <summary>Shows the content of a paper. It may tell of illness or disability, so that each look stays in the audit trail.</summary>
internal sealed record FetchPaper(HouseholdId Household, Guid Paper) : ICommand<PaperFile>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    internal sealed class Handler(DibaoDbContext db, Sealing sealing) : ICommandHandler<FetchPaper, PaperFile>
    {
        public async Task<Result<PaperFile>> Handle(FetchPaper request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Papers.AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.Paper && p.Household == request.Household, cancellationToken), "材料", "paper");
            if (found.Refused) return found.Error;
            var paper = found.Value;
            var kept = await db.Set<PaperContent>().Where(c => c.Household == paper.Household && c.Hash == paper.Hash).Select(c => c.Sealed).SingleAsync(cancellationToken);
            return Open(kept) is { } content && Domain.Papers.Paper.HashOf(content).AsSpan().SequenceEqual(paper.Hash)
                ? new PaperFile(content, paper.Media.MediaType(), $"{paper.Kind}-{Convert.ToHexStringLower(paper.Hash)[..12]}.{paper.Media.Ending()}")
                : PaperErrors.Damaged.Because("所存内容与提交时的校验值(SHA-256)不符,请告知系统管理员。", "The content stored does not have the SHA-256 it was filed under: tell the operator.");
        }

        private byte[]? Open(byte[] kept)
        {
            try
            {
                return sealing.OpenBytes(PaperContent.SealColumn, kept);
            }
            catch (CryptographicException)
            {
                return null;
            }
        }
    }

    /// <summary>Fetches the content of a paper.</summary>
    /// <remarks>
    /// Its bytes, with its media type, as an attachment. What no longer has the SHA-256 under which it was filed is refused. A withdrawn paper can
    /// still be seen.
    /// </remarks>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Endpoint(
        Guid id, Guid paper, HttpResponse response, IMediator mediator, CancellationToken cancellation)
    {
        var fetched = await mediator.Send(new FetchPaper(new(id), paper), cancellation);
        if (fetched.Refused) return fetched.Error.Answer();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        return TypedResults.File(fetched.Value.Content, fetched.Value.MediaType, fetched.Value.Name);
    }
}

/// <summary>A paper as it is given out.</summary>
internal sealed record PaperFile(byte[] Content, string MediaType, string Name);
