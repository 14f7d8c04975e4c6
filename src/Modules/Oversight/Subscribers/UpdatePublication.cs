using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Oversight.Persistence;

namespace Dibao.Oversight.Subscribers;

/// <summary>The standing list shows the amount that holds.</summary>
internal sealed class UpdatePublication(DibaoDbContext db) : ISubscriber<EntitlementChanged>
{
    public async Task When(EntitlementChanged fact, CancellationToken cancellation)
    {
        // Published by another subscriber; when that one is behind, this delivery is tried again.
        var publication = await db.Publications.FindAsync([fact.Entitlement], cancellation)
            ?? throw new InvalidOperationException($"Entitlement {fact.Entitlement.Value} is not published yet.");
        publication.Members = fact.Persons;
        publication.MonthlyFen = fact.MonthlyFen;
    }
}
