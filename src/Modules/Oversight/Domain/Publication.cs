using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;

namespace Dibao.Oversight.Domain;

/// <summary>A confirmed entitlement on the standing list of the village where the household lives; no objection period (57 Art 24; Law Art 45).</summary>
internal sealed class Publication : IPlaced
{
    public required EntitlementId Entitlement { get; init; }

    /// <summary>Village or community of registration.</summary>
    public required DivisionCode Division { get; set; }

    public required DivisionCode County { get; init; }

    /// <summary>Village or community where it lives and where it is published.</summary>
    public required DivisionCode Place { get; set; }

    public required Scheme Scheme { get; init; }

    /// <summary>Null for a minor.</summary>
    public required string? ApplicantName { get; set; }

    public required int Members { get; set; }

    /// <summary>Benefit of the household, fen per month.</summary>
    public required long MonthlyFen { get; set; }

    public required Month FirstMonth { get; init; }

    public required LocalDate PublishedOn { get; init; }

    /// <summary>From when it is not shown: when the cover ends.</summary>
    public LocalDate? WithdrawnOn { get; set; }
}
