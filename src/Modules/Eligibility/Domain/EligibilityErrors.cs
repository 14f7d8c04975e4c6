namespace Dibao.Eligibility.Domain;

internal static class EligibilityErrors
{
    public static readonly ProblemType PolicyMissing = new("eligibility.policy_missing", ErrorKind.Rule,
        "政策登记缺少所需数值", "The policy register lacks a value that is needed");

    public static readonly ProblemType OutOfOrder = new("eligibility.step_out_of_order", ErrorKind.Conflict,
        "办理环节顺序不符", "This step is out of order");

    public static readonly ProblemType SamePerson = new("eligibility.same_person", ErrorKind.Rule,
        "相邻环节须由不同人员办理", "Adjacent steps of one case are taken by different people");

    public static readonly ProblemType AlreadyOpen = new("eligibility.application_open", ErrorKind.Conflict,
        "该家庭已有在办申请", "This household has an open application", "57 Art 4");

    public static readonly ProblemType AlreadyEntitled = new("eligibility.already_entitled", ErrorKind.Conflict,
        "该家庭已享受低保", "This household already draws dibao", "57 Art 4");

    public static readonly ProblemType ApplyAtRegistration = new("eligibility.apply_at_registration", ErrorKind.Rule,
        "应向户籍所在地申请", "The application belongs to the place of registration", "57 Art 4, 5; Law Art 37");

    public static readonly ProblemType NotMember = new("eligibility.not_a_member", ErrorKind.Rule,
        "该人员不是共同生活的家庭成员", "This person is not a co-living member", "57 Art 4, 7");

    public static readonly ProblemType PapersMissing = new("eligibility.papers_missing", ErrorKind.Rule,
        "申请材料不齐", "Papers are missing", "57 Art 10; 220 Art 13");

    public static readonly ProblemType TooFewInvestigators = new("eligibility.too_few_investigators", ErrorKind.Rule,
        "调查人员人数不足", "Too few investigators", "57 Art 16; 220 Art 18");

    public static readonly ProblemType NoTownshipStaff = new("eligibility.no_township_staff", ErrorKind.Rule,
        "调查须有乡镇(街道)工作人员参加", "One investigator must be township staff", "57 Art 16; 220 Art 18");

    public static readonly ProblemType RecorderAbsent = new("eligibility.recorder_not_investigator", ErrorKind.Rule,
        "入户调查须由调查人员本人登记", "A visit is recorded by one of its investigators", "57 Art 16");

    public static readonly ProblemType PostNotHeld = new("eligibility.post_not_held", ErrorKind.Rule,
        "登记人身份与其岗位不符", "The recorder does not hold the post he states");

    public static readonly ProblemType NobodyPresent = new("eligibility.nobody_present", ErrorKind.Rule,
        "须有家庭成员在场签字", "A member must be present and sign", "57 Art 16");

    public static readonly ProblemType StepDate = new("eligibility.step_date", ErrorKind.Rule,
        "日期不合理", "This date is impossible");

    public static readonly ProblemType AppraisalNotDue = new("eligibility.appraisal_not_due", ErrorKind.Rule,
        "本案无需民主评议", "No community appraisal is due", "57 Art 19");

    public static readonly ProblemType PanelShare = new("eligibility.panel_share", ErrorKind.Rule,
        "村(居)民代表人数不足", "Too few villagers' representatives on the panel", "220 Art 22");

    public static readonly ProblemType NobodyCounted = new("eligibility.nobody_counted", ErrorKind.Rule,
        "没有可计入的家庭成员", "There is no member to count", "57 Art 7");

    public static readonly ProblemType OpinionAgainstFindings = new("eligibility.opinion_against_determination", ErrorKind.Rule,
        "初审意见与认定结果不符", "The opinion goes against the determination", "57 Art 19");

    public static readonly ProblemType NotPositive = new("eligibility.opinion_not_positive", ErrorKind.Rule,
        "初审未通过,不得确认同意", "Without a positive initial review there is no confirmation", "57 Art 19, 28");

    public static readonly ProblemType PolicyChanged = new("eligibility.policy_changed", ErrorKind.Conflict,
        "认定之后标准有变", "The figures have changed since the means test");

    public static readonly ProblemType MembersChanged = new("eligibility.members_changed", ErrorKind.Conflict,
        "家庭成员在认定后有变化", "The members have changed since the assessment", "57 Art 30");

    public static readonly ProblemType PersonAlreadyCovered = new("eligibility.person_already_covered", ErrorKind.Conflict,
        "家庭成员中有人已享受互斥的救助", "A member already draws what excludes dibao", "57 Art 4");

    public static readonly ProblemType NoApprovalNotice = new("eligibility.no_approval_notice", ErrorKind.Rule,
        "现行规定无需批准前公示", "The law in force posts no notice before approval", "57 Art 24");

    public static readonly ProblemType AlreadyEnded = new("eligibility.already_ended", ErrorKind.Conflict,
        "低保待遇已终止", "This entitlement has ended");

    public static readonly ProblemType BeforeFirstMonth = new("eligibility.before_first_month", ErrorKind.Rule,
        "调整月份早于首发月份", "The change lies before the first month");

    public static readonly ProblemType WholeHousehold = new("eligibility.whole_household", ErrorKind.Rule,
        "整户符合条件的不得只纳入部分成员", "Where the household qualifies, none of it is admitted alone", "83 I(1)");

    public static readonly ProblemType NotAlone = new("eligibility.not_alone", ErrorKind.Rule,
        "该成员不符合单人申请的情形", "This member may not be covered alone", "57 Art 8; 83 I(1)");

    public static readonly ProblemType NotHeard = new("eligibility.not_heard", ErrorKind.Rule,
        "尚未听取家庭意见", "The household has not been heard", "Law Art 48");

    public static readonly ProblemType SuccessorMissing = new("eligibility.successor_missing", ErrorKind.Rule,
        "接续的家庭须逐户认定", "Every household concerned is assessed");

    public static readonly ProblemType NotCovered = new("eligibility.not_covered", ErrorKind.Rule,
        "该人员不在该低保待遇之内", "This person is not covered by this entitlement");

    public static readonly ProblemType CountyVisitDue = new("eligibility.county_visit_due", ErrorKind.Conflict,
        "须先由县级入户调查", "The county itself must visit the home first", "57 Art 20");

    /// <summary>Names the step and what must come first.</summary>
    public static Error Order(string stepZh, string stepEn, string firstZh, string firstEn) =>
        OutOfOrder.Because($"不能{stepZh}:{firstZh}。", $"Cannot {stepEn}: {firstEn}.");
}
