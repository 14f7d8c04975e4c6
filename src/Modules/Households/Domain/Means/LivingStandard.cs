using Dibao.Contracts.Households;

namespace Dibao.Households.Domain.Means;

/// <summary>What may show a living standard above the one declared (57 Art 17). Labels: code table living_standard_indicator.</summary>
internal enum IndicatorKind
{
    Water = 1,
    Electricity = 2,
    Gas = 3,
    Telecom = 4,
    HighFeeSchool = 5,
    ForeignTravel = 6,
}

/// <summary>A sign of a living standard: it supplements the evidence and never decides alone (57 Art 17).</summary>
internal sealed class LivingStandard
{
    public required Guid Id { get; init; }

    public required HouseholdId Household { get; init; }

    public required IndicatorKind Kind { get; init; }

    /// <summary>First month it is about.</summary>
    public required Month From { get; init; }

    /// <summary>Last month it is about.</summary>
    public required Month To { get; init; }

    /// <summary>What was spent in these months; null when only the fact is known.</summary>
    public required Money? Spent { get; init; }

    public required MeansSource Source { get; init; }

    public required string Note { get; init; }

    public required string By { get; init; }

    public required Instant Recorded { get; init; }

    /// <summary>When it was taken back; null while it stands.</summary>
    public Instant? TakenBack { get; private set; }

    public void TakeBack(Instant now) => TakenBack = now;
}
