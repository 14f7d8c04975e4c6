using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features;

/// <summary>A household as valid on one day and as known at one instant.</summary>
internal sealed record GetHousehold(HouseholdId Household, LocalDate? ValidAt, Instant? KnownAt) : IQuery<HouseholdView>
{
    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<GetHousehold, HouseholdView>
    {
        public async Task<Result<HouseholdView>> Handle(GetHousehold request, CancellationToken cancellationToken)
        {
            var household = await db.Households.AsNoTracking().FirstOrDefaultAsync(h => h.Id == request.Household, cancellationToken);
            if (household is null) return PlumbingProblems.NotFound.Because("没有该家庭,或不在您的管辖区域内。", "There is no such household in the division you serve.");
            var (day, known) = (request.ValidAt ?? today.Date, request.KnownAt);
            var id = household.Id;
            var members = await db.Set<Member>().AsNoTracking().Where(m => m.Household == id).AsOf(day, known).ToListAsync(cancellationToken);
            var income = await db.Set<IncomeLine>().AsNoTracking().Where(l => l.Household == id).AsOf(day, known).ToListAsync(cancellationToken);
            var assets = await db.Set<AssetLine>().AsNoTracking().Where(l => l.Household == id).AsOf(day, known).ToListAsync(cancellationToken);
            var payee = await db.Set<PayeeAccount>().AsNoTracking().Where(p => p.Household == id).AsOf(day, known).FirstOrDefaultAsync(cancellationToken);
            return new HouseholdView(
                id, household.Version, household.FileNumber, household.Division, household.Residence, household.Hukou, household.RegisteredOn,
                [.. members.OrderBy(m => m.Relationship).ThenBy(m => m.BirthDate).Select(MemberView.Of)],
                [.. income.OrderBy(l => l.Kind).Select(l => new IncomeAmount(l.Kind, l.Yearly.Fen))],
                [.. assets.OrderBy(l => l.Kind).Select(l => new AssetAmount(l.Kind, l.Value.Fen))],
                payee is null ? null : PayeeView.Of(payee));
        }
    }

    /// <summary>Reads a household.</summary>
    /// <param name="id" example="01980000-0000-7000-8000-000000000001">The household.</param>
    /// <param name="validAt" example="2012-06-30">The day on which it is to be true; today when left out.</param>
    /// <param name="knownAt" example="2012-07-01T00:00:00Z">The instant whose knowledge counts; now when left out.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<HouseholdView>, ProblemHttpResult>> Endpoint(
        Guid id, QueryDate? validAt, QueryInstant? knownAt, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetHousehold(new(id), validAt, knownAt), cancellation).Ok();
}
