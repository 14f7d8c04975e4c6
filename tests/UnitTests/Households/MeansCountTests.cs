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
            [Income(IncomeKind.Wage, 400, Truth.Verified), Income(IncomeKind.Wage, 250, Truth.Verified, PersonId.New())], Day);
        income.Select(i => (i.Kind, i.Counted.Fen)).Should().Equal((IncomeKind.Wage, 650), (IncomeKind.Transfer, 30));
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

    [Theory]
    [InlineData(ObligorKind.Sibling, 40, true, null)]
    [InlineData(ObligorKind.Child, 60, true, null)]
    [InlineData(ObligorKind.Child, 59, true, "households.support_counts")]
    [InlineData(ObligorKind.Child, null, true, "households.support_counts")]
    [InlineData(ObligorKind.Child, 59, false, null)]
    public void Support_of_siblings_and_of_the_elderly_may_be_left_out(object kind, int? age, bool leftOut, string? refusal) =>
        Owed((ObligorKind)kind, age, SupportBasis.Agreement, 100, leftOut).Wrong(1)?.Type.Code.Should().Be(refusal);

    [Fact]
    public void Who_is_unable_owes_nothing() => Owed(ObligorKind.Child, 40, SupportBasis.Unable, 1, false).Wrong(1)!.Type.Should().Be(HouseholdErrors.Contradicts);

    private static SupportOwed Owed(ObligorKind kind, int? age, SupportBasis basis, long fen, bool leftOut) =>
        new(PersonId.New(), kind, age, null, null, basis, new Money(fen), leftOut, "");

    private static MeansEntry Income(IncomeKind kind, long fen, Truth truth, PersonId? person = null) =>
        Entry(new(MeansSide.Income, (int)kind, null, person, new Money(fen), MeansPeriod.Year, null), truth);

    private static MeansEntry Entry(StatedMeans stated, Truth truth) => new(HouseholdId.New(), stated, new(truth, MeansSource.Employer, Day, "", null), "officer", Day, A.Now);
}
