namespace Dibao.UnitTests;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(-5, 100, 0)]
    [InlineData(1, 100, 100)]
    [InlineData(99, 100, 100)]
    [InlineData(100, 100, 100)]
    [InlineData(101, 100, 200)]
    [InlineData(22_245, 1000, 23_000)]
    public void Money_rounds_up_to_its_unit(long fen, long unit, long expected) => new Money(fen).RoundUpTo(new Money(unit)).Should().Be(new Money(expected));

    [Fact]
    public void Money_never_wraps_around()
    {
        FluentActions.Invoking(() => new Money(long.MaxValue) + new Money(1)).Should().Throw<OverflowException>();
        FluentActions.Invoking(() => new Money(long.MinValue) - new Money(1)).Should().Throw<OverflowException>();
        FluentActions.Invoking(() => new Money(long.MaxValue / 2) * 3).Should().Throw<OverflowException>();
    }

    [Theory]
    [InlineData(1_311_040_000, "13110400.00")]
    [InlineData(5, "0.05")]
    [InlineData(-150, "-1.50")]
    public void Money_is_written_in_yuan(long fen, string expected) => new Money(fen).ToString().Should().Be(expected);

    [Theory]
    [InlineData("2012-01", 1, "2012-02")]
    [InlineData("2012-12", 1, "2013-01")]
    [InlineData("2012-01", -1, "2011-12")]
    [InlineData("2012-06", -18, "2010-12")]
    [InlineData("2012-06", 0, "2012-06")]
    [InlineData("2012-11", 14, "2014-01")]
    public void Months_count_over_the_turn_of_the_year(string month, int plus, string expected) => Month.Parse(month).Plus(plus).Should().Be(Month.Parse(expected));

    [Theory]
    [InlineData("2012-13")]
    [InlineData("2012-00")]
    [InlineData("2012-1")]
    [InlineData("1899-12")]
    [InlineData("2200-01")]
    [InlineData("2012/01")]
    [InlineData("+012-01")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_month_is_refused(string? text) => Month.TryParse(text, null, out _).Should().BeFalse();

    [Fact]
    public void A_month_knows_its_last_day()
    {
        Month.Parse("2012-02").LastDay.Should().Be(new LocalDate(2012, 2, 29));
        Month.Parse("2013-02").LastDay.Should().Be(new LocalDate(2013, 2, 28));
        Month.Of(new LocalDate(2013, 6, 30)).Code.Should().Be(201306);
    }

    [Theory]
    [InlineData(1, "320706-2012-000001")]
    [InlineData(999_999, "320706-2012-999999")]
    public void A_file_number_names_county_year_and_place(long sequence, string expected) =>
        FileNumber.Of(DivisionCode.Parse("320706001001"), 2012, sequence).Should().Be(expected);

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public void A_file_number_has_six_digits(long sequence) =>
        FluentActions.Invoking(() => FileNumber.Of(DivisionCode.Parse("320706"), 2012, sequence)).Should().Throw<ArgumentOutOfRangeException>();
}
