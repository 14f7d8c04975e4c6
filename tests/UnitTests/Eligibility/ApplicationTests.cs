using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Contracts.Oversight;
using Dibao.Eligibility.Domain;
using static Dibao.UnitTests.Eligibility.Policy;

namespace Dibao.UnitTests.Eligibility;

public sealed class ApplicationTests
{
    private const string OutOfOrder = "eligibility.step_out_of_order";
    private const string SamePerson = "eligibility.same_person";
    private static readonly string[] ToAssessed = ["accept", "request", "answer", "visit", "assess"];
    private static readonly string[] ToCounty = [.. ToAssessed, "review", "notice"];

    [Theory]
    [InlineData("", "request")]
    [InlineData("", "visit")]
    [InlineData("", "review")]
    [InlineData("", "confirm")]
    [InlineData("accept", "accept")]
    [InlineData("accept", "answer")]
    [InlineData("accept", "assess")]
    [InlineData("accept", "review")]
    [InlineData("accept,request", "request")]
    [InlineData("accept,request", "assess")]
    [InlineData("accept,request,answer", "answer")]
    [InlineData("accept,request,answer", "assess")]
    [InlineData("accept,request,visit", "assess")]
    [InlineData("accept,request,answer,visit", "review")]
    [InlineData("accept,request,answer,visit", "refuse")]
    [InlineData("accept,request,answer,visit,assess", "confirm")]
    [InlineData("accept,request,answer,visit,assess", "visit")]
    [InlineData("accept,request,answer,visit,assess,review", "confirm")]
    [InlineData("accept,request,answer,visit,assess,review", "refuse")]
    [InlineData("accept,request,answer,visit,assess,review", "review")]
    [InlineData("accept,request,answer,visit,assess,review", "assess")]
    [InlineData("accept,request,answer,visit,assess,review,notice,confirm", "refuse")]
    [InlineData("accept,request,answer,visit,assess,review,notice,refuse", "confirm")]
    [InlineData("accept,request,answer,visit,assess,review,notice,refuse", "assess")]
    public void A_step_out_of_order_is_refused(string taken, string step) =>
        new Case().After(taken.Split(',', StringSplitOptions.RemoveEmptyEntries)).Take(step).Should().Be(OutOfOrder);

    [Fact]
    public void Taken_in_order_the_steps_lead_to_an_entitlement_from_the_next_month_on()
    {
        var @case = new Case("2022-03-31").After([.. ToCounty, "confirm"]);

        @case.It.Status.Should().Be(ApplicationStatus.Confirmed);
        @case.It.OpenFor.Should().BeNull("the household may apply again one day");
        @case.It.Entitlement.Should().Be(@case.Entitlement!.Id);
        @case.Entitlement.FirstMonth.Should().Be(Month.Of(2022, 4), "57 Art 21: from the month after the decision");
        var confirmed = @case.Entitlement.Facts.Should().ContainSingle().Which.Should().BeOfType<EntitlementConfirmed>().Which;
        (confirmed.MonthlyFen, confirmed.Persons, confirmed.FirstMonth).Should().Be((40_000, 1, Month.Of(2022, 4)));
    }

    [Theory]
    [InlineData("", "accept", Case.Assistant)]
    [InlineData("accept,request", "answer", Case.OtherClerk)]
    [InlineData("accept,request,answer,visit", "assess", Case.Clerk)]
    [InlineData("accept,request,answer,visit,assess", "review", Case.OtherClerk)]
    [InlineData("accept,request,answer,visit,assess", "review", Case.Clerk)]
    [InlineData("accept,request,answer,visit,assess", "review", Case.Assistant)]
    [InlineData("accept,request,answer,visit,assess,review,notice", "propose", Case.Leader)]
    [InlineData("accept,request,answer,visit,assess,review,notice", "confirm", Case.Leader)]
    [InlineData("accept,request,answer,visit,assess,review,notice", "confirm", Case.OtherClerk)]
    [InlineData("accept,request,answer,visit,assess,review,notice", "confirm", Case.Assistant)]
    [InlineData("accept,request,answer,visit,assess,review,notice", "confirm", Case.Centre)]
    [InlineData("accept,request,answer,visit,assess,review,notice", "refuse", Case.Leader)]
    [InlineData("accept,request,answer,visit,assess,review,notice,propose,approval notice", "confirm", Case.County)]
    public void Nobody_takes_two_adjacent_steps_of_one_case(string taken, string step, string by) =>
        new Case().After(taken.Split(',', StringSplitOptions.RemoveEmptyEntries)).Take(step, by).Should().Be(SamePerson);

    [Fact]
    public void Who_accepts_may_also_request_the_check() => new Case().After("accept").Take("request", Case.Clerk).Should().BeNull();

    [Theory]
    [InlineData(true, "CheckAuthorisation,HukouBook,IdCards")]
    [InlineData(false, "CheckAuthorisation")]
    public void All_missing_papers_are_told_at_once_and_none_that_the_check_can_supply(bool registerPapers, string names)
    {
        var missing = names.Split(',').Select(Enum.Parse<PaperKind>).ToArray();
        var @case = new Case("2026-07-01", registerPapers, PaperKind.SignedStatement);

        @case.It.Status.Should().Be(ApplicationStatus.Incomplete);
        @case.It.MissingPapers.Should().Equal(missing);
        @case.Take("accept").Should().Be("eligibility.papers_missing");
        @case.It.Supply(missing).Refused.Should().BeFalse();
        @case.Take("accept").Should().BeNull();
    }

    [Theory]
    [InlineData("", null, nameof(ApplicationStatus.Submitted))]
    [InlineData("accept,request", null, nameof(ApplicationStatus.Investigating))]
    [InlineData("accept,request,answer,visit,assess", null, nameof(ApplicationStatus.Assessed))]
    [InlineData("accept,request,answer,visit,assess,review", OutOfOrder, nameof(ApplicationStatus.OnNotice))]
    [InlineData("accept,request,answer,visit,assess,review,notice", null, nameof(ApplicationStatus.Assessed))]
    [InlineData("accept,request,answer,visit,assess,review,notice,propose", OutOfOrder, nameof(ApplicationStatus.ApprovalOnNotice))]
    [InlineData("accept,request,answer,visit,assess,review,notice,confirm", OutOfOrder, nameof(ApplicationStatus.Confirmed))]
    public void Another_member_applies_while_no_notice_stands_and_no_decision(string taken, string? refusal, string then)
    {
        var @case = new Case().After(taken.Split(',', StringSplitOptions.RemoveEmptyEntries));

        @case.Replace().Should().Be(refusal);
        @case.It.Status.ToString().Should().Be(then, "what the county has goes back for an opinion and a notice in the new name");
        @case.It.ApplicantReplacedFor.Should().Be(refusal is null ? "申请人外出务工" : null);
    }

    [Fact]
    public void Only_a_member_applies() => new Case().Replace(member: false).Should().Be("eligibility.not_a_member"); // 57 Art 4

    [Fact]
    public void The_notice_and_the_entitlement_are_in_the_new_name()
    {
        var @case = new Case().After(ToCounty);
        @case.Replace().Should().BeNull();

        @case.After("review", "notice", "confirm");

        @case.It.Facts.OfType<InitialReviewGiven>().Last().Applicant.Should().Be(@case.It.Applicant);
        @case.Entitlement!.Applicant.Should().Be(@case.It.Applicant);
    }

    [Theory]
    [InlineData(HukouKind.NonAgricultural, Scheme.Urban)]
    [InlineData(HukouKind.Agricultural, Scheme.Rural)]
    public void The_registration_decides_the_scheme(HukouKind hukou, Scheme scheme) => Application.SchemeOf(hukou).Should().Be(scheme); // 220 Art 6

    [Fact]
    public void One_investigator_is_too_few() =>
        new Case().After("accept").Visit(Case.Clerk, [new(Case.Clerk, InvestigatorPost.Township)]).Should().Be("eligibility.too_few_investigators");

    [Fact]
    public void The_same_officer_twice_is_one_investigator() =>
        new Case().After("accept").Visit(Case.Clerk, [new(Case.Clerk, InvestigatorPost.Township), new(Case.Clerk, InvestigatorPost.Village)])
            .Should().Be("eligibility.too_few_investigators");

    [Fact]
    public void One_investigator_is_township_staff() =>
        new Case().After("accept").Visit(
            Case.Assistant, [new(Case.Assistant, InvestigatorPost.Village), new("worker-1", InvestigatorPost.PurchasedService)], post: InvestigatorPost.Village)
            .Should().Be("eligibility.no_township_staff");

    [Fact]
    public void Only_an_investigator_records_the_visit() =>
        new Case().After("accept").Visit("township-9", [new(Case.Clerk, InvestigatorPost.Township), new(Case.Assistant, InvestigatorPost.Village)])
            .Should().Be("eligibility.recorder_not_investigator");

    [Fact]
    public void Nobody_states_a_post_he_does_not_hold() =>
        new Case().After("accept").Visit(Case.Clerk, post: InvestigatorPost.Village).Should().Be("eligibility.post_not_held");

    [Fact]
    public void A_member_is_present_and_signs() => new Case().After("accept").Visit(Case.Clerk, present: 0).Should().Be("eligibility.nobody_present");

    [Fact]
    public void A_stranger_does_not_sign() => new Case().After("accept").VisitSeeing(PersonId.New()).Should().Be("eligibility.not_a_member");

    [Fact]
    public void While_the_appraisal_is_a_standing_step_nothing_is_assessed_without_it()
    {
        var @case = new Case("2013-03-01") { AppraisalStanding = true }.After("accept", "request", "answer", "visit");

        @case.Take("assess").Should().Be(OutOfOrder);
        @case.After("appraise").Take("assess", Case.OtherClerk).Should().Be(SamePerson, "he recorded the appraisal");
        @case.Take("assess", Case.Clerk).Should().Be(SamePerson, "he was in the home");
        @case.Take("assess", "township-3").Should().BeNull();
    }

    [Theory]
    [InlineData(12, 8, null)]
    [InlineData(3, 2, null)]
    [InlineData(100, 67, null)]
    [InlineData(12, 7, "eligibility.panel_share")]
    [InlineData(100, 66, "eligibility.panel_share")]
    public void Two_thirds_of_the_panel_are_representatives(int participants, int representatives, string? refusal) =>
        new Case("2013-03-01") { AppraisalStanding = true }.After("accept", "request", "answer", "visit")
            .Appraise(true, Case.OtherClerk, participants, representatives).Should().Be(refusal); // 220 Art 22

    [Fact]
    public void A_panel_that_does_not_agree_calls_for_a_new_visit() // 220 Art 24
    {
        var @case = new Case("2013-03-01") { AppraisalStanding = true }.After("accept", "request", "answer", "visit");

        @case.Appraise(false, Case.OtherClerk).Should().BeNull();
        @case.Assess(true, "township-3").Should().Be(OutOfOrder);
        @case.After("visit").Assess(true, "township-3").Should().BeNull();
    }

    [Fact]
    public void Since_57_an_appraisal_is_held_only_after_an_upheld_objection()
    {
        new Case().After("accept", "request", "answer", "visit").Appraise(true, Case.OtherClerk).Should().Be("eligibility.appraisal_not_due");
        new Case().After([.. ToAssessed, "review", "objection"]).Appraise(true, Case.OtherClerk).Should().BeNull();
    }

    [Fact]
    public void A_positive_opinion_is_posted_for_the_days_of_the_policy()
    {
        var @case = new Case().After(ToAssessed);

        @case.Review(true, Case.Leader, noticeDays: 7).Should().BeNull();

        @case.It.Status.Should().Be(ApplicationStatus.OnNotice);
        @case.It.Facts.OfType<InitialReviewGiven>().Should().ContainSingle().Which.NoticeDays.Should().Be(7);
    }

    [Fact]
    public void An_upheld_objection_calls_for_a_new_finding_and_the_second_opinion_is_not_posted_again() // 57 Art 19
    {
        var @case = new Case().After([.. ToAssessed, "review", "objection"]);

        @case.It.Status.Should().Be(ApplicationStatus.Investigating);
        @case.Take("assess").Should().Be(OutOfOrder);
        @case.After("visit", "assess", "review");

        @case.It.Status.Should().Be(ApplicationStatus.ReadyForDecision);
        @case.It.Facts.OfType<InitialReviewGiven>().Select(f => f.NoticeDays).Should().Equal(7, 0);
        @case.Take("confirm").Should().BeNull();
    }

    [Fact]
    public void A_positive_opinion_against_the_determination_is_refused()
    {
        var @case = new Case().After("accept", "request", "answer", "visit");
        @case.Assess(eligible: false, Case.OtherClerk).Should().BeNull();

        @case.Review(true, Case.Leader).Should().Be("eligibility.opinion_against_determination");
        @case.Review(false, Case.Leader, "不符合").Should().BeNull();
    }

    [Theory]
    [InlineData("不同意", "eligibility.opinion_against_determination")]
    [InlineData("申请家庭隐瞒了主要收入来源", null)]
    public void A_negative_opinion_on_an_eligible_household_states_its_reasons(string opinion, string? refusal) =>
        new Case().After(ToAssessed).Review(false, Case.Leader, opinion).Should().Be(refusal);

    [Fact]
    public void A_negative_opinion_is_not_posted_and_only_a_refusal_can_follow()
    {
        var @case = new Case().After(ToAssessed);
        @case.Review(false, Case.Leader, "申请家庭隐瞒了主要收入来源").Should().BeNull();

        @case.It.Status.Should().Be(ApplicationStatus.ReadyForDecision);
        @case.Take("confirm").Should().Be("eligibility.opinion_not_positive");
        @case.Take("refuse").Should().BeNull();
    }

    [Fact]
    public void Under_220_Art_29_the_county_posts_its_intention_first()
    {
        var @case = new Case("2013-03-01").After(ToCounty);

        @case.Confirm(Case.Approver, approvalNoticeDue: true).Should().Be(OutOfOrder);
        @case.After("propose").Confirm(Case.Approver, approvalNoticeDue: true).Should().Be(OutOfOrder);
        @case.After("approval notice").Confirm(Case.Approver, approvalNoticeDue: true).Should().BeNull();
    }

    [Fact]
    public void Of_a_filed_household_the_county_itself_is_in_the_home_before_it_confirms()
    {
        var @case = new Case().After(ToCounty);
        @case.Confirm(Case.Approver, countyVisitDue: true).Should().Be("eligibility.county_visit_due");
        @case.CountyVisit(Case.County, @case.Today.PlusDays(1)).Should().Be("eligibility.step_date");
        @case.CountyVisit(Case.County, @case.Today.PlusDays(-1)).Should().Be("eligibility.step_date", "the file was not with the county then");
        @case.CountyVisit(Case.County, present: false).Should().Be("eligibility.nobody_present");
        @case.CountyVisit(Case.County, member: false).Should().Be("eligibility.not_a_member");
        @case.CountyVisit(Case.Leader).Should().Be("eligibility.same_person");
        @case.CountyVisit(Case.County).Should().BeNull();
        @case.Confirm(Case.County, countyVisitDue: true).Should().Be("eligibility.same_person", "who was in the home does not decide");
        @case.Confirm(Case.Approver, countyVisitDue: true).Should().BeNull();
    }

    [Fact]
    public void The_county_visits_once_the_township_has_given_its_opinion() => new Case().After(ToAssessed).CountyVisit(Case.County).Should().Be(OutOfOrder);

    [Fact]
    public void Since_57_there_is_no_notice_before_approval() =>
        new Case().After(ToCounty).It.ProposeApproval(0, Date("2022-03-01"), Case.County).Error!.Type.Code.Should().Be("eligibility.no_approval_notice");

    [Fact]
    public void A_notice_that_nobody_awaits_changes_nothing()
    {
        var @case = new Case().After(ToCounty);

        @case.It.PassNotice(NoticeKind.InitialReview, objectionUpheld: true);
        @case.It.PassNotice(NoticeKind.Approval, objectionUpheld: true);

        @case.It.Status.Should().Be(ApplicationStatus.ReadyForDecision);
    }

    [Fact]
    public void When_the_members_have_changed_the_case_is_assessed_anew()
    {
        var @case = new Case().After(ToCounty);

        @case.Confirm(Case.Approver, members: 2).Should().Be("eligibility.members_changed");
        @case.Take("assess").Should().BeNull();
        @case.It.Status.Should().Be(ApplicationStatus.Assessed, "a new opinion is due");
    }

    [Theory]
    [InlineData("2022-03-01", "60", "行政诉讼")]
    [InlineData("2024-01-01", "60", "应当先申请行政复议")]
    public void A_refusal_says_how_to_have_it_reviewed(string day, string within, string how)
    {
        var @case = new Case(day).After([.. ToCounty, "refuse"]);

        @case.It.Reasons.Should().Equal("收入高于标准");
        @case.It.AppealZh.Should().Contain(within).And.Contain(how);
        @case.It.Facts.OfType<ApplicationRefused>().Should().ContainSingle();
    }
}
