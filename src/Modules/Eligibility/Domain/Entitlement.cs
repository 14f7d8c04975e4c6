using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;

namespace Dibao.Eligibility.Domain;

/// <summary>What a household draws, from its first month to its last. How much for how many is a two-time row, by whole months.</summary>
internal sealed class Entitlement : AggregateRoot, IPlaced, IOwned
{
    private readonly List<EntitlementTerm> terms = [];

    private Entitlement()
    {
    }

    public EntitlementId Id { get; private init; }

    public HouseholdId Household { get; private init; }

    /// <summary>Village or community of registration.</summary>
    public DivisionCode Division { get; private set; }

    public DivisionCode County { get; private init; }

    public Scheme Scheme { get; private init; }

    public string? Agent { get; private init; }

    /// <summary>Null when taken over from an old register.</summary>
    public ApplicationId? Application { get; private init; }

    public PersonId Applicant { get; private set; }

    /// <summary>The one member who is covered alone (57 Art 8; 83 I(1)); null when the household is.</summary>
    public PersonId? Only { get; private init; }

    /// <summary>Why the applicant was last replaced; null when he never was.</summary>
    public string? ApplicantReplacedFor { get; private set; }

    public LocalDate ConfirmedOn { get; private init; }

    /// <summary>First month drawn.</summary>
    public Month FirstMonth { get; private init; }

    /// <summary>Last month drawn; null while open. The month before the first when nothing was ever drawn.</summary>
    public Month? LastMonth { get; private set; }

    public EndReason? EndReason { get; private set; }

    public LocalDate? EndedOn { get; private set; }

    /// <summary>The member who asked to leave.</summary>
    public PersonId? EndRequestedBy { get; private set; }

    /// <summary>Why, in his words.</summary>
    public string? EndRequestReason { get; private set; }

    public bool TakenOver { get; private init; }

    /// <summary>The succession that opened it: it goes on for an earlier case and is no admission.</summary>
    public Guid? Succeeds { get; private init; }

    /// <summary>The succession that ended it: it goes on in another case and is no exit.</summary>
    public Guid? SucceededBy { get; private set; }

    /// <summary>Months between reviews.</summary>
    public int ReviewEvery { get; private init; }

    public IReadOnlyList<EntitlementTerm> Terms => terms;

    /// <summary>The entitlement that an application opens; its determination says how much.</summary>
    public static Entitlement Confirm(Application application, int persons, Month firstMonth, int reviewEvery, LocalDate today, Instant now)
    {
        var entitlement = new Entitlement
        {
            Id = EntitlementId.New(),
            Household = application.Household,
            Division = application.Division,
            County = application.County,
            Scheme = application.Scheme,
            Agent = application.Agent,
            Application = application.Id,
            Applicant = application.Applicant,
            Only = application.Only,
            ConfirmedOn = today,
            FirstMonth = firstMonth,
            ReviewEvery = reviewEvery,
        };
        entitlement.terms.Add(new EntitlementTerm(entitlement.Id, persons, application.MonthlyFen, firstMonth.FirstDay, null, now));
        entitlement.Raise(new EntitlementConfirmed(
            entitlement.Id, application.Id, application.Household, application.Division, application.Scheme, application.Applicant,
            persons, application.MonthlyFen, firstMonth, today, reviewEvery, application.Agent, application.Only));
        return entitlement;
    }

    /// <summary>The entitlement in which an earlier case goes on; when its income is too high, for the months of tapering only (57 Art 33).</summary>
    public static Entitlement Succeed(Succession succession, SuccessorCase next, Month firstMonth, int reviewEvery, LocalDate today, Instant now)
    {
        var entitlement = new Entitlement
        {
            Id = EntitlementId.New(),
            Household = next.Household,
            Division = next.Division,
            County = next.Division.County,
            Scheme = next.Scheme,
            Agent = next.Agent,
            Applicant = next.Applicant,
            Only = succession.Only,
            ConfirmedOn = today,
            FirstMonth = firstMonth,
            ReviewEvery = reviewEvery,
            Succeeds = succession.Id,
        };
        entitlement.terms.Add(new EntitlementTerm(entitlement.Id, next.Persons.Count, next.MonthlyFen, firstMonth.FirstDay, null, now) { Uplifts = next.Uplifts });
        entitlement.Raise(new EntitlementConfirmed(
            entitlement.Id, null, next.Household, next.Division, next.Scheme, next.Applicant, next.Persons.Count, next.MonthlyFen, firstMonth, today, reviewEvery, next.Agent, succession.Only));
        if (next.TaperMonths is { } months) entitlement.End(firstMonth.Plus(months - 1), Contracts.Eligibility.EndReason.IncomeAboveStandard, today, now);
        return entitlement;
    }

    /// <summary>An entitlement that was live before this register; said aloud by the batch, not by itself.</summary>
    public static Entitlement TakeOver(TakenOverHousehold household, LocalDate today, Instant now)
    {
        var entitlement = new Entitlement
        {
            Id = EntitlementId.New(),
            Household = household.Household,
            Division = household.Division,
            County = household.Division.County,
            Scheme = household.Scheme,
            Applicant = household.Applicant,
            ConfirmedOn = today,
            FirstMonth = household.FirstMonth,
            ReviewEvery = household.ReviewEvery,
            TakenOver = true,
        };
        entitlement.terms.Add(new EntitlementTerm(
            entitlement.Id, household.Persons.Count, household.MonthlyFen, household.FirstMonth.FirstDay, null, now)
        {
            Uplifts = household.Uplifts ?? [],
        });
        return entitlement;
    }

    /// <summary>Another amount from a month on (57 Art 32); the months before keep theirs. The uplifts of <paramref name="members"/> stay part of it.</summary>
    public Result<Done> Change(IReadOnlyCollection<PersonId> members, int persons, long monthlyFen, Month fromMonth, LocalDate today, Instant now)
    {
        if (LastMonth is not null) return Ended();
        if (fromMonth < FirstMonth)
            return EligibilityErrors.BeforeFirstMonth.Because($"{fromMonth} 早于首发月份 {FirstMonth}。", $"{fromMonth} lies before the first month, {FirstMonth}.");
        var uplifts = terms.FirstOrDefault(t => t.HoldsOn(fromMonth.FirstDay))?.Uplifts.Where(u => members.Contains(u.Person)).ToList();
        terms.Put(new EntitlementTerm(Id, persons, monthlyFen, fromMonth.FirstDay, null, now) { Uplifts = uplifts ?? [] }, (row, day) => row.Until(day, now), now);
        Raise(new EntitlementChanged(Id, Household, Division, Scheme, persons, monthlyFen, fromMonth, today));
        return Done.It;
    }

    /// <summary>
    /// Ends with a month; never earlier than the month before the first, when nothing was drawn. One that is to end later, as in tapering, may
    /// end earlier still.
    /// </summary>
    public Result<Done> End(Month lastMonth, EndReason reason, LocalDate today, Instant now)
    {
        if (LastMonth <= Month.Max(lastMonth, FirstMonth.Previous)) return Ended();
        var last = lastMonth < FirstMonth ? FirstMonth.Previous : lastMonth;
        terms.CloseFrom(last.Next.FirstDay, (row, day) => row.Until(day, now), now);
        LastMonth = last;
        EndReason = reason;
        EndedOn = today;
        Raise(new EntitlementEnded(Id, Household, Division, Scheme, last, reason, today));
        return Done.It;
    }

    /// <summary>Ends with a month because it goes on in another case.</summary>
    public Result<Done> GoOnIn(Guid succession, Month lastMonth, LocalDate today, Instant now)
    {
        var ended = End(lastMonth, Contracts.Eligibility.EndReason.Succeeded, today, now);
        if (!ended.Refused) SucceededBy = succession;
        return ended;
    }

    /// <summary>Goes with its household to another place of the county.</summary>
    public void Move(DivisionCode division, DivisionCode residence, LocalDate today)
    {
        Division = division;
        Raise(new EntitlementMoved(Id, Household, division, residence, today));
    }

    /// <summary>Stands in the name of another covered member.</summary>
    public Result<Done> ReplaceApplicant(PersonId applicant, string reason, LocalDate today)
    {
        if (LastMonth is not null) return Ended();
        (Applicant, ApplicantReplacedFor) = (applicant, reason);
        Raise(new ApplicantReplaced(Id, Household, Division, applicant, today));
        return Done.It;
    }

    /// <summary>Ends because a covered member asks to leave.</summary>
    public Result<Done> EndAtRequest(PersonId requestedBy, string? reason, LocalDate today, Instant now)
    {
        var ended = End(Month.Of(today), Contracts.Eligibility.EndReason.Voluntary, today, now);
        if (ended.Refused) return ended.Error;
        EndRequestedBy = requestedBy;
        EndRequestReason = reason;
        return Done.It;
    }

    private Error Ended() => EligibilityErrors.AlreadyEnded.Because($"该低保待遇已止于 {LastMonth}。", $"This entitlement ended with {LastMonth}.");
}

/// <summary>How much for how many, from the first day of a month on.</summary>
internal sealed class EntitlementTerm : TwoTimeRow
{
    private EntitlementTerm()
    {
    }

    public EntitlementTerm(EntitlementId entitlement, int persons, long monthlyFen, LocalDate from, LocalDate? to, Instant now)
    {
        Id = Guid.CreateVersion7();
        Entitlement = entitlement;
        Persons = persons;
        MonthlyFen = monthlyFen;
        ValidFrom = from;
        ValidTo = to;
        Recorded = now;
    }

    public Guid Id { get; private init; }

    public EntitlementId Entitlement { get; private init; }

    /// <summary>Covered members.</summary>
    public int Persons { get; private init; }

    /// <summary>Benefit of the household, fen per month.</summary>
    public long MonthlyFen { get; private init; }

    /// <summary>What of the benefit is uplift, by the covered member it is for; the rest is the base.</summary>
    public IReadOnlyList<Uplift> Uplifts { get; init; } = [];

    public long UpliftOf(IReadOnlyCollection<PersonId> members) => Uplifts.Where(u => members.Contains(u.Person)).Sum(u => u.Fen);

    public EntitlementTerm Until(LocalDate day, Instant now) => new(Entitlement, Persons, MonthlyFen, ValidFrom, day, now) { Uplifts = Uplifts };
}
