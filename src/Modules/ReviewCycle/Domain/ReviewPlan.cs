using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;

namespace Dibao.ReviewCycle.Domain;

/// <summary>When an entitlement is reviewed next, and what it is now.</summary>
internal sealed class ReviewPlan : AggregateRoot, IPlaced, IOwned
{
    private ReviewPlan()
    {
    }

    public EntitlementId Entitlement { get; private init; }

    public HouseholdId Household { get; private init; }

    public DivisionCode Division { get; set; }

    public DivisionCode County { get; private init; }

    public Scheme Scheme { get; private init; }

    public PersonId Applicant { get; set; }

    public string? Agent { get; private init; }

    /// <summary>The one member who is covered alone; null when the household is.</summary>
    public PersonId? Only { get; private init; }

    public int Persons { get; private set; }

    /// <summary>Benefit of the household, fen per month.</summary>
    public long MonthlyFen { get; private set; }

    /// <summary>Months between reviews: 1, 3, 6 or 12.</summary>
    public int Every { get; private init; }

    /// <summary>Day of the month on which the cycle began; short months end earlier and the next goes back to it.</summary>
    public int CycleDay { get; private init; }

    public LocalDate NextDueOn { get; private init; }

    /// <summary>A review is open: no second one is opened meanwhile.</summary>
    public bool UnderReview { get; private set; }

    public bool Ended { get; private set; }

    public static ReviewPlan After(
        LocalDate lastDecided, int every, EntitlementId entitlement, HouseholdId household, DivisionCode division, Scheme scheme, PersonId applicant,
        string? agent, int persons, long monthlyFen, PersonId? only = null) => new()
        {
            Entitlement = entitlement,
            Household = household,
            Division = division,
            County = division.County,
            Scheme = scheme,
            Applicant = applicant,
            Agent = agent,
            Only = only,
            Persons = persons,
            MonthlyFen = monthlyFen,
            Every = every,
            CycleDay = lastDecided.Day,
            NextDueOn = Cycle(lastDecided, every, lastDecided.Day),
        };

    /// <summary>The due date after one that falls into a review opened on a day: rounds that were missed are made up by that one review.</summary>
    public static LocalDate NextAfter(LocalDate due, int every, int cycleDay, LocalDate openedOn)
    {
        do due = Cycle(due, every, cycleDay);
        while (due <= openedOn);
        return due;
    }

    public void Change(int persons, long monthlyFen)
    {
        Persons = persons;
        MonthlyFen = monthlyFen;
    }

    public void BeginReview() => UnderReview = true;

    public void EndReview() => UnderReview = false;

    public void End()
    {
        Ended = true;
        UnderReview = false;
    }

    private static LocalDate Cycle(LocalDate from, int months, int day)
    {
        var month = Month.Of(from).Plus(months);
        return month.FirstDay.PlusDays(Math.Min(day, month.LastDay.Day) - 1);
    }
}
