using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Households.Persistence;

namespace Dibao.Households.Subscribers;

/// <summary>Keeps the answer of the information check with the household's file, in place of the answer before.</summary>
internal sealed class KeepWhatTheCheckFound(DibaoDbContext db, Today today) : ISubscriber<CheckAnswered>
{
    public async Task When(CheckAnswered fact, CancellationToken cancellation)
    {
        var before = (await db.BelievedMeans(fact.Household, cancellation)).FindAll(e => e.Truth == Truth.Verified && e.Source == MeansSource.InformationCheck && e.Person == fact.Only);
        db.End(before, fact.On, (row, day) => row.Until(day, today.Now), today.Now);
        var ground = new Ground(Truth.Verified, MeansSource.InformationCheck, fact.On, "", null);
        db.AddRange(StatedMeans.Of(fact.Income, fact.Assets, fact.Only).Select(f => new MeansEntry(fact.Household, f, ground, "system", fact.On, today.Now)));
    }
}
