using System.Globalization;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.ReviewCycle.Domain;
using NodaTime.Text;

namespace Dibao.UnitTests.ReviewCycle;

public class DueDateTests
{
    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static ReviewPlan Plan(string decided, int every) => ReviewPlan.After(
        Date(decided), every, EntitlementId.New(), HouseholdId.New(), A.Village, Scheme.Rural, PersonId.New(), null, 2, 50_000);

    [Theory]
    [InlineData("2012-03-15", 12, "2013-03-15")] // yearly (57 Art 31; 220 Art 33)
    [InlineData("2021-07-09", 6, "2022-01-09")] // half-yearly
    [InlineData("2012-12-20", 3, "2013-03-20")] // rural, quarterly (220 Art 33)
    [InlineData("2012-12-31", 1, "2013-01-31")] // urban, monthly (220 Art 33)
    [InlineData("2011-08-31", 6, "2012-02-29")] // the month is shorter: its last day
    [InlineData("2012-02-29", 12, "2013-02-28")]
    [InlineData("2011-06-20", 12, "2012-06-20")] // taken over: from the last review in the old register
    public void The_next_review_comes_one_period_after_the_last_decision(string decided, int every, string due) =>
        Plan(decided, every).NextDueOn.Should().Be(Date(due));

    [Theory]
    [InlineData("2012-06-20", 12, "2012-05-21", "2013-06-20")] // opened ahead: measured from the due date, not from the opening
    [InlineData("2012-06-20", 6, "2012-07-02", "2012-12-20")] // opened late: the same
    [InlineData("2009-06-20", 6, "2012-01-01", "2012-06-20")] // rounds missed in the old register are made up by one review
    [InlineData("2012-01-01", 1, "2012-02-01", "2012-03-01")] // due today means this review
    public void The_round_after_is_measured_from_the_due_date(string due, int every, string opened, string next) =>
        ReviewPlan.NextAfter(Date(due), every, Date(due).Day, Date(opened)).Should().Be(Date(next));

    [Fact]
    public void A_cycle_that_began_on_the_31st_goes_back_to_it_after_a_short_month()
    {
        var plan = Plan("2012-08-31", 6);
        var dates = new List<LocalDate> { plan.NextDueOn };
        while (dates.Count < 4) dates.Add(ReviewPlan.NextAfter(dates[^1], plan.Every, plan.CycleDay, dates[^1].PlusDays(-30)));

        dates.Select(d => d.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)).Should().Equal("2013-02-28", "2013-08-31", "2014-02-28", "2014-08-31");
    }

    [Fact]
    public void A_death_pulls_an_open_review_forward_but_never_back()
    {
        var review = A.Review(Date("2022-11-01"));
        var due = review.DueOn;

        review.BringForward(due.PlusDays(10));
        review.DueOn.Should().Be(due);

        review.BringForward(due.PlusDays(-10));
        review.DueOn.Should().Be(due.PlusDays(-10));
    }
}
