using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.SharedKernel;
using NodaTime;

namespace Dibao.Contracts.ReviewCycle;

/// <summary>One re-review of one entitlement.</summary>
public readonly record struct ReviewId(Guid Value) : IId
{
    /// <summary>A new identity.</summary>
    public static ReviewId New() => new(Guid.CreateVersion7());
}

/// <summary>What a review concludes (57 Art 32).</summary>
public enum ReviewOutcome
{
    /// <summary>No clear change: the amount stays (57 Art 31).</summary>
    Continue = 1,

    /// <summary>The benefit rises.</summary>
    Increase = 2,

    /// <summary>The benefit falls.</summary>
    Reduce = 3,

    /// <summary>The benefit ends.</summary>
    End = 4,
}

/// <summary>
/// A review was concluded. For an end, <paramref name="FromMonth"/> is the first month no longer paid. <paramref name="Income"/> and
/// <paramref name="Assets"/> are what it verified on <paramref name="VisitedOn"/>, kind by kind; of <paramref name="Only"/> where one member is covered alone.
/// </summary>
public sealed record ReviewConcluded(
    ReviewId Review, EntitlementId Entitlement, HouseholdId Household, DivisionCode Division, Scheme Scheme, ReviewOutcome Outcome,
    EndReason? Reason, int Persons, long MonthlyFen, Month FromMonth, LocalDate On, IReadOnlyList<IncomeAmount> Income, IReadOnlyList<AssetAmount> Assets,
    LocalDate VisitedOn, PersonId? Only) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Household.Value;
}

/// <summary>Review conclusions of a division decided from a day to a day, both included.</summary>
public sealed record GetReviewFigures(DivisionCode Division, LocalDate From, LocalDate To) : IQuery<ReviewFigures>;

/// <summary>Conclusions in a period.</summary>
/// <param name="Continued">Households that continue unchanged.</param>
/// <param name="Increased">Households whose benefit rose.</param>
/// <param name="Reduced">Households whose benefit fell.</param>
/// <param name="Ended">Households ended by a conclusion (deaths and voluntary exits are not conclusions).</param>
/// <param name="EndedBy">The ends by reason.</param>
public sealed record ReviewFigures(int Continued, int Increased, int Reduced, int Ended, IReadOnlyList<EndedByReason> EndedBy);

/// <summary>Ends for one reason.</summary>
public sealed record EndedByReason(EndReason Reason, int Households);
