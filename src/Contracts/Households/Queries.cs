using Dibao.SharedKernel;
using NodaTime;

namespace Dibao.Contracts.Households;

/// <summary>What the means test needs to know of a household as of a day; no names, no numbers.</summary>
/// <param name="Household">The household.</param>
/// <param name="ValidAt">The day.</param>
/// <param name="Only">The one member who is covered alone (57 Art 8): he and his own means, and nobody else's; null for the household.</param>
/// <param name="Found">What a check or a review has just found; stands in place of what was verified of that kind before.</param>
/// <param name="Without">Whose own means are left aside: of a household that one applies from alone, what was found of him says nothing of the others.</param>
public sealed record GetCircumstances(HouseholdId Household, LocalDate ValidAt, PersonId? Only = null, MeansFound? Found = null, PersonId? Without = null) : IQuery<Circumstances>;

/// <summary>Means verified just now.</summary>
/// <param name="Income">Fen per year, by kind.</param>
/// <param name="Assets">Fen, by kind.</param>
public sealed record MeansFound(IReadOnlyList<IncomeAmount> Income, IReadOnlyList<AssetAmount> Assets);

/// <summary>The articles by which a member may be covered alone on a day (57 Art 8; 83 I(1)); an empty list when none does.</summary>
public sealed record GetSingleGrounds(HouseholdId Household, PersonId Person, LocalDate On) : IQuery<IReadOnlyList<string>>;

/// <summary>A household as the means test sees it.</summary>
/// <param name="Household">The household.</param>
/// <param name="FileNumber">Its file number.</param>
/// <param name="Division">Village or community where its file is kept and it applies: of registration (57 Art 4), or of residence where the province lets it.</param>
/// <param name="Residence">Village or community where it lives.</param>
/// <param name="Hukou">Kind of registration.</param>
/// <param name="Agent">Subject of the person who acts for it online; null when entered at the counter.</param>
/// <param name="Registered">Villages or communities in which the members who count are registered (57 Art 5).</param>
/// <param name="Members">Co-living members who count (57 Art 7).</param>
/// <param name="Income">Income per year: as verified by the household's file, else as estimated, else as declared; deductions taken off.</param>
/// <param name="Assets">Assets, on the same grounds.</param>
/// <param name="HasPayee">Whether an account is named.</param>
/// <param name="OnFile">Everybody who stands in its file on the day, whether he counts or not.</param>
public sealed record Circumstances(
    HouseholdId Household, string FileNumber, DivisionCode Division, DivisionCode Residence, HukouKind Hukou, string? Agent,
    IReadOnlyList<DivisionCode> Registered, IReadOnlyList<MemberCircumstances> Members, IReadOnlyList<IncomeAmount> Income, IReadOnlyList<AssetAmount> Assets, bool HasPayee,
    IReadOnlyList<PersonId> OnFile);

/// <summary>A member as the means test sees him.</summary>
public sealed record MemberCircumstances(PersonId Person, LocalDate BirthDate, LabourCapacity Labour);

/// <summary>Income of one kind.</summary>
/// <param name="Kind">Kind of income.</param>
/// <param name="YearlyFen" example="1800000">Fen per year, 0 to 100000000000; the yearly amount is authoritative and is never rebuilt from a month.</param>
public sealed record IncomeAmount(IncomeKind Kind, long YearlyFen);

/// <summary>Assets of one kind.</summary>
/// <param name="Kind">Kind of asset.</param>
/// <param name="ValueFen" example="500000">Value in fen, 0 to 100000000000.</param>
public sealed record AssetAmount(AssetKind Kind, long ValueFen);

/// <summary>How means are told, by whomever: no negative money, nothing beyond a thousand million yuan, each kind once.</summary>
public static class MeansShape
{
    /// <summary>The largest figure, in fen.</summary>
    public const long MostFen = 100_000_000_000;

    /// <summary>What is said of a figure out of range.</summary>
    public const string AmountMessage = "金额须在 0 至 100000000000 分之间|Amounts lie between 0 and 100000000000 fen";

    /// <summary>What is said of a list that tells a kind twice.</summary>
    public const string OnceMessage = "每一种类只能填报一次|Each kind stands once";

    /// <summary>Whether a figure is in range.</summary>
    public static bool IsAmount(long fen) => fen is >= 0 and <= MostFen;

    /// <summary>Whether all figures are in range.</summary>
    public static bool AreAmounts(IEnumerable<IncomeAmount> income) => income.All(i => IsAmount(i.YearlyFen));

    /// <inheritdoc cref="AreAmounts(IEnumerable{IncomeAmount})" />
    public static bool AreAmounts(IEnumerable<AssetAmount> assets) => assets.All(a => IsAmount(a.ValueFen));

    /// <summary>Whether each kind stands once.</summary>
    public static bool AreOnce(IReadOnlyCollection<IncomeAmount> income) => income.DistinctBy(i => i.Kind).Count() == income.Count;

    /// <inheritdoc cref="AreOnce(IReadOnlyCollection{IncomeAmount})" />
    public static bool AreOnce(IReadOnlyCollection<AssetAmount> assets) => assets.DistinctBy(a => a.Kind).Count() == assets.Count;
}

/// <summary>What a public notice may say of a household (57 Art 24), and nothing else.</summary>
public sealed record GetNoticeParticulars(HouseholdId Household, PersonId Applicant, LocalDate ValidAt) : IQuery<NoticeParticulars>;

/// <summary>Applicant's name and number of members; the name is null when the applicant is a minor.</summary>
public sealed record NoticeParticulars(string? ApplicantName, int Members, DivisionCode Residence);

/// <summary>The same of many households at once, at most 500; those unknown are left out.</summary>
public sealed record GetManyNoticeParticulars(IReadOnlyCollection<NoticeSubject> Subjects, LocalDate ValidAt) : IQuery<IReadOnlyList<NoticeParticularsOf>>;

/// <summary>A household and the member in whose name its case stands.</summary>
public sealed record NoticeSubject(HouseholdId Household, PersonId Applicant);

/// <summary>What a public notice may say of one household.</summary>
public sealed record NoticeParticularsOf(HouseholdId Household, NoticeParticulars Particulars);

/// <summary>The accounts into which households are paid; those without one are left out.</summary>
public sealed record GetPayees(IReadOnlyCollection<HouseholdId> Households) : IQuery<IReadOnlyList<Payee>>;

/// <summary>An account for the bank file: the number stays sealed until the file is written.</summary>
/// <param name="Household">The household paid.</param>
/// <param name="Account">Which version of its account.</param>
/// <param name="Holder">Name of the holder.</param>
/// <param name="Bank">Name or code of the bank.</param>
/// <param name="SealedNumber">The account number, encrypted.</param>
/// <param name="MaskedNumber">Its last four digits, the rest hidden.</param>
/// <param name="HolderLeftOn">First day on which the holder no longer lived with the household; null while he does.</param>
public sealed record Payee(HouseholdId Household, PayeeId Account, string Holder, string Bank, byte[] SealedNumber, string MaskedNumber, LocalDate? HolderLeftOn = null)
{
    /// <summary>Whether a month may be paid into it: the dead are not paid, for a month that began after their death another account is named.</summary>
    public bool Takes(Month month) => HolderLeftOn is null || month.FirstDay < HolderLeftOn;
}

/// <summary>Whether a person is a member of a household in the caller's division; refused when he is not.</summary>
public sealed record GetMembership(HouseholdId Household, PersonId Person) : IQuery<Done>;

/// <summary>The filings of a household as a near relative's of an officer that count on a day (220 Art 14; 57 Art 11).</summary>
public sealed record GetFilings(HouseholdId Household, LocalDate ValidAt) : IQuery<IReadOnlyList<FilingOfRelative>>;

/// <summary>That a member is a near relative of an officer; not of whom.</summary>
/// <param name="Filing">The filing.</param>
/// <param name="Person">The member.</param>
/// <param name="FiledOn">When it was filed.</param>
/// <param name="Article">By which article.</param>
public sealed record FilingOfRelative(Guid Filing, PersonId Person, LocalDate FiledOn, string Article);
