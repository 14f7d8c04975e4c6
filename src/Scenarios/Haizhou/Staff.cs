namespace Dibao.Scenarios.Haizhou;

/// <summary>Who does the work in the district: one person per desk, two officers and a leader per township, an assistant per village.</summary>
internal static class Staff
{
    public static Actor CountyOfficer => new("hz-county-officer", "county_officer", HaizhouSeed.County);

    public static Actor Approver => new("hz-county-approver", "county_approver", HaizhouSeed.County);

    public static Actor Administrator => new("hz-administrator", "administrator", HaizhouSeed.County);

    public static Actor CheckCentre => new("hz-check-centre", "check_centre", HaizhouSeed.County);

    public static Actor PayrollClerk => new("hz-payroll-clerk", "payroll_clerk", HaizhouSeed.County);

    public static Actor PayrollLeader => new("hz-payroll-leader", "payroll_leader", HaizhouSeed.County);

    public static Actor FinanceApprover => new("hz-finance-approver", "finance_approver", HaizhouSeed.County);

    public static Actor Treasurer => new("hz-treasurer", "finance_treasurer", HaizhouSeed.County);

    public static Actor Bank => new("hz-bank", "paying_bank", HaizhouSeed.County);

    public static Actor ComplaintHandler => new("hz-complaints", "complaint_handler", HaizhouSeed.County);

    public static Actor Assistant(DivisionCode village) => new($"hz-assistant-{village}", "village_assistant", village);

    public static Actor Officer(DivisionCode village, int number) => new($"hz-officer-{village.Township}-{number}", "township_officer", village.Township);

    public static Actor Leader(DivisionCode village) => new($"hz-leader-{village.Township}", "township_leader", village.Township);
}
