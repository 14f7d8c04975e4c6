using Dibao.Contracts.Eligibility;
using Dibao.Scenarios.Population;

namespace Dibao.Scenarios.Haizhou;

/// <summary>What becomes of a household that applies.</summary>
internal enum Fate
{
    Admitted,
    RefusedIncome,
    RefusedAssets,

    /// <summary>A villager objects, the objection is upheld, and the second look finds hidden income.</summary>
    RefusedOnObjection,

    /// <summary>A villager objects, the objection is upheld, and the second look changes nothing that matters.</summary>
    AdmittedAfterObjection,

    /// <summary>A villager objects; the objection is dismissed.</summary>
    AdmittedObjectionDismissed,
}

/// <summary>What a re-review finds.</summary>
internal enum Change
{
    None,
    Up,
    Down,
    Employment,
    IncomeAboveStandard,
    AssetsOverLimit,
    MovedAway,
    RefusedReview,
}

/// <summary>A generated household and what the eighteen months bring it.</summary>
internal sealed class PlannedHousehold
{
    public required int Number { get; init; }

    public required Scheme Scheme { get; init; }

    public required DivisionCode Village { get; init; }

    public required IReadOnlyList<GeneratedPerson> Members { get; set; }

    /// <summary>Benefit that its income leads to, fen per month, whole yuan.</summary>
    public required long MonthlyFen { get; init; }

    /// <summary>Taken over: when it was last reviewed.</summary>
    public LocalDate LastReviewedOn { get; set; }

    /// <summary>Taken over: months between reviews.</summary>
    public int ReviewEvery { get; set; } = 12;

    /// <summary>Applies in this month; null when taken over.</summary>
    public Month? AppliesIn { get; init; }

    public Fate Fate { get; init; }

    /// <summary>What the review due in <see cref="ChangesIn"/> finds.</summary>
    public Change Change { get; set; }

    public Month? ChangesIn { get; set; }

    /// <summary>Dies out or loses a member in this month.</summary>
    public Month? DeathIn { get; set; }

    /// <summary>Leaves of its own will in this month.</summary>
    public Month? LeavesIn { get; set; }

    /// <summary>Yearly income from which exactly <see cref="MonthlyFen"/> follows for so many persons.</summary>
    public long YearlyFen(int persons) => 12 * (HaizhouSeed.Standard(Scheme).Fen * persons - MonthlyFen);

    public LocalDate FirstReviewDue => LastReviewedOn.PlusMonths(ReviewEvery);
}

/// <summary>
/// Draws the district: households that are taken over, that apply, change, die and leave, in such numbers that the caseload at the end
/// of 2012 is the stated one. How many there are then is for the system to count.
/// </summary>
internal sealed class HaizhouPlan
{
    private static readonly (Scheme Scheme, int Admitted, int AdmittedLater, int Refused, int EndedByReview, int DiedOut, int Left, int LostMember, int Ended2013, int EndedLate)[] Numbers =
    [
        (Scheme.Urban, 170, 8, 92, 40, 12, 8, 6, 33, 2),
        (Scheme.Rural, 250, 12, 124, 60, 20, 10, 10, HaizhouSeed.EndedByReview - 33, 3),
    ];

    private static readonly Change[] Reasons = [Change.Employment, Change.IncomeAboveStandard, Change.AssetsOverLimit, Change.Employment, Change.MovedAway, Change.IncomeAboveStandard, Change.RefusedReview];
    private readonly Draw draw = new(HaizhouSeed.ChanceSeed);
    private readonly People people;
    private int drawn;
    private readonly List<PlannedHousehold> takenOver = [];
    private readonly List<PlannedHousehold> applying = [];

    public HaizhouPlan()
    {
        people = new People(draw, HaizhouSeed.FirstMonth.FirstDay);
        foreach (var numbers in Numbers) Draw(numbers);
    }

    /// <summary>Live on 1 January 2012, in the order of the old register.</summary>
    public IReadOnlyList<PlannedHousehold> TakenOver => takenOver;

    /// <summary>Applying in a month, in the order in which they come.</summary>
    public IEnumerable<PlannedHousehold> ApplyingIn(Month month) => applying.Where(h => h.AppliesIn == month);

    private void Draw((Scheme Scheme, int Admitted, int AdmittedLater, int Refused, int EndedByReview, int DiedOut, int Left, int LostMember, int Ended2013, int EndedLate) n)
    {
        var gone = n.EndedByReview + n.DiedOut + n.Left;
        var staying = HaizhouSeed.Households(n.Scheme) - n.Admitted;
        var sizes = Sizes(HaizhouSeed.Households(n.Scheme), HaizhouSeed.Persons(n.Scheme));
        var live = new List<PlannedHousehold>();
        for (var i = 0; i < staying; i++) live.Add(TakeOver(n.Scheme, sizes[i] + (i < n.LostMember ? 1 : 0)));
        for (var i = 0; i < n.LostMember; i++) live[i].DeathIn = HaizhouSeed.FirstMonth.Plus(2 + i % 6);
        var leaving = new List<PlannedHousehold>();
        for (var i = 0; i < gone; i++) leaving.Add(TakeOver(n.Scheme, i < n.DiedOut ? 1 : draw.Between(1, 4)));

        // Exits of 2012: the last month paid is at the latest November.
        for (var i = 0; i < n.DiedOut; i++) leaving[i].DeathIn = HaizhouSeed.FirstMonth.Plus(1 + i % 10);
        for (var i = 0; i < n.Left; i++) leaving[n.DiedOut + i].LeavesIn = HaizhouSeed.FirstMonth.Plus(1 + i % 10);
        for (var i = 0; i < n.EndedByReview; i++) ReviewedIn(leaving[n.DiedOut + n.Left + i], HaizhouSeed.FirstMonth.Plus(1 + i % 10), draw.Between(2, 27), Reasons[i % Reasons.Length]);

        // Ends of the first half of 2013, decided by 15 June; and a few decided after it, which the stated figure leaves out.
        var next = n.LostMember;
        for (var i = 0; i < n.Ended2013; i++)
        {
            var month = Month.Of(2013, 1 + i % 6);
            ReviewedIn(live[next++], month, draw.Between(2, month.Number == 6 ? 14 : 27), Reasons[i % Reasons.Length]);
        }
        for (var i = 0; i < n.EndedLate; i++) ReviewedIn(live[next++], HaizhouSeed.LastMonth, draw.Between(17, 26), Reasons[i % Reasons.Length]);
        for (var i = 0; i < 40; i++) ReviewedIn(live[next++], HaizhouSeed.FirstMonth.Plus(1 + i % 16), draw.Between(2, 26), i % 2 == 0 ? Change.Up : Change.Down);

        live.AddRange(leaving);
        draw.Shuffle(live);
        takenOver.AddRange(live);

        // Decided January to November 2012: first paid by December.
        for (var i = 0; i < n.Admitted; i++) Apply(n.Scheme, sizes[staying + i], HaizhouSeed.FirstMonth.Plus(i % 11), Admission(i));
        for (var i = 0; i < n.AdmittedLater; i++) Apply(n.Scheme, draw.Between(1, 4), Month.Of(2012, 12).Plus(i % 5), Fate.Admitted);
        for (var i = 0; i < n.Refused; i++) Apply(n.Scheme, draw.Between(1, 4), HaizhouSeed.FirstMonth.Plus(i % 17), Refusal(i));
    }

    private static Fate Admission(int i) => (i % 34) switch { 7 => Fate.AdmittedAfterObjection, 19 => Fate.AdmittedObjectionDismissed, _ => Fate.Admitted };

    private static Fate Refusal(int i) => (i % 12) switch { 3 or 9 => Fate.RefusedAssets, 6 => Fate.RefusedOnObjection, _ => Fate.RefusedIncome };

    /// <summary>Household sizes of one to four that add up to the stated persons.</summary>
    private List<int> Sizes(int households, int persons)
    {
        var sizes = new List<int>();
        for (var i = 0; i < households; i++) sizes.Add(draw.Between(1, 10) switch { <= 3 => 1, <= 7 => 2, <= 9 => 3, _ => 4 });
        for (var difference = persons - sizes.Sum(); difference != 0;)
        {
            var i = draw.Between(0, households - 1);
            var step = Math.Sign(difference);
            if (sizes[i] + step is < 1 or > 4) continue;
            sizes[i] += step;
            difference -= step;
        }
        return sizes;
    }

    private PlannedHousehold TakeOver(Scheme scheme, int size)
    {
        var household = New(scheme, size, null, Fate.Admitted);
        var unsteady = draw.OneIn(6);
        household.ReviewEvery = unsteady ? 6 : 12;
        var due = HaizhouSeed.FirstMonth.Plus(draw.Between(0, household.ReviewEvery - 1));
        household.LastReviewedOn = due.FirstDay.PlusDays(draw.Between(1, 26)).PlusMonths(-household.ReviewEvery);
        return household;
    }

    /// <summary>Places the review of a taken-over household so that it falls due on a day of a month, and what it finds.</summary>
    private static void ReviewedIn(PlannedHousehold household, Month month, int day, Change change)
    {
        household.ReviewEvery = 12;
        var due = month.FirstDay.PlusDays(day - 1);
        household.LastReviewedOn = due.PlusYears(month.Year == 2013 ? -2 : -1);
        household.Change = change;
        household.ChangesIn = month;
    }

    private void Apply(Scheme scheme, int size, Month month, Fate fate) => applying.Add(New(scheme, size, month, fate));

    private PlannedHousehold New(Scheme scheme, int size, Month? appliesIn, Fate fate)
    {
        var township = draw.One(HaizhouSeed.Townships(scheme));
        var village = DivisionCode.Parse($"{township}{(scheme == Scheme.Urban ? 0 : 200) + draw.Between(1, 3):000}");
        var standardYuan = HaizhouSeed.Standard(scheme).Fen / 100;
        return new PlannedHousehold
        {
            Number = ++drawn,
            Scheme = scheme,
            Village = village,
            Members = people.Household(size),
            MonthlyFen = standardYuan * size * draw.Between(62, 86) / 100 * 100,
            AppliesIn = appliesIn,
            Fate = fate,
        };
    }
}
