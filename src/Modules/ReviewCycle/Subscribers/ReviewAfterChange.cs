using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Contracts.Eligibility;
using Dibao.ReviewCycle.Domain;
using Dibao.ReviewCycle.Persistence;
using MediatR;

namespace Dibao.ReviewCycle.Subscribers;

/// <summary>
/// A change that was told is reviewed (57 Art 30): within the months the place has set, where it has set none by the next due date. The
/// regular cycle goes on. A review that is open already covers it.
/// </summary>
internal sealed class ReviewAfterChange(DibaoDbContext db, IMediator mediator, Today today) : ISubscriber<ChangeTold>
{
    public async Task When(ChangeTold fact, CancellationToken cancellation)
    {
        if (!fact.Major) return;
        var plan = await db.LivePlan(fact.Household, mediator, today, cancellation);
        if (plan is null) return;
        var months = await mediator.Send(new ResolvePolicy(PolicyKeys.ReviewAfterChange, plan.Division, plan.Scheme, fact.On), cancellation);
        await db.ReviewBy(months.Refused ? plan.NextDueOn : fact.On.PlusMonths((int)months.Value.Value), ReviewCause.Change, plan, today, cancellation);
    }
}
