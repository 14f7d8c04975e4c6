using static Dibao.BuildingBlocks.Access.Permission;

namespace Dibao.BuildingBlocks.Access;

/// <summary>A role with its names and what it may do.</summary>
/// <param name="Name">As in the token's roles claim.</param>
/// <param name="Zh">Chinese name.</param>
/// <param name="En">English name.</param>
/// <param name="Level">Digits of the division it serves: 12 village, 9 township, 6 county, 4 city, 2 province.</param>
/// <param name="Permissions">What it may do.</param>
public sealed record Role(string Name, string Zh, string En, int Level, params Permission[] Permissions)
{
    /// <summary>Sees and touches only what it filed itself.</summary>
    public bool OwnCasesOnly { get; init; }
}

/// <summary>The page of roles: who may do what. The access-matrix test compares every route with it.</summary>
public static class Roles
{
    /// <summary>Applies for, or acts for, a household.</summary>
    public const string Applicant = "applicant";

    /// <summary>Enters and investigates for the village or community; never decides.</summary>
    public const string VillageAssistant = "village_assistant";

    /// <summary>Enters and investigates under contract; never decides (政府购买服务).</summary>
    public const string PurchasedServiceWorker = "purchased_service_worker";

    /// <summary>Township officer.</summary>
    public const string TownshipOfficer = "township_officer";

    /// <summary>Township leader.</summary>
    public const string TownshipLeader = "township_leader";

    /// <summary>Check centre.</summary>
    public const string CheckCentre = "check_centre";

    /// <summary>County section officer.</summary>
    public const string CountyOfficer = "county_officer";

    /// <summary>County approver.</summary>
    public const string CountyApprover = "county_approver";

    /// <summary>Payroll clerk.</summary>
    public const string PayrollClerk = "payroll_clerk";

    /// <summary>Payroll leader.</summary>
    public const string PayrollLeader = "payroll_leader";

    /// <summary>Finance approver.</summary>
    public const string FinanceApprover = "finance_approver";

    /// <summary>Finance treasurer.</summary>
    public const string FinanceTreasurer = "finance_treasurer";

    /// <summary>Paying bank.</summary>
    public const string PayingBank = "paying_bank";

    /// <summary>Complaint handler.</summary>
    public const string ComplaintHandler = "complaint_handler";

    /// <summary>City or province supervisor.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Provincial system.</summary>
    public const string ProvincialSystem = "provincial_system";

    /// <summary>Auditor.</summary>
    public const string Auditor = "auditor";

    /// <summary>Administrator.</summary>
    public const string Administrator = "administrator";

    private static readonly Permission[] Reading =
        [Known, ReadHouseholds, ReadFilings, ReadDuplicates, ReadFieldwork, ReadCases, ReadReviews, ReadPayrolls, ReadLedger, ReadStatistics];

    /// <summary>Every role there is.</summary>
    public static readonly IReadOnlyList<Role> All =
    [
        new(Applicant, "申请人或代理人", "Applicant or agent", 12,
            Known, RegisterHousehold, ReadHouseholds, ReadSensitive, ReadPapers, NamePayee, Apply, ReadCases, ReadReviews) { OwnCasesOnly = true },
        new(VillageAssistant, "村级民政协理员", "Village assistant", 12,
            Known, ReadDuplicates, RegisterHousehold, ReadHouseholds, ReadSensitive, ReadPapers, NamePayee, ReportChange, Apply, ReadCases, RecordVisit, RecordAppraisal, ReadReviews,
            ReadFieldwork, RecordDiscovery),
        new(PurchasedServiceWorker, "政府购买服务人员", "Purchased-service worker", 9,
            Known, ReadDuplicates, RegisterHousehold, ReadHouseholds, ReadSensitive, ReadPapers, NamePayee, ReportChange, Apply, ReadCases, RecordVisit, RecordAppraisal, ReadReviews,
            ReadFieldwork, RecordDiscovery),
        new(TownshipOfficer, "乡镇(街道)经办人员", "Township officer", 9,
            Known, ReadFilings, ReadDuplicates, RegisterHousehold, ReadHouseholds, ReadSensitive, ReadPapers, RevealNumbers, NamePayee, ReportChange, Apply, ReadCases, AcceptApplication, RequestCheck,
            RecordVisit, RecordAppraisal, RecordMeansFindings, NameObligors, ArrangeHouseholds, AssessMeans, AssessSuccession, ReadReviews, RecordFindings, HearViews, ReadStatistics,
            ReadFieldwork, AskPlace, AnswerPlace, KeepArchive, RecordDiscovery, HandleWarnings),
        new(TownshipLeader, "乡镇(街道)负责人", "Township leader", 9,
            Known, ConfirmPayee, ReadFilings, ReadDuplicates, ReadHouseholds, ReadSensitive, ReadPapers, ReadCases, GiveInitialReview, ReadReviews, HearViews, ReadStatistics, ReadFieldwork),
        new(CheckCentre, "核对中心", "Check centre", 6,
            Known, ReadHouseholds, RecordMeansFindings, ReadCases, AnswerCheck),
        new(CountyOfficer, "县级社会救助股经办人员", "County section officer", 6,
            Known, RecordCountyVisit, ReadOfficers, KeepOfficers, ConfirmPayee, ReadFilings, ReadDuplicates, RegisterHousehold, ReadHouseholds, ReadSensitive, ReadPapers, KeepFalseIssuers, RevealNumbers, NamePayee, ReportChange, ArrangeHouseholds, TransferHouseholds,
            AssessSuccession, KeepCovers, TakeOverCases, ReadCases, ProposeApproval, ReadReviews, ReadStatistics, ReadFieldwork, AskPlace, AnswerPlace, KeepArchive, KeepStandings,
            HandleWarnings),
        new(CountyApprover, "县级审核确认人", "County approver", 6,
            Known, ReadOfficers, ReadFilings, ReadDuplicates, ReadHouseholds, ReadSensitive, ReadPapers, ReadCases, Decide, EndAtRequest, ReadReviews, ConcludeReview, ReadStatistics, ReadFieldwork),
        new(PayrollClerk, "发放名册经办人员", "Payroll clerk", 6,
            Known, ReadHouseholds, ReadCases, BuildPayroll, ReadPayrolls),
        new(PayrollLeader, "请款负责人", "Payroll leader", 6,
            Known, RequestPayment, ReadPayrolls, ReadLedger, ReadStatistics),
        new(FinanceApprover, "财政审批人", "Finance approver", 6,
            Known, ApprovePayment, ReadPayrolls, ReadLedger, ReadStatistics),
        new(FinanceTreasurer, "财政国库人员", "Finance treasurer", 6,
            Known, RecordAppropriation, TransferMoney, ReadPayrolls, ReadLedger),
        new(PayingBank, "代发银行", "Paying bank", 6,
            Known, ReadPayrolls, FetchBankFile, ReportBankResult),
        new(ComplaintHandler, "投诉举报处理人员", "Complaint handler", 6,
            Known, AnswerObjection, ReadCases),
        new(Supervisor, "市、省级监督人员", "City or province supervisor", 4, Reading),
        new(ProvincialSystem, "省级系统", "Provincial system", 2, Known, ReadCases, ReadStatistics),
        new(Auditor, "审计人员", "Auditor", 2, [.. Reading, ReadSensitive, ReadPapers, ReadOfficers, ReadAudit]),
        new(Administrator, "系统管理员", "Administrator", 6, Known, SetPolicy, KeepDivisions, Operate),
    ];

    /// <summary>The role of that name, or null.</summary>
    public static Role? Find(string name) => All.FirstOrDefault(r => string.Equals(r.Name, name, StringComparison.Ordinal));
}
