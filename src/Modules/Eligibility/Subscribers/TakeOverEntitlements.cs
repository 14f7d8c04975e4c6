using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;

namespace Dibao.Eligibility.Subscribers;

/// <summary>Enters what the households of an old register drew, batch by batch, and who is covered by it.</summary>
internal sealed class TakeOverEntitlements(DibaoDbContext db, Today today) : ISubscriber<HouseholdsTakenOver>
{
    public async Task When(HouseholdsTakenOver fact, CancellationToken cancellation)
    {
        var taken = fact.Cases.Select(c => (Case: c, Entitlement: Entitlement.TakeOver(c, fact.On, today.Now))).ToList();
        await db.WriteMany(taken.Select(t => t.Entitlement), cancellation);
        await db.WriteMany(taken.SelectMany(t => t.Entitlement.Terms), cancellation);
        await db.WriteMany(taken.SelectMany(t => t.Case.Persons.Select(p => Cover.By(t.Entitlement, p))), cancellation);
        db.Say(new EntitlementsTakenOver(fact.Import, fact.Division, fact.On, taken.ConvertAll(t => new TakenOverEntitlement(
            t.Entitlement.Id, t.Case.Household, t.Case.Division, t.Case.Scheme, t.Case.Applicant, t.Case.Persons.Count, t.Case.MonthlyFen,
            t.Case.FirstMonth, t.Case.LastReviewedOn, t.Case.ReviewEvery))));
    }
}
