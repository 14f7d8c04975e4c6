using Dibao.Contracts.Households;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Means;

/// <summary>What is known of one kind of income or asset: three figures that stand side by side, and the one that counts.</summary>
/// <param name="Kind">Kind of income or asset.</param>
/// <param name="Declared">As the household said; null when it said nothing.</param>
/// <param name="Verified">As verified, all persons together; null when nothing is.</param>
/// <param name="Estimated">As estimated; null when nothing is.</param>
/// <param name="Deducted">What is taken off, no more than the figure itself.</param>
/// <param name="Counted">The figure that counts, deductions taken off.</param>
/// <param name="CountedAs">On which ground.</param>
internal sealed record CountedKind<TKind>(TKind Kind, Money? Declared, Money? Verified, Money? Estimated, Money Deducted, Money Counted, Truth CountedAs);

/// <summary>
/// Which of the three figures counts (57 Art 13, 17; 83 I(1)): the verified one; where nothing is verified the township's estimate; else what
/// was declared. Income that no text leaves uncounted any more counts as a transfer beside the other transfers, each by its own best figure.
/// Deductions count once they are verified. Yearly amounts are summed as they are and never rounded here.
/// </summary>
internal static class MeansCount
{
    public static IReadOnlyList<CountedKind<IncomeKind>> Income(IEnumerable<(IncomeKind Kind, Money Amount)> declared, IReadOnlyList<MeansEntry> entries, LocalDate day)
    {
        var said = declared.ToLookup(d => d.Kind, d => d.Amount);
        return [.. Enum.GetValues<IncomeKind>().Select(kind => Of(
            kind, [Known.Of(said[kind], Stating(entries, MeansSide.Income, (int)kind)), .. LawCounts(kind, entries, day)], Deductions(entries, kind))).OfType<CountedKind<IncomeKind>>()];
    }

    public static IReadOnlyList<CountedKind<AssetKind>> Assets(IEnumerable<(AssetKind Kind, Money Amount)> declared, IReadOnlyList<MeansEntry> entries)
    {
        var said = declared.ToLookup(d => d.Kind, d => d.Amount);
        return [.. Enum.GetValues<AssetKind>().Select(kind => Of(
            kind, [Known.Of(said[kind], Stating(entries, MeansSide.Asset, (int)kind))], Money.Zero)).OfType<CountedKind<AssetKind>>()];
    }

    /// <summary>
    /// What the sources state of one kind on one ground; none is counted beside another that states the same. Of each person, and of the household as
    /// a whole, the latest counts, of the same day the larger. The whole holds its persons: the two are not added, the later of them counts.
    /// </summary>
    public static Money? Stated(IEnumerable<MeansEntry> entries)
    {
        var latest = entries.GroupBy(e => e.Person).Select(Latest).ToList();
        var persons = latest.FindAll(e => e.Person is not null);
        if (latest.Find(e => e.Person is null) is not { } whole) return Sum(persons.Select(e => (Money?)e.Amount));
        if (persons.Count == 0) return whole.Amount;
        var (added, day) = (new Money(persons.Sum(e => e.Amount.Fen)), persons.Max(e => e.On));
        if (day == whole.On) return Money.Max(added, whole.Amount);
        return day > whole.On ? added : whole.Amount;
    }

    /// <summary>The latest of some statements; of the same day the larger.</summary>
    public static MeansEntry Latest(IEnumerable<MeansEntry> entries) => entries.OrderBy(e => e.On).ThenBy(e => e.Amount.Fen).Last();

    private static CountedKind<TKind>? Of<TKind>(TKind kind, List<Known> known, Money deductions) where TKind : struct, Enum
    {
        // What is not known on a ground stands beside what is by its next best figure, so that nothing is lost.
        var declared = Sum(known.Select(k => k.Declared));
        var estimated = known.Exists(k => k.Estimated is not null) ? Sum(known.Select(k => k.Estimated ?? k.Declared)) : null;
        var verified = known.Exists(k => k.Verified is not null) ? Sum(known.Select(k => k.Verified ?? k.Estimated ?? k.Declared)) : null;
        if ((verified ?? estimated ?? declared) is not { } figure) return null;
        var deducted = deductions.Fen > figure.Fen ? figure : deductions;
        var ground = verified is not null ? Truth.Verified : estimated is not null ? Truth.Estimated : Truth.Declared;
        return new(kind, declared, verified, estimated, deducted, new Money(figure.Fen - deducted.Fen), ground);
    }

    private static Money Deductions(IReadOnlyList<MeansEntry> entries, IncomeKind against) =>
        Sum(entries.Where(e => e.Side == MeansSide.Deduction && e.Against == against && e.Truth == Truth.Verified).GroupBy(e => e.Kind).Select(Stated)) ?? Money.Zero;

    /// <summary>Income of the kinds that were uncounted, on a day on which no text says so any more: it counts as a transfer.</summary>
    private static IEnumerable<Known> LawCounts(IncomeKind kind, IReadOnlyList<MeansEntry> entries, LocalDate day) => entries
        .Where(e => kind == IncomeKind.Transfer && e.Side == MeansSide.Uncounted && !UncountedIncome.StandsOn((UncountedKind)e.Kind, day))
        .GroupBy(e => e.Kind).Select(same => Known.Of(same.Where(e => e.Truth == Truth.Declared).Select(e => e.Amount), same));

    private static IEnumerable<MeansEntry> Stating(IReadOnlyList<MeansEntry> entries, MeansSide side, int kind) => entries.Where(e => e.Side == side && e.Kind == kind);

    private static Money? Sum(IEnumerable<Money?> amounts)
    {
        var known = amounts.Where(a => a is not null).ToList();
        return known.Count == 0 ? null : new Money(known.Sum(a => a!.Value.Fen));
    }

    /// <summary>What is known of one thing on each of the three grounds; null where nothing is.</summary>
    private sealed record Known(Money? Declared, Money? Verified, Money? Estimated)
    {
        public static Known Of(IEnumerable<Money> declared, IEnumerable<MeansEntry> entries)
        {
            var of = entries.ToLookup(e => e.Truth);
            return new(Sum(declared.Select(d => (Money?)d)), Stated(of[Truth.Verified]), Stated(of[Truth.Estimated]));
        }
    }
}

/// <summary>Which income the law leaves uncounted, and when: a table with articles.</summary>
internal static class UncountedIncome
{
    private static readonly IReadOnlyList<(UncountedKind Kind, InForce InForce, string Article)> Table = [.. EmbeddedTable.Rows("uncounted_income.csv").Select(row => (
        Enum.Parse<UncountedKind>(row[0], ignoreCase: true), InForce.Of(row[1], row[2]), row[3]))];

    public static bool StandsOn(UncountedKind kind, LocalDate day) => Article(kind, day) is not null;

    /// <summary>The article by which a kind is uncounted on a day; null when none is in force.</summary>
    public static string? Article(UncountedKind kind, LocalDate day) =>
        Table.Where(r => r.Kind == kind && r.InForce.On(day)).Select(r => r.Article).FirstOrDefault();
}
