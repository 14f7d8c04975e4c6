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
/// was declared. Deductions count once they are verified. Yearly amounts are summed as they are and never rounded here.
/// </summary>
internal static class MeansCount
{
    public static IReadOnlyList<CountedKind<IncomeKind>> Income(IEnumerable<(IncomeKind Kind, Money Amount)> declared, IReadOnlyList<MeansEntry> entries, LocalDate day)
    {
        var said = declared.Concat(LawCounts(entries, day)).GroupBy(d => d.Kind).ToDictionary(g => g.Key, g => Sum(g.Select(d => d.Amount)));
        return [.. Enum.GetValues<IncomeKind>().Select(kind => Of(kind, said, entries.Where(e => e.Side == MeansSide.Income && e.Kind == (int)kind).ToList(), Deductions(entries, kind))).OfType<CountedKind<IncomeKind>>()];
    }

    public static IReadOnlyList<CountedKind<AssetKind>> Assets(IEnumerable<(AssetKind Kind, Money Amount)> declared, IReadOnlyList<MeansEntry> entries)
    {
        var said = declared.ToDictionary(d => d.Kind, d => d.Amount);
        return [.. Enum.GetValues<AssetKind>().Select(kind => Of(kind, said, entries.Where(e => e.Side == MeansSide.Asset && e.Kind == (int)kind).ToList(), Money.Zero)).OfType<CountedKind<AssetKind>>()];
    }

    private static CountedKind<TKind>? Of<TKind>(TKind kind, Dictionary<TKind, Money> said, List<MeansEntry> entries, Money deductions) where TKind : struct, Enum
    {
        Money? declared = said.TryGetValue(kind, out var amount) ? amount : null;
        var (verified, estimated) = (On(entries, Truth.Verified), On(entries, Truth.Estimated));
        if ((verified ?? estimated ?? declared) is not { } figure) return null;
        var deducted = deductions.Fen > figure.Fen ? figure : deductions;
        var ground = verified is not null ? Truth.Verified : estimated is not null ? Truth.Estimated : Truth.Declared;
        return new(kind, declared, verified, estimated, deducted, new Money(figure.Fen - deducted.Fen), ground);
    }

    private static Money? On(List<MeansEntry> entries, Truth truth)
    {
        var of = entries.Where(e => e.Truth == truth).ToList();
        return of.Count == 0 ? null : Sum(of.Select(e => e.Amount));
    }

    private static Money Deductions(IEnumerable<MeansEntry> entries, IncomeKind against) =>
        Sum(entries.Where(e => e.Side == MeansSide.Deduction && e.Against == against && e.Truth == Truth.Verified).Select(e => e.Amount));

    /// <summary>Declared income of a kind that was uncounted, on a day on which no text says so any more: it counts as a transfer.</summary>
    private static IEnumerable<(IncomeKind Kind, Money Amount)> LawCounts(IEnumerable<MeansEntry> entries, LocalDate day) =>
        entries.Where(e => e.Side == MeansSide.Uncounted && !UncountedIncome.StandsOn((UncountedKind)e.Kind, day)).Select(e => (IncomeKind.Transfer, e.Amount));

    private static Money Sum(IEnumerable<Money> amounts) => new(amounts.Sum(a => a.Fen));
}

/// <summary>Which income the law leaves uncounted, and when: a table with articles.</summary>
internal static class UncountedIncome
{
    private static readonly IReadOnlyList<(UncountedKind Kind, LocalDate From, LocalDate? To, string Article)> Table = [.. EmbeddedTable.Rows("uncounted_income.csv").Select(row => (
        Enum.Parse<UncountedKind>(row[0], ignoreCase: true), EmbeddedTable.Day(row[1]), row[2].Length == 0 ? (LocalDate?)null : EmbeddedTable.Day(row[2]), row[3]))];

    public static bool StandsOn(UncountedKind kind, LocalDate day) => Article(kind, day) is not null;

    /// <summary>The article by which a kind is uncounted on a day; null when none is in force.</summary>
    public static string? Article(UncountedKind kind, LocalDate day) =>
        Table.Where(r => r.Kind == kind && r.From <= day && (r.To is null || day < r.To)).Select(r => r.Article).FirstOrDefault();
}
