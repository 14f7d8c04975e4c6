using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Dibao.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "funds");

            migrationBuilder.EnsureSchema(
                name: "eligibility");

            migrationBuilder.EnsureSchema(
                name: "households");

            migrationBuilder.EnsureSchema(
                name: "timetable");

            migrationBuilder.EnsureSchema(
                name: "outbox");

            migrationBuilder.EnsureSchema(
                name: "audit");

            migrationBuilder.EnsureSchema(
                name: "pipeline");

            migrationBuilder.EnsureSchema(
                name: "oversight");

            migrationBuilder.EnsureSchema(
                name: "reviewcycle");

            migrationBuilder.EnsureSchema(
                name: "numbers");

            migrationBuilder.CreateTable(
                name: "account",
                schema: "funds",
                columns: table => new
                {
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<int>(type: "integer", nullable: true),
                    BalanceFen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account", x => new { x.Division, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "application",
                schema: "eligibility",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenFor = table.Column<Guid>(type: "uuid", nullable: true),
                    FileNumber = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    County = table.Column<long>(type: "bigint", nullable: false),
                    Scheme = table.Column<int>(type: "integer", nullable: false),
                    Agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    SubmittedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SubmittedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    MissingPapers = table.Column<string>(type: "text", nullable: false),
                    AcceptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AcceptedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CheckRequestedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CheckRequestedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    CheckAnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CheckAnsweredBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    VerifiedIncome = table.Column<string>(type: "text", nullable: false),
                    VerifiedAssets = table.Column<string>(type: "text", nullable: false),
                    CheckSources = table.Column<string>(type: "text", nullable: false),
                    VisitedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    VisitRecordedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Investigators = table.Column<string>(type: "text", nullable: false),
                    PresentAtVisit = table.Column<string>(type: "text", nullable: false),
                    LivingConditions = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    VisitStands = table.Column<bool>(type: "boolean", nullable: false),
                    AppraisedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AppraisedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    AppraisalParticipants = table.Column<int>(type: "integer", nullable: true),
                    AppraisalRepresentatives = table.Column<int>(type: "integer", nullable: true),
                    AppraisalAgrees = table.Column<bool>(type: "boolean", nullable: true),
                    Determination = table.Column<Guid>(type: "uuid", nullable: true),
                    DeterminationHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    AssessedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AssessedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Eligible = table.Column<bool>(type: "boolean", nullable: true),
                    Persons = table.Column<int>(type: "integer", nullable: false),
                    MonthlyFen = table.Column<long>(type: "bigint", nullable: false),
                    Positive = table.Column<bool>(type: "boolean", nullable: true),
                    Opinion = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    ReviewedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReviewedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    SecondOpinion = table.Column<bool>(type: "boolean", nullable: false),
                    NewFindingDue = table.Column<bool>(type: "boolean", nullable: false),
                    ProposedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ProposedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    ApprovalNoticeClear = table.Column<bool>(type: "boolean", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Reasons = table.Column<string>(type: "text", nullable: false),
                    AppealZh = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    AppealEn = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    Entitlement = table.Column<Guid>(type: "uuid", nullable: true),
                    LastBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    CountyVisitedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CountyVisitedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    CountyFindings = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    PresentAtCountyVisit = table.Column<string>(type: "text", nullable: false),
                    Applicant = table.Column<Guid>(type: "uuid", nullable: false),
                    Only = table.Column<Guid>(type: "uuid", nullable: true),
                    OnlyBy = table.Column<string>(type: "text", nullable: false),
                    ApplicantReplacedFor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "appropriation",
                schema: "funds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Source = table.Column<int>(type: "integer", nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    DocumentNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    ArrivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    EntryNumber = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_appropriation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_day",
                schema: "eligibility",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_day", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "change_report",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    HappenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ToldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ToldBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Major = table.Column<bool>(type: "boolean", nullable: false),
                    Untold = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change_report", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "clock",
                schema: "timetable",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Scenario = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    ScenarioTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RunsSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Finished = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clock", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cover",
                schema: "eligibility",
                columns: table => new
                {
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Scheme = table.Column<int>(type: "integer", nullable: false),
                    County = table.Column<long>(type: "bigint", nullable: false),
                    Entitlement = table.Column<Guid>(type: "uuid", nullable: true),
                    FirstMonth = table.Column<int>(type: "integer", nullable: false),
                    LastMonth = table.Column<int>(type: "integer", nullable: true),
                    Earlier = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cover", x => x.Person);
                });

            migrationBuilder.CreateTable(
                name: "cover_taken_back",
                schema: "eligibility",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Scheme = table.Column<int>(type: "integer", nullable: false),
                    County = table.Column<long>(type: "bigint", nullable: false),
                    FirstMonth = table.Column<int>(type: "integer", nullable: false),
                    LastMonth = table.Column<int>(type: "integer", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cover_taken_back", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "determination",
                schema: "eligibility",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Application = table.Column<Guid>(type: "uuid", nullable: true),
                    Succession = table.Column<Guid>(type: "uuid", nullable: true),
                    Format = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_determination", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "division",
                schema: "households",
                columns: table => new
                {
                    Code = table.Column<long>(type: "bigint", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    PartsListed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_division", x => new { x.Code, x.ValidFrom });
                });

            migrationBuilder.CreateTable(
                name: "entitlement",
                schema: "eligibility",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    County = table.Column<long>(type: "bigint", nullable: false),
                    Scheme = table.Column<int>(type: "integer", nullable: false),
                    Agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Application = table.Column<Guid>(type: "uuid", nullable: true),
                    Applicant = table.Column<Guid>(type: "uuid", nullable: false),
                    Only = table.Column<Guid>(type: "uuid", nullable: true),
                    ApplicantReplacedFor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    ConfirmedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    FirstMonth = table.Column<int>(type: "integer", nullable: false),
                    LastMonth = table.Column<int>(type: "integer", nullable: true),
                    EndReason = table.Column<int>(type: "integer", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndRequestedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EndRequestReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    TakenOver = table.Column<bool>(type: "boolean", nullable: false),
                    Succeeds = table.Column<Guid>(type: "uuid", nullable: true),
                    SucceededBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ReviewEvery = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entitlement", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "entry",
                schema: "audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Caller = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Roles = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Office = table.Column<long>(type: "bigint", nullable: false),
                    Action = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Concern = table.Column<Guid>(type: "uuid", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SealNumber = table.Column<long>(type: "bigint", nullable: true),
                    SealHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "entry",
                schema: "funds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    PostedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ValueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Reference = table.Column<Guid>(type: "uuid", nullable: false),
                    Memo = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    PreviousHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entry1", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "fact",
                schema: "outbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    County = table.Column<long>(type: "bigint", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fact", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "false_issuer",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    PlainName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    PaperKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    DocumentNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    ProvenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EnteredBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    ClearedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClearedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    ClearingReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Mistaken = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_false_issuer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "household",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FileNumber = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    County = table.Column<long>(type: "bigint", nullable: false),
                    Residence = table.Column<long>(type: "bigint", nullable: false),
                    Hukou = table.Column<int>(type: "integer", nullable: false),
                    Agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    RegisteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SplitFrom = table.Column<Guid>(type: "uuid", nullable: true),
                    MergedInto = table.Column<Guid>(type: "uuid", nullable: true),
                    Case = table.Column<int>(type: "integer", nullable: false),
                    DrawsBy = table.Column<Guid>(type: "uuid", nullable: true),
                    SealedPhone = table.Column<byte[]>(type: "bytea", nullable: true),
                    PhoneHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    MaskedPhone = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: true, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_household", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency",
                schema: "pipeline",
                columns: table => new
                {
                    Caller = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Command = table.Column<byte[]>(type: "bytea", nullable: false),
                    Answer = table.Column<byte[]>(type: "bytea", nullable: false),
                    KeptUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotency", x => new { x.Caller, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "import",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Format = table.Column<int>(type: "integer", nullable: false),
                    StartedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Gb18030 = table.Column<bool>(type: "boolean", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    Accepted = table.Column<int>(type: "integer", nullable: false),
                    Repeated = table.Column<int>(type: "integer", nullable: false),
                    Rejected = table.Column<int>(type: "integer", nullable: false),
                    GivenBack = table.Column<int>(type: "integer", nullable: false),
                    Headings = table.Column<byte[]>(type: "bytea", nullable: true),
                    PersonHeadings = table.Column<byte[]>(type: "bytea", nullable: true),
                    Code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    ReasonZh = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    ReasonEn = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    Worker = table.Column<Guid>(type: "uuid", nullable: true),
                    HeldUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastFailure = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "import_piece",
                schema: "households",
                columns: table => new
                {
                    Import = table.Column<Guid>(type: "uuid", nullable: false),
                    Sheet = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_piece", x => new { x.Import, x.Sheet, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "import_rejected",
                schema: "households",
                columns: table => new
                {
                    Import = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Sheet = table.Column<int>(type: "integer", nullable: false),
                    Row = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    ReasonZh = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    ReasonEn = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_rejected", x => new { x.Import, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "import_rows",
                schema: "households",
                columns: table => new
                {
                    Import = table.Column<Guid>(type: "uuid", nullable: false),
                    Batch = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_rows", x => new { x.Import, x.Batch, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "ledger_head",
                schema: "funds",
                columns: table => new
                {
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_head", x => x.Division);
                });

            migrationBuilder.CreateTable(
                name: "living_standard",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<int>(type: "integer", nullable: false),
                    To = table.Column<int>(type: "integer", nullable: false),
                    Spent = table.Column<long>(type: "bigint", nullable: true),
                    Source = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Recorded = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TakenBack = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_living_standard", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "means_entry",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Side = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Against = table.Column<int>(type: "integer", nullable: true),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: true),
                    PeriodAmount = table.Column<long>(type: "bigint", nullable: true),
                    Truth = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<int>(type: "integer", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Evidence = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Recorded = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Superseded = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_means_entry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notice",
                schema: "oversight",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Application = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    County = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<long>(type: "bigint", nullable: false),
                    Scheme = table.Column<int>(type: "integer", nullable: false),
                    ApplicantName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Members = table.Column<int>(type: "integer", nullable: false),
                    MonthlyFen = table.Column<long>(type: "bigint", nullable: false),
                    PostedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Pending = table.Column<int>(type: "integer", nullable: false),
                    Upheld = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "obligor",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    SealedName = table.Column<byte[]>(type: "bytea", nullable: false),
                    Supports = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Age = table.Column<int>(type: "integer", nullable: true),
                    Persons = table.Column<int>(type: "integer", nullable: true),
                    Yearly = table.Column<long>(type: "bigint", nullable: true),
                    Basis = table.Column<int>(type: "integer", nullable: false),
                    Payable = table.Column<long>(type: "bigint", nullable: false),
                    LeftOut = table.Column<bool>(type: "boolean", nullable: false),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Recorded = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Superseded = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_obligor", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "officer",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Office = table.Column<long>(type: "bigint", nullable: false),
                    Post = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SealedName = table.Column<byte[]>(type: "bytea", maxLength: 400, nullable: false),
                    SealedNumber = table.Column<byte[]>(type: "bytea", maxLength: 200, nullable: false),
                    NumberHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    MaskedNumber = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false, collation: "C"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EnteredBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "overpayment",
                schema: "funds",
                columns: table => new
                {
                    Entitlement = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    County = table.Column<long>(type: "bigint", nullable: false),
                    FromMonth = table.Column<int>(type: "integer", nullable: false),
                    ToMonth = table.Column<int>(type: "integer", nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_overpayment", x => x.Entitlement);
                });

            migrationBuilder.CreateTable(
                name: "payable",
                schema: "funds",
                columns: table => new
                {
                    Entitlement = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    County = table.Column<long>(type: "bigint", nullable: false),
                    Scheme = table.Column<int>(type: "integer", nullable: false),
                    FirstMonth = table.Column<int>(type: "integer", nullable: false),
                    LastMonth = table.Column<int>(type: "integer", nullable: true),
                    PaidThrough = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payable", x => x.Entitlement);
                });

            migrationBuilder.CreateTable(
                name: "payable_amount",
                schema: "funds",
                columns: table => new
                {
                    Entitlement = table.Column<Guid>(type: "uuid", nullable: false),
                    FromMonth = table.Column<int>(type: "integer", nullable: false),
                    MonthlyFen = table.Column<long>(type: "bigint", nullable: false),
                    Persons = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payable_amount", x => new { x.Entitlement, x.FromMonth });
                });

            migrationBuilder.CreateTable(
                name: "payee_change",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenFor = table.Column<Guid>(type: "uuid", nullable: true),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    ProofPaper = table.Column<Guid>(type: "uuid", nullable: true),
                    ProofText = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    ProposedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ProposedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AnsweredBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Terms_AccountHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Terms_Bank = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Terms_FailsCheckDigit = table.Column<bool>(type: "boolean", nullable: false),
                    Terms_GroundNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Terms_GroundPaper = table.Column<Guid>(type: "uuid", nullable: true),
                    Terms_GroundParties = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Terms_GroundSignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Terms_Holder = table.Column<Guid>(type: "uuid", nullable: true),
                    Terms_HolderName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Terms_HolderNumberHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    Terms_Kind = table.Column<int>(type: "integer", nullable: false),
                    Terms_MaskedHolderNumber = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: true, collation: "C"),
                    Terms_MaskedNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Terms_SealedHolderNumber = table.Column<byte[]>(type: "bytea", nullable: true),
                    Terms_SealedNumber = table.Column<byte[]>(type: "bytea", nullable: false),
                    Terms_Ward = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payee_change", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "payroll",
                schema: "funds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Month = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    UpTo = table.Column<long>(type: "bigint", nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Lines = table.Column<int>(type: "integer", nullable: false),
                    WithoutPayee = table.Column<int>(type: "integer", nullable: false),
                    Households = table.Column<int>(type: "integer", nullable: false),
                    Persons = table.Column<int>(type: "integer", nullable: false),
                    TotalFen = table.Column<long>(type: "bigint", nullable: false),
                    LinesHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    RequestedFen = table.Column<long>(type: "bigint", nullable: false),
                    PaidFen = table.Column<long>(type: "bigint", nullable: false),
                    ReturnedFen = table.Column<long>(type: "bigint", nullable: false),
                    BuiltBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    BuiltOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LockedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    LockedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RequestedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    RequestedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ApprovedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    ApprovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    TransferredBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    TransferredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SettledBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    SettledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payroll", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "payroll_line",
                schema: "funds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Payroll = table.Column<Guid>(type: "uuid", nullable: false),
                    LineNo = table.Column<int>(type: "integer", nullable: false),
                    Entitlement = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    County = table.Column<long>(type: "bigint", nullable: false),
                    Scheme = table.Column<int>(type: "integer", nullable: false),
                    BenefitMonth = table.Column<int>(type: "integer", nullable: false),
                    Item = table.Column<int>(type: "integer", nullable: false),
                    Attempt = table.Column<int>(type: "integer", nullable: false),
                    Persons = table.Column<int>(type: "integer", nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    Payee = table.Column<Guid>(type: "uuid", nullable: false),
                    Holder = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Bank = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SealedAccount = table.Column<byte[]>(type: "bytea", maxLength: 200, nullable: false),
                    MaskedAccount = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    state = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<int>(type: "integer", nullable: true),
                    RepaidBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payroll_line", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "person",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IdNumberHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "plan",
                schema: "reviewcycle",
                columns: table => new
                {
                    Entitlement = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    County = table.Column<long>(type: "bigint", nullable: false),
                    Scheme = table.Column<int>(type: "integer", nullable: false),
                    Applicant = table.Column<Guid>(type: "uuid", nullable: false),
                    Agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Only = table.Column<Guid>(type: "uuid", nullable: true),
                    Persons = table.Column<int>(type: "integer", nullable: false),
                    MonthlyFen = table.Column<long>(type: "bigint", nullable: false),
                    Every = table.Column<int>(type: "integer", nullable: false),
                    CycleDay = table.Column<int>(type: "integer", nullable: false),
                    NextDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    UnderReview = table.Column<bool>(type: "boolean", nullable: false),
                    Ended = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan", x => x.Entitlement);
                });

            migrationBuilder.CreateTable(
                name: "policy",
                schema: "eligibility",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Scheme = table.Column<int>(type: "integer", nullable: true),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false),
                    Unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Document = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Article = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Recorded = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Superseded = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_policy", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "publication",
                schema: "oversight",
                columns: table => new
                {
                    Entitlement = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    County = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<long>(type: "bigint", nullable: false),
                    Scheme = table.Column<int>(type: "integer", nullable: false),
                    ApplicantName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Members = table.Column<int>(type: "integer", nullable: false),
                    MonthlyFen = table.Column<long>(type: "bigint", nullable: false),
                    FirstMonth = table.Column<int>(type: "integer", nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publication", x => x.Entitlement);
                });

            migrationBuilder.CreateTable(
                name: "reveal",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reveal", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "review",
                schema: "reviewcycle",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Entitlement = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    County = table.Column<long>(type: "bigint", nullable: false),
                    Scheme = table.Column<int>(type: "integer", nullable: false),
                    Agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Cause = table.Column<int>(type: "integer", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    Findings = table.Column<string>(type: "text", nullable: true),
                    FoundBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    FoundOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DeterminationJson = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DeterminationHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Proposal = table.Column<string>(type: "text", nullable: true),
                    Hearing = table.Column<string>(type: "text", nullable: true),
                    HeardBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Conclusion = table.Column<string>(type: "text", nullable: true),
                    Outcome = table.Column<int>(type: "integer", nullable: true),
                    EndedFor = table.Column<int>(type: "integer", nullable: true),
                    ConcludedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "run",
                schema: "timetable",
                columns: table => new
                {
                    Entry = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Period = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RunAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run", x => new { x.Entry, x.Period });
                });

            migrationBuilder.CreateTable(
                name: "self_report",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReportedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SignedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Changes = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    RecordedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_self_report", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "self_report_plan",
                schema: "households",
                columns: table => new
                {
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Entitlement = table.Column<Guid>(type: "uuid", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReportedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_self_report_plan", x => x.Household);
                });

            migrationBuilder.CreateTable(
                name: "series",
                schema: "numbers",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_series", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "succession",
                schema: "eligibility",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    County = table.Column<long>(type: "bigint", nullable: false),
                    Agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Only = table.Column<Guid>(type: "uuid", nullable: true),
                    Bereaved = table.Column<Guid>(type: "uuid", nullable: true),
                    Predecessors = table.Column<string>(type: "text", nullable: false),
                    Households = table.Column<string>(type: "text", nullable: false),
                    About = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    HappenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LastMonthAgreed = table.Column<int>(type: "integer", nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Cases = table.Column<string>(type: "text", nullable: false),
                    AssessedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AssessedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    HeardOn = table.Column<DateOnly>(type: "date", nullable: true),
                    HeardBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Views = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    ConfirmedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    LastMonth = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_succession", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "takeover",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Accepted = table.Column<int>(type: "integer", nullable: false),
                    Repeated = table.Column<int>(type: "integer", nullable: false),
                    Rejected = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_takeover", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "takeover_line",
                schema: "households",
                columns: table => new
                {
                    County = table.Column<long>(type: "bigint", nullable: false),
                    Line = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_takeover_line", x => new { x.County, x.Line });
                });

            migrationBuilder.CreateTable(
                name: "takeover_rejected",
                schema: "households",
                columns: table => new
                {
                    Takeover = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    ReasonZh = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    ReasonEn = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_takeover_rejected", x => new { x.Takeover, x.Line });
                });

            migrationBuilder.CreateTable(
                name: "transfer",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<long>(type: "bigint", nullable: false),
                    To = table.Column<long>(type: "bigint", nullable: false),
                    OpenFor = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    LastMonth = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    OfferedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OfferedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AnsweredBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    OldFileNumber = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    NewFileNumber = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    Scheme = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    Persons = table.Column<int>(type: "integer", nullable: false),
                    MonthlyFen = table.Column<long>(type: "bigint", nullable: false),
                    FirstMonth = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_transfer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "warning",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Sort = table.Column<int>(type: "integer", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: true),
                    Discovery = table.Column<Guid>(type: "uuid", nullable: true),
                    OpenFor = table.Column<Guid>(type: "uuid", nullable: true),
                    AppearedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ClearedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    HandledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    HandledBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    HandlingNote = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_warning", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "term",
                schema: "eligibility",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Entitlement = table.Column<Guid>(type: "uuid", nullable: false),
                    Persons = table.Column<int>(type: "integer", nullable: false),
                    MonthlyFen = table.Column<long>(type: "bigint", nullable: false),
                    Uplifts = table.Column<string>(type: "text", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Recorded = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Superseded = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_term", x => x.Id);
                    table.ForeignKey(
                        name: "FK_term_entitlement_Entitlement",
                        column: x => x.Entitlement,
                        principalSchema: "eligibility",
                        principalTable: "entitlement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "entry_line",
                schema: "funds",
                columns: table => new
                {
                    Entry = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    Account = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<int>(type: "integer", nullable: true),
                    DebitFen = table.Column<long>(type: "bigint", nullable: false),
                    CreditFen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entry_line", x => new { x.Entry, x.Line });
                    table.ForeignKey(
                        name: "FK_entry_line_entry_Entry",
                        column: x => x.Entry,
                        principalSchema: "funds",
                        principalTable: "entry",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "delivery",
                schema: "outbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    FactId = table.Column<long>(type: "bigint", nullable: false),
                    Subscriber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NotBefore = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastFailure = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delivery", x => x.Id);
                    table.ForeignKey(
                        name: "FK_delivery_fact_FactId",
                        column: x => x.FactId,
                        principalSchema: "outbox",
                        principalTable: "fact",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "archive_container",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Parent = table.Column<Guid>(type: "uuid", nullable: true),
                    Household = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_archive_container", x => x.Id);
                    table.ForeignKey(
                        name: "FK_archive_container_archive_container_Parent",
                        column: x => x.Parent,
                        principalSchema: "households",
                        principalTable: "archive_container",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_archive_container_household_Household",
                        column: x => x.Household,
                        principalSchema: "households",
                        principalTable: "household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "asset",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Recorded = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Superseded = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asset", x => x.Id);
                    table.ForeignKey(
                        name: "FK_asset_household_Household",
                        column: x => x.Household,
                        principalSchema: "households",
                        principalTable: "household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "credit_entry",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Article = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    StruckOutAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    StruckOutBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    StrikingReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_credit_entry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_credit_entry_household_Household",
                        column: x => x.Household,
                        principalSchema: "households",
                        principalTable: "household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "declaration",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    SignedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ForPaper = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    TextVersion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    FoundFalseOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_declaration", x => x.Id);
                    table.ForeignKey(
                        name: "FK_declaration_household_Household",
                        column: x => x.Household,
                        principalSchema: "households",
                        principalTable: "household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "discovery",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    SealedName = table.Column<byte[]>(type: "bytea", maxLength: 400, nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "date", nullable: false),
                    FoundBy = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    RecordedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Scheme = table.Column<int>(type: "integer", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    InformedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    InformedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Household = table.Column<Guid>(type: "uuid", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Closing = table.Column<int>(type: "integer", nullable: true),
                    ClosingNote = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discovery", x => x.Id);
                    table.ForeignKey(
                        name: "FK_discovery_household_Household",
                        column: x => x.Household,
                        principalSchema: "households",
                        principalTable: "household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "filing",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    StandsFor = table.Column<Guid>(type: "uuid", nullable: true),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Officer = table.Column<Guid>(type: "uuid", nullable: true),
                    OfficerKind = table.Column<int>(type: "integer", nullable: false),
                    Office = table.Column<long>(type: "bigint", nullable: false),
                    SealedOfficerName = table.Column<byte[]>(type: "bytea", maxLength: 400, nullable: true),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Kinship = table.Column<int>(type: "integer", nullable: false),
                    Origin = table.Column<int>(type: "integer", nullable: false),
                    Article = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    FiledOn = table.Column<DateOnly>(type: "date", nullable: false),
                    FiledBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    EndReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_filing", x => x.Id);
                    table.ForeignKey(
                        name: "FK_filing_household_Household",
                        column: x => x.Household,
                        principalSchema: "households",
                        principalTable: "household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "income",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Yearly = table.Column<long>(type: "bigint", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Recorded = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Superseded = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_income", x => x.Id);
                    table.ForeignKey(
                        name: "FK_income_household_Household",
                        column: x => x.Household,
                        principalSchema: "households",
                        principalTable: "household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "member",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    County = table.Column<long>(type: "bigint", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SealedIdNumber = table.Column<byte[]>(type: "bytea", nullable: false),
                    MaskedIdNumber = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false, collation: "C"),
                    BirthDate = table.Column<DateOnly>(type: "date", nullable: false),
                    Sex = table.Column<int>(type: "integer", nullable: false),
                    Relationship = table.Column<int>(type: "integer", nullable: false),
                    Labour = table.Column<int>(type: "integer", nullable: false),
                    Registered = table.Column<long>(type: "bigint", nullable: true),
                    Standing = table.Column<int>(type: "integer", nullable: false),
                    StandingSince = table.Column<DateOnly>(type: "date", nullable: true),
                    Marital = table.Column<int>(type: "integer", nullable: false),
                    MaritalSince = table.Column<DateOnly>(type: "date", nullable: true),
                    Education = table.Column<int>(type: "integer", nullable: true),
                    GraduatesOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Employment = table.Column<int>(type: "integer", nullable: true),
                    PersonClass = table.Column<int>(type: "integer", nullable: true),
                    Categories = table.Column<int>(type: "integer", nullable: false),
                    HealthState = table.Column<int>(type: "integer", nullable: true),
                    Disability = table.Column<int>(type: "integer", nullable: true),
                    Grade = table.Column<int>(type: "integer", nullable: true),
                    SeriousIllness = table.Column<bool>(type: "boolean", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Recorded = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Superseded = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member", x => x.Id);
                    table.ForeignKey(
                        name: "FK_member_household_Household",
                        column: x => x.Household,
                        principalSchema: "households",
                        principalTable: "household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paper_content",
                schema: "households",
                columns: table => new
                {
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_paper_content", x => new { x.Household, x.Hash });
                    table.ForeignKey(
                        name: "FK_paper_content_household_Household",
                        column: x => x.Household,
                        principalSchema: "households",
                        principalTable: "household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payee",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Holder = table.Column<Guid>(type: "uuid", nullable: true),
                    HolderName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SealedHolderNumber = table.Column<byte[]>(type: "bytea", nullable: true),
                    HolderNumberHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    MaskedHolderNumber = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: true, collation: "C"),
                    Ward = table.Column<Guid>(type: "uuid", nullable: true),
                    Bank = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SealedNumber = table.Column<byte[]>(type: "bytea", nullable: false),
                    MaskedNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    AccountHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    FailsCheckDigit = table.Column<bool>(type: "boolean", nullable: false),
                    GroundPaper = table.Column<Guid>(type: "uuid", nullable: true),
                    GroundNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    GroundSignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    GroundParties = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Recorded = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Superseded = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payee", x => x.Id);
                    table.ForeignKey(
                        name: "FK_payee_household_Household",
                        column: x => x.Household,
                        principalSchema: "households",
                        principalTable: "household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "place_request",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    FileNumber = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    OtherDivision = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AskedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Article = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AnsweredBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Found = table.Column<bool>(type: "boolean", nullable: true),
                    Answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    Evidence = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    WithdrawalReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_place_request", x => x.Id);
                    table.ForeignKey(
                        name: "FK_place_request_household_Household",
                        column: x => x.Household,
                        principalSchema: "households",
                        principalTable: "household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "standing",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Basis = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Article = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    RecordedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    EndReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_standing", x => x.Id);
                    table.ForeignKey(
                        name: "FK_standing_household_Household",
                        column: x => x.Household,
                        principalSchema: "households",
                        principalTable: "household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "objection",
                schema: "oversight",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Notice = table.Column<Guid>(type: "uuid", nullable: false),
                    RaisedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Ground = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    Decision = table.Column<int>(type: "integer", nullable: false),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reasons = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_objection", x => x.Id);
                    table.ForeignKey(
                        name: "FK_objection_notice_Notice",
                        column: x => x.Notice,
                        principalSchema: "oversight",
                        principalTable: "notice",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "officer_kin",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Officer = table.Column<Guid>(type: "uuid", nullable: false),
                    Kinship = table.Column<int>(type: "integer", nullable: false),
                    SealedName = table.Column<byte[]>(type: "bytea", maxLength: 400, nullable: false),
                    SealedNumber = table.Column<byte[]>(type: "bytea", maxLength: 200, nullable: false),
                    NumberHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    MaskedNumber = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false, collation: "C"),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Recorded = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Superseded = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officer_kin", x => x.Id);
                    table.ForeignKey(
                        name: "FK_officer_kin_officer_Officer",
                        column: x => x.Officer,
                        principalSchema: "households",
                        principalTable: "officer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paper",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Household = table.Column<Guid>(type: "uuid", nullable: false),
                    Division = table.Column<long>(type: "bigint", nullable: false),
                    Agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Size = table.Column<int>(type: "integer", nullable: false),
                    Media = table.Column<int>(type: "integer", nullable: false),
                    Issuer = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    PlainIssuer = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    UploadedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UploadedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    UploadedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    WithdrawalReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_paper", x => x.Id);
                    table.ForeignKey(
                        name: "FK_paper_paper_content_Household_Hash",
                        columns: x => new { x.Household, x.Hash },
                        principalSchema: "households",
                        principalTable: "paper_content",
                        principalColumns: new[] { "Household", "Hash" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "paper_reading",
                schema: "households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Paper = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    SealedName = table.Column<byte[]>(type: "bytea", maxLength: 400, nullable: false),
                    NameHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    SealedNumber = table.Column<byte[]>(type: "bytea", maxLength: 200, nullable: true),
                    NumberHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    StatedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_paper_reading", x => x.Id);
                    table.ForeignKey(
                        name: "FK_paper_reading_paper_Paper",
                        column: x => x.Paper,
                        principalSchema: "households",
                        principalTable: "paper",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_application_County_Id",
                schema: "eligibility",
                table: "application",
                columns: new[] { "County", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_application_Household",
                schema: "eligibility",
                table: "application",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_application_OpenFor",
                schema: "eligibility",
                table: "application",
                column: "OpenFor",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_application_Status_County",
                schema: "eligibility",
                table: "application",
                columns: new[] { "Status", "County" });

            migrationBuilder.CreateIndex(
                name: "IX_appropriation_Division_Id",
                schema: "funds",
                table: "appropriation",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_archive_container_Division_Level_Code",
                schema: "households",
                table: "archive_container",
                columns: new[] { "Division", "Level", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_archive_container_Household",
                schema: "households",
                table: "archive_container",
                column: "Household",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_archive_container_Parent_Id",
                schema: "households",
                table: "archive_container",
                columns: new[] { "Parent", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_asset_Household",
                schema: "households",
                table: "asset",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_change_report_Division_Id",
                schema: "households",
                table: "change_report",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_change_report_Household",
                schema: "households",
                table: "change_report",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_cover_Entitlement",
                schema: "eligibility",
                table: "cover",
                column: "Entitlement");

            migrationBuilder.CreateIndex(
                name: "IX_cover_taken_back_Person",
                schema: "eligibility",
                table: "cover_taken_back",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_credit_entry_Household",
                schema: "households",
                table: "credit_entry",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_declaration_Household",
                schema: "households",
                table: "declaration",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_delivery_FactId_Subscriber",
                schema: "outbox",
                table: "delivery",
                columns: new[] { "FactId", "Subscriber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_delivery_held",
                schema: "outbox",
                table: "delivery",
                columns: new[] { "Subject", "Subscriber" },
                filter: "state in (1, 3)");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_waiting",
                schema: "outbox",
                table: "delivery",
                columns: new[] { "state", "Id" },
                filter: "state <> 2");

            migrationBuilder.CreateIndex(
                name: "IX_determination_Application",
                schema: "eligibility",
                table: "determination",
                column: "Application");

            migrationBuilder.CreateIndex(
                name: "IX_determination_Succession",
                schema: "eligibility",
                table: "determination",
                column: "Succession");

            migrationBuilder.CreateIndex(
                name: "IX_discovery_Division_Id",
                schema: "households",
                table: "discovery",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_discovery_DueOn",
                schema: "households",
                table: "discovery",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_discovery_Household",
                schema: "households",
                table: "discovery",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_division_Name",
                schema: "households",
                table: "division",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_entitlement_County_Id",
                schema: "eligibility",
                table: "entitlement",
                columns: new[] { "County", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_entitlement_Household",
                schema: "eligibility",
                table: "entitlement",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_entry_Concern_Id",
                schema: "audit",
                table: "entry",
                columns: new[] { "Concern", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_entry_SealNumber",
                schema: "audit",
                table: "entry",
                column: "SealNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entry_unsealed",
                schema: "audit",
                table: "entry",
                column: "Id",
                filter: "\"SealNumber\" is null");

            migrationBuilder.CreateIndex(
                name: "IX_entry_Division_Number",
                schema: "funds",
                table: "entry",
                columns: new[] { "Division", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_entry_Division_PostedOn",
                schema: "funds",
                table: "entry",
                columns: new[] { "Division", "PostedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_fact_County_sequence",
                schema: "outbox",
                table: "fact",
                columns: new[] { "County", "sequence" },
                unique: true,
                filter: "sequence is not null");

            migrationBuilder.CreateIndex(
                name: "ix_fact_unsequenced",
                schema: "outbox",
                table: "fact",
                column: "Id",
                filter: "sequence is null");

            migrationBuilder.CreateIndex(
                name: "IX_false_issuer_Division_Id",
                schema: "households",
                table: "false_issuer",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_false_issuer_PlainName_Division",
                schema: "households",
                table: "false_issuer",
                columns: new[] { "PlainName", "Division" });

            migrationBuilder.CreateIndex(
                name: "IX_filing_Division_Id",
                schema: "households",
                table: "filing",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_filing_Household",
                schema: "households",
                table: "filing",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_filing_StandsFor_Officer",
                schema: "households",
                table: "filing",
                columns: new[] { "StandsFor", "Officer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_household_County_Case_Id",
                schema: "households",
                table: "household",
                columns: new[] { "County", "Case", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_household_County_Id",
                schema: "households",
                table: "household",
                columns: new[] { "County", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_household_Division",
                schema: "households",
                table: "household",
                column: "Division");

            migrationBuilder.CreateIndex(
                name: "IX_household_FileNumber",
                schema: "households",
                table: "household",
                column: "FileNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_household_PhoneHash",
                schema: "households",
                table: "household",
                column: "PhoneHash");

            migrationBuilder.CreateIndex(
                name: "IX_idempotency_KeptUntil",
                schema: "pipeline",
                table: "idempotency",
                column: "KeptUntil");

            migrationBuilder.CreateIndex(
                name: "IX_import_Division_Id",
                schema: "households",
                table: "import",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_import_Division_content",
                schema: "households",
                table: "import",
                columns: new[] { "Division", "content" },
                unique: true,
                filter: "content is not null");

            migrationBuilder.CreateIndex(
                name: "ix_import_open",
                schema: "households",
                table: "import",
                column: "Id",
                filter: "state <= 3");

            migrationBuilder.CreateIndex(
                name: "IX_income_Household",
                schema: "households",
                table: "income",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_living_standard_Household",
                schema: "households",
                table: "living_standard",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_means_entry_Household",
                schema: "households",
                table: "means_entry",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_member_County_Name_Id",
                schema: "households",
                table: "member",
                columns: new[] { "County", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_member_County_PersonClass_Household",
                schema: "households",
                table: "member",
                columns: new[] { "County", "PersonClass", "Household" },
                filter: "\"PersonClass\" is not null");

            migrationBuilder.CreateIndex(
                name: "IX_member_Household",
                schema: "households",
                table: "member",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_member_Name_BirthDate",
                schema: "households",
                table: "member",
                columns: new[] { "Name", "BirthDate" });

            migrationBuilder.CreateIndex(
                name: "IX_member_Person",
                schema: "households",
                table: "member",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "ix_member_special",
                schema: "households",
                table: "member",
                columns: new[] { "County", "Household" },
                filter: "\"Categories\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_notice_Application_Kind",
                schema: "oversight",
                table: "notice",
                columns: new[] { "Application", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_County_Id",
                schema: "oversight",
                table: "notice",
                columns: new[] { "County", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_Place_Id",
                schema: "oversight",
                table: "notice",
                columns: new[] { "Place", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_Status_ClosesOn",
                schema: "oversight",
                table: "notice",
                columns: new[] { "Status", "ClosesOn" });

            migrationBuilder.CreateIndex(
                name: "IX_objection_Notice",
                schema: "oversight",
                table: "objection",
                column: "Notice");

            migrationBuilder.CreateIndex(
                name: "IX_obligor_Household",
                schema: "households",
                table: "obligor",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_officer_Division_Id",
                schema: "households",
                table: "officer",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_officer_NumberHash",
                schema: "households",
                table: "officer",
                column: "NumberHash");

            migrationBuilder.CreateIndex(
                name: "IX_officer_kin_NumberHash",
                schema: "households",
                table: "officer_kin",
                column: "NumberHash");

            migrationBuilder.CreateIndex(
                name: "IX_officer_kin_Officer",
                schema: "households",
                table: "officer_kin",
                column: "Officer");

            migrationBuilder.CreateIndex(
                name: "IX_overpayment_County_Entitlement",
                schema: "funds",
                table: "overpayment",
                columns: new[] { "County", "Entitlement" });

            migrationBuilder.CreateIndex(
                name: "IX_paper_Household_Hash",
                schema: "households",
                table: "paper",
                columns: new[] { "Household", "Hash" });

            migrationBuilder.CreateIndex(
                name: "IX_paper_reading_Paper",
                schema: "households",
                table: "paper_reading",
                column: "Paper");

            migrationBuilder.CreateIndex(
                name: "IX_payable_County_PaidThrough",
                schema: "funds",
                table: "payable",
                columns: new[] { "County", "PaidThrough" });

            migrationBuilder.CreateIndex(
                name: "IX_payee_AccountHash",
                schema: "households",
                table: "payee",
                column: "AccountHash");

            migrationBuilder.CreateIndex(
                name: "IX_payee_Household",
                schema: "households",
                table: "payee",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_payee_change_Division_Id",
                schema: "households",
                table: "payee_change",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_payee_change_Household",
                schema: "households",
                table: "payee_change",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_payee_change_OpenFor",
                schema: "households",
                table: "payee_change",
                column: "OpenFor",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payroll_Division_Id",
                schema: "funds",
                table: "payroll",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_payroll_Division_Month_Kind_Number",
                schema: "funds",
                table: "payroll",
                columns: new[] { "Division", "Month", "Kind", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payroll_line_Entitlement_BenefitMonth_Item_Attempt",
                schema: "funds",
                table: "payroll_line",
                columns: new[] { "Entitlement", "BenefitMonth", "Item", "Attempt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payroll_line_Payroll_LineNo",
                schema: "funds",
                table: "payroll_line",
                columns: new[] { "Payroll", "LineNo" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payroll_line_returned",
                schema: "funds",
                table: "payroll_line",
                columns: new[] { "County", "Id" },
                filter: "state = 3");

            migrationBuilder.CreateIndex(
                name: "IX_person_IdNumberHash",
                schema: "households",
                table: "person",
                column: "IdNumberHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_place_request_Division_Id",
                schema: "households",
                table: "place_request",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_place_request_Household",
                schema: "households",
                table: "place_request",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_place_request_OtherDivision_Id",
                schema: "households",
                table: "place_request",
                columns: new[] { "OtherDivision", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_Household",
                schema: "reviewcycle",
                table: "plan",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_plan_NextDueOn",
                schema: "reviewcycle",
                table: "plan",
                column: "NextDueOn");

            migrationBuilder.CreateIndex(
                name: "IX_policy_Key_Division",
                schema: "eligibility",
                table: "policy",
                columns: new[] { "Key", "Division" });

            migrationBuilder.CreateIndex(
                name: "IX_publication_County_Entitlement",
                schema: "oversight",
                table: "publication",
                columns: new[] { "County", "Entitlement" });

            migrationBuilder.CreateIndex(
                name: "IX_publication_Place_Entitlement",
                schema: "oversight",
                table: "publication",
                columns: new[] { "Place", "Entitlement" });

            migrationBuilder.CreateIndex(
                name: "IX_reveal_Person",
                schema: "households",
                table: "reveal",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_review_County_ClosedOn",
                schema: "reviewcycle",
                table: "review",
                columns: new[] { "County", "ClosedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_review_County_Id",
                schema: "reviewcycle",
                table: "review",
                columns: new[] { "County", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_review_Entitlement",
                schema: "reviewcycle",
                table: "review",
                column: "Entitlement");

            migrationBuilder.CreateIndex(
                name: "IX_review_Household",
                schema: "reviewcycle",
                table: "review",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_self_report_Household",
                schema: "households",
                table: "self_report",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_self_report_plan_Division_Household",
                schema: "households",
                table: "self_report_plan",
                columns: new[] { "Division", "Household" });

            migrationBuilder.CreateIndex(
                name: "IX_standing_Division_Id",
                schema: "households",
                table: "standing",
                columns: new[] { "Division", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_standing_Household",
                schema: "households",
                table: "standing",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_succession_County_Id",
                schema: "eligibility",
                table: "succession",
                columns: new[] { "County", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_succession_Household",
                schema: "eligibility",
                table: "succession",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_succession_State_County",
                schema: "eligibility",
                table: "succession",
                columns: new[] { "State", "County" });

            migrationBuilder.CreateIndex(
                name: "IX_term_Entitlement",
                schema: "eligibility",
                table: "term",
                column: "Entitlement");

            migrationBuilder.CreateIndex(
                name: "IX_transfer_From",
                schema: "households",
                table: "transfer",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_transfer_Household",
                schema: "households",
                table: "transfer",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_transfer_OldFileNumber",
                schema: "households",
                table: "transfer",
                column: "OldFileNumber");

            migrationBuilder.CreateIndex(
                name: "IX_transfer_OpenFor",
                schema: "households",
                table: "transfer",
                column: "OpenFor",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_transfer_To",
                schema: "households",
                table: "transfer",
                column: "To");

            migrationBuilder.CreateIndex(
                name: "IX_warning_Division_Sort_Id",
                schema: "households",
                table: "warning",
                columns: new[] { "Division", "Sort", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_warning_Household",
                schema: "households",
                table: "warning",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_warning_OpenFor_Rule",
                schema: "households",
                table: "warning",
                columns: new[] { "OpenFor", "Rule" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account",
                schema: "funds");

            migrationBuilder.DropTable(
                name: "application",
                schema: "eligibility");

            migrationBuilder.DropTable(
                name: "appropriation",
                schema: "funds");

            migrationBuilder.DropTable(
                name: "archive_container",
                schema: "households");

            migrationBuilder.DropTable(
                name: "asset",
                schema: "households");

            migrationBuilder.DropTable(
                name: "calendar_day",
                schema: "eligibility");

            migrationBuilder.DropTable(
                name: "change_report",
                schema: "households");

            migrationBuilder.DropTable(
                name: "clock",
                schema: "timetable");

            migrationBuilder.DropTable(
                name: "cover",
                schema: "eligibility");

            migrationBuilder.DropTable(
                name: "cover_taken_back",
                schema: "eligibility");

            migrationBuilder.DropTable(
                name: "credit_entry",
                schema: "households");

            migrationBuilder.DropTable(
                name: "declaration",
                schema: "households");

            migrationBuilder.DropTable(
                name: "delivery",
                schema: "outbox");

            migrationBuilder.DropTable(
                name: "determination",
                schema: "eligibility");

            migrationBuilder.DropTable(
                name: "discovery",
                schema: "households");

            migrationBuilder.DropTable(
                name: "division",
                schema: "households");

            migrationBuilder.DropTable(
                name: "entry",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "entry_line",
                schema: "funds");

            migrationBuilder.DropTable(
                name: "false_issuer",
                schema: "households");

            migrationBuilder.DropTable(
                name: "filing",
                schema: "households");

            migrationBuilder.DropTable(
                name: "idempotency",
                schema: "pipeline");

            migrationBuilder.DropTable(
                name: "import",
                schema: "households");

            migrationBuilder.DropTable(
                name: "import_piece",
                schema: "households");

            migrationBuilder.DropTable(
                name: "import_rejected",
                schema: "households");

            migrationBuilder.DropTable(
                name: "import_rows",
                schema: "households");

            migrationBuilder.DropTable(
                name: "income",
                schema: "households");

            migrationBuilder.DropTable(
                name: "ledger_head",
                schema: "funds");

            migrationBuilder.DropTable(
                name: "living_standard",
                schema: "households");

            migrationBuilder.DropTable(
                name: "means_entry",
                schema: "households");

            migrationBuilder.DropTable(
                name: "member",
                schema: "households");

            migrationBuilder.DropTable(
                name: "objection",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "obligor",
                schema: "households");

            migrationBuilder.DropTable(
                name: "officer_kin",
                schema: "households");

            migrationBuilder.DropTable(
                name: "overpayment",
                schema: "funds");

            migrationBuilder.DropTable(
                name: "paper_reading",
                schema: "households");

            migrationBuilder.DropTable(
                name: "payable",
                schema: "funds");

            migrationBuilder.DropTable(
                name: "payable_amount",
                schema: "funds");

            migrationBuilder.DropTable(
                name: "payee",
                schema: "households");

            migrationBuilder.DropTable(
                name: "payee_change",
                schema: "households");

            migrationBuilder.DropTable(
                name: "payroll",
                schema: "funds");

            migrationBuilder.DropTable(
                name: "payroll_line",
                schema: "funds");

            migrationBuilder.DropTable(
                name: "person",
                schema: "households");

            migrationBuilder.DropTable(
                name: "place_request",
                schema: "households");

            migrationBuilder.DropTable(
                name: "plan",
                schema: "reviewcycle");

            migrationBuilder.DropTable(
                name: "policy",
                schema: "eligibility");

            migrationBuilder.DropTable(
                name: "publication",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "reveal",
                schema: "households");

            migrationBuilder.DropTable(
                name: "review",
                schema: "reviewcycle");

            migrationBuilder.DropTable(
                name: "run",
                schema: "timetable");

            migrationBuilder.DropTable(
                name: "self_report",
                schema: "households");

            migrationBuilder.DropTable(
                name: "self_report_plan",
                schema: "households");

            migrationBuilder.DropTable(
                name: "series",
                schema: "numbers");

            migrationBuilder.DropTable(
                name: "standing",
                schema: "households");

            migrationBuilder.DropTable(
                name: "succession",
                schema: "eligibility");

            migrationBuilder.DropTable(
                name: "takeover",
                schema: "households");

            migrationBuilder.DropTable(
                name: "takeover_line",
                schema: "households");

            migrationBuilder.DropTable(
                name: "takeover_rejected",
                schema: "households");

            migrationBuilder.DropTable(
                name: "term",
                schema: "eligibility");

            migrationBuilder.DropTable(
                name: "transfer",
                schema: "households");

            migrationBuilder.DropTable(
                name: "warning",
                schema: "households");

            migrationBuilder.DropTable(
                name: "fact",
                schema: "outbox");

            migrationBuilder.DropTable(
                name: "entry",
                schema: "funds");

            migrationBuilder.DropTable(
                name: "notice",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "officer",
                schema: "households");

            migrationBuilder.DropTable(
                name: "paper",
                schema: "households");

            migrationBuilder.DropTable(
                name: "entitlement",
                schema: "eligibility");

            migrationBuilder.DropTable(
                name: "paper_content",
                schema: "households");

            migrationBuilder.DropTable(
                name: "household",
                schema: "households");
        }
    }
}
