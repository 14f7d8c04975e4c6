using Dibao.Contracts.Households;
using Dibao.SharedKernel;
using NodaTime;

namespace Dibao.Contracts.Eligibility;

/// <summary>The means test of a live case on the policy in force on a day. Nothing is stored.</summary>
/// <param name="Entitlement">The case.</param>
/// <param name="Household">The household.</param>
/// <param name="Scheme">Urban or rural.</param>
/// <param name="On">The day whose law applies.</param>
/// <param name="VerifiedIncome">Income verified now per kind; takes the place of what is on file of that kind.</param>
/// <param name="VerifiedAssets">Assets verified now per kind; likewise.</param>
/// <param name="Only">The one member who is covered alone; null for the household.</param>
public sealed record AssessMeans(
    EntitlementId Entitlement, HouseholdId Household, Scheme Scheme, LocalDate On,
    IReadOnlyList<IncomeAmount> VerifiedIncome, IReadOnlyList<AssetAmount> VerifiedAssets, PersonId? Only = null) : IQuery<AssessedMeans>;

/// <summary>What a live case is worth by a new means test.</summary>
/// <param name="Test">The means test.</param>
/// <param name="UpliftFen">Category uplifts of those who are still counted, fen per month, on top of it (57 Art 27); 0 when the household does not qualify.</param>
public sealed record AssessedMeans(Determination Test, long UpliftFen);

/// <summary>A means test with everything it stands on: it can be replayed from this alone.</summary>
/// <param name="Format">Version of this record.</param>
/// <param name="On">The day whose law applied.</param>
/// <param name="Scheme">Urban or rural.</param>
/// <param name="Persons">Members counted.</param>
/// <param name="Income">Income counted, fen per year, by kind.</param>
/// <param name="Assets">Assets counted, fen, by kind.</param>
/// <param name="Policies">The policy values used.</param>
/// <param name="Lines">The reasoning, line by line, each with its article.</param>
/// <param name="Eligible">Whether the household qualifies.</param>
/// <param name="MonthlyFen">Benefit of the household, fen per month; 0 when it does not qualify.</param>
/// <param name="Reasons">Why it does not qualify; empty when it does.</param>
public sealed record Determination(
    int Format, LocalDate On, Scheme Scheme, int Persons, IReadOnlyList<IncomeAmount> Income, IReadOnlyList<AssetAmount> Assets,
    IReadOnlyList<PolicyFigure> Policies, IReadOnlyList<ReasoningLine> Lines, bool Eligible, long MonthlyFen, IReadOnlyList<string> Reasons);

/// <summary>One step of the reasoning.</summary>
/// <param name="Code">Stable code of the step: <c>income.sum</c>, <c>amount.difference</c>.</param>
/// <param name="Zh">The sentence in Chinese, with its figures.</param>
/// <param name="En">The sentence in English.</param>
/// <param name="ValueFen">The figure of the step, fen; null where it has none.</param>
/// <param name="Article">The article it stands on.</param>
public sealed record ReasoningLine(string Code, string Zh, string En, long? ValueFen, string Article);

/// <summary>A policy value as of a day.</summary>
public sealed record ResolvePolicy(string Key, DivisionCode Division, Scheme Scheme, LocalDate On) : IQuery<PolicyFigure>;

/// <summary>A value with its source.</summary>
/// <param name="Key">Which value, such as <c>standard.monthly</c>; <c>GET /policies</c> lists them.</param>
/// <param name="Value">The value, in the unit beside it.</param>
/// <param name="Unit">fen, days, workingDays, months, persons, thirds, flag.</param>
/// <param name="Division">For which place it was set.</param>
/// <param name="Document">Document number.</param>
/// <param name="Article">Article.</param>
/// <param name="ValidFrom">First day of validity.</param>
public sealed record PolicyFigure(string Key, long Value, string Unit, string Division, string Document, string Article, LocalDate ValidFrom);

/// <summary>The keys of the policy register.</summary>
public static class PolicyKeys
{
    /// <summary>Living standard, fen per person and month (271 Art 6; 649 Art 10; Law Art 19).</summary>
    public const string Standard = "standard.monthly";

    /// <summary>Unit to which a benefit is rounded up, fen (no national rule; local).</summary>
    public const string Rounding = "amount.rounding";

    /// <summary>Most financial assets per person that a household may have, fen (local; 649 Art 10, Law Art 23).</summary>
    public const string FinancialAssetLimit = "assets.financial_limit";

    /// <summary>Total time from acceptance to decision (271 Art 8; 57 Art 22).</summary>
    public const string DecisionTime = "procedure.total";

    /// <summary>Investigators per home visit at least (220 Art 18; 57 Art 16).</summary>
    public const string Investigators = "visit.investigators";

    /// <summary>1 when a community appraisal is a standing step (220 Art 21), 0 when it is held only on objection (57 Art 19).</summary>
    public const string Appraisal = "procedure.appraisal";

    /// <summary>Share of villagers' representatives on the panel at least, thirds (220 Art 22).</summary>
    public const string AppraisalShare = "appraisal.representatives_share";

    /// <summary>Days of the initial-review notice, calendar days (220 Art 25; 57 Art 19).</summary>
    public const string NoticeDays = "notice.initial_review_days";

    /// <summary>Days of the notice before approval, calendar days; 0 where there is none (220 Art 29).</summary>
    public const string ApprovalNoticeDays = "notice.approval_days";

    /// <summary>Months from the decision to the first month paid (220 Art 29; 57 Art 21).</summary>
    public const string FirstMonth = "benefit.first_month";

    /// <summary>Months between reviews where little changes (220 Art 33; 57 Art 31).</summary>
    public const string ReviewStable = "review.every_stable";

    /// <summary>Months between reviews where income is unsteady or members can work (220 Art 33; 57 Art 31).</summary>
    public const string ReviewUnsteady = "review.every_unsteady";

    /// <summary>Months within which the case is re-checked after a death (83 I(3)).</summary>
    public const string ReviewAfterDeath = "review.after_death";

    /// <summary>Months within which the case is reviewed after the household told a change (57 Art 30; local).</summary>
    public const string ReviewAfterChange = "review.after_change";

    /// <summary>Months for which a benefit is paid on although the income has risen above the standard (57 Art 33; 83 I(3)).</summary>
    public const string TaperMonths = "benefit.taper_months";

    /// <summary>1 where a household that is registered elsewhere in the province may apply where it lives (57 Art 5; Law Art 37), 0 where it applies at its registration.</summary>
    public const string AtResidence = "application.at_residence";

    /// <summary>1 when the recipient must be heard before a reduction or an end (Law Art 48).</summary>
    public const string HearingBeforeCut = "review.hearing";
}

/// <summary>
/// The last day of a limit of calendar or working days: the first day is not counted, and a last day off moves on to the next working day
/// (民法典 Art 201, 203).
/// </summary>
/// <param name="From">The day on which the limit begins.</param>
/// <param name="Days">Days of the limit.</param>
/// <param name="Working">They are working days.</param>
public sealed record GetLastDay(LocalDate From, int Days, bool Working = false) : IQuery<LocalDate>;

/// <summary>Which of some households, at most 500, draw dibao and go on drawing it after a month; only within the caller's division.</summary>
/// <param name="Households">The households.</param>
/// <param name="Month">The month.</param>
public sealed record GetLiveCases(IReadOnlyCollection<HouseholdId> Households, Month Month) : IQuery<IReadOnlyList<LiveCase>>;

/// <summary>A household that draws dibao.</summary>
/// <param name="Household">The household.</param>
/// <param name="Persons">Persons covered, as last decided.</param>
public sealed record LiveCase(HouseholdId Household, int Persons);

/// <summary>The live caseload of a division at the end of a month, and the movements of that month, from the entitlements themselves.</summary>
public sealed record GetCaseload(DivisionCode Division, Month From, Month To) : IQuery<IReadOnlyList<CaseloadFigure>>;

/// <summary>One scheme in one month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Scheme">Urban or rural.</param>
/// <param name="Households">Households entitled for the month.</param>
/// <param name="Persons">Persons entitled for the month.</param>
/// <param name="MonthlyFen">Their benefits for the month, fen.</param>
/// <param name="Admitted">Households whose first month it is (taken over not counted).</param>
/// <param name="TakenOver">Households taken over from the old register whose first month here it is.</param>
/// <param name="Ended">Households whose last month was the month before.</param>
public sealed record CaseloadFigure(Month Month, Scheme Scheme, int Households, int Persons, long MonthlyFen, int Admitted, int TakenOver, int Ended);

/// <summary>Applications of a division by their end, decided from a day to a day, both included.</summary>
public sealed record GetDecisionFigures(DivisionCode Division, LocalDate From, LocalDate To) : IQuery<DecisionFigures>;

/// <summary>Decisions in a period.</summary>
public sealed record DecisionFigures(int Confirmed, int Refused);

/// <summary>What is under way for a household that might go to another county.</summary>
/// <param name="Household">The household.</param>
/// <param name="County">The county whose household it is.</param>
public sealed record GetUnderWay(HouseholdId Household, DivisionCode County) : IQuery<UnderWay>;

/// <summary>What is under way for a household.</summary>
/// <param name="Application">An application is open.</param>
/// <param name="Succession">A succession names it and is not confirmed.</param>
public sealed record UnderWay(bool Application, bool Succession);

/// <summary>Which of some persons draw, or drew last, a scheme that excludes the others.</summary>
public sealed record GetCovered(IReadOnlyCollection<PersonId> Persons) : IQuery<IReadOnlyList<CoveredPerson>>;

/// <summary>Somebody who draws or drew.</summary>
/// <param name="Person">The person.</param>
/// <param name="LastMonth">Last month; null while it runs.</param>
public sealed record CoveredPerson(PersonId Person, Month? LastMonth);

/// <summary>What a household draws for a month.</summary>
public sealed record GetDrawn(HouseholdId Household, Month Month) : IQuery<Drawn>;

/// <summary>What a household draws; without a scheme when it draws nothing.</summary>
/// <param name="Scheme">Urban or rural.</param>
/// <param name="Persons">Members covered.</param>
/// <param name="MonthlyFen">Benefit of the household, fen per month.</param>
/// <param name="FirstMonth">First month drawn.</param>
public sealed record Drawn(Scheme? Scheme, int Persons, long MonthlyFen, Month? FirstMonth);
