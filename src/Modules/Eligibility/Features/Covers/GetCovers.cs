using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;
using Dibao.Eligibility.Domain.Policies;
using Dibao.Eligibility.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Features.Covers;

/// <summary>What the members of a household draw of the schemes that exclude one another, wherever they draw it.</summary>
internal sealed record GetCovers(HouseholdId Household) : IQuery<CoversView>
{
    internal sealed class Handler(DibaoDbContext db, Today today, IMediator mediator) : IQueryHandler<GetCovers, CoversView>
    {
        public async Task<Result<CoversView>> Handle(GetCovers request, CancellationToken cancellationToken)
        {
            var household = await mediator.Send(new GetCircumstances(request.Household, today.Date), cancellationToken);
            if (household.Refused) return household.Error;
            var persons = household.Value.OnFile; // who does not count may be covered alone, or draw elsewhere
            var covers = await db.Covers.AsNoTracking().Where(c => persons.Contains(c.Person)).OrderBy(c => c.Person).ToListAsync(cancellationToken);
            return new CoversView(covers.ConvertAll(c => CoverView.Of(c, household.Value.Division.County)));
        }
    }

    /// <summary>Reads what the members of a household draw.</summary>
    /// <remarks>57 Art 4: asked before an application is accepted. Of another county: county and scheme only.</remarks>
    /// <param name="household" example="01980000-0000-7000-8000-000000000001">The household.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<CoversView>, ProblemHttpResult>> Endpoint(Guid household, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetCovers(new HouseholdId(household)), cancellation).Ok();
}

/// <summary>What the members draw.</summary>
/// <param name="Covers">One line per member who draws or has drawn.</param>
internal sealed record CoversView(IReadOnlyList<CoverView> Covers);
