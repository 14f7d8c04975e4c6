using Dibao.Contracts.Households;

namespace Dibao.Households.Domain.Means;

/// <summary>Which side of a household's means an entry is about.</summary>
internal enum MeansSide
{
    /// <summary>Income that counts, by its kind.</summary>
    Income = 1,

    /// <summary>What is taken off an income (57 Art 13).</summary>
    Deduction = 2,

    /// <summary>Income that the law does not count (57 Art 13).</summary>
    Uncounted = 3,

    /// <summary>An asset, by its kind.</summary>
    Asset = 4,
}

/// <summary>How a figure came to be believed.</summary>
internal enum Truth
{
    /// <summary>The household said so.</summary>
    Declared = 1,

    /// <summary>A source outside the household says so.</summary>
    Verified = 2,

    /// <summary>The township's estimate where nothing can be verified; the real situation is looked at (83 I(1)).</summary>
    Estimated = 3,
}

/// <summary>What is taken off an income. Labels: code table deduction_kind.</summary>
internal enum DeductionKind
{
    WorkCosts = 1,
    DisabilityCosts = 2,
    IllnessCosts = 3,
}

/// <summary>Income that does not count. Labels: code table uncounted_income.</summary>
internal enum UncountedKind
{
    Rewards = 1,
    SocialAssistance = 2,
    BasicPension = 3,
    SetByCity = 4,
}

/// <summary>Where a figure comes from.</summary>
internal enum MeansSource
{
    /// <summary>The household itself (本人申报).</summary>
    Declaration = 1,

    /// <summary>The information check (信息核对).</summary>
    InformationCheck = 2,

    /// <summary>A paper (证明材料).</summary>
    Paper = 3,

    /// <summary>A home visit (入户调查).</summary>
    HomeVisit = 4,

    /// <summary>The employer (用人单位).</summary>
    Employer = 5,

    /// <summary>The neighbours (邻里访问).</summary>
    Neighbours = 6,

    /// <summary>A calculation (核算).</summary>
    Calculation = 7,

    /// <summary>Another (其他).</summary>
    Other = 9,
}

/// <summary>The span for which a source states its figure.</summary>
internal enum MeansPeriod
{
    /// <summary>A year (年).</summary>
    Year = 1,

    /// <summary>Half a year (半年).</summary>
    HalfYear = 2,

    /// <summary>A quarter (季).</summary>
    Quarter = 3,

    /// <summary>A month (月).</summary>
    Month = 4,
}

/// <summary>What a source states of one kind of means.</summary>
/// <param name="Side">Income, deduction, uncounted income or asset.</param>
/// <param name="Kind">The code of the kind within its side.</param>
/// <param name="Against">The kind of income that a deduction is taken off.</param>
/// <param name="Person">Whose; null for the household's.</param>
/// <param name="Amount">Fen per year, or the value of an asset: authoritative, never rebuilt from a shorter span.</param>
/// <param name="Period">The span that the source states; null for assets.</param>
/// <param name="PeriodAmount">What it states for that span.</param>
internal sealed record StatedMeans(MeansSide Side, int Kind, IncomeKind? Against, PersonId? Person, Money Amount, MeansPeriod? Period, Money? PeriodAmount)
{
    /// <summary>Income of a year and assets by kind, of one person or of the household.</summary>
    public static List<StatedMeans> Of(IReadOnlyList<IncomeAmount> income, IReadOnlyList<AssetAmount> assets, PersonId? person = null) =>
    [
        .. income.Select(i => new StatedMeans(MeansSide.Income, (int)i.Kind, null, person, new Money(i.YearlyFen), MeansPeriod.Year, null)),
        .. assets.Select(a => new StatedMeans(MeansSide.Asset, (int)a.Kind, null, person, new Money(a.ValueFen), null, null)),
    ];
}

/// <summary>The ground on which a figure is believed.</summary>
/// <param name="Truth">Declared, verified or estimated.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="On">The day of the source.</param>
/// <param name="Note">How it was found or estimated; empty when the source says all.</param>
/// <param name="Evidence">The paper on file that shows it.</param>
internal sealed record Ground(Truth Truth, MeansSource Source, LocalDate On, string Note, Guid? Evidence);

/// <summary>A figure of one kind of means on one ground, from a day on. Declared, verified and estimated never overwrite each other.</summary>
internal sealed class MeansEntry : TwoTimeRow
{
    private MeansEntry()
    {
    }

    public MeansEntry(HouseholdId household, StatedMeans stated, Ground ground, string by, LocalDate from, Instant now)
    {
        Id = Guid.CreateVersion7();
        Household = household;
        (Side, Kind, Against, Person, Amount, Period, PeriodAmount) = stated;
        (Truth, Source, On, Note, Evidence) = ground;
        By = by;
        ValidFrom = from;
        Recorded = now;
    }

    public Guid Id { get; private set; }

    public HouseholdId Household { get; private set; }

    public MeansSide Side { get; private init; }

    public int Kind { get; private init; }

    public IncomeKind? Against { get; private init; }

    public PersonId? Person { get; private init; }

    public Money Amount { get; private set; }

    public MeansPeriod? Period { get; private init; }

    public Money? PeriodAmount { get; private set; }

    public Truth Truth { get; private init; }

    public MeansSource Source { get; private init; }

    public LocalDate On { get; private set; }

    public string Note { get; private init; } = "";

    public Guid? Evidence { get; private init; }

    /// <summary>Subject of the person who entered it.</summary>
    public string By { get; private init; } = "";

    /// <summary>Whether another entry says the same thing on the same ground and so takes this one's place.</summary>
    public bool SameThingAs(StatedMeans stated, Truth truth) =>
        Side == stated.Side && Kind == stated.Kind && Against == stated.Against && Person == stated.Person && Truth == truth;

    public MeansEntry Until(LocalDate day, Instant now)
    {
        var copy = (MeansEntry)Again(ValidFrom, day, now);
        copy.Id = Guid.CreateVersion7();
        return copy;
    }

    /// <summary>The same finding in the file of another household, from a day on.</summary>
    public MeansEntry In(HouseholdId household, LocalDate from, Instant now)
    {
        var copy = (MeansEntry)Again(from, null, now);
        (copy.Id, copy.Household) = (Guid.CreateVersion7(), household);
        return copy;
    }

    /// <summary>Adds what was stated of another household that is one with this now.</summary>
    public void Add(MeansEntry other) => (Amount, PeriodAmount, On) = (Amount + other.Amount, null, other.On > On ? other.On : On);
}
