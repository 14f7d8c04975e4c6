using System.Globalization;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Changes;

/// <summary>What a household tells of itself while it is on file (57 Art 30; Law Art 46). Labels: code table change_kind.</summary>
internal enum ChangeKind
{
    Birth = 1,
    Death = 2,
    Marriage = 3,
    Divorce = 4,
    Adoption = 5,
    Move = 6,
    Income = 7,
    Assets = 8,
    Graduation = 9,
    Job = 10,
    Prison = 11,
    PrisonReturn = 12,
    Army = 13,
    ArmyReturn = 14,
    NewHead = 15,
    Split = 16,
    Merger = 17,
    Conversion = 18,
    Correction = 19,
}

/// <summary>A change of a household, when it happened and when it was told: at once is the duty (57 Art 30; Law Art 46).</summary>
internal sealed class ChangeReport : IPlaced, IOwned
{
    private ChangeReport()
    {
    }

    public Guid Id { get; private init; }

    public HouseholdId Household { get; private init; }

    public DivisionCode Division { get; set; }

    public string? Agent { get; private init; }

    public ChangeKind Kind { get; private init; }

    /// <summary>The member it is about; null for the household.</summary>
    public PersonId? Person { get; private init; }

    public LocalDate HappenedOn { get; private init; }

    public LocalDate ToldOn { get; private init; }

    public string ToldBy { get; private init; } = "";

    public Instant RecordedAt { get; private init; }

    public string Note { get; private init; } = "";

    /// <summary>A change that may alter whether or how much the household draws.</summary>
    public bool Major { get; private init; }

    /// <summary>A major change that was not told for longer than the text allows (83 V(5)).</summary>
    public bool Untold { get; private init; }

    public static ChangeReport Tell(Household household, ChangeKind kind, PersonId? person, LocalDate happenedOn, string note, string by, LocalDate today, Instant now)
    {
        var major = ChangeRules.IsMajor(kind);
        return new()
        {
            Id = Guid.CreateVersion7(),
            Household = household.Id,
            Division = household.Division,
            Agent = household.Agent,
            Kind = kind,
            Person = person,
            HappenedOn = happenedOn,
            ToldOn = today,
            ToldBy = by,
            RecordedAt = now,
            Note = note,
            Major = major,
            Untold = major && ChangeRules.MonthsUntold(today) is { } months && happenedOn.PlusMonths(months) < today,
        };
    }
}

/// <summary>Which changes are major, and how long one may go untold before it is flagged: tables with articles.</summary>
internal static class ChangeRules
{
    private static readonly IReadOnlyDictionary<ChangeKind, (bool Major, bool Reviewed)> Kinds = EmbeddedTable.Rows("changes.csv")
        .ToDictionary(row => Enum.Parse<ChangeKind>(row[0], ignoreCase: true), row => (row[1] == "1", row[2] == "1"));

    private static readonly IReadOnlyList<(InForce InForce, int Months)> Limits = [.. EmbeddedTable.Rows("untold_changes.csv").Select(row => (
        InForce.Of(row[0], row[1]), int.Parse(row[2], CultureInfo.InvariantCulture)))];

    public static bool IsMajor(ChangeKind kind) => Kinds[kind].Major;

    /// <summary>Whether the case is reviewed for it; other changes bring a step of their own.</summary>
    public static bool IsReviewed(ChangeKind kind) => Kinds[kind].Reviewed;

    /// <summary>Months after which a major change is flagged, by the text in force on the day it is told; null when there is none.</summary>
    public static int? MonthsUntold(LocalDate day) => Limits.Where(l => l.InForce.On(day)).Select(l => (int?)l.Months).FirstOrDefault();
}
