using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Funds.Persistence;

namespace Dibao.Funds.Subscribers;

/// <summary>A household that moves within its county is on the payroll of its new place from the next one on; lines already built stay.</summary>
internal sealed class FollowMove(DibaoDbContext db) : ISubscriber<EntitlementMoved>
{
    public async Task When(EntitlementMoved fact, CancellationToken cancellation) =>
        (await db.PayableStarted(fact.Entitlement, cancellation)).Division = fact.Division;
}
