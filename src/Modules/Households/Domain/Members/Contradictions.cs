using Dibao.Contracts.Households;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Members;

/// <summary>What cannot be true of one household at once; each is told by the place of the member in the list, never by name.</summary>
internal static class Contradictions
{
    /// <summary>The first contradiction among members as of a day; null when there is none. A household whose head died is headless until it names another.</summary>
    public static Error? Among(IReadOnlyList<(LocalDate BirthDate, MemberParticulars Of)> members, LocalDate day, bool headless = false)
    {
        var heads = members.Count(m => m.Of.Relationship == Relationship.Head);
        if (heads != 1 && !(headless && heads == 0)) return HouseholdErrors.OneHead.Plain();
        if (members.Count(m => m.Of.Relationship == Relationship.Spouse) > 1) return Contradicts("户主只能有一名配偶。", "The head has one spouse at most.");
        for (var i = 0; i < members.Count; i++)
            if (Within(i + 1, members[i].BirthDate, members[i].Of, day) is { } wrong) return wrong;
        var head = members.FirstOrDefault(m => m.Of.Relationship == Relationship.Head).Of;
        var spouse = members.Any(m => m.Of.Relationship == Relationship.Spouse);
        return spouse && head?.Attributes.Marital is MaritalStatus.Single or MaritalStatus.Widowed or MaritalStatus.Divorced
            ? Contradicts("已填报配偶,户主的婚姻状况却为未婚、丧偶或离婚。", "A spouse is listed, and the head is said to be single, widowed or divorced.")
            : null;
    }

    private static Error? Within(int place, LocalDate birthDate, MemberParticulars of, LocalDate day)
    {
        if (of.Health.Disability is null != of.Health.Grade is null)
            return Contradicts($"第 {place} 名成员:残疾类别与等级须同时填写。", $"Member {place}: kind and grade of a disability go together.");
        if (of.Attributes.Categories.HasFlag(SpecialCategory.LoneElderly) && !Age.Elderly.IsReached(birthDate, day))
            return Contradicts($"第 {place} 名成员:未满 {Age.Elderly.Years(day)} 周岁,不能列为孤老。", $"Member {place}: lone elderly are {Age.Elderly.Years(day)} or more.");
        if (of.Attributes.Categories.HasFlag(SpecialCategory.Orphan) && Age.Full.IsReached(birthDate, day) && !(of.Attributes.GraduatesOn >= day))
            return Contradicts($"第 {place} 名成员:已满 {Age.Full.Years(day)} 周岁且不在校,不能列为孤儿。", $"Member {place}: an orphan is under {Age.Full.Years(day)} or at school.");
        if (of.Standing == Standing.CoLiving && of.StandingSince is not null)
            return Contradicts($"第 {place} 名成员:共同生活的成员不填起始日。", $"Member {place}: who lives with the household has no first day of living apart.");
        foreach (var since in new[] { of.StandingSince, of.Attributes.MaritalSince })
            if (since > day || since < birthDate)
                return Contradicts($"第 {place} 名成员:{since:uuuu-MM-dd} 须在出生之后、今天之前。", $"Member {place}: {since:uuuu-MM-dd} must lie after the birth and not after today.");
        return null;
    }

    private static Error Contradicts(string zh, string en) => HouseholdErrors.Contradicts.Because(zh, en);
}
