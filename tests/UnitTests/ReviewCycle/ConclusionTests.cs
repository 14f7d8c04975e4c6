using Dibao.Contracts.Eligibility;
using Dibao.Contracts.ReviewCycle;
using Dibao.ReviewCycle.Domain;

namespace Dibao.UnitTests.ReviewCycle;

public class ConclusionTests
{
    private const string Told = "wage income of one member rose to 18000 yuan a year";
    private static readonly LocalDate Day = new(2026, 7, 20);

    private static Review Reduced() => A.Found(Day, 30_000);

    private static Review Ended() => A.Found(Day, 0, "income_above_standard");

    private static Result<Conclusion> Conclude(Review review, ReviewOutcome outcome, bool hearing = false, string by = A.Approver, string reasons = Told, long current = 50_000) =>
        review.Conclude(outcome, reasons, hearing, current, by, Day);

    [Theory]
    [InlineData(false, false, true)] // 2012 and 2021: told with reasons (220 Art 32; 57 Art 32)
    [InlineData(false, true, true)]
    [InlineData(true, false, false)] // from 2026-07-01: heard first (Law Art 48)
    [InlineData(true, true, true)]
    public void A_cut_needs_the_household_heard_where_the_law_of_the_day_says_so(bool lawWantsHearing, bool heard, bool passes)
    {
        foreach (var (review, outcome) in new[] { (Reduced(), ReviewOutcome.Reduce), (Ended(), ReviewOutcome.End) })
        {
            if (heard) review.HearViews(new(Day, true, "the work ended in June"), A.Wang, Day).Refused.Should().BeFalse();

            var concluded = Conclude(review, outcome, lawWantsHearing);

            if (passes) concluded.Refused.Should().BeFalse();
            else concluded.Error!.Type.Should().Be(ReviewErrors.NotHeard);
        }
    }

    [Fact]
    public void Who_was_invited_and_did_not_come_was_heard()
    {
        var review = Reduced();
        review.HearViews(new(Day, false, ""), A.Wang, Day);

        Conclude(review, ReviewOutcome.Reduce, hearing: true).Refused.Should().BeFalse();
    }

    [Fact]
    public void Keeping_or_raising_the_amount_needs_no_hearing()
    {
        Conclude(Reduced(), ReviewOutcome.Continue, hearing: true, reasons: "").Refused.Should().BeFalse();
        Conclude(A.Found(Day, 60_000), ReviewOutcome.Increase, hearing: true, reasons: "").Refused.Should().BeFalse();
    }

    [Theory]
    [InlineData(50_000)]
    [InlineData(60_000)]
    public void Nobody_is_heard_on_what_costs_him_nothing(long computed) =>
        A.Found(Day, computed).HearViews(new(Day, true, "well"), A.Wang, Day).Error!.Type.Should().Be(ReviewErrors.NothingToHear);

    [Theory]
    [InlineData("")]
    [InlineData("no reason")]
    [InlineData("             ")]
    public void A_cut_is_told_with_reasons(string reasons) =>
        Conclude(Reduced(), ReviewOutcome.Reduce, reasons: reasons).Error!.Type.Should().Be(ReviewErrors.NotTold);

    [Fact]
    public void Nothing_is_concluded_without_findings() =>
        Conclude(A.Review(Day), ReviewOutcome.Continue).Error!.Type.Should().Be(ReviewErrors.NoFindings);

    [Theory]
    [InlineData(ReviewOutcome.Increase)]
    [InlineData(ReviewOutcome.End)]
    public void The_county_decides_what_was_found_or_keeps_the_amount(ReviewOutcome other) =>
        Conclude(Reduced(), other).Error!.Type.Should().Be(ReviewErrors.OtherOutcome);

    [Theory]
    [InlineData(A.Zhang)] // recorded the findings
    [InlineData(A.Li)] // made the visit
    [InlineData(A.Wang)] // heard the household
    public void Who_investigated_or_heard_does_not_conclude(string by)
    {
        var review = Reduced();
        review.HearViews(new(Day, true, "the work ended in June"), A.Wang, Day);

        Conclude(review, ReviewOutcome.Reduce, by: by).Error!.Type.Should().Be(ReviewErrors.SamePerson);
    }

    [Fact]
    public void Who_recorded_the_findings_does_not_hear() =>
        Reduced().HearViews(new(Day, true, "the work ended in June"), A.Zhang, Day).Error!.Type.Should().Be(ReviewErrors.SamePerson);

    [Fact]
    public void A_benefit_that_changed_meanwhile_is_found_anew() =>
        Conclude(Reduced(), ReviewOutcome.Reduce, current: 52_000).Error!.Type.Should().Be(ReviewErrors.AmountChanged);

    [Fact]
    public void A_reduction_holds_from_next_month_on_and_is_said_aloud()
    {
        var review = Reduced();

        Conclude(review, ReviewOutcome.Reduce);

        review.Facts.Should().Equal(new ReviewConcluded(
            review.Id, review.Entitlement, review.Household, A.Village, Scheme.Urban, ReviewOutcome.Reduce, null, 2, 30_000, Month.Of(2026, 8), Day,
            review.Findings!.Income, review.Findings.Assets, review.Findings.VisitedOn, null));
    }

    [Fact]
    public void An_end_says_its_reason_and_pays_nothing()
    {
        var review = Ended();

        Conclude(review, ReviewOutcome.End);

        review.Facts.Should().Equal(new ReviewConcluded(
            review.Id, review.Entitlement, review.Household, A.Village, Scheme.Urban, ReviewOutcome.End, EndReason.IncomeAboveStandard, 2, 0, Month.Of(2026, 8), Day,
            review.Findings!.Income, review.Findings.Assets, review.Findings.VisitedOn, null));
    }

    [Fact]
    public void Keeping_the_amount_is_said_aloud_too_with_the_old_amount()
    {
        var review = Ended();

        Conclude(review, ReviewOutcome.Continue).Value.Should().BeEquivalentTo(new { EndReason = (EndReason?)null, MonthlyFen = 50_000L });

        review.Facts.Should().ContainSingle().Which.Should().BeOfType<ReviewConcluded>().Which.Outcome.Should().Be(ReviewOutcome.Continue);
    }

    [Fact]
    public void A_review_is_concluded_once()
    {
        var review = Reduced();
        Conclude(review, ReviewOutcome.Reduce);

        Conclude(review, ReviewOutcome.Continue).Error!.Type.Should().Be(ReviewErrors.Closed);
    }

    [Fact]
    public void An_open_review_lapses_when_the_entitlement_ends()
    {
        var review = Reduced();

        review.Lapse(Day);

        review.Status.Should().Be(ReviewStatus.Lapsed);
        review.Facts.Should().BeEmpty();
        Conclude(review, ReviewOutcome.Reduce).Error!.Type.Should().Be(ReviewErrors.Closed);
        review.HearViews(new(Day, true, "late"), A.Wang, Day).Error!.Type.Should().Be(ReviewErrors.Closed);
        review.Record(A.Findings(Day), A.Determination(Day, 0), Day).Error!.Type.Should().Be(ReviewErrors.Closed);
    }

    [Fact]
    public void A_concluded_review_does_not_lapse()
    {
        var review = Ended();
        Conclude(review, ReviewOutcome.End);

        review.Lapse(Day.PlusDays(1));

        review.Status.Should().Be(ReviewStatus.Concluded);
        review.ClosedOn.Should().Be(Day);
    }
}
