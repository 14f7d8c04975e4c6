using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Contracts.Oversight;

namespace Dibao.Oversight.Domain;

/// <summary>Where a notice stands.</summary>
internal enum NoticeStatus
{
    /// <summary>Posted.</summary>
    Open = 1,

    /// <summary>Ran its days, every objection answered.</summary>
    Closed = 2,
}

/// <summary>What is on a notice board.</summary>
/// <param name="Application">The application on notice.</param>
/// <param name="Kind">What is proposed.</param>
/// <param name="Household">Whose it is.</param>
/// <param name="Division">Village or community of registration.</param>
/// <param name="Place">Village or community where it lives and where it is posted.</param>
/// <param name="Scheme">Urban or rural dibao.</param>
/// <param name="ApplicantName">Name of the applicant; null for a minor.</param>
/// <param name="Members">Members covered.</param>
/// <param name="MonthlyFen">Benefit proposed, fen per month.</param>
internal sealed record NoticeText(
    ApplicationId Application, NoticeKind Kind, HouseholdId Household, DivisionCode Division, DivisionCode Place, Scheme Scheme, string? ApplicantName,
    int Members, long MonthlyFen);

/// <summary>A public notice of a proposal: posted for its days where the household lives, open to objections (57 Art 19; 220 Art 25, 29).</summary>
internal sealed class Notice : AggregateRoot, IPlaced
{
    private const int MostPending = 50;
    private readonly List<Objection> objections = [];

    private Notice()
    {
    }

    public NoticeId Id { get; private init; }

    public ApplicationId Application { get; private init; }

    public NoticeKind Kind { get; private init; }

    public HouseholdId Household { get; private init; }

    /// <summary>Village or community of registration: whose officers answer for it.</summary>
    public DivisionCode Division { get; private init; }

    public DivisionCode County { get; private init; }

    /// <summary>Village or community where it is posted.</summary>
    public DivisionCode Place { get; private init; }

    public Scheme Scheme { get; private init; }

    /// <summary>Null for a minor.</summary>
    public string? ApplicantName { get; private init; }

    public int Members { get; private init; }

    /// <summary>Benefit proposed, fen per month.</summary>
    public long MonthlyFen { get; private init; }

    public LocalDate PostedOn { get; private init; }

    /// <summary>Its last day: the day of posting is not counted (民法典 Art 201); the days are calendar days.</summary>
    public LocalDate ClosesOn { get; private init; }

    public NoticeStatus Status { get; private set; }

    public LocalDate? ClosedOn { get; private set; }

    /// <summary>Objections not answered yet.</summary>
    public int Pending { get; private set; }

    /// <summary>Objections found well founded.</summary>
    public int Upheld { get; private set; }

    /// <summary>The objections that were loaded.</summary>
    public IReadOnlyList<Objection> Objections => objections;

    public static Notice Post(NoticeText text, int days, LocalDate postedOn) => new()
    {
        Id = NoticeId.New(),
        Application = text.Application,
        Kind = text.Kind,
        Household = text.Household,
        Division = text.Division,
        County = text.Division.County,
        Place = text.Place,
        Scheme = text.Scheme,
        ApplicantName = text.ApplicantName,
        Members = text.Members,
        MonthlyFen = text.MonthlyFen,
        PostedOn = postedOn,
        ClosesOn = postedOn.PlusDays(days),
        Status = NoticeStatus.Open,
    };

    /// <summary>Anybody may object while it runs.</summary>
    public Result<Objection> Object(ObjectionGround ground, string text, LocalDate today)
    {
        if (Status != NoticeStatus.Open || today > ClosesOn)
            return OversightErrors.NoticeClosed.Because(
                $"公示已于 {ClosesOn:uuuu-MM-dd} 届满,不再受理异议;可向县级民政部门投诉举报。",
                $"The notice ended on {ClosesOn:uuuu-MM-dd} and takes no more objections: complain to the county instead.");
        if (Pending >= MostPending)
            return OversightErrors.TooManyPending.Because(
                $"该公示已有 {Pending} 条异议待处理,请待其处理后再提,或向县级民政部门投诉举报。", $"{Pending} objections to this notice await an answer: object again when they have theirs, or complain to the county.");
        var objection = new Objection(Id, ground, text, today);
        objections.Add(objection);
        Pending++;
        return objection;
    }

    /// <summary>Answers an objection with reasons. When the days are over and it was the last, the notice closes.</summary>
    public Result<Objection> Answer(Guid objectionId, bool upheld, string reasons, string by, LocalDate today)
    {
        var objection = objections.Single(o => o.Id == objectionId);
        if (objection.Decision != ObjectionDecision.Pending)
            return OversightErrors.AlreadyAnswered.Because($"该异议已于 {objection.DecidedOn:uuuu-MM-dd} 答复。", $"This objection was answered on {objection.DecidedOn:uuuu-MM-dd}.");
        objection.Decide(upheld, reasons, by, today);
        Pending--;
        if (upheld) Upheld++;
        if (Pending == 0 && today > ClosesOn) Close(today);
        return objection;
    }

    /// <summary>Closes it once its last day has fully passed and every objection is answered.</summary>
    public Result<Notice> Close(LocalDate today)
    {
        if (Status != NoticeStatus.Open) return OversightErrors.NoticeClosed.Plain();
        if (today <= ClosesOn) return OversightErrors.NoticeRuns.Because($"公示至 {ClosesOn:uuuu-MM-dd} 届满。", $"It runs until the end of {ClosesOn:uuuu-MM-dd}.");
        if (Pending > 0) return OversightErrors.ObjectionPending.Because($"尚有 {Pending} 项异议未答复。", $"{Pending} objections are not answered yet.");
        Status = NoticeStatus.Closed;
        ClosedOn = today;
        Raise(new NoticeClosed(Id, Application, Kind, Division, Upheld > 0, today));
        return this;
    }
}
