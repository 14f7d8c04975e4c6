using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.ReviewCycle.Domain;

namespace Dibao.ReviewCycle.Subscribers;

/// <summary>A new entitlement is reviewed for the first time one period after its decision (57 Art 31; 220 Art 33).</summary>
internal sealed class PlanFirstReview(DibaoDbContext db) : ISubscriber<EntitlementConfirmed>
{
    public Task When(EntitlementConfirmed fact, CancellationToken cancellation)
    {
        db.Add(ReviewPlan.After(
            fact.On, fact.ReviewEvery, fact.Entitlement, fact.Household, fact.Division, fact.Scheme, fact.Applicant, fact.Agent, fact.Persons, fact.MonthlyFen, fact.Only));
        return Task.CompletedTask;
    }
}
