using Dibao.Contracts.Eligibility;
using Dibao.Eligibility.Domain;
using static Dibao.UnitTests.Eligibility.Policy;

namespace Dibao.UnitTests.Eligibility;

public sealed class DecisionTimeTests
{
    [Theory]
    [InlineData("2012-03-01", "2012-03-31", "it is a Saturday worked in exchange")]
    [InlineData("2012-03-03", "2012-04-05", "30 days end on 2 April, in the Qingming holiday until the 4th")]
    [InlineData("2012-09-05", "2012-10-08", "30 days end on 5 October, in the National Day holiday until the 7th")]
    [InlineData("2012-05-02", "2012-06-01", "30 days end on a Friday")]
    [InlineData("2012-05-03", "2012-06-04", "30 days end on a Saturday")]
    public void Under_271_Art_8_thirty_calendar_days_move_over_days_off(string accepted, string due, string because)
    {
        var time = On(accepted).Require(PolicyKeys.DecisionTime).Value;

        DecisionTime.DueOn(time, Date(accepted), OfficeCalendar).Should().Be(Date(due), because);
    }

    [Theory]
    [InlineData("2021-09-13", "2021-10-29")]
    [InlineData("2022-09-13", "2022-10-28")]
    [InlineData("2021-07-01", "2021-08-12")]
    public void Under_57_Art_22_thirty_working_days_pass_over_the_holidays(string accepted, string due)
    {
        var time = On(accepted).Require(PolicyKeys.DecisionTime).Value;

        DecisionTime.DueOn(time, Date(accepted), OfficeCalendar).Should().Be(Date(due));
    }

    [Theory]
    [InlineData("2021-10-01", false)]
    [InlineData("2021-10-09", true)]
    [InlineData("2021-09-26", true)]
    [InlineData("2021-09-25", false)]
    [InlineData("2022-10-08", true)]
    public void The_calendar_knows_holidays_and_weekends_worked_in_exchange(string day, bool works) =>
        OfficeCalendar.IsWorkingDay(Date(day)).Should().Be(works);

    [Fact]
    public void The_calendar_covers_2004_to_2026() => (OfficeCalendar.FirstYear, OfficeCalendar.LastYear).Should().Be((2004, 2026));
}
