using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Contracts.Oversight;

namespace Dibao.Eligibility.Domain;

/// <summary>
/// One application from the counter to the decision. Each step names what must come first, and nobody takes two steps that follow
/// one another: the file passes from hand to hand.
/// </summary>
internal sealed partial class Application : AggregateRoot, IPlaced, IOwned
{
    private const int ReasonLength = 10;

    private Application()
    {
    }

    public ApplicationId Id { get; private init; }

    public HouseholdId Household { get; private init; }

    /// <summary>The household while the application is open, null once decided: one open application per household, held by a unique index.</summary>
    public HouseholdId? OpenFor { get; private set; }

    public string FileNumber { get; private init; } = "";

    /// <summary>Village or community of registration.</summary>
    public DivisionCode Division { get; set; }

    public DivisionCode County { get; private init; }

    public Scheme Scheme { get; private set; }

    public string? Agent { get; private init; }

    public ApplicationStatus Status { get; private set; }

    public LocalDate SubmittedOn { get; private init; }

    public string SubmittedBy { get; private init; } = "";

    public IReadOnlyList<PaperKind> MissingPapers { get; private set; } = [];

    public LocalDate? AcceptedOn { get; private set; }

    public string? AcceptedBy { get; private set; }

    /// <summary>Last day for the decision.</summary>
    public LocalDate? DueOn { get; private set; }

    public LocalDate? CheckRequestedOn { get; private set; }

    public string? CheckRequestedBy { get; private set; }

    public LocalDate? CheckAnsweredOn { get; private set; }

    public string? CheckAnsweredBy { get; private set; }

    public IReadOnlyList<IncomeAmount> VerifiedIncome { get; private set; } = [];

    public IReadOnlyList<AssetAmount> VerifiedAssets { get; private set; } = [];

    public IReadOnlyList<string> CheckSources { get; private set; } = [];

    public LocalDate? VisitedOn { get; private set; }

    public string? VisitRecordedBy { get; private set; }

    public IReadOnlyList<Investigator> Investigators { get; private set; } = [];

    public IReadOnlyList<PersonId> PresentAtVisit { get; private set; } = [];

    public string? LivingConditions { get; private set; }

    /// <summary>A visit that nothing has since overturned.</summary>
    public bool VisitStands { get; private set; }

    public LocalDate? AppraisedOn { get; private set; }

    public string? AppraisedBy { get; private set; }

    public int? AppraisalParticipants { get; private set; }

    public int? AppraisalRepresentatives { get; private set; }

    public bool? AppraisalAgrees { get; private set; }

    public Guid? Determination { get; private set; }

    public string? DeterminationHash { get; private set; }

    public LocalDate? AssessedOn { get; private set; }

    public string? AssessedBy { get; private set; }

    public bool? Eligible { get; private set; }

    /// <summary>Members counted by the determination.</summary>
    public int Persons { get; private set; }

    /// <summary>Benefit by the determination, fen per month.</summary>
    public long MonthlyFen { get; private set; }

    public bool? Positive { get; private set; }

    public string? Opinion { get; private set; }

    public LocalDate? ReviewedOn { get; private set; }

    public string? ReviewedBy { get; private set; }

    /// <summary>An objection was upheld: a new finding is due, and the second opinion goes straight to the county (57 Art 19).</summary>
    public bool SecondOpinion { get; private set; }

    /// <summary>A new visit or appraisal must be held first.</summary>
    public bool NewFindingDue { get; private set; }

    public LocalDate? ProposedOn { get; private set; }

    public string? ProposedBy { get; private set; }

    public bool ApprovalNoticeClear { get; private set; }

    public LocalDate? DecidedOn { get; private set; }

    public string? DecidedBy { get; private set; }

    public IReadOnlyList<string> Reasons { get; private set; } = [];

    public string? AppealZh { get; private set; }

    public string? AppealEn { get; private set; }

    public EntitlementId? Entitlement { get; private set; }

    /// <summary>Who took the step before: he does not take the next.</summary>
    public string LastBy { get; private set; } = "";

    /// <summary>The scheme that a kind of registration opens (220 Art 6).</summary>
    public static Scheme SchemeOf(HukouKind hukou) => hukou == HukouKind.NonAgricultural ? Scheme.Urban : Scheme.Rural;

    public static Result<Application> Submit(
        Circumstances household, PersonId applicant, IReadOnlyCollection<PaperKind> brought, bool registerPapersAsked, LocalDate today, string by,
        PersonId? only = null, IReadOnlyList<string>? onlyBy = null)
    {
        if (applicant != only && household.Members.All(m => m.Person != applicant))
            return EligibilityErrors.NotMember.Because("申请人须为共同生活的家庭成员(57号第四条)。", "The applicant must be a co-living member (57 Art 4).");
        var application = new Application
        {
            Id = ApplicationId.New(),
            Household = household.Household,
            OpenFor = household.Household,
            FileNumber = household.FileNumber,
            Division = household.Division,
            County = household.Division.County,
            Scheme = SchemeOf(household.Hukou),
            Agent = household.Agent,
            Applicant = applicant,
            Only = only,
            OnlyBy = onlyBy ?? [],
            SubmittedOn = today,
            SubmittedBy = by,
            LastBy = by,
            MissingPapers = [.. Papers.Required(registerPapersAsked).Except(brought)],
        };
        application.Status = application.MissingPapers.Count == 0 ? ApplicationStatus.Submitted : ApplicationStatus.Incomplete;
        return application;
    }

    /// <summary>A household that was converted meanwhile is assessed under the other scheme (220 Art 6).</summary>
    public void Follow(HukouKind hukou) => Scheme = SchemeOf(hukou);

    /// <summary>Adds papers; what is still missing stays listed.</summary>
    public Result<Done> Supply(IReadOnlyCollection<PaperKind> brought)
    {
        if (Status is not (ApplicationStatus.Incomplete or ApplicationStatus.Submitted))
            return EligibilityErrors.Order("补交材料", "supply papers", "申请已受理或已办结", "the application is accepted or decided");
        MissingPapers = [.. MissingPapers.Except(brought)];
        if (MissingPapers.Count == 0) Status = ApplicationStatus.Submitted;
        return Done.It;
    }

    /// <summary>Accepts: the clock runs (57 Art 10, 22; 220 Art 13).</summary>
    public Result<Done> Accept(LocalDate dueOn, LocalDate today, string by)
    {
        if (Status == ApplicationStatus.Incomplete)
        {
            return EligibilityErrors.PapersMissing.Because(
                $"尚缺:{string.Join('、', MissingPapers.Select(Papers.Zh))}。请一次性告知申请人补齐。",
                $"Still missing: {string.Join(", ", MissingPapers.Select(Papers.En))}. Tell the applicant all of it at once.");
        }
        if (Status != ApplicationStatus.Submitted) return EligibilityErrors.Order("受理", "accept", "申请已受理或已办结", "the application is accepted or decided");
        if (Same(by, "受理", "accept", SubmittedBy) is { } same) return same;
        AcceptedOn = today;
        AcceptedBy = by;
        DueOn = dueOn;
        Status = ApplicationStatus.Investigating;
        LastBy = by;
        Raise(new ApplicationAccepted(Id, Household, Division, Scheme, today, dueOn));
        return Done.It;
    }

    /// <summary>Asks for the information check (57 Art 17); after an upheld objection it may be asked for again.</summary>
    public Result<Done> RequestCheck(LocalDate today, string by)
    {
        if (NotInvestigating("提请核对", "request the check") is { } early) return early;
        if (CheckRequestedOn is not null && (CheckAnsweredOn is null || !NewFindingDue))
            return EligibilityErrors.Order("提请核对", "request the check", "已经提请核对", "the check has been requested");
        CheckRequestedOn = today;
        CheckRequestedBy = by;
        CheckAnsweredOn = null;
        CheckAnsweredBy = null;
        LastBy = by;
        return Done.It;
    }

    public Result<Done> AnswerCheck(
        IReadOnlyList<IncomeAmount> income, IReadOnlyList<AssetAmount> assets, IReadOnlyList<string> sources, LocalDate today, string by)
    {
        if (NotInvestigating("反馈核对结果", "answer the check") is { } early) return early;
        if (CheckRequestedOn is null) return EligibilityErrors.Order("反馈核对结果", "answer the check", "须先提请核对", "it must be requested first");
        if (CheckAnsweredOn is not null) return EligibilityErrors.Order("反馈核对结果", "answer the check", "核对结果已反馈", "it has been answered");
        if (Same(by, "反馈核对结果", "answer the check", CheckRequestedBy) is { } same) return same;
        CheckAnsweredOn = today;
        CheckAnsweredBy = by;
        VerifiedIncome = income;
        VerifiedAssets = assets;
        CheckSources = sources;
        LastBy = by;
        Raise(new CheckAnswered(Id, Household, Division, today, income, assets, Only));
        return Done.It;
    }

    /// <summary>A declaration made after the check was answered takes its answer back: it is asked again, and the means assessed anew (57 Art 9, 18).</summary>
    public void DeclaredAnew()
    {
        if (Status is not (ApplicationStatus.Investigating or ApplicationStatus.Assessed)) return;
        Status = ApplicationStatus.Investigating;
        CheckRequestedOn = null;
        CheckRequestedBy = null;
        CheckAnsweredOn = null;
        CheckAnsweredBy = null;
    }

    /// <summary>Records a home visit (57 Art 16; 220 Art 18). <paramref name="postsHeld"/> are the posts the recorder's roles give him.</summary>
    public Result<Done> RecordVisit(
        LocalDate visitedOn, IReadOnlyList<Investigator> investigators, IReadOnlyList<PersonId> present, string livingConditions,
        IReadOnlyCollection<PersonId> members, IReadOnlyCollection<InvestigatorPost> postsHeld, long leastInvestigators, LocalDate today, string by)
    {
        if (NotInvestigating("登记入户调查", "record a visit") is { } early) return early;
        if (visitedOn < AcceptedOn || visitedOn > today)
        {
            return EligibilityErrors.StepDate.Because(
                $"入户日期 {visitedOn:uuuu-MM-dd} 须在受理日 {AcceptedOn:uuuu-MM-dd} 至今天 {today:uuuu-MM-dd} 之间。",
                $"The visit on {visitedOn:uuuu-MM-dd} must lie between the acceptance, {AcceptedOn:uuuu-MM-dd}, and today, {today:uuuu-MM-dd}.");
        }
        var officers = investigators.DistinctBy(i => i.Officer, StringComparer.Ordinal).Count();
        if (officers < leastInvestigators)
        {
            return EligibilityErrors.TooFewInvestigators.Because(
                $"调查人员 {officers} 人,每组不得少于 {leastInvestigators} 人。", $"{officers} investigators; a group has at least {leastInvestigators}.");
        }
        if (investigators.All(i => i.Post != InvestigatorPost.Township)) return EligibilityErrors.NoTownshipStaff.Plain();
        if (investigators.FirstOrDefault(i => string.Equals(i.Officer, by, StringComparison.Ordinal)) is not { } recorder)
            return EligibilityErrors.RecorderAbsent.Plain();
        if (!postsHeld.Contains(recorder.Post)) return EligibilityErrors.PostNotHeld.Plain();
        if (present.Count == 0) return EligibilityErrors.NobodyPresent.Plain();
        if (present.Any(p => !members.Contains(p)))
            return EligibilityErrors.NotMember.Because("在场签字人中有人不是共同生活的家庭成员。", "Somebody listed as present is not a co-living member.");
        if (Same(by, "登记入户调查", "record the visit", CheckAnsweredBy) is { } same) return same;
        VisitedOn = visitedOn;
        VisitRecordedBy = by;
        Investigators = investigators;
        PresentAtVisit = present;
        LivingConditions = livingConditions;
        VisitStands = true;
        NewFindingDue = false;
        LastBy = by;
        return Done.It;
    }

    /// <summary>
    /// Records a community appraisal: a standing step under 220 Art 21, after an upheld objection otherwise (57 Art 19).
    /// A panel that does not agree sends the case back to a new visit (220 Art 24).
    /// </summary>
    public Result<Done> RecordAppraisal(
        LocalDate heldOn, int participants, int representatives, bool agrees, bool standingStep, long? leastThirds, LocalDate today, string by)
    {
        if (NotInvestigating("登记民主评议", "record an appraisal") is { } early) return early;
        if (!standingStep && !SecondOpinion)
        {
            return EligibilityErrors.AppraisalNotDue.Because(
                "现行规定仅在公示异议成立后开展民主评议。", "The law in force holds an appraisal only after an objection was upheld.");
        }
        if (CheckAnsweredOn is null || VisitedOn is null)
            return EligibilityErrors.Order("登记民主评议", "record an appraisal", "须先完成信息核对和入户调查", "check and visit come first");
        if (heldOn < VisitedOn || heldOn > today)
        {
            return EligibilityErrors.StepDate.Because(
                $"评议日期 {heldOn:uuuu-MM-dd} 须在入户日 {VisitedOn:uuuu-MM-dd} 至今天 {today:uuuu-MM-dd} 之间。",
                $"The appraisal on {heldOn:uuuu-MM-dd} must lie between the visit, {VisitedOn:uuuu-MM-dd}, and today, {today:uuuu-MM-dd}.");
        }
        if (leastThirds is { } thirds && 3L * representatives < thirds * participants)
        {
            return EligibilityErrors.PanelShare.Because(
                $"参加评议 {participants} 人,其中村(居)民代表 {representatives} 人,不足 {thirds}/3。",
                $"{representatives} of {participants} on the panel are villagers' representatives: fewer than {thirds}/3.");
        }
        if (Same(by, "登记民主评议", "record the appraisal", VisitRecordedBy) is { } same) return same;
        AppraisedOn = heldOn;
        AppraisedBy = by;
        AppraisalParticipants = participants;
        AppraisalRepresentatives = representatives;
        AppraisalAgrees = agrees;
        if (agrees) NewFindingDue = false;
        else VisitStands = false;
        LastBy = by;
        return Done.It;
    }

    /// <summary>What keeps the means from being assessed; null when the findings are complete. No approval without check and visit (57 Art 28).</summary>
    public Error? NotAssessable(bool appraisalStanding)
    {
        const string zh = "认定家庭经济状况";
        const string en = "assess the means";
        if (Status is not (ApplicationStatus.Investigating or ApplicationStatus.Assessed or ApplicationStatus.ReadyForDecision))
            return EligibilityErrors.Order(zh, en, "申请须已受理、不在公示期且未办结", "the application must be accepted, off notice and undecided");
        if (CheckAnsweredOn is null) return EligibilityErrors.Order(zh, en, "须先完成信息核对", "the information check must be answered first");
        if (VisitedOn is null) return EligibilityErrors.Order(zh, en, "须先入户调查", "a home visit must be recorded first");
        if (NewFindingDue) return EligibilityErrors.Order(zh, en, "异议成立后须重新入户调查或者民主评议", "the upheld objection calls for a new visit or an appraisal first");
        if (!VisitStands) return EligibilityErrors.Order(zh, en, "民主评议有争议,须重新入户调查", "the panel did not agree: a new visit comes first");
        if (appraisalStanding && AppraisedOn is null) return EligibilityErrors.Order(zh, en, "须先民主评议", "the community appraisal comes first");
        return null;
    }

    /// <summary>Keeps the outcome of the means test; a later one takes its place, and the opinion on the earlier one falls.</summary>
    public Result<Done> Assess(Guid determination, string hash, Determination outcome, bool appraisalStanding, LocalDate today, string by)
    {
        if (NotAssessable(appraisalStanding) is { } early) return early;
        // Whoever was in the home does not weigh what was found there; the same assessor may correct himself.
        string?[] before = [.. InvestigatorSubjects, Status == ApplicationStatus.Assessed ? null : LastBy];
        if (Same(by, "认定家庭经济状况", "assess the means", before) is { } same) return same;
        Determination = determination;
        DeterminationHash = hash;
        AssessedOn = today;
        AssessedBy = by;
        Eligible = outcome.Eligible;
        Persons = outcome.Persons;
        MonthlyFen = outcome.MonthlyFen;
        AwaitOpinion();
        LastBy = by;
        return Done.It;
    }

    /// <summary>The township's opinion (57 Art 19; 220 Art 25). A positive one is posted, unless it is the second after an objection.</summary>
    public Result<Done> GiveInitialReview(bool positive, string opinion, int noticeDays, LocalDate today, string by)
    {
        if (Status != ApplicationStatus.Assessed)
            return EligibilityErrors.Order("提出初审意见", "give the initial-review opinion", "须先认定家庭经济状况,且尚未提出意见", "the means must be assessed first, and no opinion given yet");
        if (positive && Eligible != true)
            return EligibilityErrors.OpinionAgainstFindings.Because("认定结果为不符合条件,不能提出同意的初审意见。", "The determination says not eligible: the opinion cannot be positive.");
        if (!positive && Eligible == true && opinion.Trim().Length < ReasonLength)
        {
            return EligibilityErrors.OpinionAgainstFindings.Because(
                $"认定结果为符合条件,不同意须写明理由(至少 {ReasonLength} 字)。", $"The determination says eligible: a negative opinion states its reasons in at least {ReasonLength} characters.");
        }
        if (Same(by, "提出初审意见", "give the initial-review opinion", [AssessedBy, .. InvestigatorSubjects]) is { } same) return same;
        var days = positive && !SecondOpinion ? noticeDays : 0;
        Positive = positive;
        Opinion = opinion;
        ReviewedOn = today;
        ReviewedBy = by;
        Status = days > 0 ? ApplicationStatus.OnNotice : ApplicationStatus.ReadyForDecision;
        LastBy = by;
        Raise(new InitialReviewGiven(Id, Household, Division, Scheme, Applicant, positive, Persons, MonthlyFen, days, today));
        return Done.It;
    }

    /// <summary>A notice ran out. Clear: on to the county. An upheld objection: back to the township (57 Art 19; 220 Art 29).</summary>
    public void PassNotice(NoticeKind kind, bool objectionUpheld)
    {
        var awaited = kind == NoticeKind.InitialReview ? ApplicationStatus.OnNotice : ApplicationStatus.ApprovalOnNotice;
        if (Status != awaited) return;
        if (objectionUpheld)
        {
            Status = ApplicationStatus.Investigating;
            SecondOpinion = true;
            NewFindingDue = true;
            return;
        }
        Status = ApplicationStatus.ReadyForDecision;
        if (kind == NoticeKind.Approval) ApprovalNoticeClear = true;
    }

    /// <summary>The county means to approve and posts it first, while the law has such a notice (220 Art 29).</summary>
    public Result<Done> ProposeApproval(int noticeDays, LocalDate today, string by)
    {
        if (noticeDays == 0) return EligibilityErrors.NoApprovalNotice.Because("现行规定批准前不再公示,请直接审核确认。", "No notice before approval is due today: confirm or refuse.");
        if (NotReady("拟批准", "propose the approval") is { } early) return early;
        if (Positive != true) return EligibilityErrors.NotPositive.Plain();
        if (ApprovalNoticeClear) return EligibilityErrors.Order("拟批准", "propose the approval", "批准前公示已期满", "its notice has run out already");
        if (Same(by, "拟批准", "propose the approval", ReviewedBy) is { } same) return same;
        ProposedOn = today;
        ProposedBy = by;
        Status = ApplicationStatus.ApprovalOnNotice;
        LastBy = by;
        Raise(new ApprovalProposed(Id, Household, Division, Scheme, Applicant, Persons, MonthlyFen, noticeDays, today));
        return Done.It;
    }

    /// <summary>Confirms (57 Art 21): the entitlement begins with <paramref name="firstMonth"/>.</summary>
    public Result<Entitlement> Confirm(
        IReadOnlyCollection<PersonId> members, bool approvalNoticeDue, Month firstMonth, int reviewEvery, LocalDate today, Instant now, string by, bool countyVisitDue = false)
    {
        if (NotReady("确认同意", "confirm") is { } early) return early;
        if (Positive != true || Eligible != true) return EligibilityErrors.NotPositive.Plain();
        if (approvalNoticeDue && !ApprovalNoticeClear)
            return EligibilityErrors.Order("批准", "confirm", "须先拟批准并公示期满(220号第二十九条)", "the approval must be proposed and its notice run out first (220 Art 29)");
        if (ApplicantGone(members) is { } gone) return gone;
        if (members.Count != Persons)
        {
            return EligibilityErrors.MembersChanged.Because(
                $"认定时计入 {Persons} 人,现有 {members.Count} 人,请退回乡镇(街道)重新认定。",
                $"The determination counts {Persons} members, now there are {members.Count}: have the township assess anew.");
        }
        if (countyVisitDue && CountyVisitedOn is null)
        {
            return EligibilityErrors.CountyVisitDue.Because(
                "本户已作近亲属备案,县级须先入户调查并登记(57号第二十条)。", "This household is on file as a near relative's of an officer: the county itself visits the home and records it first (57 Art 20).");
        }
        if (NotIndependent("确认同意", "confirm", by) is { } same) return same;
        var entitlement = Domain.Entitlement.Confirm(this, members.Count, firstMonth, reviewEvery, today, now);
        Decide(ApplicationStatus.Confirmed, today, by);
        Entitlement = entitlement.Id;
        return entitlement;
    }

    /// <summary>Refuses, with reasons and the way to have it reviewed (57 Art 21; 220 Art 26).</summary>
    public Result<Done> Refuse(IReadOnlyList<string> reasons, LocalDate today, string by)
    {
        if (NotReady("不予确认", "refuse") is { } early) return early;
        if (NotIndependent("不予确认", "refuse", by) is { } same) return same;
        Decide(ApplicationStatus.Refused, today, by);
        Reasons = reasons;
        (AppealZh, AppealEn) = AppealRights.On(today);
        Raise(new ApplicationRefused(Id, Household, Division, Scheme, today));
        return Done.It;
    }

    /// <summary>The township's opinion is due; an earlier one falls.</summary>
    private void AwaitOpinion()
    {
        Positive = null;
        Opinion = null;
        ReviewedOn = null;
        ReviewedBy = null;
        ApprovalNoticeClear = false;
        Status = ApplicationStatus.Assessed;
    }

    private IEnumerable<string> InvestigatorSubjects => Investigators.Select(i => i.Officer);

    private void Decide(ApplicationStatus status, LocalDate today, string by)
    {
        Status = status;
        DecidedOn = today;
        DecidedBy = by;
        OpenFor = null;
        LastBy = by;
    }

    private Error? NotInvestigating(string zh, string en) => Status switch
    {
        ApplicationStatus.Investigating => null,
        ApplicationStatus.Incomplete or ApplicationStatus.Submitted => EligibilityErrors.Order(zh, en, "须先受理申请", "the application must be accepted first"),
        _ => EligibilityErrors.Order(zh, en, "调查阶段已结束", "the investigation is over"),
    };

    private Error? NotReady(string zh, string en) => Status switch
    {
        ApplicationStatus.ReadyForDecision => null,
        ApplicationStatus.Confirmed or ApplicationStatus.Refused => EligibilityErrors.Order(zh, en, "申请已办结", "the application is decided"),
        ApplicationStatus.OnNotice or ApplicationStatus.ApprovalOnNotice => EligibilityErrors.Order(zh, en, "公示期未满或异议未处理完毕", "the notice has not run out or an objection is open"),
        _ => EligibilityErrors.Order(zh, en, "须先提出初审意见", "the initial-review opinion comes first"),
    };

    /// <summary>The county's decision is taken by somebody who had no other hand in the case.</summary>
    private Error? NotIndependent(string zh, string en, string by) =>
        Same(by, zh, en, [ReviewedBy, ProposedBy, CountyVisitedBy, AssessedBy, AppraisedBy, CheckAnsweredBy, AcceptedBy, SubmittedBy, .. InvestigatorSubjects]);

    private static Error? Same(string by, string zh, string en, params IEnumerable<string?> others) =>
        others.Contains(by, StringComparer.Ordinal)
            ? EligibilityErrors.SamePerson.Because($"您已办理本案的前序环节,不能再{zh},请由他人办理。", $"You took an earlier step of this case and cannot {en}: somebody else must.")
            : null;
}
