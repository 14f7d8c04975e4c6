using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Oversight.Persistence;

namespace Dibao.Oversight.Subscribers;

/// <summary>Who draws no longer is shown no longer; who draws for some months yet, in tapering, is shown through the last.</summary>
internal sealed class WithdrawPublication(DibaoDbContext db) : ISubscriber<EntitlementEnded>
{
    public async Task When(EntitlementEnded fact, CancellationToken cancellation)
    {
        // Published by another subscriber; when that one is behind, this delivery is tried again.
        var publication = await db.Publications.FindAsync([fact.Entitlement], cancellation)
            ?? throw new InvalidOperationException($"Entitlement {fact.Entitlement.Value} is not published yet.");
        var on = fact.LastMonth > Month.Of(fact.On) ? fact.LastMonth.Next.FirstDay : fact.On;
        if (publication.WithdrawnOn is not { } said || on < said) publication.WithdrawnOn = on;
    }
}
