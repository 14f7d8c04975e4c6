using Dibao.Contracts.Households;
using Dibao.SharedKernel;
using NodaTime;

namespace Dibao.Contracts.Eligibility;

/// <summary>A township accepted an application: the clock runs.</summary>
public sealed record ApplicationAccepted(ApplicationId Application, HouseholdId Household, DivisionCode Division, Scheme Scheme, LocalDate On, LocalDate DueOn) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Application.Value;
}

/// <summary>The information check of an application was answered: what it found takes the place of what an earlier check had found (57 Art 17); of one who applies alone it tells his own means.</summary>
public sealed record CheckAnswered(
    ApplicationId Application, HouseholdId Household, DivisionCode Division, LocalDate On, IReadOnlyList<IncomeAmount> Income, IReadOnlyList<AssetAmount> Assets,
    PersonId? Only = null) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Household.Value;
}

/// <summary>
/// The township gave its initial-review opinion (57 Art 19; 220 Art 25). A positive one is posted for
/// <paramref name="NoticeDays"/> calendar days; a negative one goes to the applicant alone.
/// </summary>
public sealed record InitialReviewGiven(
    ApplicationId Application, HouseholdId Household, DivisionCode Division, Scheme Scheme, PersonId Applicant, bool Positive,
    int Persons, long MonthlyFen, int NoticeDays, LocalDate On) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Application.Value;
}

/// <summary>The county means to approve and posts it before deciding (220 Art 29, repealed 2021-07-01).</summary>
public sealed record ApprovalProposed(
    ApplicationId Application, HouseholdId Household, DivisionCode Division, Scheme Scheme, PersonId Applicant,
    int Persons, long MonthlyFen, int NoticeDays, LocalDate On) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Application.Value;
}

/// <summary>The county refused an application (57 Art 21).</summary>
public sealed record ApplicationRefused(ApplicationId Application, HouseholdId Household, DivisionCode Division, Scheme Scheme, LocalDate On) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Application.Value;
}

/// <summary>The county confirmed an application, or the case in which an earlier one goes on: so much a month, from this month on (57 Art 21). <paramref name="Only"/> is the one member covered alone (57 Art 8).</summary>
public sealed record EntitlementConfirmed(
    EntitlementId Entitlement, ApplicationId? Application, HouseholdId Household, DivisionCode Division, Scheme Scheme, PersonId Applicant,
    int Persons, long MonthlyFen, Month FirstMonth, LocalDate On, int ReviewEvery, string? Agent, PersonId? Only = null) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Household.Value;
}

/// <summary>Entitlements of a batch of cases taken over.</summary>
public sealed record EntitlementsTakenOver(Guid Import, DivisionCode Division, LocalDate On, IReadOnlyList<TakenOverEntitlement> Entitlements) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Import;
}

/// <summary>One entitlement that was live before.</summary>
public sealed record TakenOverEntitlement(
    EntitlementId Entitlement, HouseholdId Household, DivisionCode Division, Scheme Scheme, PersonId Applicant, int Persons, long MonthlyFen,
    Month FirstMonth, LocalDate LastReviewedOn, int ReviewEvery);

/// <summary>An entitlement was increased or reduced from a month on (57 Art 32).</summary>
public sealed record EntitlementChanged(
    EntitlementId Entitlement, HouseholdId Household, DivisionCode Division, Scheme Scheme, int Persons, long MonthlyFen, Month FromMonth, LocalDate On) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Household.Value;
}

/// <summary>An entitlement ended; <paramref name="LastMonth"/> is the last month paid.</summary>
public sealed record EntitlementEnded(
    EntitlementId Entitlement, HouseholdId Household, DivisionCode Division, Scheme Scheme, Month LastMonth, EndReason Reason, LocalDate On) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Household.Value;
}

/// <summary>An entitlement stands in the name of another covered member.</summary>
public sealed record ApplicantReplaced(EntitlementId Entitlement, HouseholdId Household, DivisionCode Division, PersonId Applicant, LocalDate On) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Household.Value;
}

/// <summary>An entitlement's household is registered or lives elsewhere within its county.</summary>
public sealed record EntitlementMoved(EntitlementId Entitlement, HouseholdId Household, DivisionCode Division, DivisionCode Residence, LocalDate On) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Household.Value;
}
