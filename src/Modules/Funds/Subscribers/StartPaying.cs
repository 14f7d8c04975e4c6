using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Funds.Domain;
using Dibao.Funds.Persistence;

namespace Dibao.Funds.Subscribers;

/// <summary>A confirmed entitlement is owed from its first month on (57 Art 21).</summary>
internal sealed class StartPaying(DibaoDbContext db) : ISubscriber<EntitlementConfirmed>
{
    public Task When(EntitlementConfirmed fact, CancellationToken cancellation)
    {
        db.Add(new Payable
        {
            Entitlement = fact.Entitlement,
            Household = fact.Household,
            Division = fact.Division,
            County = fact.Division.County,
            Scheme = fact.Scheme,
            FirstMonth = fact.FirstMonth,
        });
        db.Add(new PayableAmount { Entitlement = fact.Entitlement, FromMonth = fact.FirstMonth, MonthlyFen = fact.MonthlyFen, Persons = fact.Persons });
        return Task.CompletedTask;
    }
}

/// <summary>Entitlements of an old register are owed from the first month this register pays.</summary>
internal sealed class StartPayingTakenOver(DibaoDbContext db) : ISubscriber<EntitlementsTakenOver>
{
    public async Task When(EntitlementsTakenOver fact, CancellationToken cancellation)
    {
        await db.WriteMany(
            fact.Entitlements.Select(e => new Payable
            {
                Entitlement = e.Entitlement,
                Household = e.Household,
                Division = e.Division,
                County = e.Division.County,
                Scheme = e.Scheme,
                FirstMonth = e.FirstMonth,
            }),
            cancellation);
        await db.WriteMany(
            fact.Entitlements.Select(e => new PayableAmount { Entitlement = e.Entitlement, FromMonth = e.FirstMonth, MonthlyFen = e.MonthlyFen, Persons = e.Persons }),
            cancellation);
    }
}
