using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.ReviewCycle.Domain;
using Dibao.ReviewCycle.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dibao.ReviewCycle.Subscribers;

/// <summary>What has ended is not reviewed any more; a review that is open lapses.</summary>
internal sealed class StopReviewing(DibaoDbContext db) : ISubscriber<EntitlementEnded>
{
    public async Task When(EntitlementEnded fact, CancellationToken cancellation)
    {
        // The plan is made by another subscriber; when that one is behind, this delivery is tried again.
        var plan = await db.ReviewPlans.FindAsync([fact.Entitlement], cancellation)
            ?? throw new InvalidOperationException($"Entitlement {fact.Entitlement.Value} is not planned yet.");
        var underReview = plan.UnderReview;
        plan.End();
        if (!underReview) return;
        foreach (var review in await db.Reviews.Where(r => r.Entitlement == fact.Entitlement && r.Status < ReviewStatus.Concluded).ToListAsync(cancellation))
            review.Lapse(fact.On);
    }
}
