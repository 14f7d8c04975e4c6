using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;

namespace Dibao.Funds.Domain;

/// <summary>An entitlement as the funds know it: which months are owed, and through which month payrolls have been built.</summary>
internal sealed class Payable : IPlaced
{
    public required EntitlementId Entitlement { get; init; }

    public required HouseholdId Household { get; init; }

    public required DivisionCode Division { get; set; }

    public required DivisionCode County { get; init; }

    public required Scheme Scheme { get; init; }

    /// <summary>The first month owed (57 Art 21).</summary>
    public required Month FirstMonth { get; init; }

    /// <summary>The last month owed; null while it runs.</summary>
    public Month? LastMonth { get; private set; }

    /// <summary>The last month that stands on a payroll; null before the first.</summary>
    public Month? PaidThrough { get; init; }

    public void StopAfter(Month last) => LastMonth = last;

    /// <summary>
    /// The months to be paid with the payroll of a month: every one owed that stands on no payroll yet, so that arrears come with the
    /// next payroll, are never lost and never doubled. Months without a benefit are passed over.
    /// </summary>
    public IEnumerable<DueMonth> Due(Month upTo, IReadOnlyCollection<PayableAmount> amounts)
    {
        var last = LastMonth is { } end && end < upTo ? end : upTo;
        var first = PaidThrough is { } paid && paid >= FirstMonth ? paid.Next : FirstMonth;
        for (var month = first; month <= last; month = month.Next)
        {
            if (amounts.Where(a => a.FromMonth <= month).MaxBy(a => a.FromMonth) is { MonthlyFen: > 0 } amount)
                yield return new(month, amount.MonthlyFen, amount.Persons);
        }
    }
}

/// <summary>What an entitlement is worth from a month on.</summary>
internal sealed class PayableAmount
{
    public required EntitlementId Entitlement { get; init; }

    public required Month FromMonth { get; init; }

    /// <summary>Benefit of the household, fen per month.</summary>
    public required long MonthlyFen { get; set; }

    public required int Persons { get; set; }
}

/// <summary>
/// Months on a payroll after an entitlement had ended: found when the end became known late, such as a death told after months. It is a
/// sum to be recovered or explained (83 V(5)); it never vanishes with the end.
/// </summary>
internal sealed class Overpayment : IPlaced
{
    public required EntitlementId Entitlement { get; init; }

    public required HouseholdId Household { get; init; }

    public required DivisionCode Division { get; init; }

    public required DivisionCode County { get; init; }

    public required Month FromMonth { get; set; }

    public required Month ToMonth { get; init; }

    /// <summary>What stands on payrolls for these months, fen.</summary>
    public required long AmountFen { get; set; }

    public required LocalDate FoundOn { get; init; }
}

/// <summary>A month owed and not yet on a payroll.</summary>
internal readonly record struct DueMonth(Month Month, long AmountFen, int Persons);
