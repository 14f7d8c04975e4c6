using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Households.Domain.Changes;
using Dibao.Households.Persistence;

namespace Dibao.Households.Subscribers;

/// <summary>Who draws reports periodically how he stands; who draws no longer does not.</summary>
internal sealed class PlanSelfReports(DibaoDbContext db) : ISubscriber<EntitlementConfirmed>, ISubscriber<EntitlementsTakenOver>, ISubscriber<EntitlementEnded>, ISubscriber<EntitlementMoved>
{
    public async Task When(EntitlementConfirmed fact, CancellationToken cancellation)
    {
        if (await db.SelfReportPlans.FindAsync([fact.Household], cancellation) is { } plan)
            (plan.Entitlement, plan.Division) = (fact.Entitlement, fact.Division); // a case that goes on keeps its dates
        else
            db.Add(new SelfReportPlan { Household = fact.Household, Division = fact.Division, Entitlement = fact.Entitlement, DueOn = SelfReportRules.NextAfter(fact.On) });
    }

    public Task When(EntitlementsTakenOver fact, CancellationToken cancellation) => db.WriteMany(
        fact.Entitlements.Select(e => new SelfReportPlan { Household = e.Household, Division = e.Division, Entitlement = e.Entitlement, DueOn = SelfReportRules.NextAfter(fact.On) }), cancellation);

    public async Task When(EntitlementEnded fact, CancellationToken cancellation)
    {
        if (await db.SelfReportPlans.FindAsync([fact.Household], cancellation) is { } plan && plan.Entitlement == fact.Entitlement) db.Remove(plan);
    }

    public async Task When(EntitlementMoved fact, CancellationToken cancellation)
    {
        if (await db.SelfReportPlans.FindAsync([fact.Household], cancellation) is { } plan) plan.Division = fact.Division;
    }
}
