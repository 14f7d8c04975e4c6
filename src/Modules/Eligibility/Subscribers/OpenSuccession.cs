using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;
using Dibao.Eligibility.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Subscribers;

/// <summary>
/// What changes the household of a live case opens its succession. The old case is paid until that is confirmed; what happens meanwhile widens
/// it, and successions that come to share a household become one. A case ends by death only when nobody is left in whom it goes on.
/// </summary>
internal sealed class OpenSuccession(DibaoDbContext db, Today today, IMediator mediator)
    : ISubscriber<HouseholdSplit>, ISubscriber<HouseholdsMerged>, ISubscriber<MemberDied>, ISubscriber<HukouConverted>, ISubscriber<HouseholdTransferred>
{
    public async Task When(HouseholdSplit fact, CancellationToken cancellation)
    {
        await Open(new(SuccessionKind.Split, fact.Division, fact.From), [fact.Household], [fact.Household, fact.Successor], cancellation);
        foreach (var alone in await Alone(fact.Household, cancellation))
            if (!(await mediator.Send(new GetMembership(fact.Successor, alone.Only!.Value), cancellation)).Refused)
                Open(new(SuccessionKind.Split, fact.Division, fact.From), alone, fact.Successor);
    }

    public async Task When(HouseholdsMerged fact, CancellationToken cancellation)
    {
        await Open(new(SuccessionKind.Merger, fact.Division, fact.From), [fact.Household, fact.Absorbed], [fact.Household], cancellation, fact.Absorbed);
        foreach (var alone in await Alone(fact.Absorbed, cancellation)) Open(new(SuccessionKind.Merger, fact.Division, fact.From), alone, fact.Household);
    }

    public async Task When(MemberDied fact, CancellationToken cancellation)
    {
        if (await db.Covers.FindAsync([fact.Person], cancellation) is { } cover) cover.EndWith(Month.Of(fact.DiedOn));
        if (fact.MembersLeft > 0)
        {
            if (fact.WasHead) await Open(new(SuccessionKind.HeadDied, fact.Division, fact.DiedOn), [fact.Household], [fact.Household], cancellation);
            await End(e => e.Only == fact.Person, fact, cancellation);
            return;
        }
        foreach (var open in await Unconfirmed(fact.Division.County, [fact.Household], cancellation)) open.Drop(fact.Household);
        await End(e => (e.Household == fact.Household && e.Only == null) || e.Only == fact.Person, fact, cancellation);
    }

    public async Task When(HukouConverted fact, CancellationToken cancellation)
    {
        await Open(new(SuccessionKind.Conversion, fact.Division, fact.On), [fact.Household], [fact.Household], cancellation);
        foreach (var alone in await Alone(fact.Household, cancellation)) Open(new(SuccessionKind.Conversion, fact.Division, fact.On), alone, fact.Household);
    }

    public async Task When(HouseholdTransferred fact, CancellationToken cancellation)
    {
        var happened = new Happened(SuccessionKind.Transfer, fact.Division, fact.On, fact.LastMonth);
        await Open(happened, [fact.Household], [fact.Household], cancellation, from: fact.From);
        foreach (var alone in await Alone(fact.Household, cancellation)) Open(happened, alone, fact.Household);
    }

    private async Task Open(
        Happened happened, HouseholdId[] drawing, HouseholdId[] goingOn, CancellationToken cancellation, HouseholdId? absorbed = null, DivisionCode? from = null)
    {
        var live = (await db.Entitlements.Where(e => drawing.Contains(e.Household) && e.Only == null && e.LastMonth == null).ToListAsync(cancellation)).FindAll(e => e.LastMonth is null);
        var open = await Unconfirmed((from ?? happened.Division).County, [.. drawing.Union(goingOn)], cancellation);
        if (open.Count == 0 && live.Count == 0) return;
        List<EntitlementId> predecessors = live.ConvertAll(e => e.Id);
        if (open.Count == 0)
        {
            db.Add(Succession.Open(happened, goingOn[0], live[0].Agent, predecessors, goingOn, today.Date));
            return;
        }
        foreach (var other in open.Skip(1)) open[0].TakeIn(other);
        open[0].Widen(happened, predecessors, goingOn);
        if (absorbed is { } gone) open[0].Drop(gone);
    }

    /// <summary>The case of one who is covered alone goes on where he lives now.</summary>
    private void Open(Happened happened, Entitlement alone, HouseholdId where) =>
        db.Add(Succession.Open(happened, where, alone.Agent, [alone.Id], [where], today.Date, alone.Only));

    private Task<List<Entitlement>> Alone(HouseholdId household, CancellationToken cancellation) =>
        db.Entitlements.Where(e => e.Household == household && e.Only != null && e.LastMonth == null).ToListAsync(cancellation);

    /// <summary>Cases end with the month of death, unless they go on in a household that is still to be assessed.</summary>
    private async Task End(System.Linq.Expressions.Expression<Func<Entitlement, bool>> which, MemberDied fact, CancellationToken cancellation)
    {
        var month = Month.Of(fact.DiedOn);
        var live = await db.Entitlements.Include(e => e.Terms.Where(t => t.Superseded == null)).Where(which).Where(e => e.LastMonth == null || e.LastMonth > month).ToListAsync(cancellation);
        var open = live.Count == 0 ? [] : await Unconfirmed(fact.Division.County, null, cancellation);
        foreach (var entitlement in live.Where(e => !open.Exists(s => s.Households.Count > 0 && s.Predecessors.Contains(e.Id) && s.Only is null)))
        {
            if (entitlement.End(month, EndReason.Death, today.Date, today.Now).Refused) continue; // an earlier fact of the batch ended it in memory already
            await db.EndCover(entitlement, cancellation);
        }
    }

    /// <summary>Open in a county, and about one of some households where they are named; found in the database, or opened by an earlier fact of the same batch.</summary>
    private async Task<List<Succession>> Unconfirmed(DivisionCode county, HouseholdId[]? about, CancellationToken cancellation)
    {
        var found = await db.Successions.Where(s => s.County == county && s.State < SuccessionState.Confirmed).OrderBy(s => s.Id).ToListAsync(cancellation);
        return [.. found.Union(db.Successions.Local).Where(s => s.State < SuccessionState.Confirmed && s.Only is null && (about is null || s.Households.Any(about.Contains)))];
    }
}
