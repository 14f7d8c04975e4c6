using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;
using FsCheck;
using FsCheck.Fluent;
using static Dibao.UnitTests.Eligibility.Policy;

namespace Dibao.UnitTests.Eligibility;

public sealed class MeansTestTests
{
    private const long Yuan = 100;

    [Theory]
    // standard, persons, income a year, rounding unit -> benefit a month (all fen)
    [InlineData(450 * Yuan, 1, 0, 1, 450 * Yuan)]                       // three-no: the full standard (271 Art 8)
    [InlineData(450 * Yuan, 3, 0, 1, 1350 * Yuan)]
    [InlineData(450 * Yuan, 2, 6_000 * Yuan, 1, 400 * Yuan)]            // 900 - 500
    [InlineData(450 * Yuan, 2, 10_799 * Yuan, 100, 1 * Yuan)]           // a twelfth of a yuan, up to one yuan
    [InlineData(450 * Yuan, 1, 640 * Yuan, 1, 39_667)]                  // 450 - 53.333…: 396.666… up to the fen
    [InlineData(450 * Yuan, 1, 640 * Yuan, 10, 39_670)]                 // up to the jiao
    [InlineData(450 * Yuan, 1, 640 * Yuan, 100, 397 * Yuan)]            // up to the yuan
    [InlineData(450 * Yuan, 1, 640 * Yuan, 500, 400 * Yuan)]            // up to five yuan
    [InlineData(450 * Yuan, 1, 5_399 * Yuan + 99, 100, 1 * Yuan)]       // one fen below the line
    [InlineData(58_900, 3, 12_345_67, 1, 73_820)]                       // (12 × 589 × 3 − 12 345.67) / 12 = 738.194…
    [InlineData(58_900, 3, 12_345_67, 100, 739 * Yuan)]
    public void The_benefit_is_the_difference_rounded_up_once(long standard, int persons, long income, long unit, long benefit)
    {
        var outcome = Assess("2022-03-01", standard, persons, unit, income: income);

        outcome.Eligible.Should().BeTrue();
        outcome.MonthlyFen.Should().Be(benefit);
        outcome.Reasons.Should().BeEmpty();
    }

    [Theory]
    [InlineData(5_400 * Yuan, 1, "exactly the standard is not below it (649 Art 9)")]
    [InlineData(5_400 * Yuan + 1, 1, "one fen above")]
    [InlineData(10_800 * Yuan, 2, "exactly the standard of two")]
    [InlineData(50_000 * Yuan, 3, "far above")]
    public void Income_at_or_above_the_standard_is_not_eligible(long income, int persons, string because)
    {
        var outcome = Assess("2022-03-01", 450 * Yuan, persons, 100, income: income);

        outcome.Eligible.Should().BeFalse(because);
        outcome.MonthlyFen.Should().Be(0);
        outcome.Reasons.Should().Equal("income_above_standard");
    }

    [Theory]
    [InlineData(AssetKind.Deposit, 20_000 * Yuan, true)]
    [InlineData(AssetKind.Deposit, 20_000 * Yuan + 1, false)]
    [InlineData(AssetKind.Claim, 20_000 * Yuan + 1, false)]
    [InlineData(AssetKind.Housing, 900_000 * Yuan, true)]
    public void Money_and_claims_are_held_to_the_limit_per_person(AssetKind kind, long value, bool eligible)
    {
        var outcome = Assess("2022-03-01", 450 * Yuan, 2, 100, income: 0, assets: new AssetAmount(kind, value));

        outcome.Eligible.Should().Be(eligible);
        if (!eligible) outcome.Reasons.Should().Equal("assets_over_limit");
    }

    [Fact]
    public void Deposits_and_claims_count_together() =>
        Assess("2022-03-01", 450 * Yuan, 1, 100, 0, new AssetAmount(AssetKind.Deposit, 6_000 * Yuan), new AssetAmount(AssetKind.Claim, 6_000 * Yuan))
            .Reasons.Should().Equal("assets_over_limit");

    [Fact]
    public void Both_grounds_are_told_at_once() =>
        Assess("2022-03-01", 450 * Yuan, 1, 100, 9_999 * Yuan, new AssetAmount(AssetKind.Deposit, 99_999 * Yuan))
            .Reasons.Should().Equal("income_above_standard", "assets_over_limit");

    [Theory]
    [InlineData("2012-06-01", Scheme.Urban, "271 Art 8")]
    [InlineData("2012-12-12", Scheme.Urban, "220 Art 27")]
    [InlineData("2021-06-30", Scheme.Rural, "220 Art 27")]
    [InlineData("2021-07-01", Scheme.Rural, "57 Art 23")]
    [InlineData("2026-07-01", Scheme.Urban, "Law Art 18; 57 Art 23")]
    public void Each_line_cites_the_law_of_the_day(string day, Scheme scheme, string article) =>
        Assess(day, 450 * Yuan, 1, 100, 0, scheme).Lines.Single(l => l.Code == "amount.difference").Article.Should().Be(article);

    [Fact]
    public void The_reasoning_names_every_figure_and_its_document()
    {
        var lines = Assess("2022-03-01", 450 * Yuan, 2, 100, 6_000 * Yuan).Lines;

        lines.Select(l => l.Code).Should().Equal(
            "persons.counted", "income.wage", "income.sum", "income.per_capita", "standard.monthly", "income.comparison", "assets.sum", "assets.limit",
            "amount.difference", "amount.rounding");
        lines.Single(l => l.Code == "standard.monthly").Zh.Should().Contain("450.00").And.Contain("320706 2012-01-01");
        lines.Single(l => l.Code == "amount.rounding").ValueFen.Should().Be(400 * Yuan);
        lines.Should().OnlyContain(l => l.Zh.Length > 0 && l.En.Length > 0 && l.Article.Length > 0);
    }

    [Fact]
    public void A_household_without_a_living_member_is_not_assessed() =>
        MeansTest.Assess(new MeansInputs(Date("2022-03-01"), Scheme.Urban, 0, [], []), Policies(450 * Yuan, 100)).Error!.Type.Code.Should().Be("eligibility.nobody_counted");

    [Fact]
    public void A_benefit_is_never_negative_and_covers_the_difference_by_less_than_one_unit() => Check.QuickThrowOnFailure(Prop.ForAll(Cases, c =>
    {
        var benefit = Assess("2022-03-01", c.Standard, c.Persons, c.Unit, c.Income).MonthlyFen;
        var difference = 12 * c.Standard * c.Persons - c.Income;
        return difference <= 0 ? benefit == 0 : 12 * benefit >= difference && 12 * (benefit - c.Unit) < difference && benefit % c.Unit == 0;
    }));

    [Fact]
    public void A_benefit_never_rises_with_income() => Check.QuickThrowOnFailure(Prop.ForAll(Cases, c =>
        Assess("2022-03-01", c.Standard, c.Persons, c.Unit, c.Income + c.More).MonthlyFen <= Assess("2022-03-01", c.Standard, c.Persons, c.Unit, c.Income).MonthlyFen));

    [Fact]
    public void A_determination_can_be_worked_out_again_from_itself_alone() => Check.QuickThrowOnFailure(Prop.ForAll(Cases, c =>
    {
        var text = CanonicalJson.Write(Assess("2022-03-01", c.Standard, c.Persons, c.Unit, c.Income));
        var read = System.Text.Json.JsonSerializer.Deserialize<Determination>(text, BuildingBlocks.Http.DibaoJson.Options)!;
        return CanonicalJson.Write(MeansTest.Replay(read).Value) == text;
    }));

    [Fact]
    public void A_replay_of_an_altered_amount_differs()
    {
        var kept = Assess("2022-03-01", 450 * Yuan, 2, 100, 6_000 * Yuan);
        var altered = kept with { MonthlyFen = kept.MonthlyFen + 1 };

        CanonicalJson.Write(MeansTest.Replay(altered).Value).Should().NotBe(CanonicalJson.Write(altered));
    }

    private sealed record Case(long Standard, int Persons, long Income, long More, long Unit);

    private static readonly Arbitrary<Case> Cases = (
        from standard in Gen.Choose(1, 200_000)
        from persons in Gen.Choose(1, 12)
        from income in Gen.Choose(0, 20_000_000)
        from more in Gen.Choose(0, 1_000_000)
        from unit in Gen.Elements(1, 10, 100, 500)
        select new Case(standard, persons, income, more, unit)).ToArbitrary();

    private static Determination Assess(string day, long standard, int persons, long unit, long income, params AssetAmount[] assets) =>
        MeansTest.Assess(new MeansInputs(Date(day), Scheme.Urban, persons, [new(IncomeKind.Wage, income)], assets), Policies(standard, unit)).Value;

    private static Determination Assess(string day, long standard, int persons, long unit, long income, Scheme scheme) =>
        MeansTest.Assess(new MeansInputs(Date(day), scheme, persons, [new(IncomeKind.Wage, income)], []), Policies(standard, unit)).Value;

    private static MeansPolicies Policies(long standard, long unit) => new(
        Set(PolicyKeys.Standard, standard, "2012-01-01").Figure(), Set(PolicyKeys.Rounding, unit, "2012-01-01").Figure(),
        Set(PolicyKeys.FinancialAssetLimit, 10_000 * Yuan, "2012-01-01").Figure());
}

public sealed class CanonicalJsonTests
{
    [Fact]
    public void Members_are_sorted_and_nothing_is_escaped_that_need_not_be() =>
        CanonicalJson.Write(new { B = 2, A = "低保\n\"é\u0001\"", C = new long?[] { 1, null }, D = true })
            .Should().Be("{\"a\":\"低保\\n\\\"é\\u0001\\\"\",\"b\":2,\"c\":[1,null],\"d\":true}");

    [Fact]
    public void A_fraction_is_not_taken() =>
        FluentActions.Invoking(() => CanonicalJson.Write(new { A = 1.5m })).Should().Throw<NotSupportedException>();

    [Fact]
    public void The_hash_is_SHA_256_in_lower_case() =>
        CanonicalJson.Hash("abc").Should().Be("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
