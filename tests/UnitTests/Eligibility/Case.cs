using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Contracts.Oversight;
using Dibao.Eligibility.Domain;
using static Dibao.UnitTests.Eligibility.Policy;

namespace Dibao.UnitTests.Eligibility;

/// <summary>One application and the people who take its steps; each step answers its refusal code, or null.</summary>
internal sealed class Case
{
    public const string Clerk = "township-1";
    public const string OtherClerk = "township-2";
    public const string Assistant = "village-1";
    public const string Centre = "centre-1";
    public const string Leader = "leader-1";
    public const string County = "county-1";
    public const string Approver = "approver-1";

    private readonly PersonId head = PersonId.New();

    public Case(string on = "2022-03-01", bool registerPapers = true, params PaperKind[] brought)
    {
        Today = Date(on);
        var household = new Circumstances(
            HouseholdId.New(), "320706-2022-000001", Village, Village, HukouKind.Agricultural, null, [Village],
            [new(head, new LocalDate(1950, 1, 1), LabourCapacity.Lost)], [], [], true, [head]);
        It = Application.Submit(household, head, brought.Length == 0 ? Enum.GetValues<PaperKind>() : brought, registerPapers, Today, Assistant).Value;
    }

    public Application It { get; }

    public LocalDate Today { get; set; }

    public bool AppraisalStanding { get; init; }

    public Entitlement? Entitlement { get; private set; }

    public string? Take(string step, string? by = null) => step switch
    {
        "accept" => It.Accept(Today.PlusDays(30), Today, by ?? Clerk).Error?.Type.Code,
        "request" => It.RequestCheck(Today, by ?? OtherClerk).Error?.Type.Code,
        "answer" => It.AnswerCheck([], [], ["tax"], Today, by ?? Centre).Error?.Type.Code,
        "visit" => Visit(by ?? Clerk),
        "appraise" => Appraise(true, by ?? OtherClerk),
        "assess" => Assess(eligible: true, by ?? OtherClerk),
        "review" => Review(positive: true, by ?? Leader),
        "notice" => Notice(NoticeKind.InitialReview, upheld: false),
        "objection" => Notice(NoticeKind.InitialReview, upheld: true),
        "propose" => It.ProposeApproval(7, Today, by ?? County).Error?.Type.Code,
        "approval notice" => Notice(NoticeKind.Approval, upheld: false),
        "confirm" => Confirm(by ?? Approver),
        "refuse" => It.Refuse(["收入高于标准"], Today, by ?? Approver).Error?.Type.Code,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    public Case After(params string[] steps)
    {
        foreach (var step in steps) Take(step).Should().BeNull($"step '{step}' leads to the case");
        return this;
    }

    public string? Visit(string by, IReadOnlyList<Investigator>? investigators = null, long least = 2, int present = 1, InvestigatorPost post = InvestigatorPost.Township) =>
        It.RecordVisit(
            Today, investigators ?? [new(by, InvestigatorPost.Township), new(Assistant, InvestigatorPost.Village)], present == 1 ? [head] : [], "",
            [head], [post], least, Today, by).Error?.Type.Code;

    public string? VisitSeeing(PersonId person) =>
        It.RecordVisit(Today, [new(Clerk, InvestigatorPost.Township), new(Assistant, InvestigatorPost.Village)], [person], "", [head], [InvestigatorPost.Township], 2, Today, Clerk)
            .Error?.Type.Code;

    public string? Appraise(bool agrees, string by, int participants = 12, int representatives = 8, long? thirds = 2) =>
        It.RecordAppraisal(Today, participants, representatives, agrees, AppraisalStanding, thirds, Today, by).Error?.Type.Code;

    public string? Assess(bool eligible, string by) => It.Assess(
        Guid.CreateVersion7(), "hash",
        new Determination(1, Today, It.Scheme, 1, [], [], [], [], eligible, eligible ? 40_000 : 0, eligible ? [] : ["income_above_standard"]),
        AppraisalStanding, Today, by).Error?.Type.Code;

    public string? Review(bool positive, string by, string opinion = "符合条件,建议予以确认", int noticeDays = 7) =>
        It.GiveInitialReview(positive, opinion, noticeDays, Today, by).Error?.Type.Code;

    public string? CountyVisit(string by, LocalDate? on = null, bool present = true, bool member = true) => It.RecordCountyVisit(
        on ?? Today, "住房两间,与乡镇调查相符", present ? [member ? head : PersonId.New()] : [], [head], Today, by).Error?.Type.Code;

    public string? Confirm(string by, int members = 1, bool approvalNoticeDue = false, bool countyVisitDue = false)
    {
        var confirmed = It.Confirm(
            Living(members), approvalNoticeDue, Month.Of(Today).Next, 12, Today, Entered, by, countyVisitDue);
        if (!confirmed.Refused) Entitlement = confirmed.Value;
        return confirmed.Error?.Type.Code;
    }

    /// <summary>Somebody else applies; <paramref name="headLives"/> with him.</summary>
    public string? Replace(bool member = true, bool headLives = true)
    {
        var other = PersonId.New();
        return It.ReplaceApplicant(other, "申请人外出务工", headLives ? [head, member ? other : PersonId.New()] : [other]).Error?.Type.Code;
    }

    private List<PersonId> Living(int members) => [It.Applicant, .. Enumerable.Range(1, members - 1).Select(_ => PersonId.New())];

    private string? Notice(NoticeKind kind, bool upheld)
    {
        It.PassNotice(kind, upheld);
        return null;
    }
}
