using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;
using Dibao.Eligibility.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Subscribers;

/// <summary>Enters what the households of an old register drew, batch by batch, and who is covered by it.</summary>
internal sealed class TakeOverEntitlements(DibaoDbContext db, Today today) : ISubscriber<HouseholdsTakenOver>
{
    private const int AskedAtOnce = 500;

    public async Task When(HouseholdsTakenOver fact, CancellationToken cancellation)
    {
        var taken = fact.Cases.Select(c => (Case: c, Entitlement: Entitlement.TakeOver(c, fact.On, today.Now))).ToList();
        await db.WriteMany(taken.Select(t => t.Entitlement), cancellation);
        await db.WriteMany(taken.SelectMany(t => t.Entitlement.Terms), cancellation);
        var covered = taken.SelectMany(t => t.Case.Persons, (t, person) => (t.Entitlement, Person: person)).ToList();
        var before = new Dictionary<PersonId, Cover>();
        foreach (var persons in covered.Select(c => c.Person).Chunk(AskedAtOnce))
            foreach (var cover in await db.Covers.Where(c => persons.Contains(c.Person)).ToListAsync(cancellation)) before[cover.Person] = cover;
        await db.WriteMany(covered.Where(c => !before.ContainsKey(c.Person)).Select(c => Cover.By(c.Entitlement, c.Person)), cancellation);
        foreach (var (entitlement, person) in covered.Where(c => before.ContainsKey(c.Person))) // he drew elsewhere before
        {
            if (before[person].ReachesTo(entitlement.FirstMonth)) throw new InvalidOperationException($"Person {person.Value} is covered elsewhere since he came in."); // the operator has it settled
            before[person].GoOn(entitlement);
        }
        db.Say(new EntitlementsTakenOver(fact.Import, fact.Division, fact.On, taken.ConvertAll(t => new TakenOverEntitlement(
            t.Entitlement.Id, t.Case.Household, t.Case.Division, t.Case.Scheme, t.Case.Applicant, t.Case.Persons.Count, t.Case.MonthlyFen,
            t.Case.FirstMonth, t.Case.LastReviewedOn, t.Case.ReviewEvery))));
    }
}
