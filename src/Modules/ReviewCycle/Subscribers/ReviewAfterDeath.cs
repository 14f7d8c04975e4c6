using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.ReviewCycle.Domain;
using Dibao.ReviewCycle.Persistence;
using MediatR;

namespace Dibao.ReviewCycle.Subscribers;

/// <summary>
/// A death changes the household: it is reviewed within the months the policy gives (83 I(3): three), where there is no such policy
/// by its next due date. The regular cycle goes on. A review that is open already covers it and is due earlier.
/// </summary>
internal sealed class ReviewAfterDeath(DibaoDbContext db, IMediator mediator, Today today) : ISubscriber<MemberDied>
{
    public async Task When(MemberDied fact, CancellationToken cancellation)
    {
        if (fact.MembersLeft == 0) return; // the entitlement ends by itself
        var plan = await db.LivePlan(fact.Household, mediator, today, cancellation);
        if (plan is null) return;
        var months = await mediator.Send(new ResolvePolicy(PolicyKeys.ReviewAfterDeath, plan.Division, plan.Scheme, fact.DiedOn), cancellation);
        var due = months.Refused ? plan.NextDueOn : fact.DiedOn.PlusMonths((int)months.Value.Value);
        await db.ReviewBy(due, ReviewCause.Death, plan, today, cancellation);
    }
}
