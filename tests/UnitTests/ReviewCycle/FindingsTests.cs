using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Contracts.ReviewCycle;
using Dibao.ReviewCycle.Domain;

namespace Dibao.UnitTests.ReviewCycle;

public class FindingsTests
{
    private static readonly LocalDate Day = new(2022, 6, 15);

    [Theory]
    [InlineData(50_000, ReviewOutcome.Continue, 50_000)]
    [InlineData(50_099, ReviewOutcome.Continue, 50_000)] // below the rounding unit of one yuan: no clear change (57 Art 31)
    [InlineData(49_901, ReviewOutcome.Continue, 50_000)]
    [InlineData(50_100, ReviewOutcome.Increase, 50_100)]
    [InlineData(49_900, ReviewOutcome.Reduce, 49_900)]
    [InlineData(80_000, ReviewOutcome.Increase, 80_000)]
    public void While_the_household_qualifies_the_amount_decides(long computed, ReviewOutcome expected, long proposed)
    {
        var proposal = Proposal.Of(A.Findings(Day), new(A.Determination(Day, computed), 0), 50_000).Value;

        proposal.Outcome.Should().Be(expected);
        proposal.MonthlyFen.Should().Be(proposed);
        proposal.EndReason.Should().BeNull();
    }

    [Theory]
    [InlineData(40_000, 10_000, ReviewOutcome.Continue, 50_000)] // as much as is drawn: nothing has changed
    [InlineData(40_000, 5_000, ReviewOutcome.Reduce, 45_000)]    // one of those uplifted is counted no longer
    [InlineData(41_000, 10_000, ReviewOutcome.Increase, 51_000)]
    public void Uplifts_come_on_top_of_the_means_test(long computed, long uplift, ReviewOutcome expected, long proposed) // 57 Art 27
    {
        var proposal = Proposal.Of(A.Findings(Day), new(A.Determination(Day, computed), uplift), 50_000).Value;

        (proposal.Outcome, proposal.MonthlyFen, proposal.UpliftFen).Should().Be((expected, proposed, uplift));
    }

    [Theory]
    [InlineData("income_above_standard", null, EndReason.IncomeAboveStandard)]
    [InlineData("assets_over_limit", null, EndReason.AssetsOverLimit)]
    [InlineData("income_above_standard,assets_over_limit", null, EndReason.IncomeAboveStandard)]
    [InlineData("income_above_standard", EndReason.Employment, EndReason.Employment)]
    [InlineData("income_above_standard", EndReason.MovedAway, EndReason.MovedAway)]
    public void When_it_does_not_qualify_an_end_is_proposed_with_its_reason(string reasons, EndReason? seen, EndReason expected)
    {
        var proposal = Proposal.Of(A.Findings(Day, ground: seen), new(A.Determination(Day, 0, reasons.Split(',')), 0), 50_000).Value;

        proposal.Should().Be(new Proposal(ReviewOutcome.End, expected, 2, 0, 50_000));
    }

    [Fact]
    public void Moving_away_ends_a_case_that_still_qualifies() =>
        Proposal.Of(A.Findings(Day, ground: EndReason.MovedAway), new(A.Determination(Day, 50_000), 0), 50_000).Value.EndReason.Should().Be(EndReason.MovedAway);

    [Fact]
    public void Refusing_the_review_ends_a_case_that_still_qualifies() =>
        Proposal.Of(A.Findings(Day, refused: true), new(A.Determination(Day, 50_000), 0), 50_000).Value.EndReason.Should().Be(EndReason.RefusedReview);

    [Theory]
    [InlineData(EndReason.Employment)]
    [InlineData(EndReason.IncomeAboveStandard)]
    [InlineData(EndReason.AssetsOverLimit)]
    public void A_household_that_qualifies_is_not_ended_for_means(EndReason ground) =>
        Proposal.Of(A.Findings(Day, ground: ground), new(A.Determination(Day, 50_000), 0), 50_000).Error!.Type.Should().Be(ReviewErrors.EndWithoutGround);

    [Fact]
    public void One_investigator_is_too_few()
    {
        var alone = A.Findings(Day) with { Investigators = [new(A.Zhang, InvestigatorPost.Township)] };

        A.Review(Day).Record(alone, A.Determination(Day, 50_000), Day).Error!.Type.Should().Be(ReviewErrors.TooFewInvestigators);
    }

    [Fact]
    public void The_same_officer_twice_is_one_investigator()
    {
        var twice = A.Findings(Day) with { Investigators = [new(A.Zhang, InvestigatorPost.Township), new(A.Zhang, InvestigatorPost.Village)] };

        A.Review(Day).Record(twice, A.Determination(Day, 50_000), Day).Error!.Type.Should().Be(ReviewErrors.TooFewInvestigators);
    }

    [Fact]
    public void One_investigator_is_of_the_township()
    {
        var outsiders = A.Findings(Day) with { Investigators = [new(A.Zhang, InvestigatorPost.PurchasedService), new(A.Li, InvestigatorPost.Village)] };

        A.Review(Day).Record(outsiders, A.Determination(Day, 50_000), Day).Error!.Type.Should().Be(ReviewErrors.NoTownshipStaff);
    }

    [Fact]
    public void The_recorder_was_there() =>
        A.Review(Day).Record(A.Findings(Day), A.Determination(Day, 50_000), Day, by: A.Wang).Error!.Type.Should().Be(ReviewErrors.RecorderNotPresent);

    [Fact]
    public void A_member_is_present_unless_the_review_was_refused()
    {
        var empty = A.Findings(Day) with { Present = [] };

        A.Review(Day).Record(empty, A.Determination(Day, 50_000), Day).Error!.Type.Should().Be(ReviewErrors.NobodyPresent);
        A.Review(Day).Record(A.Findings(Day, refused: true), A.Determination(Day, 50_000), Day).Refused.Should().BeFalse();
    }

    [Fact]
    public void A_neighbour_is_not_a_member()
    {
        var neighbour = A.Findings(Day) with { Present = [PersonId.New()] };

        A.Review(Day).Record(neighbour, A.Determination(Day, 50_000), Day).Error!.Type.Should().Be(ReviewErrors.NotMember);
    }

    [Theory]
    [InlineData(-1)] // before the review was opened
    [InlineData(11)] // after today
    public void A_visit_lies_between_the_opening_and_today(int daysAfterOpening)
    {
        var review = A.Review(Day);

        review.Record(A.Findings(Day.PlusDays(daysAfterOpening)), A.Determination(Day, 50_000), Day.PlusDays(10)).Error!.Type.Should().Be(ReviewErrors.VisitDate);
    }

    [Fact]
    public void New_findings_void_the_hearing_on_the_old_ones()
    {
        var review = A.Found(Day, 30_000);
        review.HearViews(new(Day, true, "the wage is gone"), A.Wang, Day).Refused.Should().BeFalse();

        review.Record(A.Findings(Day), A.Determination(Day, 40_000), Day).Value.MonthlyFen.Should().Be(40_000);

        review.Status.Should().Be(ReviewStatus.FindingsRecorded);
        review.Hearing.Should().BeNull();
        review.HeardBy.Should().BeNull();
    }
}
