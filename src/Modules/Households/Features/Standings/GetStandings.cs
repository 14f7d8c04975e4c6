using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Standings;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Standings;

/// <summary>The standings of a household, those that have ended too.</summary>
internal sealed record GetStandings(HouseholdId Household) : IQuery<IReadOnlyList<StandingView>>
{
    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<GetStandings, IReadOnlyList<StandingView>>
    {
        public async Task<Result<IReadOnlyList<StandingView>>> Handle(GetStandings request, CancellationToken cancellationToken)
        {
            if (!await db.Households.AnyAsync(h => h.Id == request.Household, cancellationToken)) return PaperShapes.NoHousehold();
            var standings = await db.Standings.AsNoTracking().Where(s => s.Household == request.Household).OrderBy(s => s.ValidFrom).ThenBy(s => s.Id).ToListAsync(cancellationToken);
            return standings.ConvertAll(s => StandingView.Of(s, today.Date, s.Version));
        }
    }

    /// <summary>Lists the standings of a household.</summary>
    /// <param name="id" example="01980000-0000-7000-8000-000000000001">The household.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<IReadOnlyList<StandingView>>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetStandings(new HouseholdId(id)), cancellation).Ok();
}
