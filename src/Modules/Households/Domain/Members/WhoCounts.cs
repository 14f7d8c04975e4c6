using Dibao.Contracts.Households;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Members;

/// <summary>What the law asks to know of a member before it counts him.</summary>
internal sealed record CountedBy(
    Relationship Relationship, LocalDate BirthDate, LabourCapacity Labour, Standing Standing, LocalDate? StandingSince, LocalDate? GraduatesOn, Education? Education);

/// <summary>Whether a member counts, and why.</summary>
/// <param name="Counts">True when he is a co-living member.</param>
/// <param name="Code" example="spouse">Stable code of the reason.</param>
/// <param name="Zh">The reason in Chinese.</param>
/// <param name="En">The reason in English.</param>
/// <param name="Article" example="57 Art 7(1)">The article it stands on.</param>
internal sealed record Counting(bool Counts, string Code, string Zh, string En, string Article);

/// <summary>
/// Who is a co-living member (共同生活的家庭成员): spouse, minor children, grown children who cannot live independently, others with a duty
/// of support who live together; and the categories that the law leaves out (57 Art 7; 220 Art 5).
/// </summary>
internal static class WhoCounts
{
    private static readonly LocalDate Confirmation = new(2021, 7, 1);

    public static Counting On(LocalDate day, CountedBy m)
    {
        var trial = day < Confirmation; // 220 says the same in other numbers, and knows neither detoxification nor the missing
        if (LeftOut(day, m, trial) is { } reason) return reason;
        var article = trial ? "220 Art 5" : "57 Art 7";
        var grown = Age.Full.IsReached(m.BirthDate, day);
        return m.Relationship switch
        {
            Relationship.Head => new(true, "head", "户主", "Head of the household", article),
            Relationship.Spouse => new(true, "spouse", "配偶", "Spouse", $"{article}(1)"),
            Relationship.Son or Relationship.Daughter when !grown => new(true, "minor_child", "未成年子女", "Minor child", $"{article}(2)"),
            Relationship.Son or Relationship.Daughter when AtSchool(day, m) =>
                new(true, "student_child", "在校接受本科及以下学历教育的成年子女", "Grown child in full-time education up to bachelor level", $"{article}(3)"),
            Relationship.Son or Relationship.Daughter when m.Labour is LabourCapacity.Lost or LabourCapacity.PartlyLost =>
                new(true, "dependent_child", "不能独立生活的成年子女", "Grown child who cannot live independently", $"{article}(3)"),
            Relationship.Parent when trial => new(true, "parent", "父母", "Parent", $"{article}(2)"),
            _ => new(true, "living_together", "有法定赡养、扶养、抚养义务关系并长期共同居住", "Lives with the household and owes or is owed support by law", $"{article}(4)"),
        };
    }

    private static bool AtSchool(LocalDate day, CountedBy m) => m.GraduatesOn >= day && m.Education is not Education.Graduate;

    private static Counting? LeftOut(LocalDate day, CountedBy m, bool trial)
    {
        var article = trial ? "220 Art 5" : "57 Art 7";
        if (m.StandingSince > day) return null;
        return m.Standing switch
        {
            Standing.Clergy when m.StandingSince is null || Age.ClergyApart.IsReached(m.StandingSince.Value, day) =>
                new(false, "clergy", "连续三年以上脱离家庭独立生活的宗教教职人员", "Clergy living apart from the family for three full years", $"{article}, 2(1)"),
            Standing.Imprisoned => new(false, "imprisoned", "在监狱内服刑", "Serving a sentence in prison", $"{article}, 2(2)"),
            Standing.InDetoxification when !trial => new(false, "in_detoxification", "在戒毒所强制隔离戒毒", "In compulsory drug detoxification", $"{article}, 2(2)"),
            Standing.DeclaredMissing when !trial => new(false, "declared_missing", "宣告失踪", "Declared missing", $"{article}, 2(2)"),
            Standing.LeftOutByProvince => new(false, "left_out_by_province", "省级民政部门规定的其他人员", "Left out by a rule of the province", $"{article}, 2(3)"),
            _ => null,
        };
    }
}
