using System.Globalization;
using Dibao.Contracts.Households;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Warnings;

/// <summary>What a warning asks for (39): the four sorts, in the order in which they are worked off.</summary>
internal enum WarningSort
{
    /// <summary>A policy is not delivered.</summary>
    A = 1,

    /// <summary>May qualify.</summary>
    B = 2,

    /// <summary>Complex: each case on its own (一事一议).</summary>
    C = 3,

    /// <summary>May no longer qualify: to be checked again.</summary>
    D = 4,
}

/// <summary>What a rule looks for; closed, as in warning_rules.csv.</summary>
internal enum WarningCondition
{
    DrawsWithoutPayee,
    DiscoveryOverdue,
    MarginWithSevereDisability,
    MarginWithSeriousIllness,
    WithoutHead,
    NotFoundElsewhere,
    CountedThoughGone,
    PastGraduation,
    GrownUp,
    VerifiedAboveDeclared,
}

/// <summary>A rule of the hardship monitoring (困难监测预警).</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Sort">What it asks for.</param>
/// <param name="Condition">What it looks for.</param>
/// <param name="FromAge">Of a member of this age or more; null where age is no matter.</param>
/// <param name="BelowAge">Of a member below this age.</param>
/// <param name="Zh">Chinese text.</param>
/// <param name="En">English text.</param>
/// <param name="InForce">The days on which it holds.</param>
/// <param name="Article">What it stands on.</param>
internal sealed record WarningRule(
    string Code, WarningSort Sort, WarningCondition Condition, int? FromAge, int? BelowAge, string Zh, string En, InForce InForce, string Article)
{
    public static readonly IReadOnlyList<WarningRule> Table = [.. EmbeddedTable.Rows("warning_rules.csv").Select(row => new WarningRule(
        row[0], Enum.Parse<WarningSort>(row[1], ignoreCase: true), Enum.Parse<WarningCondition>(row[2], ignoreCase: true), Number(row[3]), Number(row[4]), row[5], row[6],
        InForce.Of(row[7], row[8]), row[9]))];

    public static IEnumerable<WarningRule> On(LocalDate day) => Table.Where(r => r.InForce.On(day));

    public static WarningRule Of(string code) => Table.First(r => r.Code == code);

    private static int? Number(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>What is known of a household beside its own rows.</summary>
/// <param name="PersonsCovered">Persons for whom it draws dibao; null when it does not draw.</param>
/// <param name="Margin">It is a margin household.</param>
/// <param name="VerifiedIncome">What is verified of its income and holds.</param>
/// <param name="NotFound">The last place that was asked about it did not find it.</param>
internal sealed record WatchedFrom(int? PersonsCovered, bool Margin, IReadOnlyList<MeansEntry> VerifiedIncome, bool NotFound);

/// <summary>Which rules a household meets on a day.</summary>
internal static class Warnings
{
    public static IEnumerable<WarningRule> Of(Household household, WatchedFrom known, LocalDate day) => WarningRule.On(day).Where(r => Meets(r, household, known, day));

    private static bool Meets(WarningRule rule, Household household, WatchedFrom known, LocalDate day)
    {
        var members = household.Members.Where(m => m.HoldsOn(day)).ToList();
        var draws = known.PersonsCovered is not null;
        return rule.Condition switch
        {
            WarningCondition.DrawsWithoutPayee => draws && !household.Payees.Any(p => p.HoldsOn(day) && (p.Holder is not { } holder || members.Exists(m => m.Person == holder))),
            WarningCondition.MarginWithSevereDisability => known.Margin && !draws && members.Exists(m => m.Health.SeverelyDisabled),
            WarningCondition.MarginWithSeriousIllness => known.Margin && !draws && members.Exists(m => m.SeriousIllness),
            WarningCondition.WithoutHead => members.Count > 0 && members.TrueForAll(m => m.Relationship != Relationship.Head),
            WarningCondition.NotFoundElsewhere => known.NotFound,
            WarningCondition.CountedThoughGone => members.Count(m => m.Counts(day).Counts) < known.PersonsCovered,
            WarningCondition.PastGraduation => draws && members.Exists(m => m.GraduatesOn < day),
            WarningCondition.GrownUp => draws && members.Exists(m => m.Labour == LabourCapacity.OutsideWorkingAge && IsOfAge(rule, m, day) && !(m.GraduatesOn >= day)),
            WarningCondition.VerifiedAboveDeclared => draws && AboveDeclared(household, known.VerifiedIncome, day),
            _ => false, // discoveries are not of a household
        };
    }

    private static bool IsOfAge(WarningRule rule, Member member, LocalDate day) =>
        member.BirthDate.PlusYears(rule.FromAge!.Value) <= day && member.BirthDate.PlusYears(rule.BelowAge!.Value) > day;

    /// <summary>Some kind of income was verified above what was declared of it, a year against a year.</summary>
    private static bool AboveDeclared(Household household, IReadOnlyList<MeansEntry> verified, LocalDate day) => verified
        .Where(e => e.Side == MeansSide.Income && e.Truth == Truth.Verified && e.HoldsOn(day)).GroupBy(e => e.Kind)
        .Any(g => MeansCount.Stated(g)?.Fen > household.Income.Where(l => l.HoldsOn(day) && (int)l.Kind == g.Key).Sum(l => l.Yearly.Fen));
}
