using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;

namespace Dibao.Eligibility.Domain;

/// <summary>Why a case goes on in another.</summary>
internal enum SuccessionKind
{
    /// <summary>The household split (分户).</summary>
    Split = 1,

    /// <summary>Two households merged (并户).</summary>
    Merger = 2,

    /// <summary>The head died (户主死亡).</summary>
    HeadDied = 3,

    /// <summary>The registration was converted (城乡转换).</summary>
    Conversion = 4,

    /// <summary>The household came from another county (跨县迁移).</summary>
    Transfer = 5,
}

/// <summary>Where a succession stands.</summary>
internal enum SuccessionState
{
    /// <summary>To be assessed.</summary>
    Open = 1,

    /// <summary>Assessed; where it takes something away the household is to be heard (Law Art 48).</summary>
    Assessed = 2,

    /// <summary>Confirmed: the old cases ended and the new ones began with the month after.</summary>
    Confirmed = 3,

    /// <summary>The old cases ended before it was confirmed.</summary>
    Lapsed = 4,
}

/// <summary>What changed a household.</summary>
/// <param name="Kind">Why its case goes on in another.</param>
/// <param name="Division">Village or community of registration, of a transfer the new one.</param>
/// <param name="On">When.</param>
/// <param name="LastMonth">The last month of the old cases, where two counties agreed on one.</param>
internal sealed record Happened(SuccessionKind Kind, DivisionCode Division, LocalDate On, Month? LastMonth = null);

/// <summary>One case in which earlier ones go on.</summary>
/// <param name="Household">The household.</param>
/// <param name="Division">Village or community of registration.</param>
/// <param name="Scheme">Urban or rural.</param>
/// <param name="Applicant">In whose name it stands.</param>
/// <param name="Persons">Members covered.</param>
/// <param name="MonthlyFen">Benefit, fen per month; 0 when it does not go on.</param>
/// <param name="Uplifts">What of it is uplift.</param>
/// <param name="TaperMonths">Months for which it is paid although the income is too high (57 Art 33); null when it runs on.</param>
/// <param name="Determination">The means test it stands on.</param>
/// <param name="Hash">Its SHA-256.</param>
/// <param name="Reasons">Why the household does not qualify; empty when it does.</param>
/// <param name="Agent">Subject of the person who acts for it online; null when nobody does.</param>
internal sealed record SuccessorCase(
    HouseholdId Household, DivisionCode Division, Scheme Scheme, PersonId Applicant, IReadOnlyList<PersonId> Persons, long MonthlyFen, IReadOnlyList<Uplift> Uplifts,
    int? TaperMonths, Guid Determination, string Hash, IReadOnlyList<string> Reasons, string? Agent = null)
{
    /// <summary>What of it is no uplift.</summary>
    public long BaseFen => MonthlyFen - Uplifts.Sum(u => u.Fen);
}

/// <summary>
/// Live cases that go on in others: after a split, a merger, the death of the head, a conversion, a transfer. Nothing changes until it is
/// confirmed; then the old cases end with a month and the new ones begin with the next, so that no month is missed and none is paid twice.
/// </summary>
internal sealed class Succession : AggregateRoot, IPlaced, IOwned
{
    private Succession()
    {
    }

    public Guid Id { get; private init; }

    public SuccessionKind Kind { get; private set; }

    /// <summary>The household it is about; of a merger the one that goes on.</summary>
    public HouseholdId Household { get; private init; }

    /// <summary>Village or community of registration: of a transfer the new one.</summary>
    public DivisionCode Division { get; set; }

    public DivisionCode County { get; private set; }

    public string? Agent { get; private init; }

    /// <summary>The one member who is covered alone, when it is his case that goes on; null when it is that of households.</summary>
    public PersonId? Only { get; private init; }

    /// <summary>The household whose head died: its survivors may draw on for the months of tapering (57 Art 33).</summary>
    public HouseholdId? Bereaved { get; private set; }

    public IReadOnlyList<EntitlementId> Predecessors { get; private set; } = [];

    /// <summary>The households whose cases go on.</summary>
    public IReadOnlyList<HouseholdId> Households
    {
        get;
        private set
        {
            field = value;
            foreach (var id in value.Select(h => h.Value.ToString()).Where(id => !About.Contains(id, StringComparison.Ordinal))) About += $"{id} ";
        }
    } = [];

    /// <summary>Every household that it is or was about: by these it is found.</summary>
    public string About { get; private set; } = "";

    /// <summary>When what caused it happened.</summary>
    public LocalDate HappenedOn { get; private set; }

    public LocalDate OpenedOn { get; private init; }

    /// <summary>The last month of the old cases, where two counties agreed on one.</summary>
    public Month? LastMonthAgreed { get; private set; }

    public SuccessionState State { get; private set; }

    public IReadOnlyList<SuccessorCase> Cases { get; private set; } = [];

    public LocalDate? AssessedOn { get; private set; }

    public string? AssessedBy { get; private set; }

    public LocalDate? HeardOn { get; private set; }

    public string? HeardBy { get; private set; }

    public string? Views { get; private set; }

    public LocalDate? ConfirmedOn { get; private set; }

    public string? ConfirmedBy { get; private set; }

    /// <summary>The last month of the old cases; null until confirmed.</summary>
    public Month? LastMonth { get; private set; }

    public static Succession Open(
        Happened happened, HouseholdId household, string? agent, IReadOnlyList<EntitlementId> predecessors, IReadOnlyList<HouseholdId> households, LocalDate today,
        PersonId? only = null) => new()
        {
            Id = Guid.CreateVersion7(),
            Kind = happened.Kind,
            Household = household,
            Division = happened.Division,
            County = happened.Division.County,
            Agent = agent,
            Only = only,
            Bereaved = happened.Kind == SuccessionKind.HeadDied ? household : null,
            Predecessors = predecessors,
            Households = households,
            HappenedOn = happened.On,
            OpenedOn = today,
            LastMonthAgreed = happened.LastMonth,
            State = SuccessionState.Open,
        };

    /// <summary>Something more happened before it was confirmed, to the first of the households named: it is assessed anew, for all households concerned.</summary>
    public void Widen(Happened happened, IReadOnlyList<EntitlementId> predecessors, IReadOnlyList<HouseholdId> households)
    {
        Kind = happened.Kind;
        if (happened.Kind == SuccessionKind.HeadDied) Bereaved = households[0];
        (Division, County) = (happened.Division, happened.Division.County);
        Predecessors = [.. Predecessors.Union(predecessors)];
        Households = [.. Households.Union(households)];
        HappenedOn = happened.On;
        LastMonthAgreed = happened.LastMonth ?? LastMonthAgreed;
        AssessAnew();
    }

    /// <summary>Another succession has come to share a household with this one: they are one, and the other is closed.</summary>
    public void TakeIn(Succession other)
    {
        Predecessors = [.. Predecessors.Union(other.Predecessors)];
        Households = [.. Households.Union(other.Households)];
        Bereaved ??= other.Bereaved;
        LastMonthAgreed ??= other.LastMonthAgreed;
        other.Lapse();
        AssessAnew();
    }

    /// <summary>Takes a household off the list in which nobody lives any more.</summary>
    public void Drop(HouseholdId household)
    {
        Households = [.. Households.Where(h => h != household)];
        AssessAnew();
    }

    private void AssessAnew()
    {
        State = SuccessionState.Open;
        Cases = [];
        (HeardOn, HeardBy, Views) = (null, null, null);
    }

    public Result<Done> Assess(IReadOnlyList<SuccessorCase> cases, LocalDate today, string by)
    {
        if (State is not (SuccessionState.Open or SuccessionState.Assessed)) return Closed();
        (Cases, AssessedOn, AssessedBy, State) = (cases, today, by, SuccessionState.Assessed);
        (HeardOn, HeardBy, Views) = (null, null, null);
        return Done.It;
    }

    /// <summary>Records what the household said of it (Law Art 48).</summary>
    public Result<Done> Hear(LocalDate heardOn, string views, LocalDate today, string by)
    {
        if (State != SuccessionState.Assessed) return NotAssessed("听取意见", "hear the household");
        if (string.Equals(by, AssessedBy, StringComparison.Ordinal))
            return EligibilityErrors.SamePerson.Because("听取意见人不得是认定人。", "Who assessed it does not hear the households.");
        if (heardOn < AssessedOn || heardOn > today)
            return EligibilityErrors.StepDate.Because($"听取意见日期须在 {AssessedOn:uuuu-MM-dd} 至今天之间。", $"The hearing must lie between the assessment, {AssessedOn:uuuu-MM-dd}, and today.");
        (HeardOn, Views, HeardBy) = (heardOn, views, by);
        return Done.It;
    }

    /// <summary>What keeps it from being confirmed; null when nothing does. <paramref name="beforeFen"/> is what the old cases draw for <paramref name="beforePersons"/>.</summary>
    public Error? NotConfirmable(long beforeFen, int beforePersons, bool hearing, string by)
    {
        if (State != SuccessionState.Assessed) return NotAssessed("确认", "confirm");
        if (string.Equals(by, AssessedBy, StringComparison.Ordinal) || string.Equals(by, HeardBy, StringComparison.Ordinal))
            return EligibilityErrors.SamePerson.Because("确认人不得是认定人或者听取意见人。", "Who assessed it or heard the households does not confirm it.");
        if (hearing && HeardOn is null && (Cases.Sum(c => c.MonthlyFen) < beforeFen || Cases.Any(c => Loses(c, beforeFen, beforePersons))))
            return EligibilityErrors.NotHeard.Because("待遇将减少或者停发,须先听取家庭意见(社会救助法第四十八条)。", "Something is taken away: the household is heard first (Law Art 48).");
        return null;
    }

    /// <summary>Whether a household is worse off than its members were: it draws nothing, draws for some months only, or less than their part of before.</summary>
    private bool Loses(SuccessorCase next, long beforeFen, int beforePersons) =>
        next.MonthlyFen == 0 || next.TaperMonths is not null || (Cases.Count > 1 && next.MonthlyFen * beforePersons < beforeFen * next.Persons.Count);

    public void Confirm(Month lastMonth, LocalDate today, string by) =>
        (LastMonth, ConfirmedOn, ConfirmedBy, State) = (lastMonth, today, by, SuccessionState.Confirmed);

    public void Lapse() => State = SuccessionState.Lapsed;

    private Error NotAssessed(string zh, string en) =>
        State is SuccessionState.Open ? EligibilityErrors.Order(zh, en, "须先重新认定", "it is to be assessed first") : Closed();

    private static Error Closed() => EligibilityErrors.Order("办理接续", "go on", "该接续已办结", "this succession is closed");
}

/// <summary>How much a case is worth that goes on for an earlier one.</summary>
internal static class SuccessorAmount
{
    /// <summary>
    /// Who qualifies draws by the means test, with the uplifts of those who are still covered. Where the head died and the survivors' income
    /// is above the standard, and nothing else is in the way, they draw the old base with their own uplifts for the months of tapering
    /// (57 Art 33); the dead person's uplift ends. Of that base they draw what no other household draws that goes on from the same case.
    /// </summary>
    public static (long MonthlyFen, int? TaperMonths) Of(bool bereaved, Determination test, long oldBaseFen, IReadOnlyList<Uplift> uplifts, int taperMonths)
    {
        var own = uplifts.Sum(u => u.Fen);
        if (test.Eligible) return (test.MonthlyFen + own, null);
        var tapers = bereaved && taperMonths > 0 && test.Reasons is [MeansTest.IncomeAboveStandard];
        return tapers && oldBaseFen + own > 0 ? (oldBaseFen + own, taperMonths) : (0, null);
    }
}
