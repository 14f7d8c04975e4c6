using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Households.Domain;
using Dibao.Households.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Subscribers;

/// <summary>
/// Keeps with the household whether its case draws, in whichever order the end of one entitlement and the beginning of another are heard. Nobody
/// sees another version of the file for it.
/// </summary>
internal sealed class KeepCaseStanding(DibaoDbContext db) : ISubscriber<EntitlementConfirmed>, ISubscriber<EntitlementsTakenOver>, ISubscriber<EntitlementEnded>
{
    public Task When(EntitlementConfirmed fact, CancellationToken cancellation) =>
        db.Households.Where(h => h.Id == fact.Household)
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.Case, CaseStanding.Draws).SetProperty(h => h.DrawsBy, fact.Entitlement), cancellation);

    /// <summary>What was taken over is a household's first: one that is known to have ended has been overtaken.</summary>
    public Task When(EntitlementsTakenOver fact, CancellationToken cancellation)
    {
        var households = fact.Entitlements.Select(e => e.Household).ToList();
        return db.Households.Where(h => households.Contains(h.Id) && h.Case == CaseStanding.Arriving)
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.Case, CaseStanding.Draws), cancellation);
    }

    public Task When(EntitlementEnded fact, CancellationToken cancellation) =>
        db.Households.Where(h => h.Id == fact.Household && (h.DrawsBy == null || h.DrawsBy == fact.Entitlement))
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.Case, CaseStanding.Drew), cancellation);
}
