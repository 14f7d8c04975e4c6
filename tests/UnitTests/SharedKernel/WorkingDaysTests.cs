namespace Dibao.UnitTests;

/// <summary>民法典 Art 201 (the first day is not counted) and Art 203 (a limit that ends on a day off moves on), around National Day 2012.</summary>
public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Calendar = new(
        Enumerable.Range(0, 8).Select(i => new LocalDate(2012, 9, 30).PlusDays(i)).ToHashSet(), // 30 September to 7 October
        new HashSet<LocalDate> { new(2012, 9, 29) }, 2004, 2026);

    [Theory]
    [InlineData(28, true)]
    [InlineData(29, true)] // a Saturday worked to make up
    [InlineData(30, false)]
    [InlineData(22, false)]
    public void Holidays_are_free_and_made_up_for(int dayOfSeptember, bool works) => Calendar.IsWorkingDay(new LocalDate(2012, 9, dayOfSeptember)).Should().Be(works);

    [Theory]
    [InlineData("2012-09-27", 1, "2012-09-28")]
    [InlineData("2012-09-27", 2, "2012-09-29")]
    [InlineData("2012-09-27", 3, "2012-10-08")]
    [InlineData("2012-09-30", 1, "2012-10-08")]
    [InlineData("2012-09-28", 0, "2012-09-28")]
    public void Working_days_begin_to_count_on_the_next(string from, int days, string expected) => Calendar.AddWorkingDays(Day(from), days).Should().Be(Day(expected));

    [Theory]
    [InlineData("2012-09-20", 7, "2012-09-27")]
    [InlineData("2012-09-23", 7, "2012-10-08")]
    [InlineData("2012-09-08", 7, "2012-09-17")]
    [InlineData("2012-09-22", 7, "2012-09-29")]
    public void Calendar_days_end_on_a_working_day(string from, int days, string expected) => Calendar.AddDays(Day(from), days).Should().Be(Day(expected));

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
