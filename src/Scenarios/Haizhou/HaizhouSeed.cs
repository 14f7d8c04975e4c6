using Dibao.Contracts.Eligibility;

namespace Dibao.Scenarios.Haizhou;

/// <summary>
/// What the document about Haizhou district states (seed 000: figures to the end of 2012 and the re-review of the following half-year),
/// and what had to be assumed to play it. Nothing here is passed to the report: it asks the running system.
/// </summary>
internal static class HaizhouSeed
{
    public const string Name = "haizhou";
    public const int ChanceSeed = 320706;
    public static readonly DivisionCode County = DivisionCode.Parse("320706");
    public static readonly Month FirstMonth = Month.Of(2012, 1);
    public static readonly Month LastMonth = Month.Of(2013, 6);
    public static readonly LocalDate ReviewsFrom = new(2013, 1, 1);
    public static readonly LocalDate ReviewsTo = new(2013, 6, 15);

    /// <summary>Stated: yuan per person and month.</summary>
    public static Money Standard(Scheme scheme) => scheme == Scheme.Urban ? Money.Yuan(380) : Money.Yuan(255);

    /// <summary>Stated: households at the end of 2012.</summary>
    public static int Households(Scheme scheme) => scheme == Scheme.Urban ? 900 : 1370;

    /// <summary>Stated: persons at the end of 2012.</summary>
    public static int Persons(Scheme scheme) => scheme == Scheme.Urban ? 1823 : 3090;

    /// <summary>Stated: households ended by the re-review of the first half of 2013.</summary>
    public const int EndedByReview = 81;

    /// <summary>Stated: from district finance in 2012.</summary>
    public static readonly Money FromDistrict = Money.Yuan(2_034_900);

    /// <summary>Stated: obtained from upper levels in 2012.</summary>
    public static readonly Money FromUpperLevels = Money.Yuan(11_075_500);

    /// <summary>Assumed: money in the special account on the first day.</summary>
    public static readonly Money Opening = Money.Yuan(320_000);

    /// <summary>Assumed: first half of 2013.</summary>
    public static readonly Money FromDistrict2013 = Money.Yuan(1_050_000);

    /// <summary>Assumed: first half of 2013.</summary>
    public static readonly Money FromUpperLevels2013 = Money.Yuan(5_700_000);

    /// <summary>Townships by scheme; the villages in them are numbered, not named.</summary>
    public static IReadOnlyList<string> Townships(Scheme scheme) => scheme == Scheme.Urban
        ? ["320706001", "320706006", "320706011", "320706012", "320706013", "320706014"]
        : ["320706100", "320706102", "320706103", "320706104"];

    /// <summary>What the document leaves open, said below the table.</summary>
    public static readonly IReadOnlyList<(string What, string Value)> Assumptions =
    [
        ("which Haizhou", "Lianyungang, 320706 (several places bear the name)"),
        ("townships and villages", "ten of today's townships of 320706, three numbered villages each"),
        ("day the standards took effect", "2012-01-01"),
        ("rounding of a benefit", "up to the next yuan"),
        ("limit of financial assets", "24 times the monthly standard per person"),
        ("initial-review notice before 220", "7 days"),
        ("investigators before 220", "2"),
        ("community appraisal and notice of approval before 220", "none"),
        ("cases accepted before 12 December 2012", "go on without an appraisal; the notice of approval applies to every decision after that day"),
        ("first month before 220", "the month after the decision"),
        ("re-review cadence before 220", "yearly where little changes, half-yearly where income is unsteady"),
        ("re-check after a death", "within 3 months"),
        ("opening balance of the special account on 2012-01-01", "320,000.00 yuan"),
        ("arrival of the 2012 appropriations", "four equal parts on the first day of each quarter"),
        ("appropriations of the first half of 2013", "district 1,050,000.00 and upper level 5,700,000.00 yuan, in two parts"),
        ("document numbers", "海民发〔2011〕86号 (standards), 海财社〔2012〕n号 (appropriations)"),
        ("last review of the cases taken over", "spread over 2011"),
    ];
}
