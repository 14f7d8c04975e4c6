using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Subscribers;

/// <summary>Within its county a household takes its open application, its live case and what is to go on with it along.</summary>
internal sealed class FollowMove(DibaoDbContext db) : ISubscriber<HouseholdMoved>
{
    public async Task When(HouseholdMoved fact, CancellationToken cancellation)
    {
        foreach (var application in await db.Applications.Where(a => a.OpenFor == fact.Household).ToListAsync(cancellation)) application.Division = fact.Division;
        var month = Month.Of(fact.On);
        foreach (var entitlement in await db.Entitlements.Where(e => e.Household == fact.Household && (e.LastMonth == null || e.LastMonth >= month)).ToListAsync(cancellation))
            entitlement.Move(fact.Division, fact.Residence, fact.On);
        foreach (var succession in await db.Successions.Where(s => s.Household == fact.Household && s.State < Domain.SuccessionState.Confirmed).ToListAsync(cancellation)) succession.Division = fact.Division;
    }
}
