using Dibao.Households.Domain.Reference;
using Dibao.Households.Domain.Standings;

namespace Dibao.UnitTests.Households;

/// <summary>Margin, rigid expenditure, monitored: in which days, with what, and below which income (57 Art 8; Law Art 21; 83 III(3)).</summary>
public sealed class StandingTests
{
    private static readonly LocalDate Day = new(2024, 3, 1);

    [Theory]
    [InlineData(899_999, 1, true)] // 1.5 times 500 yuan, twelve months: 9,000 yuan
    [InlineData(900_000, 1, false)]
    [InlineData(1_799_999, 2, true)]
    [InlineData(1_800_000, 2, false)]
    [InlineData(0, 3, true)]
    public void A_margin_household_has_less_than_one_and_a_half_times_the_standard(long yearlyFen, int persons, bool taken) =>
        StandingRule.On(StandingKind.Margin, Day).Takes(yearlyFen, persons, 50_000).Should().Be(taken);

    [Theory]
    [InlineData("rigidExpenditure", "2024-03-01", "2025-03-01", null)]
    [InlineData("rigidExpenditure", "2024-03-01", null, null)] // twelve months when nothing is said
    [InlineData("rigidExpenditure", "2024-03-01", "2025-03-02", "households.standing_too_long")]
    [InlineData("margin", "2024-03-01", null, null)]
    [InlineData("margin", "2024-03-02", null, "households.standing_dates")] // tomorrow
    [InlineData("margin", "2024-01-31", null, "households.standing_dates")] // before it was registered
    [InlineData("monitored", "2024-03-01", "2024-03-01", "households.standing_dates")]
    [InlineData("monitored", "2024-02-01", "2034-02-01", null)]
    public void A_standing_lasts_as_long_as_its_rule_lets_it(string kind, string from, string? to, string? refusal)
    {
        var recognised = Recognise(Kind(kind), from, to);
        (recognised.Error?.Type.Code).Should().Be(refusal);
        if (kind == "rigidExpenditure" && refusal is null) recognised.Value.ValidTo.Should().Be(new LocalDate(2025, 3, 1));
    }

    [Theory]
    [InlineData("margin", true, "households.standing_not_with")]
    [InlineData("rigidExpenditure", true, "households.standing_not_with")]
    [InlineData("monitored", true, null)] // rural lists overlap with dibao (seed 4)
    [InlineData("margin", false, null)]
    public void Some_do_not_go_with_dibao(string kind, bool draws, string? refusal) =>
        (LowIncomeStanding.Recognise(A.Household(Day), new(Kind(kind), Day, null, "basis"), draws, [], "county", Day).Error?.Type.Code).Should().Be(refusal);

    [Theory]
    [InlineData("margin", "margin", "households.standing_overlaps")]
    [InlineData("margin", "rigidExpenditure", "households.standing_not_with")]
    [InlineData("rigidExpenditure", "margin", "households.standing_not_with")]
    [InlineData("margin", "monitored", null)]
    [InlineData("monitored", "monitored", "households.standing_overlaps")]
    public void One_kind_stands_once_and_some_do_not_go_together(string first, string second, string? refusal)
    {
        var before = Recognise(Kind(first), "2024-02-01", null).Value;
        (Recognise(Kind(second), "2024-03-01", null, before).Error?.Type.Code).Should().Be(refusal);
        before.End(new(2024, 3, 1), "income has risen", "county", Day).Refused.Should().BeFalse();
        Recognise(Kind(second), "2024-03-01", null, before).Refused.Should().BeFalse("it ended the day before");
        before.End(new(2024, 3, 1), "income has risen", "county", Day).Error!.Type.Should().Be(StandingErrors.EndedBefore);
    }

    [Theory]
    [InlineData("margin", "2022-01-01", "57 Art 8")]
    [InlineData("margin", "2026-07-01", "Law Art 21")]
    [InlineData("monitored", "2023-01-01", "83 III(3)")]
    public void A_standing_names_the_article_of_its_day(string kind, string day, string article) =>
        StandingRule.On(Kind(kind), EmbeddedTable.Day(day)).Article.Should().Contain(article);

    private static Result<LowIncomeStanding> Recognise(StandingKind kind, string from, string? to, params LowIncomeStanding[] others) => LowIncomeStanding.Recognise(
        A.Household(new(2024, 2, 1)), new(kind, EmbeddedTable.Day(from), to is null ? null : EmbeddedTable.Day(to), "basis"), false, others, "county", Day);

    private static StandingKind Kind(string text) => Enum.Parse<StandingKind>(text, ignoreCase: true);
}
