namespace Dibao.Households.Domain;

internal static class HouseholdErrors
{
    public static readonly ProblemType PersonElsewhere = new("households.person_elsewhere", ErrorKind.Conflict,
        "该人员已登记在其他家庭", "This person is already registered in another household", "57 Art 7");

    public static readonly ProblemType SamePersonTwice = new("households.same_person_twice", ErrorKind.Rule,
        "同一人员重复填报", "The same person is listed twice");

    public static readonly ProblemType OneHead = new("households.one_head", ErrorKind.Rule,
        "家庭须有且只有一名户主", "A household has exactly one head");

    public static readonly ProblemType NotMember = new("households.not_a_member", ErrorKind.Rule,
        "该人员不是共同生活的家庭成员", "This person is not a co-living member", "57 Art 7");

    public static readonly ProblemType BornLater = new("households.born_later", ErrorKind.Rule,
        "出生日期晚于登记日期", "The birth date lies after the day of registration");

    public static readonly ProblemType DeathDate = new("households.death_date", ErrorKind.Rule,
        "死亡日期不合理", "The day of death is impossible");

    public static readonly ProblemType TakeoverDates = new("households.takeover_dates", ErrorKind.Rule,
        "接收的日期不合理", "The dates of this case are impossible for a takeover");

    public static readonly ProblemType Arriving = new("households.arriving", ErrorKind.Conflict,
        "该户正由原系统接入,请稍后重试", "This household is being taken over from the old register: try again in a moment");

    public static readonly ProblemType AlreadyDead = new("households.already_dead", ErrorKind.Conflict,
        "该成员已登记死亡", "The death of this member is already on file");

    public static readonly ProblemType Contradicts = new("households.contradicts", ErrorKind.Rule,
        "填报内容自相矛盾", "What is entered contradicts itself", "57 Art 9");

    public static readonly ProblemType IdentityContradicts = new("households.identity_contradicts", ErrorKind.Rule,
        "出生日期或性别与公民身份号码不符", "Birth date or sex contradicts the citizen number", "GB 11643");

    public static readonly ProblemType ChangeDate = new("households.change_date", ErrorKind.Rule,
        "变更日期不合理", "The day of this change is impossible");

    public static readonly ProblemType DivisionUnknown = new("households.division_unknown", ErrorKind.Rule,
        "行政区划不存在", "There is no such division");

    public static readonly ProblemType DivisionEnded = new("households.division_ended", ErrorKind.Rule,
        "行政区划已撤销", "This division no longer exists");

    public static readonly ProblemType DivisionStands = new("households.division_stands", ErrorKind.Conflict,
        "该区划尚未撤销", "This division still stands");

    public static readonly ProblemType SupportCounts = new("households.support_counts", ErrorKind.Rule,
        "赡养、抚养、扶养费不能不计入", "This support cannot be left out", "83 I(1)");

    public static readonly ProblemType NoSuchPaper = new("households.no_such_paper", ErrorKind.Rule,
        "证明材料不在档案中", "This paper is not on file", "57 Art 9");

    public static readonly ProblemType LastMember = new("households.last_member", ErrorKind.Rule,
        "户内须有成员", "A household has a member at least", "57 Art 7");

    public static readonly ProblemType OtherCounty = new("households.other_county", ErrorKind.Rule,
        "涉及其他县", "Another county is concerned", "57 Art 4");

    public static readonly ProblemType SameHukou = new("households.same_hukou", ErrorKind.Rule,
        "户口性质没有变化", "The kind of registration is the same already", "220 Art 6");

    public static readonly ProblemType FileClosed = new("households.file_closed", ErrorKind.Conflict,
        "档案已关闭", "This file is closed");

    public static readonly ProblemType TransferState = new("households.transfer_state", ErrorKind.Conflict,
        "迁移手续不在此环节", "The transfer is not at this step");

    public static readonly ProblemType TransferMonth = new("households.transfer_month", ErrorKind.Rule,
        "发放月份不衔接", "The months do not meet");

    public static readonly ProblemType ReportTwice = new("households.self_report_twice", ErrorKind.Conflict,
        "本期已经报告", "This period has been reported", "57 Art 30");

    public static readonly ProblemType NoReportDue = new("households.no_report_due", ErrorKind.Conflict,
        "无需定期报告", "No periodic report is due", "57 Art 30");
}
