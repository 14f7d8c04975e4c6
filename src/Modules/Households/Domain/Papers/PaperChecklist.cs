using System.Globalization;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Papers;

/// <summary>Which of the three papers that must match (三证相符) a paper is.</summary>
internal enum MatchPart
{
    /// <summary>The household register book.</summary>
    Register,

    /// <summary>The identity card.</summary>
    Identity,

    /// <summary>The paper that supports a circumstance: disability card, bank book.</summary>
    Support,
}

/// <summary>A line of the checklist: in this circumstance, in these years, this paper.</summary>
/// <param name="Kind">Code of the paper.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="When">The circumstance.</param>
/// <param name="PerPerson">Each member concerned brings one; otherwise one for the household.</param>
/// <param name="FromAge">Youngest age at which a member brings it.</param>
/// <param name="Issued">Somebody else issues it, and is named with it (F146).</param>
/// <param name="Match">Its part in the three-papers match; null when it has none.</param>
/// <param name="SuppliedByCheck">The information check supplies it, so that it is never asked (57 Art 10; Law Art 62).</param>
/// <param name="PromiseAllowed">A written promise may stand in for it (83 I(2)).</param>
/// <param name="InForce">The days on which it holds.</param>
/// <param name="Article">What it stands on.</param>
internal sealed record PaperLine(
    string Kind, string NameZh, string NameEn, Circumstance When, bool PerPerson, int FromAge, bool Issued, MatchPart? Match, bool SuppliedByCheck,
    bool PromiseAllowed, InForce InForce, string Article)
{
    public bool HoldsOn(LocalDate day) => InForce.On(day);
}

/// <summary>How many months before the application a divorce raises a question (F146).</summary>
internal sealed record RecentDivorce(int Months, InForce InForce, string Article)
{
    public bool HoldsOn(LocalDate day) => InForce.On(day);

    /// <summary>The day lies less than so many months before the application.</summary>
    public bool IsRecent(LocalDate divorcedOn, LocalDate appliedOn) => divorcedOn <= appliedOn && divorcedOn > appliedOn.PlusMonths(-Months);
}

/// <summary>The checklist of papers by circumstance that comes with the product, papers.csv and paper_limits.csv.</summary>
internal static class PaperChecklist
{
    public const string Truth = "truthDeclaration";
    public const string CheckAuthorisation = "checkAuthorisation";
    public const string DivorceJudgment = "divorceJudgment";

    /// <summary>What a promise in place of a paper stands on.</summary>
    public const string PromiseArticle = "83 I(2)";

    public static IReadOnlyList<PaperLine> Lines { get; } = [.. EmbeddedTable.Rows("papers.csv").Select(row => new PaperLine(
        row[0], row[1], row[2], Enum.Parse<Circumstance>(row[3], ignoreCase: true), row[4] == "person", int.Parse(row[5], CultureInfo.InvariantCulture),
        row[6] == "yes", row[7].Length == 0 ? null : Enum.Parse<MatchPart>(row[7], ignoreCase: true), row[8] == "yes", row[9] == "yes", InForce.Of(row[10], row[11]),
        row[12]))];

    public static IReadOnlyList<RecentDivorce> RecentDivorces { get; } = [.. EmbeddedTable.Rows("paper_limits.csv").Where(row => row[0] == "recentDivorce").Select(row =>
        new RecentDivorce(int.Parse(row[1], CultureInfo.InvariantCulture), InForce.Of(row[3], row[4]), row[5]))];

    private static readonly IReadOnlyDictionary<string, PaperLine> Kinds = Lines.GroupBy(l => l.Kind).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>A line of that kind of paper, for what all its lines have in common; null for an unknown kind.</summary>
    public static PaperLine? Find(string kind) => Kinds.GetValueOrDefault(kind);

    public static IEnumerable<PaperLine> On(LocalDate day) => Lines.Where(l => l.HoldsOn(day));
}
