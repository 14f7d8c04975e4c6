using Dibao.Contracts.Eligibility;
using Dibao.Eligibility.Domain.Policies;
using static Dibao.UnitTests.Eligibility.Policy;

namespace Dibao.UnitTests.Eligibility;

public sealed class PolicyRegisterTests
{
    [Theory]
    [InlineData(PolicyKeys.DecisionTime, "2012-06-01", 30, "days", "国务院令第271号")]
    [InlineData(PolicyKeys.DecisionTime, "2021-06-30", 30, "days", "国务院令第271号")]
    [InlineData(PolicyKeys.DecisionTime, "2021-07-01", 30, "workingDays", "民发〔2021〕57号")]
    [InlineData(PolicyKeys.Investigators, "2012-12-12", 2, "persons", "民发〔2012〕220号")]
    [InlineData(PolicyKeys.Appraisal, "2021-06-30", 1, "flag", "民发〔2012〕220号")]
    [InlineData(PolicyKeys.Appraisal, "2021-07-01", 0, "flag", "民发〔2021〕57号")]
    [InlineData(PolicyKeys.AppraisalShare, "2015-01-01", 2, "thirds", "民发〔2012〕220号")]
    [InlineData(PolicyKeys.NoticeDays, "2013-01-01", 7, "days", "民发〔2012〕220号")]
    [InlineData(PolicyKeys.NoticeDays, "2026-07-01", 7, "days", "民发〔2021〕57号")]
    [InlineData(PolicyKeys.ApprovalNoticeDays, "2021-06-30", 7, "days", "民发〔2012〕220号")]
    [InlineData(PolicyKeys.ApprovalNoticeDays, "2021-07-01", 0, "days", "民发〔2021〕57号")]
    [InlineData(PolicyKeys.ReviewUnsteady, "2013-01-01", 1, "months", "民发〔2012〕220号")]
    [InlineData(PolicyKeys.ReviewUnsteady, "2022-01-01", 6, "months", "民发〔2021〕57号")]
    [InlineData(PolicyKeys.ReviewAfterDeath, "2022-10-20", 3, "months", "民发〔2022〕83号")]
    [InlineData(PolicyKeys.HearingBeforeCut, "2026-06-30", 0, "flag", "民发〔2021〕57号")]
    [InlineData(PolicyKeys.HearingBeforeCut, "2026-07-01", 1, "flag", "社会救助法")]
    [InlineData(PolicyKey.RegisterPapers, "2026-06-30", 1, "flag", "民发〔2021〕57号")]
    [InlineData(PolicyKey.RegisterPapers, "2026-07-01", 0, "flag", "社会救助法")]
    public void A_national_figure_is_that_of_the_law_in_force_on_the_day(string key, string day, long value, string unit, string document)
    {
        var figure = On(day).Require(key);

        figure.Refused.Should().BeFalse();
        figure.Value.Should().BeEquivalentTo(new { Value = value, Unit = unit, Document = document, Division = "0" });
    }

    [Fact]
    public void Rural_reviews_of_unsteady_households_were_quarterly_under_220_Art_33() =>
        On("2013-01-01", Scheme.Rural).Require(PolicyKeys.ReviewUnsteady).Value.Value.Should().Be(3);

    [Theory]
    [InlineData(PolicyKeys.Investigators, "2012-12-11")]
    [InlineData(PolicyKeys.NoticeDays, "2012-06-01")]
    [InlineData(PolicyKeys.ReviewAfterDeath, "2022-10-19")]
    [InlineData(PolicyKeys.Standard, "2026-07-01")]
    public void What_nobody_has_set_is_refused_by_name_and_never_assumed(string key, string day)
    {
        var missing = On(day).Require(key);

        missing.Error!.Type.Code.Should().Be("eligibility.policy_missing");
        missing.Error.DetailEn.Should().Contain(key).And.Contain("320706001001").And.Contain(day);
    }

    [Fact]
    public void The_most_specific_place_wins_over_the_places_it_lies_in()
    {
        PolicyValue[] set = [Set(PolicyKeys.Standard, 400, "2012-01-01", "32"), Set(PolicyKeys.Standard, 450, "2012-01-01"), Set(PolicyKeys.Standard, 420, "2012-01-01", "3207")];

        On("2012-06-01", Scheme.Urban, set).Require(PolicyKeys.Standard).Value.Value.Should().Be(450);
    }

    [Fact]
    public void The_place_weighs_more_than_the_scheme_and_the_scheme_more_than_none()
    {
        PolicyValue[] set =
        [
            Set(PolicyKeys.Standard, 400, "2012-01-01", "3207", Scheme.Urban), Set(PolicyKeys.Standard, 450, "2012-01-01"), Set(PolicyKeys.Standard, 300, "2012-01-01", scheme: Scheme.Rural),
        ];

        On("2012-06-01", Scheme.Urban, set).Require(PolicyKeys.Standard).Value.Value.Should().Be(450);
        On("2012-06-01", Scheme.Rural, set).Require(PolicyKeys.Standard).Value.Value.Should().Be(300);
    }

    [Fact]
    public void Another_county_sets_nothing_here() =>
        On("2012-06-01", Scheme.Urban, Set(PolicyKeys.Standard, 400, "2012-01-01", "320707")).Require(PolicyKeys.Standard).Refused.Should().BeTrue();

    [Fact]
    public void A_new_figure_rules_from_its_first_day_and_the_old_one_until_then()
    {
        var rows = new List<PolicyValue> { Set(PolicyKeys.Standard, 400, "2012-01-01") };
        var later = Entered + Duration.FromDays(150);

        rows.Put(Set(PolicyKeys.Standard, 450, "2012-07-01"), (row, day) => row.Until(day, later), later);

        On("2012-06-30", Scheme.Urban, [.. rows]).Require(PolicyKeys.Standard).Value.Value.Should().Be(400);
        On("2012-07-01", Scheme.Urban, [.. rows]).Require(PolicyKeys.Standard).Value.Value.Should().Be(450);
        rows.Should().ContainSingle(r => r.Superseded != null).Which.Value.Should().Be(400);
    }

    [Fact]
    public void The_register_ships_known_keys_in_their_units_only() =>
        National.Should().OnlyContain(p => PolicyKey.Find(p.Key) != null && PolicyKey.Find(p.Key)!.Units.Contains(p.Unit)
            && p.Value >= PolicyKey.Find(p.Key)!.Least && p.Value <= PolicyKey.Find(p.Key)!.Most);

    [Fact]
    public void What_rules_in_a_village_is_said_by_it_and_the_places_above() =>
        PoliciesInForce.Above(Village).Select(d => d.ToString()).Should().Equal("0", "32", "3207", "320706", "320706001", "320706001001");
}
