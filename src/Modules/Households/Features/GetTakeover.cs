using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
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
