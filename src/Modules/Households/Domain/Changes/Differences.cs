namespace Dibao.Households.Domain.Changes;

/// <summary>
/// Which changes an entry tells that says nothing but how things are now, and how things are after a change that was told (57 Art 30; Law Art 46).
/// </summary>
internal static class Differences
{
    /// <summary>What has become different of a member. What was not known before is no change, unless he is now known to earn.</summary>
    public static IEnumerable<ChangeKind> Of(MemberParticulars before, MemberParticulars after)
    {
        if (before.Standing != after.Standing)
            yield return after.Standing == Standing.Imprisoned ? ChangeKind.Prison
                : before.Standing == Standing.Imprisoned ? ChangeKind.PrisonReturn
                : ChangeKind.Move; // the others, too, live with the household no longer, or do so again
        var (was, now) = (before.Attributes, after.Attributes);
        if (was.Marital != MaritalStatus.NotStated && now.Marital == MaritalStatus.Divorced && was.Marital != MaritalStatus.Divorced) yield return ChangeKind.Divorce;
        if (was.Marital != MaritalStatus.NotStated && IsMarried(now.Marital) && !IsMarried(was.Marital)) yield return ChangeKind.Marriage;
        if (now.Employment is { } job && job != was.Employment && (was.Employment is not null || Earns(job))) yield return ChangeKind.Job;
        if (now.GraduatesOn != was.GraduatesOn || (now.Education is not null && was.Education is not null && now.Education != was.Education)) yield return ChangeKind.Graduation;
    }

    /// <summary>What has become different of the means: by kind and fen; what is nothing is as good as left out.</summary>
    public static IEnumerable<ChangeKind> Of(DeclaredMeans before, DeclaredMeans after)
    {
        if (!Stated(before.Income).SetEquals(Stated(after.Income)) || !Stated(before.Uncounted).SetEquals(Stated(after.Uncounted))) yield return ChangeKind.Income;
        if (!Stated(before.Assets).SetEquals(Stated(after.Assets))) yield return ChangeKind.Assets;
    }

    /// <summary>Changes that are of one member and nobody else; who he is must be said.</summary>
    public static bool IsOfAMember(ChangeKind kind) =>
        kind is ChangeKind.Prison or ChangeKind.PrisonReturn or ChangeKind.Army or ChangeKind.ArmyReturn or ChangeKind.Graduation;

    /// <summary>What is so of a member from the day of a change on. What a job pays, and who leaves with the army, is not said by its kind: the review looks into it.</summary>
    public static MemberParticulars After(MemberParticulars of, ChangeKind kind, LocalDate on) => kind switch
    {
        ChangeKind.Prison when of.Standing != Standing.Imprisoned => of with { Standing = Standing.Imprisoned, StandingSince = on },
        ChangeKind.PrisonReturn when of.Standing == Standing.Imprisoned => of with { Standing = Standing.CoLiving, StandingSince = null },
        ChangeKind.Graduation when of.Attributes.GraduatesOn is not null => of with { Attributes = of.Attributes with { GraduatesOn = on } },
        _ => of,
    };

    private static bool IsMarried(MaritalStatus marital) =>
        marital is MaritalStatus.Married or MaritalStatus.FirstMarriage or MaritalStatus.Remarried or MaritalStatus.RemarriedToFormerSpouse;

    private static bool Earns(Employment job) => job is Employment.Employed or Employment.Informal or Employment.SelfEmployed;

    private static HashSet<(int Kind, long Fen)> Stated(IEnumerable<(int Kind, long Fen)> lines) => [.. lines.Where(l => l.Fen != 0)];
}

/// <summary>What a household declares, each as its kind and fen.</summary>
/// <param name="Income">Income that counts.</param>
/// <param name="Assets">Assets.</param>
/// <param name="Uncounted">Income that the law does not count, on the day.</param>
internal sealed record DeclaredMeans(IReadOnlyList<(int Kind, long Fen)> Income, IReadOnlyList<(int Kind, long Fen)> Assets, IReadOnlyList<(int Kind, long Fen)> Uncounted)
{
    /// <summary>What is on file as declared on a day, with some entries of uncounted income.</summary>
    public static DeclaredMeans Of(Household household, IEnumerable<MeansEntry> uncounted, LocalDate day) => new(
        [.. household.Income.Where(l => l.HoldsOn(day)).Select(l => ((int)l.Kind, l.Yearly.Fen))],
        [.. household.Assets.Where(l => l.HoldsOn(day)).Select(l => ((int)l.Kind, l.Value.Fen))],
        [.. uncounted.Where(e => e.Side == MeansSide.Uncounted && e.Truth == Truth.Declared && e.HoldsOn(day)).Select(e => (e.Kind, e.Amount.Fen))]);
}
