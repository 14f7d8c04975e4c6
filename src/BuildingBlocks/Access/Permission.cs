namespace Dibao.BuildingBlocks.Access;

/// <summary>What an endpoint asks of its caller. One name per step of the procedure.</summary>
public enum Permission
{
    /// <summary>No token needed.</summary>
    Public,

    /// <summary>Any known caller.</summary>
    Known,

    /// <summary>Register a household, its members and its declaration.</summary>
    RegisterHousehold,

    /// <summary>Read households.</summary>
    ReadHouseholds,

    /// <summary>See health, disability and children under 14 (PIPL Art 28).</summary>
    ReadSensitive,

    /// <summary>See an identity or account number in clear, with a stated reason.</summary>
    RevealNumbers,

    /// <summary>Name the payee account.</summary>
    NamePayee,

    /// <summary>Report changes of a household.</summary>
    ReportChange,

    /// <summary>See the papers of a household and what they state.</summary>
    ReadPapers,

    /// <summary>Keep the register of issuers of false papers.</summary>
    KeepFalseIssuers,

    /// <summary>Take over live cases from an old register.</summary>
    TakeOverCases,

    /// <summary>Record what is verified or estimated of a household's means.</summary>
    RecordMeansFindings,

    /// <summary>Name who owes support to the members of a household.</summary>
    NameObligors,

    /// <summary>Keep the list of administrative divisions.</summary>
    KeepDivisions,

    /// <summary>Set policy values.</summary>
    SetPolicy,

    /// <summary>Submit an application.</summary>
    Apply,

    /// <summary>Read applications and entitlements.</summary>
    ReadCases,

    /// <summary>Accept an application.</summary>
    AcceptApplication,

    /// <summary>Ask for the information check.</summary>
    RequestCheck,

    /// <summary>Answer the information check.</summary>
    AnswerCheck,

    /// <summary>Record a home visit.</summary>
    RecordVisit,

    /// <summary>Record a community appraisal.</summary>
    RecordAppraisal,

    /// <summary>Assess the means of an applicant.</summary>
    AssessMeans,

    /// <summary>Give the initial-review opinion.</summary>
    GiveInitialReview,

    /// <summary>Propose an approval at the county.</summary>
    ProposeApproval,

    /// <summary>Confirm or refuse.</summary>
    Decide,

    /// <summary>End an entitlement at the household's request.</summary>
    EndAtRequest,

    /// <summary>Read reviews.</summary>
    ReadReviews,

    /// <summary>Record the findings of a review.</summary>
    RecordFindings,

    /// <summary>Hear the recipient's views.</summary>
    HearViews,

    /// <summary>Conclude a review.</summary>
    ConcludeReview,

    /// <summary>Record money arriving in the special account.</summary>
    RecordAppropriation,

    /// <summary>Read payrolls.</summary>
    ReadPayrolls,

    /// <summary>Build and lock payrolls.</summary>
    BuildPayroll,

    /// <summary>Request payment of a payroll.</summary>
    RequestPayment,

    /// <summary>Approve a payment request.</summary>
    ApprovePayment,

    /// <summary>Transfer approved money to the bank.</summary>
    TransferMoney,

    /// <summary>Fetch the bank file.</summary>
    FetchBankFile,

    /// <summary>Report the bank's result.</summary>
    ReportBankResult,

    /// <summary>Read the fund ledger.</summary>
    ReadLedger,

    /// <summary>Answer objections to public notices.</summary>
    AnswerObjection,

    /// <summary>Read statistics.</summary>
    ReadStatistics,

    /// <summary>Read the audit trail.</summary>
    ReadAudit,

    /// <summary>Read and operate deliveries, operations and the timetable.</summary>
    Operate,

    /// <summary>Split, merge, move and convert households.</summary>
    ArrangeHouseholds,

    /// <summary>Hand households over to another county, and take them over.</summary>
    TransferHouseholds,

    /// <summary>Assess the cases in which earlier ones go on.</summary>
    AssessSuccession,

    /// <summary>Record what persons draw of other schemes that exclude dibao.</summary>
    KeepCovers,

    /// <summary>Read what the offices keep among themselves: requests to other places, transfers, self-reports due, where files lie, discovery records and warnings.</summary>
    ReadFieldwork,

    /// <summary>Ask another place for something about a household that lives or is registered there.</summary>
    AskPlace,

    /// <summary>Answer what another place asks.</summary>
    AnswerPlace,

    /// <summary>Keep the containers of the paper files.</summary>
    KeepArchive,

    /// <summary>Record persons in need who have not applied, and what became of them.</summary>
    RecordDiscovery,

    /// <summary>Keep the standings of low-income households.</summary>
    KeepStandings,

    /// <summary>Look for warnings and handle them.</summary>
    HandleWarnings,

    /// <summary>See which households are likely to be entered twice.</summary>
    ReadDuplicates,

    /// <summary>Confirm or refuse another payee account that somebody else proposed.</summary>
    ConfirmPayee,

    /// <summary>Keep the register of officers with their near relatives, and end filings that were wrong.</summary>
    KeepOfficers,

    /// <summary>Read the register of officers.</summary>
    ReadOfficers,

    /// <summary>Read which households are on file as near relatives' of officers.</summary>
    ReadFilings,

    /// <summary>Record a home visit by the county itself.</summary>
    RecordCountyVisit,
}
