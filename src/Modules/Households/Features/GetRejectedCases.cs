using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Households.Domain;
using Dibao.Households.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features;

/// <summary>The lines of an upload that were refused.</summary>
internal sealed record GetRejectedCases(Guid Takeover) : IQuery<IReadOnlyList<RejectedCaseView>>
{
    private const int Most = 10_000;

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<GetRejectedCases, IReadOnlyList<RejectedCaseView>>
    {
        public async Task<Result<IReadOnlyList<RejectedCaseView>>> Handle(GetRejectedCases request, CancellationToken cancellationToken)
        {
            if (!await db.Takeovers.AnyAsync(t => t.Id == request.Takeover, cancellationToken)) return PlumbingProblems.NotFound.Plain();
            return await db.Set<RejectedCase>().AsNoTracking().Where(r => r.Takeover == request.Takeover).OrderBy(r => r.Line).Take(Most)
                .Select(r => new RejectedCaseView(r.Line, r.Code, r.ReasonZh, r.ReasonEn)).ToListAsync(cancellationToken);
        }
    }

    /// <summary>Lists the refused lines of an upload, each with its reason; at most 10,000.</summary>
    internal static Task<Results<Ok<IReadOnlyList<RejectedCaseView>>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetRejectedCases(id), cancellation).Ok();
}

/// <summary>A refused line.</summary>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Code">Problem code.</param>
/// <param name="ReasonZh">Reason in Chinese.</param>
/// <param name="ReasonEn">Reason in English.</param>
internal sealed record RejectedCaseView(int Line, string Code, string ReasonZh, string ReasonEn);
