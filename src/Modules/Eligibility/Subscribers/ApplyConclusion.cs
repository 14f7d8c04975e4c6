using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Contracts.ReviewCycle;
using Dibao.Eligibility.Domain;
using Dibao.Eligibility.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Subscribers;

/// <summary>
/// Does what a review concluded: another amount from its month on, or the end. Who left the household is covered no longer, who came is covered
/// from that month on. What ended meanwhile stays ended.
/// </summary>
internal sealed class ApplyConclusion(DibaoDbContext db, Today today, IMediator mediator) : ISubscriber<ReviewConcluded>
{
    public async Task When(ReviewConcluded fact, CancellationToken cancellation)
    {
        if (await db.EntitlementToChange(fact.Entitlement, cancellation) is not { LastMonth: null } entitlement) return;
        if (fact.Outcome == ReviewOutcome.End)
        {
            entitlement.End(fact.FromMonth.Previous, fact.Reason ?? EndReason.IncomeAboveStandard, fact.On, today.Now);
            await db.EndCover(entitlement, cancellation);
            return;
        }
        var from = Month.Max(fact.FromMonth, entitlement.FirstMonth);
        var household = await mediator.Send(new GetCircumstances(fact.Household, today.Date, entitlement.Only), cancellation);
        if (household.Refused) throw new InvalidOperationException($"Household {fact.Household.Value} cannot be read: {household.Error.Type.Code}.");
        var members = household.Value.Members.Select(m => m.Person).ToList();
        await Cover(entitlement, members, from, cancellation);
        if (fact.Outcome != ReviewOutcome.Continue) entitlement.Change(members, fact.Persons, fact.MonthlyFen, from, fact.On, today.Now);
    }

    private async Task Cover(Entitlement entitlement, List<PersonId> members, Month from, CancellationToken cancellation)
    {
        var covers = await db.Covers.Where(c => c.Entitlement == entitlement.Id || members.Contains(c.Person)).ToListAsync(cancellation);
        foreach (var cover in covers)
        {
            var counted = members.Contains(cover.Person);
            if (cover.Entitlement == entitlement.Id && !counted) cover.EndWith(from.Previous);
            else if (cover.LastMonth is not null && counted) cover.Join(entitlement, Month.Max(from, cover.LastMonth.Value.Next));
            else if (cover.Entitlement != entitlement.Id) throw new InvalidOperationException($"Person {cover.Person.Value} is covered elsewhere since the findings."); // the operator has it settled
        }
        db.AddRange(members.Where(m => covers.TrueForAll(c => c.Person != m)).Select(m => Domain.Cover.By(entitlement, m).Join(entitlement, from)));
    }
}
