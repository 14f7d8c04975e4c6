using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Contracts.Oversight;
using Dibao.Oversight.Domain;
using NodaTime.Text;

namespace Dibao.UnitTests.Oversight;

public class NoticeTests
{
    private static readonly DivisionCode Village = DivisionCode.Parse("320706001001");
    private static readonly LocalDate Posted = new(2022, 3, 1);
    private static readonly LocalDate LastDay = new(2022, 3, 8);
    private static readonly LocalDate DayAfter = new(2022, 3, 9);

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static Notice Post(LocalDate posted, int days = 7) => Notice.Post(
        new(ApplicationId.New(), NoticeKind.InitialReview, HouseholdId.New(), Village, Village, Scheme.Rural, "王某", 3, 40_000), days, posted);

    private static Objection Object(Notice notice) => notice.Object(ObjectionGround.Income, "one member works at the quarry", Posted).Value;

    [Theory]
    [InlineData("2022-03-01", 7, "2022-03-08")] // the first day is not counted (民法典 Art 201)
    [InlineData("2012-12-20", 7, "2012-12-27")]
    [InlineData("2012-12-28", 7, "2013-01-04")] // calendar days run through a holiday and a year's end
    [InlineData("2012-02-25", 5, "2012-03-01")] // a leap year
    [InlineData("2013-02-25", 5, "2013-03-02")]
    [InlineData("2022-09-30", 7, "2022-10-07")]
    public void A_notice_runs_calendar_days_after_its_posting(string posted, int days, string lastDay)
    {
        var notice = Post(Date(posted), days);

        notice.ClosesOn.Should().Be(Date(lastDay));
        notice.Close(Date(lastDay)).Error!.Type.Should().Be(OversightErrors.NoticeRuns);
        notice.Close(Date(lastDay).PlusDays(1)).Refused.Should().BeFalse();
    }

    [Fact]
    public void A_notice_without_objection_closes_clear()
    {
        var notice = Post(Posted);

        notice.Close(DayAfter);

        notice.Facts.Should().Equal(new NoticeClosed(notice.Id, notice.Application, NoticeKind.InitialReview, Village, false, DayAfter));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void An_objection_that_is_answered_lets_it_close_with_what_was_found(bool upheld, bool said)
    {
        var notice = Post(Posted);
        var objection = Object(notice);
        notice.Answer(objection.Id, upheld, "the wage was counted", "leader-sun", LastDay);
        notice.Status.Should().Be(NoticeStatus.Open); // its days are not over

        notice.Close(DayAfter);

        notice.Facts.Should().ContainSingle().Which.Should().BeOfType<NoticeClosed>().Which.ObjectionUpheld.Should().Be(said);
    }

    [Fact]
    public void One_upheld_among_others_counts()
    {
        var notice = Post(Posted);
        var (first, second) = (Object(notice), Object(notice));
        notice.Answer(first.Id, true, "he does work there", "leader-sun", LastDay);
        notice.Answer(second.Id, false, "the wage was counted", "leader-sun", LastDay);

        notice.Close(DayAfter);

        notice.Facts.OfType<NoticeClosed>().Single().ObjectionUpheld.Should().BeTrue();
    }

    [Fact]
    public void A_pending_objection_keeps_it_open_and_its_answer_closes_it()
    {
        var notice = Post(Posted);
        var objection = Object(notice);
        notice.Close(DayAfter).Error!.Type.Should().Be(OversightErrors.ObjectionPending);

        notice.Answer(objection.Id, false, "the wage was counted", "leader-sun", DayAfter.PlusDays(3));

        notice.Status.Should().Be(NoticeStatus.Closed);
        notice.Facts.OfType<NoticeClosed>().Single().On.Should().Be(DayAfter.PlusDays(3));
    }

    [Fact]
    public void The_last_of_several_answers_closes_it()
    {
        var notice = Post(Posted);
        var (first, second) = (Object(notice), Object(notice));

        notice.Answer(first.Id, false, "the wage was counted", "leader-sun", DayAfter);
        notice.Status.Should().Be(NoticeStatus.Open);

        notice.Answer(second.Id, false, "the wage was counted", "leader-sun", DayAfter);
        notice.Status.Should().Be(NoticeStatus.Closed);
    }

    [Fact]
    public void Objections_are_taken_to_the_end_of_the_last_day()
    {
        var notice = Post(Posted);

        notice.Object(ObjectionGround.Assets, "a car", LastDay).Refused.Should().BeFalse();
        notice.Object(ObjectionGround.Assets, "a car", DayAfter).Error!.Type.Should().Be(OversightErrors.NoticeClosed);
    }

    [Fact]
    public void An_objection_is_answered_once()
    {
        var notice = Post(Posted);
        var objection = Object(notice);
        notice.Answer(objection.Id, false, "the wage was counted", "leader-sun", LastDay);

        notice.Answer(objection.Id, true, "it was not after all", "leader-sun", LastDay).Error!.Type.Should().Be(OversightErrors.AlreadyAnswered);
    }

    [Fact]
    public void A_notice_closes_once()
    {
        var notice = Post(Posted);
        notice.Close(DayAfter);

        notice.Close(DayAfter).Error!.Type.Should().Be(OversightErrors.NoticeClosed);
        notice.Facts.Should().ContainSingle();
    }
}
