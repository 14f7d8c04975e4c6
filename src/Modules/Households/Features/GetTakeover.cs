using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features;

/// <summary>How far an upload of live cases has come.</summary>
internal sealed record GetTakeover(Guid Takeover) : IQuery<TakeoverView>
{
    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<GetTakeover, TakeoverView>
    {
        public async Task<Result<TakeoverView>> Handle(GetTakeover request, CancellationToken cancellationToken)
        {
            var takeover = await db.Takeovers.AsNoTracking().FirstOrDefaultAsync(t => t.Id == request.Takeover, cancellationToken);
            return takeover is null ? PlumbingProblems.NotFound.Plain() : TakeoverView.Of(takeover);
        }
    }

    /// <summary>Reads the state of an upload of live cases.</summary>
    internal static Task<Results<Ok<TakeoverView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetTakeover(id), cancellation).Ok();
}

/// <summary>An upload of live cases.</summary>
/// <param name="Id">The upload.</param>
/// <param name="County">County whose cases are taken over.</param>
/// <param name="Finished">Whether every line was read.</param>
/// <param name="Accepted">Cases entered.</param>
/// <param name="Repeated">Cases that an earlier upload had entered.</param>
/// <param name="Rejected">Cases refused; their reasons are under <c>/rejected</c>.</param>
internal sealed record TakeoverView(Guid Id, DivisionCode County, bool Finished, int Accepted, int Repeated, int Rejected) : IConcern
{
    Guid IConcern.Concern => Id;

    public static TakeoverView Of(Takeover t) => new(t.Id, t.Division, t.FinishedAt is not null, t.Accepted, t.Repeated, t.Rejected);
}

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
