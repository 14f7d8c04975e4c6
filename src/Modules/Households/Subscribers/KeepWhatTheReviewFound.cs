using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.ReviewCycle;
using Dibao.Households.Persistence;

namespace Dibao.Households.Subscribers;

/// <summary>Keeps what a review verified with the household's file: until something else is found, nobody falls back to his own declaration.</summary>
internal sealed class KeepWhatTheReviewFound(DibaoDbContext db, Today today) : ISubscriber<ReviewConcluded>
{
    public async Task When(ReviewConcluded fact, CancellationToken cancellation)
    {
        var found = StatedMeans.Of(fact.Income, fact.Assets, fact.Only);
        if (found.Count == 0) return;
        var before = (await db.BelievedMeans(fact.Household, cancellation)).Where(e => found.Exists(f => e.SameThingAs(f, Truth.Verified))).ToList();
        db.End(before, fact.VisitedOn, (row, day) => row.Until(day, today.Now), today.Now);
        var ground = new Ground(Truth.Verified, MeansSource.HomeVisit, fact.VisitedOn, "", null);
        db.AddRange(found.Select(f => new MeansEntry(fact.Household, f, ground, "system", fact.VisitedOn, today.Now)));
    }
}
