using System.Globalization;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Changes;

/// <summary>When a household that draws says next how it stands (家庭人口、收入和财产定期报告).</summary>
internal sealed class SelfReportPlan : IPlaced
{
    public required HouseholdId Household { get; init; }

    public required DivisionCode Division { get; set; }

    /// <summary>The case for which it reports; the plan goes with it.</summary>
    public required EntitlementId Entitlement { get; set; }

    /// <summary>The day by which it reports; null while no text asks for reports.</summary>
    public LocalDate? DueOn { get; set; }

    public LocalDate? ReportedOn { get; set; }
}

/// <summary>A household's own word on its members, income and assets at the end of a period.</summary>
internal sealed class SelfReport
{
    public required Guid Id { get; init; }

    public required HouseholdId Household { get; init; }

    /// <summary>The day by which it was due.</summary>
    public required LocalDate? DueOn { get; init; }

    public required LocalDate ReportedOn { get; init; }

    /// <summary>The member who signed.</summary>
    public required PersonId SignedBy { get; init; }

    /// <summary>Changes told with it.</summary>
    public required int Changes { get; init; }

    public required string Note { get; init; }

    public required string RecordedBy { get; init; }

    public required Instant RecordedAt { get; init; }
}

/// <summary>How often a household reports, and by which text.</summary>
internal static class SelfReportRules
{
    private static readonly IReadOnlyList<(InForce InForce, int Months)> Table = [.. EmbeddedTable.Rows("self_reports.csv").Select(row => (
        InForce.Of(row[0], row[1]), int.Parse(row[2], CultureInfo.InvariantCulture)))];

    /// <summary>The next due date after a day; null while no text asks for reports.</summary>
    public static LocalDate? NextAfter(LocalDate day)
    {
        var months = Table.Where(r => r.InForce.On(day)).Select(r => (int?)r.Months).FirstOrDefault();
        return months is { } every ? day.PlusMonths(every) : null;
    }
}
