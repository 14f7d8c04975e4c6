using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.ReviewCycle.Persistence;

namespace Dibao.ReviewCycle.Subscribers;

/// <summary>Keeps the amount that the next review compares with.</summary>
internal sealed class FollowChange(DibaoDbContext db) : ISubscriber<EntitlementChanged>
{
    public async Task When(EntitlementChanged fact, CancellationToken cancellation)
    {
        // The plan is made by another subscriber; when that one is behind, this delivery is tried again.
        var plan = await db.ReviewPlans.FindAsync([fact.Entitlement], cancellation)
            ?? throw new InvalidOperationException($"Entitlement {fact.Entitlement.Value} is not planned yet.");
        plan.Change(fact.Persons, fact.MonthlyFen);
    }
}
