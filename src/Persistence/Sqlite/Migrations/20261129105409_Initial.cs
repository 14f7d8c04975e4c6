using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dibao.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Caller = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Roles = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Office = table.Column<long>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Concern = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SealNumber = table.Column<long>(type: "INTEGER", nullable: true),
                    SealHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eligibility_application",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    OpenFor = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    FileNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    Scheme = table.Column<int>(type: "INTEGER", nullable: false),
                    Agent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SubmittedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MissingPapers = table.Column<string>(type: "TEXT", nullable: false),
                    AcceptedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AcceptedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CheckRequestedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CheckRequestedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CheckAnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CheckAnsweredBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    VerifiedIncome = table.Column<string>(type: "TEXT", nullable: false),
                    VerifiedAssets = table.Column<string>(type: "TEXT", nullable: false),
                    CheckSources = table.Column<string>(type: "TEXT", nullable: false),
                    VisitedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VisitRecordedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Investigators = table.Column<string>(type: "TEXT", nullable: false),
                    PresentAtVisit = table.Column<string>(type: "TEXT", nullable: false),
                    LivingConditions = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    VisitStands = table.Column<bool>(type: "INTEGER", nullable: false),
                    AppraisedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AppraisedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AppraisalParticipants = table.Column<int>(type: "INTEGER", nullable: true),
                    AppraisalRepresentatives = table.Column<int>(type: "INTEGER", nullable: true),
                    AppraisalAgrees = table.Column<bool>(type: "INTEGER", nullable: true),
                    Determination = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    DeterminationHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    AssessedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AssessedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Eligible = table.Column<bool>(type: "INTEGER", nullable: true),
                    Persons = table.Column<int>(type: "INTEGER", nullable: false),
                    MonthlyFen = table.Column<long>(type: "INTEGER", nullable: false),
                    Positive = table.Column<bool>(type: "INTEGER", nullable: true),
                    Opinion = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ReviewedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReviewedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SecondOpinion = table.Column<bool>(type: "INTEGER", nullable: false),
                    NewFindingDue = table.Column<bool>(type: "INTEGER", nullable: false),
                    ProposedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ApprovalNoticeClear = table.Column<bool>(type: "INTEGER", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Reasons = table.Column<string>(type: "TEXT", nullable: false),
                    AppealZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    AppealEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Entitlement = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    LastBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CountyVisitedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CountyVisitedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CountyFindings = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    PresentAtCountyVisit = table.Column<string>(type: "TEXT", nullable: false),
                    Applicant = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Only = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    OnlyBy = table.Column<string>(type: "TEXT", nullable: false),
                    ApplicantReplacedFor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eligibility_application", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eligibility_calendar_day",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eligibility_calendar_day", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "eligibility_cover",
                columns: table => new
                {
                    Person = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Scheme = table.Column<int>(type: "INTEGER", nullable: false),
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    Entitlement = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    FirstMonth = table.Column<int>(type: "INTEGER", nullable: false),
                    LastMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    Earlier = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eligibility_cover", x => x.Person);
                });

            migrationBuilder.CreateTable(
                name: "eligibility_cover_taken_back",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Scheme = table.Column<int>(type: "INTEGER", nullable: false),
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstMonth = table.Column<int>(type: "INTEGER", nullable: false),
                    LastMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eligibility_cover_taken_back", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eligibility_determination",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Application = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Succession = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Format = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eligibility_determination", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eligibility_entitlement",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    Scheme = table.Column<int>(type: "INTEGER", nullable: false),
                    Agent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Application = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Applicant = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Only = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    ApplicantReplacedFor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FirstMonth = table.Column<int>(type: "INTEGER", nullable: false),
                    LastMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    EndReason = table.Column<int>(type: "INTEGER", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndRequestedBy = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    EndRequestReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TakenOver = table.Column<bool>(type: "INTEGER", nullable: false),
                    Succeeds = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    SucceededBy = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    ReviewEvery = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eligibility_entitlement", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eligibility_policy",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Scheme = table.Column<int>(type: "INTEGER", nullable: true),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Recorded = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Superseded = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eligibility_policy", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eligibility_succession",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    Agent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Only = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Bereaved = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Predecessors = table.Column<string>(type: "TEXT", nullable: false),
                    Households = table.Column<string>(type: "TEXT", nullable: false),
                    About = table.Column<string>(type: "TEXT", nullable: false),
                    HappenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastMonthAgreed = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Cases = table.Column<string>(type: "TEXT", nullable: false),
                    AssessedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AssessedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    HeardOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HeardBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Views = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LastMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eligibility_succession", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "funds_account",
                columns: table => new
                {
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: true),
                    BalanceFen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funds_account", x => new { x.Division, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "funds_appropriation",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    AmountFen = table.Column<long>(type: "INTEGER", nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ArrivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EntryNumber = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funds_appropriation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "funds_entry",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    PostedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reference = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Memo = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PreviousHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funds_entry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "funds_ledger_head",
                columns: table => new
                {
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funds_ledger_head", x => x.Division);
                });

            migrationBuilder.CreateTable(
                name: "funds_overpayment",
                columns: table => new
                {
                    Entitlement = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    FromMonth = table.Column<int>(type: "INTEGER", nullable: false),
                    ToMonth = table.Column<int>(type: "INTEGER", nullable: false),
                    AmountFen = table.Column<long>(type: "INTEGER", nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funds_overpayment", x => x.Entitlement);
                });

            migrationBuilder.CreateTable(
                name: "funds_payable",
                columns: table => new
                {
                    Entitlement = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    Scheme = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstMonth = table.Column<int>(type: "INTEGER", nullable: false),
                    LastMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    PaidThrough = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funds_payable", x => x.Entitlement);
                });

            migrationBuilder.CreateTable(
                name: "funds_payable_amount",
                columns: table => new
                {
                    Entitlement = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    FromMonth = table.Column<int>(type: "INTEGER", nullable: false),
                    MonthlyFen = table.Column<long>(type: "INTEGER", nullable: false),
                    Persons = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funds_payable_amount", x => new { x.Entitlement, x.FromMonth });
                });

            migrationBuilder.CreateTable(
                name: "funds_payroll",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    UpTo = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Lines = table.Column<int>(type: "INTEGER", nullable: false),
                    WithoutPayee = table.Column<int>(type: "INTEGER", nullable: false),
                    Households = table.Column<int>(type: "INTEGER", nullable: false),
                    Persons = table.Column<int>(type: "INTEGER", nullable: false),
                    TotalFen = table.Column<long>(type: "INTEGER", nullable: false),
                    LinesHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RequestedFen = table.Column<long>(type: "INTEGER", nullable: false),
                    PaidFen = table.Column<long>(type: "INTEGER", nullable: false),
                    ReturnedFen = table.Column<long>(type: "INTEGER", nullable: false),
                    BuiltBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    BuiltOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LockedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LockedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RequestedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RequestedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ApprovedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TransferredBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TransferredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SettledBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SettledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funds_payroll", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "funds_payroll_line",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Payroll = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    LineNo = table.Column<int>(type: "INTEGER", nullable: false),
                    Entitlement = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    Scheme = table.Column<int>(type: "INTEGER", nullable: false),
                    BenefitMonth = table.Column<int>(type: "INTEGER", nullable: false),
                    Item = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    Persons = table.Column<int>(type: "INTEGER", nullable: false),
                    AmountFen = table.Column<long>(type: "INTEGER", nullable: false),
                    Payee = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Holder = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Bank = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SealedAccount = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: false),
                    MaskedAccount = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<int>(type: "INTEGER", nullable: true),
                    RepaidBy = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funds_payroll_line", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_change_report",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Agent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    HappenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ToldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ToldBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Major = table.Column<bool>(type: "INTEGER", nullable: false),
                    Untold = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_change_report", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_division",
                columns: table => new
                {
                    Code = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PartsListed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_division", x => new { x.Code, x.ValidFrom });
                });

            migrationBuilder.CreateTable(
                name: "households_false_issuer",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PlainName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PaperKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ProvenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ClearedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClearedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ClearingReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Mistaken = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_false_issuer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_household",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    FileNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    Residence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hukou = table.Column<int>(type: "INTEGER", nullable: false),
                    Agent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RegisteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SplitFrom = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    MergedInto = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Case = table.Column<int>(type: "INTEGER", nullable: false),
                    DrawsBy = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    SealedPhone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PhoneHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    MaskedPhone = table.Column<string>(type: "TEXT", maxLength: 15, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_household", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_import",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Format = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Gb18030 = table.Column<bool>(type: "INTEGER", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    Accepted = table.Column<int>(type: "INTEGER", nullable: false),
                    Repeated = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    GivenBack = table.Column<int>(type: "INTEGER", nullable: false),
                    Headings = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PersonHeadings = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ReasonZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ReasonEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Worker = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    HeldUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastFailure = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_import", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_import_piece",
                columns: table => new
                {
                    Import = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Sheet = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_import_piece", x => new { x.Import, x.Sheet, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "households_import_rejected",
                columns: table => new
                {
                    Import = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Sheet = table.Column<int>(type: "INTEGER", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ReasonZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ReasonEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_import_rejected", x => new { x.Import, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "households_import_rows",
                columns: table => new
                {
                    Import = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Batch = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_import_rows", x => new { x.Import, x.Batch, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "households_living_standard",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    To = table.Column<int>(type: "INTEGER", nullable: false),
                    Spent = table.Column<long>(type: "INTEGER", nullable: true),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Recorded = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenBack = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_living_standard", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_means_entry",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Side = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Against = table.Column<int>(type: "INTEGER", nullable: true),
                    Person = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: true),
                    PeriodAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    Truth = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Evidence = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Recorded = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Superseded = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_means_entry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_obligor",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    SealedName = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Supports = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Age = table.Column<int>(type: "INTEGER", nullable: true),
                    Persons = table.Column<int>(type: "INTEGER", nullable: true),
                    Yearly = table.Column<long>(type: "INTEGER", nullable: true),
                    Basis = table.Column<int>(type: "INTEGER", nullable: false),
                    Payable = table.Column<long>(type: "INTEGER", nullable: false),
                    LeftOut = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Recorded = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Superseded = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_obligor", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_officer",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Office = table.Column<long>(type: "INTEGER", nullable: false),
                    Post = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SealedName = table.Column<byte[]>(type: "BLOB", maxLength: 400, nullable: false),
                    SealedNumber = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: false),
                    NumberHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    MaskedNumber = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_officer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_payee_change",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    OpenFor = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Agent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ProofPaper = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    ProofText = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ProposedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Terms_AccountHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Terms_Bank = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Terms_FailsCheckDigit = table.Column<bool>(type: "INTEGER", nullable: false),
                    Terms_GroundNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Terms_GroundPaper = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Terms_GroundParties = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Terms_GroundSignedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Terms_Holder = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Terms_HolderName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Terms_HolderNumberHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    Terms_Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms_MaskedHolderNumber = table.Column<string>(type: "TEXT", maxLength: 18, nullable: true),
                    Terms_MaskedNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Terms_SealedHolderNumber = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Terms_SealedNumber = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Terms_Ward = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_payee_change", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_person",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    IdNumberHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_person", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_reveal",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_reveal", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_self_report",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReportedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SignedBy = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Changes = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_self_report", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_self_report_plan",
                columns: table => new
                {
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Entitlement = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReportedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_self_report_plan", x => x.Household);
                });

            migrationBuilder.CreateTable(
                name: "households_takeover",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Accepted = table.Column<int>(type: "INTEGER", nullable: false),
                    Repeated = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_takeover", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_takeover_line",
                columns: table => new
                {
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    Line = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_takeover_line", x => new { x.County, x.Line });
                });

            migrationBuilder.CreateTable(
                name: "households_takeover_rejected",
                columns: table => new
                {
                    Takeover = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ReasonZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ReasonEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_takeover_rejected", x => new { x.Takeover, x.Line });
                });

            migrationBuilder.CreateTable(
                name: "households_transfer",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    To = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenFor = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    LastMonth = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    OfferedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OfferedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    OldFileNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    NewFileNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Scheme = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Persons = table.Column<int>(type: "INTEGER", nullable: false),
                    MonthlyFen = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_transfer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_warning",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sort = table.Column<int>(type: "INTEGER", nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Discovery = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    OpenFor = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    AppearedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClearedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HandledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HandledBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    HandlingNote = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_warning", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "numbers_series",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_numbers_series", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "outbox_fact",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Subject = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_fact", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "oversight_notice",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Application = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<long>(type: "INTEGER", nullable: false),
                    Scheme = table.Column<int>(type: "INTEGER", nullable: false),
                    ApplicantName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Members = table.Column<int>(type: "INTEGER", nullable: false),
                    MonthlyFen = table.Column<long>(type: "INTEGER", nullable: false),
                    PostedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Pending = table.Column<int>(type: "INTEGER", nullable: false),
                    Upheld = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_oversight_notice", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "oversight_publication",
                columns: table => new
                {
                    Entitlement = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<long>(type: "INTEGER", nullable: false),
                    Scheme = table.Column<int>(type: "INTEGER", nullable: false),
                    ApplicantName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Members = table.Column<int>(type: "INTEGER", nullable: false),
                    MonthlyFen = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstMonth = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_oversight_publication", x => x.Entitlement);
                });

            migrationBuilder.CreateTable(
                name: "pipeline_idempotency",
                columns: table => new
                {
                    Caller = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Command = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Answer = table.Column<byte[]>(type: "BLOB", nullable: false),
                    KeptUntil = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pipeline_idempotency", x => new { x.Caller, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "reviewcycle_plan",
                columns: table => new
                {
                    Entitlement = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    Scheme = table.Column<int>(type: "INTEGER", nullable: false),
                    Applicant = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Agent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Only = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Persons = table.Column<int>(type: "INTEGER", nullable: false),
                    MonthlyFen = table.Column<long>(type: "INTEGER", nullable: false),
                    Every = table.Column<int>(type: "INTEGER", nullable: false),
                    CycleDay = table.Column<int>(type: "INTEGER", nullable: false),
                    NextDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UnderReview = table.Column<bool>(type: "INTEGER", nullable: false),
                    Ended = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reviewcycle_plan", x => x.Entitlement);
                });

            migrationBuilder.CreateTable(
                name: "reviewcycle_review",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Entitlement = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    Scheme = table.Column<int>(type: "INTEGER", nullable: false),
                    Agent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Cause = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Findings = table.Column<string>(type: "TEXT", nullable: true),
                    FoundBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    FoundOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DeterminationJson = table.Column<string>(type: "TEXT", nullable: true),
                    DeterminationHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Proposal = table.Column<string>(type: "TEXT", nullable: true),
                    Hearing = table.Column<string>(type: "TEXT", nullable: true),
                    HeardBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Conclusion = table.Column<string>(type: "TEXT", nullable: true),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    EndedFor = table.Column<int>(type: "INTEGER", nullable: true),
                    ConcludedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reviewcycle_review", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "timetable_clock",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Scenario = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ScenarioTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RunsSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Finished = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_timetable_clock", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "timetable_run",
                columns: table => new
                {
                    Entry = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Period = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RunAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_timetable_run", x => new { x.Entry, x.Period });
                });

            migrationBuilder.CreateTable(
                name: "eligibility_term",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Entitlement = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Persons = table.Column<int>(type: "INTEGER", nullable: false),
                    MonthlyFen = table.Column<long>(type: "INTEGER", nullable: false),
                    Uplifts = table.Column<string>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Recorded = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Superseded = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eligibility_term", x => x.Id);
                    table.ForeignKey(
                        name: "FK_eligibility_term_eligibility_entitlement_Entitlement",
                        column: x => x.Entitlement,
                        principalTable: "eligibility_entitlement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funds_entry_line",
                columns: table => new
                {
                    Entry = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Account = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: true),
                    DebitFen = table.Column<long>(type: "INTEGER", nullable: false),
                    CreditFen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funds_entry_line", x => new { x.Entry, x.Line });
                    table.ForeignKey(
                        name: "FK_funds_entry_line_funds_entry_Entry",
                        column: x => x.Entry,
                        principalTable: "funds_entry",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "households_archive_container",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Parent = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_archive_container", x => x.Id);
                    table.ForeignKey(
                        name: "FK_households_archive_container_households_archive_container_Parent",
                        column: x => x.Parent,
                        principalTable: "households_archive_container",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_households_archive_container_households_household_Household",
                        column: x => x.Household,
                        principalTable: "households_household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "households_asset",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Recorded = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Superseded = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_asset", x => x.Id);
                    table.ForeignKey(
                        name: "FK_households_asset_households_household_Household",
                        column: x => x.Household,
                        principalTable: "households_household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "households_credit_entry",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Agent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Person = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StruckOutAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StruckOutBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    StrikingReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_credit_entry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_households_credit_entry_households_household_Household",
                        column: x => x.Household,
                        principalTable: "households_household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "households_declaration",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Agent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    SignedBy = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ForPaper = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    TextVersion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FoundFalseOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_declaration", x => x.Id);
                    table.ForeignKey(
                        name: "FK_households_declaration_households_household_Household",
                        column: x => x.Household,
                        principalTable: "households_household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "households_discovery",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    SealedName = table.Column<byte[]>(type: "BLOB", maxLength: 400, nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FoundBy = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Scheme = table.Column<int>(type: "INTEGER", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    InformedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    InformedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Closing = table.Column<int>(type: "INTEGER", nullable: true),
                    ClosingNote = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_discovery", x => x.Id);
                    table.ForeignKey(
                        name: "FK_households_discovery_households_household_Household",
                        column: x => x.Household,
                        principalTable: "households_household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "households_filing",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    StandsFor = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Officer = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    OfficerKind = table.Column<int>(type: "INTEGER", nullable: false),
                    Office = table.Column<long>(type: "INTEGER", nullable: false),
                    SealedOfficerName = table.Column<byte[]>(type: "BLOB", maxLength: 400, nullable: true),
                    Person = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Kinship = table.Column<int>(type: "INTEGER", nullable: false),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FiledOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FiledBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_filing", x => x.Id);
                    table.ForeignKey(
                        name: "FK_households_filing_households_household_Household",
                        column: x => x.Household,
                        principalTable: "households_household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "households_income",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Yearly = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Recorded = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Superseded = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_income", x => x.Id);
                    table.ForeignKey(
                        name: "FK_households_income_households_household_Household",
                        column: x => x.Household,
                        principalTable: "households_household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "households_member",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SealedIdNumber = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MaskedIdNumber = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Sex = table.Column<int>(type: "INTEGER", nullable: false),
                    Relationship = table.Column<int>(type: "INTEGER", nullable: false),
                    Labour = table.Column<int>(type: "INTEGER", nullable: false),
                    Registered = table.Column<long>(type: "INTEGER", nullable: true),
                    Standing = table.Column<int>(type: "INTEGER", nullable: false),
                    StandingSince = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Marital = table.Column<int>(type: "INTEGER", nullable: false),
                    MaritalSince = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Education = table.Column<int>(type: "INTEGER", nullable: true),
                    GraduatesOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Employment = table.Column<int>(type: "INTEGER", nullable: true),
                    PersonClass = table.Column<int>(type: "INTEGER", nullable: true),
                    Categories = table.Column<int>(type: "INTEGER", nullable: false),
                    HealthState = table.Column<int>(type: "INTEGER", nullable: true),
                    Disability = table.Column<int>(type: "INTEGER", nullable: true),
                    Grade = table.Column<int>(type: "INTEGER", nullable: true),
                    SeriousIllness = table.Column<bool>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Recorded = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Superseded = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_member", x => x.Id);
                    table.ForeignKey(
                        name: "FK_households_member_households_household_Household",
                        column: x => x.Household,
                        principalTable: "households_household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "households_paper_content",
                columns: table => new
                {
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_paper_content", x => new { x.Household, x.Hash });
                    table.ForeignKey(
                        name: "FK_households_paper_content_households_household_Household",
                        column: x => x.Household,
                        principalTable: "households_household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "households_payee",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Holder = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    HolderName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SealedHolderNumber = table.Column<byte[]>(type: "BLOB", nullable: true),
                    HolderNumberHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    MaskedHolderNumber = table.Column<string>(type: "TEXT", maxLength: 18, nullable: true),
                    Ward = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Bank = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SealedNumber = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MaskedNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AccountHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    FailsCheckDigit = table.Column<bool>(type: "INTEGER", nullable: false),
                    GroundPaper = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    GroundNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    GroundSignedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GroundParties = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Recorded = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Superseded = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_payee", x => x.Id);
                    table.ForeignKey(
                        name: "FK_households_payee_households_household_Household",
                        column: x => x.Household,
                        principalTable: "households_household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "households_place_request",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    FileNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    OtherDivision = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Found = table.Column<bool>(type: "INTEGER", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Evidence = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    WithdrawalReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_place_request", x => x.Id);
                    table.ForeignKey(
                        name: "FK_households_place_request_households_household_Household",
                        column: x => x.Household,
                        principalTable: "households_household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "households_standing",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    RecordedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_standing", x => x.Id);
                    table.ForeignKey(
                        name: "FK_households_standing_households_household_Household",
                        column: x => x.Household,
                        principalTable: "households_household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "households_officer_kin",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Officer = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Kinship = table.Column<int>(type: "INTEGER", nullable: false),
                    SealedName = table.Column<byte[]>(type: "BLOB", maxLength: 400, nullable: false),
                    SealedNumber = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: false),
                    NumberHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    MaskedNumber = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Recorded = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Superseded = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_officer_kin", x => x.Id);
                    table.ForeignKey(
                        name: "FK_households_officer_kin_households_officer_Officer",
                        column: x => x.Officer,
                        principalTable: "households_officer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outbox_delivery",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    FactId = table.Column<long>(type: "INTEGER", nullable: false),
                    Subscriber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Subject = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastFailure = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_delivery", x => x.Id);
                    table.ForeignKey(
                        name: "FK_outbox_delivery_outbox_fact_FactId",
                        column: x => x.FactId,
                        principalTable: "outbox_fact",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "oversight_objection",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Notice = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    RaisedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Ground = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Decision = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reasons = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_oversight_objection", x => x.Id);
                    table.ForeignKey(
                        name: "FK_oversight_objection_oversight_notice_Notice",
                        column: x => x.Notice,
                        principalTable: "oversight_notice",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "households_paper",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    Agent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    Media = table.Column<int>(type: "INTEGER", nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    PlainIssuer = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Person = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UploadedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UploadedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    WithdrawalReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_paper", x => x.Id);
                    table.ForeignKey(
                        name: "FK_households_paper_households_paper_content_Household_Hash",
                        columns: x => new { x.Household, x.Hash },
                        principalTable: "households_paper_content",
                        principalColumns: new[] { "Household", "Hash" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "households_paper_reading",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Paper = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    SealedName = table.Column<byte[]>(type: "BLOB", maxLength: 400, nullable: false),
                    NameHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    SealedNumber = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: true),
                    NumberHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    StatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_paper_reading", x => x.Id);
                    table.ForeignKey(
                        name: "FK_households_paper_reading_households_paper_Paper",
                        column: x => x.Paper,
                        principalTable: "households_paper",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_Concern_Id",
                table: "audit_entry",
                columns: new[] { "Concern", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_SealNumber",
                table: "audit_entry",
                column: "SealNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entry_unsealed",
                table: "audit_entry",
                column: "Id",
                filter: "\"SealNumber\" is null");

            migrationBuilder.CreateIndex(
                name: "IX_eligibility_application_County_Id",
                table: "eligibility_application",
                columns: new[] { "County", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_eligibility_application_Household",
                table: "eligibility_application",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_eligibility_application_OpenFor",
                table: "eligibility_application",
                column: "OpenFor",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_eligibility_application_Status_County",
                table: "eligibility_application",
                columns: new[] { "Status", "County" });

            migrationBuilder.CreateIndex(
                name: "IX_eligibility_cover_Entitlement",
                table: "eligibility_cover",
                column: "Entitlement");

            migrationBuilder.CreateIndex(
                name: "IX_eligibility_cover_taken_back_Person",
                table: "eligibility_cover_taken_back",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_eligibility_determination_Application",
                table: "eligibility_determination",
                column: "Application");

            migrationBuilder.CreateIndex(
                name: "IX_eligibility_determination_Succession",
                table: "eligibility_determination",
                column: "Succession");

            migrationBuilder.CreateIndex(
                name: "IX_eligibility_entitlement_County_Id",
                table: "eligibility_entitlement",
                columns: new[] { "County", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_eligibility_entitlement_Household",
                table: "eligibility_entitlement",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_eligibility_policy_Key_Division",
                table: "eligibility_policy",
                columns: new[] { "Key", "Division" });

            migrationBuilder.CreateIndex(
                name: "IX_eligibility_succession_County_Id",
                table: "eligibility_succession",
                columns: new[] { "County", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_eligibility_succession_Household",
                table: "eligibility_succession",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_eligibility_succession_State_County",
                table: "eligibility_succession",
                columns: new[] { "State", "County" });

            migrationBuilder.CreateIndex(
                name: "IX_eligibility_term_Entitlement",
                table: "eligibility_term",
                column: "Entitlement");

            migrationBuilder.CreateIndex(
                name: "IX_funds_appropriation_Division_Id",
                table: "funds_appropriation",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_funds_entry_Division_Number",
                table: "funds_entry",
                columns: new[] { "Division", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funds_entry_Division_PostedOn",
                table: "funds_entry",
                columns: new[] { "Division", "PostedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_funds_overpayment_County_Entitlement",
                table: "funds_overpayment",
                columns: new[] { "County", "Entitlement" });

            migrationBuilder.CreateIndex(
                name: "IX_funds_payable_County_PaidThrough",
                table: "funds_payable",
                columns: new[] { "County", "PaidThrough" });

            migrationBuilder.CreateIndex(
                name: "IX_funds_payroll_Division_Id",
                table: "funds_payroll",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_funds_payroll_Division_Month_Kind_Number",
                table: "funds_payroll",
                columns: new[] { "Division", "Month", "Kind", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funds_payroll_line_Entitlement_BenefitMonth_Item_Attempt",
                table: "funds_payroll_line",
                columns: new[] { "Entitlement", "BenefitMonth", "Item", "Attempt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funds_payroll_line_Payroll_LineNo",
                table: "funds_payroll_line",
                columns: new[] { "Payroll", "LineNo" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payroll_line_returned",
                table: "funds_payroll_line",
                columns: new[] { "County", "Id" },
                filter: "state = 3");

            migrationBuilder.CreateIndex(
                name: "IX_households_archive_container_Division_Level_Code",
                table: "households_archive_container",
                columns: new[] { "Division", "Level", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_households_archive_container_Household",
                table: "households_archive_container",
                column: "Household",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_households_archive_container_Parent_Id",
                table: "households_archive_container",
                columns: new[] { "Parent", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_households_asset_Household",
                table: "households_asset",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_change_report_Division_Id",
                table: "households_change_report",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_households_change_report_Household",
                table: "households_change_report",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_credit_entry_Household",
                table: "households_credit_entry",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_declaration_Household",
                table: "households_declaration",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_discovery_Division_Id",
                table: "households_discovery",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_households_discovery_DueOn",
                table: "households_discovery",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_households_discovery_Household",
                table: "households_discovery",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_division_Name",
                table: "households_division",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_households_false_issuer_Division_Id",
                table: "households_false_issuer",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_households_false_issuer_PlainName_Division",
                table: "households_false_issuer",
                columns: new[] { "PlainName", "Division" });

            migrationBuilder.CreateIndex(
                name: "IX_households_filing_Division_Id",
                table: "households_filing",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_households_filing_Household",
                table: "households_filing",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_filing_StandsFor_Officer",
                table: "households_filing",
                columns: new[] { "StandsFor", "Officer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_households_household_County_Case_Id",
                table: "households_household",
                columns: new[] { "County", "Case", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_households_household_County_Id",
                table: "households_household",
                columns: new[] { "County", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_households_household_Division",
                table: "households_household",
                column: "Division");

            migrationBuilder.CreateIndex(
                name: "IX_households_household_FileNumber",
                table: "households_household",
                column: "FileNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_households_household_PhoneHash",
                table: "households_household",
                column: "PhoneHash");

            migrationBuilder.CreateIndex(
                name: "IX_households_import_Division_Id",
                table: "households_import",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_households_import_Division_content",
                table: "households_import",
                columns: new[] { "Division", "content" },
                unique: true,
                filter: "content is not null");

            migrationBuilder.CreateIndex(
                name: "ix_import_open",
                table: "households_import",
                column: "Id",
                filter: "state <= 3");

            migrationBuilder.CreateIndex(
                name: "IX_households_income_Household",
                table: "households_income",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_living_standard_Household",
                table: "households_living_standard",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_means_entry_Household",
                table: "households_means_entry",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_member_County_Name_Id",
                table: "households_member",
                columns: new[] { "County", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_households_member_County_PersonClass_Household",
                table: "households_member",
                columns: new[] { "County", "PersonClass", "Household" },
                filter: "\"PersonClass\" is not null");

            migrationBuilder.CreateIndex(
                name: "IX_households_member_Household",
                table: "households_member",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_member_Name_BirthDate",
                table: "households_member",
                columns: new[] { "Name", "BirthDate" });

            migrationBuilder.CreateIndex(
                name: "IX_households_member_Person",
                table: "households_member",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "ix_member_special",
                table: "households_member",
                columns: new[] { "County", "Household" },
                filter: "\"Categories\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_households_obligor_Household",
                table: "households_obligor",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_officer_Division_Id",
                table: "households_officer",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_households_officer_NumberHash",
                table: "households_officer",
                column: "NumberHash");

            migrationBuilder.CreateIndex(
                name: "IX_households_officer_kin_NumberHash",
                table: "households_officer_kin",
                column: "NumberHash");

            migrationBuilder.CreateIndex(
                name: "IX_households_officer_kin_Officer",
                table: "households_officer_kin",
                column: "Officer");

            migrationBuilder.CreateIndex(
                name: "IX_households_paper_Household_Hash",
                table: "households_paper",
                columns: new[] { "Household", "Hash" });

            migrationBuilder.CreateIndex(
                name: "IX_households_paper_reading_Paper",
                table: "households_paper_reading",
                column: "Paper");

            migrationBuilder.CreateIndex(
                name: "IX_households_payee_AccountHash",
                table: "households_payee",
                column: "AccountHash");

            migrationBuilder.CreateIndex(
                name: "IX_households_payee_Household",
                table: "households_payee",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_payee_change_Division_Id",
                table: "households_payee_change",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_households_payee_change_Household",
                table: "households_payee_change",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_payee_change_OpenFor",
                table: "households_payee_change",
                column: "OpenFor",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_households_person_IdNumberHash",
                table: "households_person",
                column: "IdNumberHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_households_place_request_Division_Id",
                table: "households_place_request",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_households_place_request_Household",
                table: "households_place_request",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_place_request_OtherDivision_Id",
                table: "households_place_request",
                columns: new[] { "OtherDivision", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_households_reveal_Person",
                table: "households_reveal",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_households_self_report_Household",
                table: "households_self_report",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_self_report_plan_Division_Household",
                table: "households_self_report_plan",
                columns: new[] { "Division", "Household" });

            migrationBuilder.CreateIndex(
                name: "IX_households_standing_Division_Id",
                table: "households_standing",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_households_standing_Household",
                table: "households_standing",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_transfer_From",
                table: "households_transfer",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_households_transfer_Household",
                table: "households_transfer",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_transfer_OldFileNumber",
                table: "households_transfer",
                column: "OldFileNumber");

            migrationBuilder.CreateIndex(
                name: "IX_households_transfer_OpenFor",
                table: "households_transfer",
                column: "OpenFor",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_households_transfer_To",
                table: "households_transfer",
                column: "To");

            migrationBuilder.CreateIndex(
                name: "IX_households_warning_Division_Sort_Id",
                table: "households_warning",
                columns: new[] { "Division", "Sort", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_households_warning_Household",
                table: "households_warning",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_warning_OpenFor_Rule",
                table: "households_warning",
                columns: new[] { "OpenFor", "Rule" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_delivery_FactId_Subscriber",
                table: "outbox_delivery",
                columns: new[] { "FactId", "Subscriber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_delivery_held",
                table: "outbox_delivery",
                columns: new[] { "Subject", "Subscriber" },
                filter: "state in (1, 3)");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_waiting",
                table: "outbox_delivery",
                columns: new[] { "state", "Id" },
                filter: "state <> 2");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_fact_County_sequence",
                table: "outbox_fact",
                columns: new[] { "County", "sequence" },
                unique: true,
                filter: "sequence is not null");

            migrationBuilder.CreateIndex(
                name: "ix_fact_unsequenced",
                table: "outbox_fact",
                column: "Id",
                filter: "sequence is null");

            migrationBuilder.CreateIndex(
                name: "IX_oversight_notice_Application_Kind",
                table: "oversight_notice",
                columns: new[] { "Application", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_oversight_notice_County_Id",
                table: "oversight_notice",
                columns: new[] { "County", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_oversight_notice_Place_Id",
                table: "oversight_notice",
                columns: new[] { "Place", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_oversight_notice_Status_ClosesOn",
                table: "oversight_notice",
                columns: new[] { "Status", "ClosesOn" });

            migrationBuilder.CreateIndex(
                name: "IX_oversight_objection_Notice",
                table: "oversight_objection",
                column: "Notice");

            migrationBuilder.CreateIndex(
                name: "IX_oversight_publication_County_Entitlement",
                table: "oversight_publication",
                columns: new[] { "County", "Entitlement" });

            migrationBuilder.CreateIndex(
                name: "IX_oversight_publication_Place_Entitlement",
                table: "oversight_publication",
                columns: new[] { "Place", "Entitlement" });

            migrationBuilder.CreateIndex(
                name: "IX_pipeline_idempotency_KeptUntil",
                table: "pipeline_idempotency",
                column: "KeptUntil");

            migrationBuilder.CreateIndex(
                name: "IX_reviewcycle_plan_Household",
                table: "reviewcycle_plan",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_reviewcycle_plan_NextDueOn",
                table: "reviewcycle_plan",
                column: "NextDueOn");

            migrationBuilder.CreateIndex(
                name: "IX_reviewcycle_review_County_ClosedOn",
                table: "reviewcycle_review",
                columns: new[] { "County", "ClosedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_reviewcycle_review_County_Id",
                table: "reviewcycle_review",
                columns: new[] { "County", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reviewcycle_review_Entitlement",
                table: "reviewcycle_review",
                column: "Entitlement");

            migrationBuilder.CreateIndex(
                name: "IX_reviewcycle_review_Household",
                table: "reviewcycle_review",
                column: "Household");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "eligibility_application");

            migrationBuilder.DropTable(
                name: "eligibility_calendar_day");

            migrationBuilder.DropTable(
                name: "eligibility_cover");

            migrationBuilder.DropTable(
                name: "eligibility_cover_taken_back");

            migrationBuilder.DropTable(
                name: "eligibility_determination");

            migrationBuilder.DropTable(
                name: "eligibility_policy");

            migrationBuilder.DropTable(
                name: "eligibility_succession");

            migrationBuilder.DropTable(
                name: "eligibility_term");

            migrationBuilder.DropTable(
                name: "funds_account");

            migrationBuilder.DropTable(
                name: "funds_appropriation");

            migrationBuilder.DropTable(
                name: "funds_entry_line");

            migrationBuilder.DropTable(
                name: "funds_ledger_head");

            migrationBuilder.DropTable(
                name: "funds_overpayment");

            migrationBuilder.DropTable(
                name: "funds_payable");

            migrationBuilder.DropTable(
                name: "funds_payable_amount");

            migrationBuilder.DropTable(
                name: "funds_payroll");

            migrationBuilder.DropTable(
                name: "funds_payroll_line");

            migrationBuilder.DropTable(
                name: "households_archive_container");

            migrationBuilder.DropTable(
                name: "households_asset");

            migrationBuilder.DropTable(
                name: "households_change_report");

            migrationBuilder.DropTable(
                name: "households_credit_entry");

            migrationBuilder.DropTable(
                name: "households_declaration");

            migrationBuilder.DropTable(
                name: "households_discovery");

            migrationBuilder.DropTable(
                name: "households_division");

            migrationBuilder.DropTable(
                name: "households_false_issuer");

            migrationBuilder.DropTable(
                name: "households_filing");

            migrationBuilder.DropTable(
                name: "households_import");

            migrationBuilder.DropTable(
                name: "households_import_piece");

            migrationBuilder.DropTable(
                name: "households_import_rejected");

            migrationBuilder.DropTable(
                name: "households_import_rows");

            migrationBuilder.DropTable(
                name: "households_income");

            migrationBuilder.DropTable(
                name: "households_living_standard");

            migrationBuilder.DropTable(
                name: "households_means_entry");

            migrationBuilder.DropTable(
                name: "households_member");

            migrationBuilder.DropTable(
                name: "households_obligor");

            migrationBuilder.DropTable(
                name: "households_officer_kin");

            migrationBuilder.DropTable(
                name: "households_paper_reading");

            migrationBuilder.DropTable(
                name: "households_payee");

            migrationBuilder.DropTable(
                name: "households_payee_change");

            migrationBuilder.DropTable(
                name: "households_person");

            migrationBuilder.DropTable(
                name: "households_place_request");

            migrationBuilder.DropTable(
                name: "households_reveal");

            migrationBuilder.DropTable(
                name: "households_self_report");

            migrationBuilder.DropTable(
                name: "households_self_report_plan");

            migrationBuilder.DropTable(
                name: "households_standing");

            migrationBuilder.DropTable(
                name: "households_takeover");

            migrationBuilder.DropTable(
                name: "households_takeover_line");

            migrationBuilder.DropTable(
                name: "households_takeover_rejected");

            migrationBuilder.DropTable(
                name: "households_transfer");

            migrationBuilder.DropTable(
                name: "households_warning");

            migrationBuilder.DropTable(
                name: "numbers_series");

            migrationBuilder.DropTable(
                name: "outbox_delivery");

            migrationBuilder.DropTable(
                name: "oversight_objection");

            migrationBuilder.DropTable(
                name: "oversight_publication");

            migrationBuilder.DropTable(
                name: "pipeline_idempotency");

            migrationBuilder.DropTable(
                name: "reviewcycle_plan");

            migrationBuilder.DropTable(
                name: "reviewcycle_review");

            migrationBuilder.DropTable(
                name: "timetable_clock");

            migrationBuilder.DropTable(
                name: "timetable_run");

            migrationBuilder.DropTable(
                name: "eligibility_entitlement");

            migrationBuilder.DropTable(
                name: "funds_entry");

            migrationBuilder.DropTable(
                name: "households_officer");

            migrationBuilder.DropTable(
                name: "households_paper");

            migrationBuilder.DropTable(
                name: "outbox_fact");

            migrationBuilder.DropTable(
                name: "oversight_notice");

            migrationBuilder.DropTable(
                name: "households_paper_content");

            migrationBuilder.DropTable(
                name: "households_household");
        }
    }
}
