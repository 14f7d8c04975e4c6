using Dibao.Contracts.Eligibility;
using Dibao.SharedKernel;
using NodaTime;

namespace Dibao.Contracts.Households;

/// <summary>A household was entered into the register.</summary>
public sealed record HouseholdRegistered(HouseholdId Household, DivisionCode Division, LocalDate On) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Household.Value;
}

/// <summary>A household declared its income and assets anew.</summary>
public sealed record MeansDeclared(HouseholdId Household, DivisionCode Division, LocalDate On) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Household.Value;
}

/// <summary>A household named the account into which it is paid.</summary>
public sealed record PayeeNamed(HouseholdId Household, PayeeId Payee, DivisionCode Division, LocalDate On) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Household.Value;
}

/// <summary>A member died. <paramref name="MembersLeft"/> counts the living members after it.</summary>
public sealed record MemberDied(HouseholdId Household, PersonId Person, DivisionCode Division, LocalDate DiedOn, int MembersLeft) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Household.Value;
}

/// <summary>Live cases of a district were entered from its old register: one fact for a batch of at most 500.</summary>
public sealed record HouseholdsTakenOver(Guid Import, DivisionCode Division, LocalDate On, IReadOnlyList<TakenOverHousehold> Cases) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Import;
}

/// <summary>One case that was live before this register began.</summary>
/// <param name="Household">The household, now registered.</param>
/// <param name="Division">Village or community of registration.</param>
/// <param name="Scheme">Urban or rural dibao.</param>
/// <param name="Applicant">The member in whose name the case stands.</param>
/// <param name="Persons">The covered members.</param>
/// <param name="MonthlyFen">Benefit of the household, fen per month.</param>
/// <param name="FirstMonth">First month in which this register pays it.</param>
/// <param name="LastReviewedOn">When it was last reviewed.</param>
/// <param name="ReviewEvery">Months between reviews (57 Art 31; 220 Art 33).</param>
public sealed record TakenOverHousehold(
    HouseholdId Household, DivisionCode Division, Scheme Scheme, PersonId Applicant, IReadOnlyList<PersonId> Persons,
    long MonthlyFen, Month FirstMonth, LocalDate LastReviewedOn, int ReviewEvery);
