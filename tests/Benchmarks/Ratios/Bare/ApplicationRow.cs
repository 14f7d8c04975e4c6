namespace Dibao.Benchmarks.Ratios.Bare;

/// <summary>A row of the widest table, eligibility.application, in the types that drivers take: an application that is ready for the decision.</summary>
internal sealed class ApplicationRow
{
    /// <summary>In the order of the table.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        nameof(Id), nameof(Household), nameof(OpenFor), nameof(FileNumber), nameof(Division), nameof(County), nameof(Scheme), nameof(Agent),
        nameof(Applicant), nameof(Status), nameof(SubmittedOn), nameof(SubmittedBy), nameof(MissingPapers), nameof(AcceptedOn), nameof(AcceptedBy),
        nameof(DueOn), nameof(CheckRequestedOn), nameof(CheckRequestedBy), nameof(CheckAnsweredOn), nameof(CheckAnsweredBy), nameof(VerifiedIncome),
        nameof(VerifiedAssets), nameof(CheckSources), nameof(VisitedOn), nameof(VisitRecordedBy), nameof(Investigators), nameof(PresentAtVisit),
        nameof(LivingConditions), nameof(VisitStands), nameof(AppraisedOn), nameof(AppraisedBy), nameof(AppraisalParticipants),
        nameof(AppraisalRepresentatives), nameof(AppraisalAgrees), nameof(Determination), nameof(DeterminationHash), nameof(AssessedOn), nameof(AssessedBy),
        nameof(Eligible), nameof(Persons), nameof(MonthlyFen), nameof(Positive), nameof(Opinion), nameof(ReviewedOn), nameof(ReviewedBy),
        nameof(SecondOpinion), nameof(NewFindingDue), nameof(ProposedOn), nameof(ProposedBy), nameof(ApprovalNoticeClear), nameof(DecidedOn),
        nameof(DecidedBy), nameof(Reasons), nameof(AppealZh), nameof(AppealEn), nameof(Entitlement), nameof(LastBy), nameof(Version), nameof(PresentAtCountyVisit),
        nameof(Only), nameof(OnlyBy), nameof(CountyVisitedOn), nameof(CountyVisitedBy), nameof(CountyFindings), nameof(ApplicantReplacedFor),
    ];

    private static readonly DateOnly Day = new(2026, 11, 24);
    private static readonly Guid Person = new("01980000-0000-7000-8000-000000000001");

    public required Guid Id { get; init; }
    public required Guid Household { get; init; }
    public Guid? OpenFor { get; init; }
    public required string FileNumber { get; init; }
    public required long Division { get; init; }
    public required long County { get; init; }
    public required int Scheme { get; init; }
    public string? Agent { get; init; }
    public required Guid Applicant { get; init; }
    public required int Status { get; init; }
    public required DateOnly SubmittedOn { get; init; }
    public required string SubmittedBy { get; init; }
    public required string MissingPapers { get; init; }
    public DateOnly? AcceptedOn { get; init; }
    public string? AcceptedBy { get; init; }
    public DateOnly? DueOn { get; init; }
    public DateOnly? CheckRequestedOn { get; init; }
    public string? CheckRequestedBy { get; init; }
    public DateOnly? CheckAnsweredOn { get; init; }
    public string? CheckAnsweredBy { get; init; }
    public required string VerifiedIncome { get; init; }
    public required string VerifiedAssets { get; init; }
    public required string CheckSources { get; init; }
    public DateOnly? VisitedOn { get; init; }
    public string? VisitRecordedBy { get; init; }
    public required string Investigators { get; init; }
    public required string PresentAtVisit { get; init; }
    public string PresentAtCountyVisit { get; init; } = "[]";
    public Guid? Only { get; init; }
    public string OnlyBy { get; init; } = "[]";
    public DateOnly? CountyVisitedOn { get; init; }
    public string? CountyVisitedBy { get; init; }
    public string? CountyFindings { get; init; }
    public string? ApplicantReplacedFor { get; init; }
    public string? LivingConditions { get; init; }
    public required bool VisitStands { get; init; }
    public DateOnly? AppraisedOn { get; init; }
    public string? AppraisedBy { get; init; }
    public int? AppraisalParticipants { get; init; }
    public int? AppraisalRepresentatives { get; init; }
    public bool? AppraisalAgrees { get; init; }
    public Guid? Determination { get; init; }
    public string? DeterminationHash { get; init; }
    public DateOnly? AssessedOn { get; init; }
    public string? AssessedBy { get; init; }
    public bool? Eligible { get; init; }
    public required int Persons { get; init; }
    public required long MonthlyFen { get; init; }
    public bool? Positive { get; init; }
    public string? Opinion { get; init; }
    public DateOnly? ReviewedOn { get; init; }
    public string? ReviewedBy { get; init; }
    public required bool SecondOpinion { get; init; }
    public required bool NewFindingDue { get; init; }
    public DateOnly? ProposedOn { get; init; }
    public string? ProposedBy { get; init; }
    public required bool ApprovalNoticeClear { get; init; }
    public DateOnly? DecidedOn { get; init; }
    public string? DecidedBy { get; init; }
    public required string Reasons { get; init; }
    public string? AppealZh { get; init; }
    public string? AppealEn { get; init; }
    public Guid? Entitlement { get; init; }
    public required string LastBy { get; init; }
    public required long Version { get; init; }

    public static string FileNumberOf(int number) => string.Create(CultureInfo.InvariantCulture, $"320706-2026-{number:0000000}");

    /// <summary>One of the rows of a run: ids and file number are its own, the rest is alike.</summary>
    public static ApplicationRow Numbered(int number)
    {
        var household = Guid.CreateVersion7();
        return new ApplicationRow
        {
            Id = Guid.CreateVersion7(),
            Household = household,
            OpenFor = household,
            FileNumber = FileNumberOf(number),
            Division = 320706001001,
            County = 320706000000,
            Scheme = 2,
            Applicant = Person,
            Status = 6,
            SubmittedOn = Day,
            SubmittedBy = "officer-320706001-1",
            MissingPapers = "[]",
            AcceptedOn = Day,
            AcceptedBy = "officer-320706001-2",
            DueOn = Day,
            CheckRequestedOn = Day,
            CheckRequestedBy = "officer-320706001-2",
            CheckAnsweredOn = Day,
            CheckAnsweredBy = "check-centre-320706-1",
            VerifiedIncome = """[{"kind":"wage","yearlyFen":1200000},{"kind":"transfer","yearlyFen":360000}]""",
            VerifiedAssets = """[{"kind":"deposit","valueFen":500000}]""",
            CheckSources = """["社会保险","不动产登记"]""",
            VisitedOn = Day,
            VisitRecordedBy = "officer-320706001-3",
            Investigators = """[{"officer":"officer-320706001-3","post":"township"},{"officer":"assistant-320706001001-1","post":"village"}]""",
            PresentAtVisit = $"[\"{Person}\"]",
            LivingConditions = "砖木结构平房三间,无大额消费品,户主长期患病。",
            VisitStands = true,
            Determination = household,
            DeterminationHash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            AssessedOn = Day,
            AssessedBy = "officer-320706001-4",
            Eligible = true,
            Persons = 3,
            MonthlyFen = 93000,
            Positive = true,
            Opinion = "经入户调查和信息核对,家庭人均收入低于当地标准,建议纳入。",
            ReviewedOn = Day,
            ReviewedBy = "leader-320706001-1",
            SecondOpinion = false,
            NewFindingDue = false,
            ApprovalNoticeClear = false,
            Reasons = "[]",
            LastBy = "leader-320706001-1",
            Version = number == 0 ? 0 : 1, // row 0 is the template, not saved yet
        };
    }
}
