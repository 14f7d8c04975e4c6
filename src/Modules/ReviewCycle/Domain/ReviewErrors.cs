namespace Dibao.ReviewCycle.Domain;

internal static class ReviewErrors
{
    public static readonly ProblemType Closed = new("reviewcycle.closed", ErrorKind.Conflict,
        "该复核已办结", "This review is closed");

    public static readonly ProblemType NoFindings = new("reviewcycle.no_findings", ErrorKind.Rule,
        "尚未记录核查结果", "No findings are recorded yet", "57 Art 31");

    public static readonly ProblemType VisitDate = new("reviewcycle.visit_date", ErrorKind.Rule,
        "入户调查日期不合理", "The day of the home visit is impossible");

    public static readonly ProblemType TooFewInvestigators = new("reviewcycle.too_few_investigators", ErrorKind.Rule,
        "调查人员人数不足", "Too few investigators", "57 Art 16");

    public static readonly ProblemType NoTownshipStaff = new("reviewcycle.no_township_staff", ErrorKind.Rule,
        "调查人员中须有乡镇(街道)工作人员", "One investigator is of the township's staff", "57 Art 16");

    public static readonly ProblemType RecorderNotPresent = new("reviewcycle.recorder_not_present", ErrorKind.Rule,
        "记录人须为调查人员之一且为乡镇(街道)工作人员", "The recorder is one of the investigators, as township staff", "57 Art 16");

    public static readonly ProblemType NobodyPresent = new("reviewcycle.nobody_present", ErrorKind.Rule,
        "须有家庭成员在场", "A member of the household must be present", "57 Art 16");

    public static readonly ProblemType NotMember = new("reviewcycle.not_a_member", ErrorKind.Rule,
        "在场人员不是共同生活的家庭成员", "A person present is not a co-living member", "57 Art 7");

    public static readonly ProblemType EndWithoutGround = new("reviewcycle.end_without_ground", ErrorKind.Rule,
        "停发没有法定事由", "There is no lawful ground to end it", "57 Art 32");

    public static readonly ProblemType NothingToHear = new("reviewcycle.nothing_to_hear", ErrorKind.Rule,
        "拟减发或停发时才需听取意见", "Views are heard where the benefit is to fall or to end");

    public static readonly ProblemType HearingDate = new("reviewcycle.hearing_date", ErrorKind.Rule,
        "听取意见日期不合理", "The day of the hearing is impossible");

    public static readonly ProblemType NotHeard = new("reviewcycle.not_heard", ErrorKind.Rule,
        "减发、停发前须听取意见", "The household must be heard before its benefit falls or ends", "社会救助法 Art 48");

    public static readonly ProblemType NotTold = new("reviewcycle.reasons_missing", ErrorKind.Rule,
        "减发、停发须说明理由", "A reduction or an end is told with its reasons", "57 Art 32");

    public static readonly ProblemType OtherOutcome = new("reviewcycle.other_outcome", ErrorKind.Rule,
        "结论与核查结果不符", "The outcome is not what the findings propose", "57 Art 32");

    public static readonly ProblemType SamePerson = new("reviewcycle.same_person", ErrorKind.Forbidden,
        "同一人员不得办理相邻环节", "Nobody does two adjacent steps of one case");

    public static readonly ProblemType MembersChanged = new("reviewcycle.members_changed", ErrorKind.Rule,
        "家庭人口已变化,不能维持不变", "The members have changed: the amount cannot stay", "57 Art 32");

    public static readonly ProblemType StandardChanged = new("reviewcycle.standard_changed", ErrorKind.Conflict,
        "核查之后保障标准有变", "The standard has changed since the findings");

    public static readonly ProblemType AmountChanged = new("reviewcycle.amount_changed", ErrorKind.Conflict,
        "核查后保障金已变动", "The benefit has changed since the findings");
}
