using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;
using Dibao.Eligibility.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Subscribers;

/// <summary>
/// What changes the household of a live case opens its succession. The old case is paid until that is confirmed; what happens meanwhile widens it.
/// </summary>
internal sealed class OpenSuccession(DibaoDbContext db, Today today)
    : ISubscriber<HouseholdSplit>, ISubscriber<HouseholdsMerged>, ISubscriber<MemberDied>, ISubscriber<HukouConverted>, ISubscriber<HouseholdTransferred>
{
    public Task When(HouseholdSplit fact, CancellationToken cancellation) =>
        Open(SuccessionKind.Split, fact.Household, fact.Division, [fact.Household], [fact.Household, fact.Successor], fact.From, null, cancellation);

    public async Task When(HouseholdsMerged fact, CancellationToken cancellation)
    {
        await Open(SuccessionKind.Merger, fact.Household, fact.Division, [fact.Household, fact.Absorbed], [fact.Household], fact.From, null, cancellation);
        foreach (var open in await Unconfirmed(s => s.Household == fact.Household, cancellation)) open.Drop(fact.Absorbed);
    }

    public async Task When(MemberDied fact, CancellationToken cancellation)
    {
        if (fact.MembersLeft == 0 || !fact.WasHead) return;
        await Open(SuccessionKind.HeadDied, fact.Household, fact.Division, [fact.Household], [fact.Household], fact.DiedOn, null, cancellation);
    }

    public Task When(HukouConverted fact, CancellationToken cancellation) =>
        Open(SuccessionKind.Conversion, fact.Household, fact.Division, [fact.Household], [fact.Household], fact.On, null, cancellation);

    public Task When(HouseholdTransferred fact, CancellationToken cancellation) =>
        Open(SuccessionKind.Transfer, fact.Household, fact.Division, [fact.Household], [fact.Household], fact.On, fact.LastMonth, cancellation);

    private async Task Open(
        SuccessionKind kind, HouseholdId household, DivisionCode division, HouseholdId[] drawing, HouseholdId[] goingOn, LocalDate happenedOn, Month? lastMonth, CancellationToken cancellation)
    {
        var live = (await db.Entitlements.Where(e => drawing.Contains(e.Household) && e.Only == null && e.LastMonth == null).ToListAsync(cancellation)).FindAll(e => e.LastMonth is null);
        if (live.Count == 0) return;
        List<EntitlementId> predecessors = live.ConvertAll(e => e.Id);
        if ((await Unconfirmed(s => drawing.Contains(s.Household), cancellation)).FirstOrDefault(s => s.Household == household) is { } open)
            open.Widen(kind, division, predecessors, goingOn, happenedOn, lastMonth);
        else
            db.Add(Succession.Open(kind, household, division, live[0].Agent, predecessors, goingOn, happenedOn, lastMonth, today.Date));
    }

    /// <summary>Found in the database, or opened by an earlier fact of the same batch.</summary>
    private async Task<List<Succession>> Unconfirmed(System.Linq.Expressions.Expression<Func<Succession, bool>> which, CancellationToken cancellation)
    {
        var found = await db.Successions.Where(which).Where(s => s.State < SuccessionState.Confirmed).ToListAsync(cancellation);
        return [.. found.Union(db.Successions.Local.Where(which.Compile())).Where(s => s.State < SuccessionState.Confirmed)];
    }
}
