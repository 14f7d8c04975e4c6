using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.ReviewCycle;
using Dibao.Eligibility.Persistence;

namespace Dibao.Eligibility.Subscribers;

/// <summary>Does what a review concluded: another amount from its month on, or the end. What ended meanwhile stays ended.</summary>
internal sealed class ApplyConclusion(DibaoDbContext db, Today today) : ISubscriber<ReviewConcluded>
{
    public async Task When(ReviewConcluded fact, CancellationToken cancellation)
    {
        if (fact.Outcome == ReviewOutcome.Continue) return;
        if (await db.EntitlementToChange(fact.Entitlement, cancellation) is not { LastMonth: null } entitlement) return;
        if (fact.Outcome == ReviewOutcome.End)
        {
            entitlement.End(fact.FromMonth.Previous, fact.Reason ?? EndReason.IncomeAboveStandard, fact.On, today.Now);
            await db.EndCover(entitlement, cancellation);
            return;
        }
        var from = fact.FromMonth < entitlement.FirstMonth ? entitlement.FirstMonth : fact.FromMonth;
        entitlement.Change(fact.Persons, fact.MonthlyFen, from, fact.On, today.Now);
    }
}
