using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Contracts.ReviewCycle;

namespace Dibao.ReviewCycle.Domain;

/// <summary>Why a review is held.</summary>
internal enum ReviewCause
{
    /// <summary>Its time has come (57 Art 31; 220 Art 33).</summary>
    Periodic = 1,

    /// <summary>A member died (83 I(3)).</summary>
    Death = 2,

    /// <summary>The household told a change (57 Art 30).</summary>
    Change = 3,
}

/// <summary>Where a review stands.</summary>
internal enum ReviewStatus
{
    /// <summary>To be investigated.</summary>
    Open = 1,

    /// <summary>Investigated; the proposal stands.</summary>
    FindingsRecorded = 2,

    /// <summary>The household was heard on the proposal.</summary>
    Heard = 3,

    /// <summary>Decided.</summary>
    Concluded = 4,

    /// <summary>The entitlement ended before it was decided.</summary>
    Lapsed = 5,
}

/// <summary>One re-review of one entitlement: findings, a hearing where the benefit is to be cut, the county's conclusion.</summary>
internal sealed class Review : AggregateRoot, IPlaced, IOwned
{
    public const int ShortestReasons = 10;

    private Review()
    {
    }

    public ReviewId Id { get; private init; }

    public EntitlementId Entitlement { get; private init; }

    public HouseholdId Household { get; private init; }

    public DivisionCode Division { get; set; }

    public DivisionCode County { get; private init; }

    public Scheme Scheme { get; private init; }

    public string? Agent { get; private init; }

    public ReviewCause Cause { get; private init; }

    public LocalDate DueOn { get; private set; }

    public LocalDate OpenedOn { get; private init; }

    public ReviewStatus Status { get; private set; }

    public Findings? Findings { get; private set; }

    public string? FoundBy { get; private set; }

    public LocalDate? FoundOn { get; private set; }

    /// <summary>The means test, canonical JSON; replayable from this alone.</summary>
    public string? DeterminationJson { get; private set; }

    /// <summary>SHA-256 of <see cref="DeterminationJson"/>, hexadecimal.</summary>
    public string? DeterminationHash { get; private set; }

    public Proposal? Proposal { get; private set; }

    public Hearing? Hearing { get; private set; }

    public string? HeardBy { get; private set; }

    public Conclusion? Conclusion { get; private set; }

    /// <summary>As in <see cref="Conclusion"/>; a column of its own for figures.</summary>
    public ReviewOutcome? Outcome { get; private set; }

    /// <summary>As in <see cref="Conclusion"/>; a column of its own for figures.</summary>
    public EndReason? EndedFor { get; private set; }

    public string? ConcludedBy { get; private set; }

    /// <summary>When it was concluded, or lapsed.</summary>
    public LocalDate? ClosedOn { get; private set; }

    public bool IsOpen => Status < ReviewStatus.Concluded;

    public static Review Open(
        ReviewCause cause, EntitlementId entitlement, HouseholdId household, DivisionCode division, Scheme scheme, string? agent, LocalDate dueOn, LocalDate today) => new()
        {
            Id = ReviewId.New(),
            Entitlement = entitlement,
            Household = household,
            Division = division,
            County = division.County,
            Scheme = scheme,
            Agent = agent,
            Cause = cause,
            DueOn = dueOn,
            OpenedOn = today,
            Status = ReviewStatus.Open,
        };

    /// <summary>Is due by a day at the latest.</summary>
    public void BringForward(LocalDate dueOn) => DueOn = LocalDate.Min(DueOn, dueOn);

    /// <summary>Whether a visit may be recorded today for a day: after the review was opened, and not in the future.</summary>
    public Error? WrongVisit(LocalDate visitedOn, LocalDate today)
    {
        if (!IsOpen) return ReviewErrors.Closed.Plain();
        return visitedOn < OpenedOn || visitedOn > today
            ? ReviewErrors.VisitDate.Because(
                $"入户调查日期 {visitedOn:uuuu-MM-dd} 须在复核开始之日 {OpenedOn:uuuu-MM-dd} 至今天 {today:uuuu-MM-dd} 之间。",
                $"{visitedOn:uuuu-MM-dd} must lie between the opening of the review, {OpenedOn:uuuu-MM-dd}, and today, {today:uuuu-MM-dd}.")
            : null;
    }

    /// <summary>
    /// Records what was found and what follows from it. Findings may be corrected until the conclusion; a hearing on an earlier
    /// proposal no longer counts then.
    /// </summary>
    public Result<Proposal> RecordFindings(
        Findings findings, AssessedMeans assessed, string canonical, string hash, long currentFen, int investigatorsNeeded,
        IReadOnlySet<PersonId> members, string by, LocalDate today)
    {
        if (WrongVisit(findings.VisitedOn, today) is { } wrongVisit) return wrongVisit;
        if (findings.Wrong(by, investigatorsNeeded, members) is { } wrong) return wrong;
        var proposal = Proposal.Of(findings, assessed, currentFen);
        if (proposal.Refused) return proposal.Error;
        Findings = findings;
        FoundBy = by;
        FoundOn = today;
        DeterminationJson = canonical;
        DeterminationHash = hash;
        Proposal = proposal.Value;
        Hearing = null;
        HeardBy = null;
        Status = ReviewStatus.FindingsRecorded;
        return proposal;
    }

    /// <summary>Hears the household on a cut, by somebody else than who found it (Law Art 48).</summary>
    public Result<Hearing> HearViews(Hearing hearing, string by, LocalDate today)
    {
        if (!IsOpen) return ReviewErrors.Closed.Plain();
        if (Proposal is null) return ReviewErrors.NoFindings.Because("请先记录核查结果,再听取意见。", "Record the findings first; views are heard on the proposal.");
        if (!Proposal.Cuts) return ReviewErrors.NothingToHear.Plain();
        if (hearing.HeldOn < FoundOn || hearing.HeldOn > today)
            return ReviewErrors.HearingDate.Because(
                $"听取意见日期 {hearing.HeldOn:uuuu-MM-dd} 须在核查结果记录之日 {FoundOn:uuuu-MM-dd} 至今天 {today:uuuu-MM-dd} 之间。",
                $"{hearing.HeldOn:uuuu-MM-dd} must lie between the findings, {FoundOn:uuuu-MM-dd}, and today, {today:uuuu-MM-dd}.");
        if (by == FoundBy) return ReviewErrors.SamePerson.Because("您记录了核查结果,须由他人听取意见。", "You recorded the findings: somebody else hears the household.");
        Hearing = hearing;
        HeardBy = by;
        Status = ReviewStatus.Heard;
        return hearing;
    }

    /// <summary>
    /// Decides, by somebody who neither investigated nor heard. The outcome is the one proposed, or the amount stays. From the month after
    /// the decision on.
    /// </summary>
    /// <param name="outcome">What the county decides.</param>
    /// <param name="reasons">As told to the household (57 Art 32); at least ten characters for a cut.</param>
    /// <param name="hearingNeeded">Whether the law of the day wants the household heard first (Law Art 48, from 2026-07-01).</param>
    /// <param name="currentFen">Benefit now, fen per month.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="today">The day of the decision.</param>
    /// <param name="only">The one member who is covered alone; null for the household.</param>
    public Result<Conclusion> Conclude(ReviewOutcome outcome, string reasons, bool hearingNeeded, long currentFen, string by, LocalDate today, PersonId? only = null)
    {
        if (!IsOpen) return ReviewErrors.Closed.Plain();
        if (Findings is null || Proposal is null) return ReviewErrors.NoFindings.Because("请先由乡镇(街道)核查并记录结果。", "The township investigates and records its findings first.");
        if (by == FoundBy || by == HeardBy || Findings.Investigators.Any(i => i.Officer == by))
            return ReviewErrors.SamePerson.Because("您参与了该复核的调查或听取意见,须由他人作出结论。", "You investigated or heard this case: somebody else concludes it.");
        if (outcome != ReviewOutcome.Continue && outcome != Proposal.Outcome)
            return ReviewErrors.OtherOutcome.Because(
                $"核查结果拟为 {Proposal.Outcome},结论只能与其一致或维持不变;如有不同事实,请退回重新核查。",
                $"The findings propose {Proposal.Outcome}: conclude that or Continue, or have the case investigated anew.");
        if (Proposal.CurrentFen != currentFen)
            return ReviewErrors.AmountChanged.Because(
                $"核查时每月 {new Money(Proposal.CurrentFen)} 元,现为 {new Money(currentFen)} 元,请重新记录核查结果。",
                $"It was {new Money(Proposal.CurrentFen)} yuan a month at the findings and is {new Money(currentFen)} now: record the findings anew.");
        var text = reasons.Trim();
        var cut = outcome is ReviewOutcome.Reduce or ReviewOutcome.End;
        if (cut && text.Length < ShortestReasons)
            return ReviewErrors.NotTold.Because(
                $"减发、停发须告知理由,不少于 {ShortestReasons} 个字符,现为 {text.Length} 个(57 号文第 32 条)。",
                $"Reasons for a cut have at least {ShortestReasons} characters; these have {text.Length} (57 Art 32).");
        if (cut && hearingNeeded && Hearing is null)
            return ReviewErrors.NotHeard.Because(
                $"{today:uuuu-MM-dd} 作出减发、停发决定前,须先听取该家庭的意见(社会救助法第 48 条)。请先记录听取意见情况。",
                $"A cut decided on {today:uuuu-MM-dd} needs the household heard first (Law Art 48): record the hearing.");

        Conclusion = outcome switch
        {
            ReviewOutcome.Continue => new(outcome, null, Proposal.Persons, currentFen, Month.Of(today).Next, text),
            _ => new(outcome, Proposal.EndReason, Proposal.Persons, Proposal.MonthlyFen, Month.Of(today).Next, text),
        };
        Outcome = outcome;
        EndedFor = Conclusion.EndReason;
        ConcludedBy = by;
        ClosedOn = today;
        Status = ReviewStatus.Concluded;
        Raise(new ReviewConcluded(
            Id, Entitlement, Household, Division, Scheme, outcome, Conclusion.EndReason, Conclusion.Persons, Conclusion.MonthlyFen, Conclusion.FromMonth, today,
            Findings.Income, Findings.Assets, Findings.VisitedOn, only));
        return Conclusion;
    }

    /// <summary>The entitlement ended otherwise: nothing is left to decide. A review that is closed stays as it is.</summary>
    public void Lapse(LocalDate on)
    {
        if (!IsOpen) return;
        Status = ReviewStatus.Lapsed;
        ClosedOn = on;
    }
}
