using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.ReviewCycle.Domain;
using Dibao.ReviewCycle.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dibao.ReviewCycle.Subscribers;

/// <summary>A household that moves within its county is reviewed where it is registered now.</summary>
internal sealed class FollowMove(DibaoDbContext db) : ISubscriber<EntitlementMoved>
{
    public async Task When(EntitlementMoved fact, CancellationToken cancellation)
    {
        var plan = await db.ReviewPlans.FindAsync([fact.Entitlement], cancellation)
            ?? throw new InvalidOperationException($"Entitlement {fact.Entitlement.Value} is not planned yet.");
        plan.Division = fact.Division;
        foreach (var review in await db.Reviews.Where(r => r.Entitlement == fact.Entitlement && r.Status < ReviewStatus.Concluded).ToListAsync(cancellation)) review.Division = fact.Division;
    }
}

/// <summary>Keeps in whose name the case stands.</summary>
internal sealed class FollowApplicant(DibaoDbContext db) : ISubscriber<ApplicantReplaced>
{
    public async Task When(ApplicantReplaced fact, CancellationToken cancellation)
    {
        // The plan is made by another subscriber; when that one is behind, this delivery is tried again.
        var plan = await db.ReviewPlans.FindAsync([fact.Entitlement], cancellation)
            ?? throw new InvalidOperationException($"Entitlement {fact.Entitlement.Value} is not planned yet.");
        plan.Applicant = fact.Applicant;
    }
}
