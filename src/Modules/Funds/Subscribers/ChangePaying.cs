using Microsoft.EntityFrameworkCore;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Funds.Domain;
using Dibao.Funds.Persistence;

namespace Dibao.Funds.Subscribers;

/// <summary>A changed entitlement is worth its new amount from a month on (57 Art 32); a later change of the same month takes its place.</summary>
internal sealed class ChangePaying(DibaoDbContext db) : ISubscriber<EntitlementChanged>
{
    public async Task When(EntitlementChanged fact, CancellationToken cancellation)
    {
        await db.PayableStarted(fact.Entitlement, cancellation);
        if (await db.PayableAmounts.FindAsync([fact.Entitlement, fact.FromMonth], cancellation) is { } amount)
            (amount.MonthlyFen, amount.Persons) = (fact.MonthlyFen, fact.Persons);
        else
            db.Add(new PayableAmount { Entitlement = fact.Entitlement, FromMonth = fact.FromMonth, MonthlyFen = fact.MonthlyFen, Persons = fact.Persons });
    }
}

/// <summary>An ended entitlement is owed through its last month and no longer.</summary>
internal sealed class StopPaying(DibaoDbContext db) : ISubscriber<EntitlementEnded>
{
    public async Task When(EntitlementEnded fact, CancellationToken cancellation)
    {
        var payable = await db.PayableStarted(fact.Entitlement, cancellation);
        payable.StopAfter(fact.LastMonth);
        if (payable.PaidThrough is not { } through || through <= fact.LastMonth) return;
        var fen = await db.PayrollLines.Where(l => l.Entitlement == fact.Entitlement && l.BenefitMonth > fact.LastMonth && l.RepaidBy == null)
            .SumAsync(l => l.AmountFen, cancellation);
        if (await db.Overpayments.FindAsync([fact.Entitlement], cancellation) is { } known) // it ended earlier still than was said before
        {
            (known.FromMonth, known.AmountFen) = (fact.LastMonth.Next, fen);
            return;
        }
        db.Add(new Overpayment
        {
            Entitlement = fact.Entitlement,
            Household = fact.Household,
            Division = fact.Division,
            County = fact.Division.County,
            FromMonth = fact.LastMonth.Next,
            ToMonth = through,
            AmountFen = fen,
            FoundOn = fact.On,
        });
    }
}

internal static class Started
{
    extension(DibaoDbContext db)
    {
        /// <summary>
        /// The payable of an entitlement. Order holds within a subscriber only: a change may overtake the start it builds on, is
        /// then refused here, and is delivered again once the start has been heard.
        /// </summary>
        public async Task<Payable> PayableStarted(EntitlementId entitlement, CancellationToken cancellation) =>
            await db.Payables.FindAsync([entitlement], cancellation) ?? throw new InvalidOperationException($"Entitlement {entitlement.Value} is not payable yet.");
    }
}
