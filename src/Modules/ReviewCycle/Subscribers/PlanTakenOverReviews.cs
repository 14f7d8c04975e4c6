using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.ReviewCycle.Domain;

namespace Dibao.ReviewCycle.Subscribers;

/// <summary>Cases taken over keep their cycle: the next review comes one period after the last one in the old register.</summary>
internal sealed class PlanTakenOverReviews(DibaoDbContext db) : ISubscriber<EntitlementsTakenOver>
{
    public Task When(EntitlementsTakenOver fact, CancellationToken cancellation) => db.WriteMany(
        fact.Entitlements.Select(e => ReviewPlan.After(
            e.LastReviewedOn, e.ReviewEvery, e.Entitlement, e.Household, e.Division, e.Scheme, e.Applicant, null, e.Persons, e.MonthlyFen)),
        cancellation);
}
