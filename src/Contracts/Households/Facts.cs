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

/// <summary>A member died. <paramref name="MembersLeft"/> counts the living members after it; <paramref name="WasHead"/> says that he was the head.</summary>
public sealed record MemberDied(HouseholdId Household, PersonId Person, DivisionCode Division, LocalDate DiedOn, int MembersLeft, bool WasHead) : IFact
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
/// <param name="Uplifts">What of the benefit is category uplift, by person (57 Art 27); null or empty when none is.</param>
public sealed record TakenOverHousehold(
    HouseholdId Household, DivisionCode Division, Scheme Scheme, PersonId Applicant, IReadOnlyList<PersonId> Persons,
    long MonthlyFen, Month FirstMonth, LocalDate LastReviewedOn, int ReviewEvery, IReadOnlyList<Uplift>? Uplifts = null);

/// <summary>Category uplift of one covered person, part of the benefit of his household (57 Art 27; Law Art 20).</summary>
/// <param name="Person">The person.</param>
/// <param name="Fen">Fen per month.</param>
public sealed record Uplift(PersonId Person, long Fen);

/// <summary>A household told a change (57 Art 30; Law Art 46).</summary>
/// <param name="Household">The household.</param>
/// <param name="Division">Village or community of registration.</param>
/// <param name="Change">Code of the change, such as <c>job</c>.</param>
/// <param name="Major">Whether it may alter what the household draws.</param>
/// <param name="HappenedOn">When it happened.</param>
/// <param name="On">When it was told.</param>
public sealed record ChangeTold(HouseholdId Household, DivisionCode Division, string Change, bool Major, LocalDate HappenedOn, LocalDate On) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Household.Value;
}

/// <summary>Some members of a household are a household of their own from a day on.</summary>
public sealed record HouseholdSplit(HouseholdId Household, HouseholdId Successor, DivisionCode Division, LocalDate From) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Household.Value;
}

/// <summary>All members of another household belong to this one from a day on; the other's file is closed.</summary>
public sealed record HouseholdsMerged(HouseholdId Household, HouseholdId Absorbed, DivisionCode Division, LocalDate From) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Household.Value;
}

/// <summary>A household became urban or rural (220 Art 6).</summary>
public sealed record HukouConverted(HouseholdId Household, DivisionCode Division, HukouKind To, LocalDate On) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Household.Value;
}

/// <summary>A household is registered or lives elsewhere within its county.</summary>
public sealed record HouseholdMoved(HouseholdId Household, DivisionCode From, DivisionCode Division, DivisionCode Residence, LocalDate On) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Household.Value;
}

/// <summary>A household came under another county; both agreed on the last month that the old one pays.</summary>
public sealed record HouseholdTransferred(HouseholdId Household, DivisionCode From, DivisionCode Division, Month LastMonth, LocalDate On) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Household.Value;
}
