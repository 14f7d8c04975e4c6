using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Subscribers;

/// <summary>A dead member is no longer covered; when nobody is left whom it covers, the entitlement ends with the month of death.</summary>
internal sealed class EndWhenNobodyIsLeft(DibaoDbContext db, Today today) : ISubscriber<MemberDied>
{
    public async Task When(MemberDied fact, CancellationToken cancellation)
    {
        if (await db.Covers.FindAsync([fact.Person], cancellation) is { } cover) cover.LastMonth ??= Month.Max(Month.Of(fact.DiedOn), cover.FirstMonth.Previous);
        var live = await db.Entitlements.Include(e => e.Terms.Where(t => t.Superseded == null))
            .Where(e => e.Household == fact.Household && e.LastMonth == null && (fact.MembersLeft == 0 || e.Only == fact.Person)).ToListAsync(cancellation);
        // An earlier fact of the batch may have ended it in memory already.
        foreach (var entitlement in live.Where(e => e.LastMonth is null))
        {
            entitlement.End(Month.Of(fact.DiedOn), EndReason.Death, today.Date, today.Now);
            await db.EndCover(entitlement, cancellation);
        }
    }
}
