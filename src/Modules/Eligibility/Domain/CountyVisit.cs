using Dibao.Contracts.Households;

namespace Dibao.Eligibility.Domain;

/// <summary>The county's own home visit (57 Art 20).</summary>
internal sealed partial class Application
{
    /// <summary>When the county itself was in the home (57 Art 20).</summary>
    public LocalDate? CountyVisitedOn { get; private set; }

    public string? CountyVisitedBy { get; private set; }

    public string? CountyFindings { get; private set; }

    public IReadOnlyList<PersonId> PresentAtCountyVisit { get; private set; } = [];

    /// <summary>The county itself was in the home, once the file was with it (57 Art 20); who records it does not decide.</summary>
    public Result<Done> RecordCountyVisit(
        LocalDate visitedOn, string findings, IReadOnlyList<PersonId> present, IReadOnlyCollection<PersonId> members, LocalDate today, string by)
    {
        if (Status != ApplicationStatus.ApprovalOnNotice && NotReady("登记县级入户调查", "record the county's visit") is { } early) return early;
        if (visitedOn < ReviewedOn || visitedOn > today)
        {
            return EligibilityErrors.StepDate.Because(
                $"入户日期 {visitedOn:uuuu-MM-dd} 须在初审日 {ReviewedOn:uuuu-MM-dd} 至今天 {today:uuuu-MM-dd} 之间。",
                $"The visit on {visitedOn:uuuu-MM-dd} must lie between the township's opinion, {ReviewedOn:uuuu-MM-dd}, and today, {today:uuuu-MM-dd}.");
        }
        if (present.Count == 0) return EligibilityErrors.NobodyPresent.Plain();
        if (present.Any(p => !members.Contains(p)))
            return EligibilityErrors.NotMember.Because("在场签字人中有人不是共同生活的家庭成员。", "Somebody listed as present is not a co-living member.");
        if (Same(by, "登记县级入户调查", "record the county's visit", ReviewedBy) is { } same) return same;
        CountyVisitedOn = visitedOn;
        CountyVisitedBy = by;
        CountyFindings = findings;
        PresentAtCountyVisit = present;
        LastBy = by;
        return Done.It;
    }
}
