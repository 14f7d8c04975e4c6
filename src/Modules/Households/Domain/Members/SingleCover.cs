using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Members;

/// <summary>On what a person may be covered alone (单人户, 单人保).</summary>
internal enum SingleGround
{
    /// <summary>Disabled in the first or second grade, or intellectually or mentally in the third.</summary>
    SevereDisability = 1,

    /// <summary>A serious illness that the place recognises.</summary>
    MajorIllness = 2,

    /// <summary>Clergy in a religious place for three years or more.</summary>
    Clergy = 3,

    /// <summary>Grown, jobless and severely disabled.</summary>
    JoblessSevereDisability = 4,
}

/// <summary>Who may be covered alone, and by which article: a table with dates; two of its grounds ask for a household on the margin of dibao (57 Art 8).</summary>
internal static class SingleCover
{
    private static readonly IReadOnlyList<(SingleGround Ground, bool Margin, InForce InForce, string Article)> Table = [.. EmbeddedTable.Rows("single_person.csv").Select(row => (
        Enum.Parse<SingleGround>(row[0], ignoreCase: true), row[1] == "1", InForce.Of(row[2], row[3]), row[4]))];

    /// <summary>The articles by which a member may be covered alone on a day; <paramref name="margin"/> says whether his household is on the margin.</summary>
    public static IReadOnlyList<string> Articles(Member member, bool margin, LocalDate day) =>
        [.. Table.Where(r => r.InForce.On(day) && (margin || !r.Margin) && Holds(r.Ground, member, day)).Select(r => r.Article)];

    private static bool Holds(SingleGround ground, Member member, LocalDate day) => ground switch
    {
        SingleGround.SevereDisability => Severe(member.Health),
        SingleGround.MajorIllness => member.SeriousIllness,
        SingleGround.Clergy => member.Standing == Standing.Clergy && (member.StandingSince is null || Age.ClergyApart.IsReached(member.StandingSince.Value, day)),
        _ => Severe(member.Health) && Age.Full.IsReached(member.BirthDate, day) && member.Employment is Employment.Unemployed or Employment.OutsideLabourForce,
    };

    private static bool Severe(Health health) =>
        health.Grade is DisabilityGrade.First or DisabilityGrade.Second
        || (health.Grade is DisabilityGrade.Third && health.Disability is DisabilityKind.Intellectual or DisabilityKind.Mental);
}
