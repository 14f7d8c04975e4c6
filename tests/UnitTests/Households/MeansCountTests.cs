using System.Globalization;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Means;

namespace Dibao.UnitTests.Households;

/// <summary>Three figures stand side by side; which of them counts, and what is taken off (57 Art 13 to 17; 83 I(1)).</summary>
public sealed class MeansCountTests
{
    private static readonly LocalDate Day = new(2024, 6, 1);

    [Theory]
    [InlineData(900, null, null, 900, 1)]
    [InlineData(900, 1200, null, 1200, 2)]
    [InlineData(900, 0, 700, 0, 2)]
    [InlineData(900, null, 700, 700, 3)]
    [InlineData(null, null, 700, 700, 3)]
    [InlineData(null, 1200, 700, 1200, 2)]
    public void What_is_verified_counts_else_the_estimate_else_the_declaration(int? declared, int? verified, int? estimated, int counted, int ground)
    {
        List<MeansEntry> entries = [];
        if (verified is { } v) entries.Add(Income(IncomeKind.Wage, v, Truth.Verified));
        if (estimated is { } e) entries.Add(Income(IncomeKind.Wage, e, Truth.Estimated));
        var wage = MeansCount.Income(declared is { } d ? [(IncomeKind.Wage, new Money(d))] : [], entries, Day).Should().ContainSingle().Subject;
        (wage.Declared?.Fen, wage.Verified?.Fen, wage.Estimated?.Fen).Should().Be((declared, verified, estimated), "none of the three overwrites another");
        (wage.Counted.Fen, wage.CountedAs).Should().Be((counted, (Truth)ground));
    }

    [Fact]
    public void Nothing_known_of_a_kind_is_no_line() => MeansCount.Income([], [], Day).Should().BeEmpty();

    [Fact]
    public void Verified_figures_of_persons_add_up_and_kinds_stay_apart()
    {
        var income = MeansCount.Income(
            [(IncomeKind.Wage, new Money(100)), (IncomeKind.Transfer, new Money(30))],
            [Income(IncomeKind.Wage, 400, Truth.Verified, PersonId.New()), Income(IncomeKind.Wage, 250, Truth.Verified, PersonId.New())], Day);
        income.Select(i => (i.Kind, i.Counted.Fen)).Should().Equal((IncomeKind.Wage, 650), (IncomeKind.Transfer, 30));
    }

    /// <summary>Statements as: whose (* for the household's), day of June, fen.</summary>
    [Theory]
    [InlineData("* 1 20000, A 1 20000", 20_000)] // the check and the employer say the same
    [InlineData("* 1 20000, A 5 18000", 18_000)]
    [InlineData("* 5 20000, A 1 18000", 20_000)]
    [InlineData("* 3 20000, A 3 18000", 20_000)] // of the same day the larger
    [InlineData("* 3 20000, A 3 12000, B 3 9000", 21_000)]
    [InlineData("* 3 20000, A 1 12000, B 5 9000", 21_000)] // the persons are as late as the last of them
    [InlineData("* 1 20000, * 5 15000", 15_000)]
    [InlineData("* 5 20000, * 1 25000", 20_000)]
    [InlineData("* 1 20000, * 1 25000", 25_000)]
    [InlineData("A 1 12000, A 5 10000", 10_000)]
    [InlineData("A 1 12000, A 1 10000, B 5 9000", 21_000)]
    public void Of_several_sources_that_state_the_same_the_latest_counts_once(string stated, int counted)
    {
        var persons = new Dictionary<string, PersonId?>(StringComparer.Ordinal) { ["*"] = null, ["A"] = PersonId.New(), ["B"] = PersonId.New() };
        foreach (var truth in new[] { Truth.Verified, Truth.Estimated })
        {
            var entries = stated.Split(", ").Select(s => s.Split(' ')).Select(s => Entry(
                new(MeansSide.Income, (int)IncomeKind.Wage, null, persons[s[0]], Fen(s[2]), MeansPeriod.Year, null), truth, new LocalDate(2024, 6, int.Parse(s[1], CultureInfo.InvariantCulture)))).ToList();
            MeansCount.Income([(IncomeKind.Wage, new Money(1))], entries, Day).Single().Counted.Fen.Should().Be(counted);
        }
    }

    [Fact]
    public void Costs_that_two_sources_state_are_taken_off_once_and_costs_of_two_kinds_both()
    {
        MeansEntry Costs(DeductionKind kind, int fen, PersonId? person, int day) =>
            Entry(new(MeansSide.Deduction, (int)kind, IncomeKind.Wage, person, new Money(fen), MeansPeriod.Year, null), Truth.Verified, new LocalDate(2024, 6, day));
        List<MeansEntry> costs = [Costs(DeductionKind.WorkCosts, 300, null, 1), Costs(DeductionKind.WorkCosts, 300, PersonId.New(), 2), Costs(DeductionKind.IllnessCosts, 50, null, 1)];
        MeansCount.Income([(IncomeKind.Wage, new Money(1_000))], costs, Day).Single().Counted.Fen.Should().Be(650);
    }

    [Theory]
    [InlineData(Truth.Verified, 300, 700)]
    [InlineData(Truth.Verified, 1_500, 0)]
    [InlineData(Truth.Estimated, 300, 1_000)]
    public void A_deduction_counts_once_it_is_verified_and_never_below_nothing(object truth, int fen, int counted)
    {
        var deduction = Entry(new(MeansSide.Deduction, (int)DeductionKind.WorkCosts, IncomeKind.Wage, null, new Money(fen), MeansPeriod.Year, null), (Truth)truth);
        var income = MeansCount.Income([(IncomeKind.Wage, new Money(1_000)), (IncomeKind.Business, new Money(50))], [deduction], Day);
        income.Select(i => i.Counted.Fen).Should().Equal([counted, 50], "it is taken off the income it is named for");
    }

    [Theory]
    [InlineData("rewards", "2012-12-11", 500)]
    [InlineData("rewards", "2012-12-12", 0)]
    [InlineData("basicPension", "2020-12-31", 500)]
    [InlineData("basicPension", "2021-01-01", 0)]
    [InlineData("basicPension", "2025-12-31", 0)]
    [InlineData("basicPension", "2026-01-01", 500)]
    [InlineData("socialAssistance", "2026-07-01", 0)]
    public void What_no_text_leaves_uncounted_counts_as_a_transfer(string kind, string day, int counted)
    {
        var uncounted = Entry(new(MeansSide.Uncounted, (int)Enum.Parse<UncountedKind>(kind, ignoreCase: true), null, null, new Money(500), MeansPeriod.Year, null), Truth.Declared);
        MeansCount.Income([], [uncounted], NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value).Sum(i => i.Counted.Fen).Should().Be(counted);
    }

    /// <summary>The pension and the other transfers, each as declared, verified and estimated; from 2026 no text leaves the pension uncounted.</summary>
    [Theory]
    [InlineData("1320 1320 -", "- - -", 1_320, Truth.Verified)] // declared and verified are one pension
    [InlineData("1320 - -", "- - -", 1_320, Truth.Declared)]
    [InlineData("- 1320 -", "- - -", 1_320, Truth.Verified)]
    [InlineData("1320 1200 1500", "- - -", 1_200, Truth.Verified)]
    [InlineData("1320 - 1500", "- - -", 1_500, Truth.Estimated)]
    [InlineData("1320 - -", "600 600 -", 1_920, Truth.Verified)] // it does not vanish where another transfer is verified
    [InlineData("1320 1320 -", "600 700 -", 2_020, Truth.Verified)]
    [InlineData("1320 - -", "600 - 800", 2_120, Truth.Estimated)]
    [InlineData("1320 1400 -", "600 - -", 2_000, Truth.Verified)]
    [InlineData("1320 - 1400", "600 700 -", 2_100, Truth.Verified)]
    [InlineData("- - -", "600 700 -", 700, Truth.Verified)]
    public void A_pension_that_counts_is_counted_once_beside_the_other_transfers(string pension, string transfer, int counted, object ground)
    {
        var (paid, other) = (pension.Split(' '), transfer.Split(' '));
        Truth[] truths = [Truth.Declared, Truth.Verified, Truth.Estimated];
        List<MeansEntry> entries = [];
        for (var i = 0; i < truths.Length; i++)
        {
            if (paid[i] != "-") entries.Add(Entry(new(MeansSide.Uncounted, (int)UncountedKind.BasicPension, null, null, Fen(paid[i]), MeansPeriod.Year, null), truths[i]));
            if (i > 0 && other[i] != "-") entries.Add(Entry(new(MeansSide.Income, (int)IncomeKind.Transfer, null, null, Fen(other[i]), MeansPeriod.Year, null), truths[i]));
        }
        var line = MeansCount.Income(other[0] == "-" ? [] : [(IncomeKind.Transfer, Fen(other[0]))], entries, new LocalDate(2026, 1, 1)).Single();
        (line.Kind, line.Counted.Fen, line.CountedAs).Should().Be((IncomeKind.Transfer, counted, (Truth)ground));
    }

    [Fact]
    public void What_is_said_of_two_households_that_become_one_is_added_up()
    {
        var here = Entry(new(MeansSide.Income, (int)IncomeKind.Wage, null, null, new Money(400), MeansPeriod.Month, new Money(33)), Truth.Verified, new LocalDate(2024, 6, 1));
        here.Add(Entry(new(MeansSide.Income, (int)IncomeKind.Wage, null, null, new Money(250), MeansPeriod.Year, null), Truth.Verified, new LocalDate(2024, 6, 5)));
        (here.Amount.Fen, here.PeriodAmount, here.On).Should().Be((650, null, new LocalDate(2024, 6, 5)));
    }

    [Theory]
    [InlineData(ObligorKind.Sibling, 40, true, null)]
    [InlineData(ObligorKind.Child, 60, true, null)]
    [InlineData(ObligorKind.Child, 59, true, "households.support_counts")]
    [InlineData(ObligorKind.Child, null, true, "households.support_counts")]
    [InlineData(ObligorKind.Child, 59, false, null)]
    public void Support_of_siblings_and_of_the_elderly_may_be_left_out(object kind, int? age, bool leftOut, string? refusal) =>
        (Owed((ObligorKind)kind, age, SupportBasis.Agreement, 100, leftOut).Wrong(1, new LocalDate(2024, 3, 1))?.Type.Code).Should().Be(refusal);

    [Fact]
    public void Who_is_unable_owes_nothing() => Owed(ObligorKind.Child, 40, SupportBasis.Unable, 1, false).Wrong(1, new LocalDate(2024, 3, 1))!.Type.Should().Be(HouseholdErrors.Contradicts);

    private static SupportOwed Owed(ObligorKind kind, int? age, SupportBasis basis, long fen, bool leftOut) =>
        new(PersonId.New(), kind, age, null, null, basis, new Money(fen), leftOut, "");

    private static MeansEntry Income(IncomeKind kind, long fen, Truth truth, PersonId? person = null) =>
        Entry(new(MeansSide.Income, (int)kind, null, person, new Money(fen), MeansPeriod.Year, null), truth);

    private static MeansEntry Entry(StatedMeans stated, Truth truth, LocalDate? on = null) =>
        new(HouseholdId.New(), stated, new(truth, MeansSource.Employer, on ?? Day, "", null), "officer", Day, A.Now);

    private static Money Fen(string text) => new(long.Parse(text, CultureInfo.InvariantCulture));
}
