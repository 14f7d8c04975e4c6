using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Means;
using Dibao.Households.Domain.Members;
using Dibao.Households.Domain.Reference;
using Dibao.Households.Domain.Warnings;

namespace Dibao.UnitTests.Households;

/// <summary>The four sorts of the hardship monitoring (39): each rule sees its condition and nothing else.</summary>
public sealed class WarningTests
{
    private static readonly LocalDate Day = new(2024, 9, 1);
    private static readonly WatchedFrom Quiet = new(null, false, [], false);

    [Fact]
    public void A_household_of_which_all_is_known_warns_of_nothing() => Met(Paid(A.Member(new(1960, 3, 14))), Quiet with { PersonsCovered = 1 }).Should().BeEmpty();

    [Theory]
    [InlineData(1, "payeeMissing")]
    [InlineData(null, "")]
    public void Who_draws_has_an_account(int? covered, string met) => Met(A.Household(Day), Quiet with { PersonsCovered = covered }).Should().Be(met);

    [Theory]
    [InlineData(true, null, DisabilityKind.Limb, DisabilityGrade.First, false, "marginDisabled")]
    [InlineData(true, null, DisabilityKind.Limb, DisabilityGrade.Second, false, "marginDisabled")]
    [InlineData(true, null, DisabilityKind.Limb, DisabilityGrade.Third, false, "")]
    [InlineData(true, null, DisabilityKind.Mental, DisabilityGrade.Third, false, "marginDisabled")]
    [InlineData(true, null, null, null, true, "marginIll")]
    [InlineData(true, null, DisabilityKind.Vision, DisabilityGrade.First, true, "marginDisabled marginIll")]
    [InlineData(true, 1, DisabilityKind.Limb, DisabilityGrade.First, false, "")] // covered
    [InlineData(false, null, DisabilityKind.Limb, DisabilityGrade.First, true, "")] // no margin household
    public void A_margin_household_with_a_severely_disabled_or_ill_member_may_qualify(bool margin, int? covered, object? kind, object? grade, bool ill, string met) =>
        Met(Paid(A.Member(new(1960, 3, 14), health: new(null, (DisabilityKind?)kind, (DisabilityGrade?)grade, ill))), Quiet with { Margin = margin, PersonsCovered = covered }).Should().Be(met);

    [Theory]
    [InlineData("2024-08-31", 1, "graduated")]
    [InlineData("2024-09-01", 1, "")]
    [InlineData("2024-08-31", null, "")]
    public void A_student_past_his_graduation_is_looked_at_again(string graduates, int? covered, string met) =>
        Met(Paid(A.Member(new(2004, 3, 14), attributes: Attributes.Unknown with { GraduatesOn = EmbeddedTable.Day(graduates) })), Quiet with { PersonsCovered = covered }).Should().Be(met);

    [Theory]
    [InlineData("2006-09-01", LabourCapacity.OutsideWorkingAge, null, "grownUp")]
    [InlineData("2006-09-02", LabourCapacity.OutsideWorkingAge, null, "")] // eighteen tomorrow
    [InlineData("2006-09-01", LabourCapacity.OutsideWorkingAge, "2025-06-30", "")] // at school
    [InlineData("2006-09-01", LabourCapacity.Able, null, "")] // assessed
    [InlineData("1964-09-01", LabourCapacity.OutsideWorkingAge, null, "")] // sixty
    [InlineData("1964-09-02", LabourCapacity.OutsideWorkingAge, null, "grownUp")]
    public void A_minor_who_came_of_age_is_assessed(string born, object labour, string? graduates, string met) =>
        Met(Paid(A.Member(EmbeddedTable.Day(born), labour: (LabourCapacity)labour, attributes: Attributes.Unknown with { GraduatesOn = graduates is null ? null : EmbeddedTable.Day(graduates) })), Quiet with { PersonsCovered = 1 })
            .Should().Be(met);

    [Theory]
    [InlineData(2, Standing.CoLiving, "")]
    [InlineData(3, Standing.CoLiving, "countedThoughGone")]
    [InlineData(2, Standing.Imprisoned, "countedThoughGone")]
    [InlineData(1, Standing.Imprisoned, "")] // put right
    [InlineData(null, Standing.Imprisoned, "")]
    public void Who_does_not_count_is_not_covered(int? covered, object standing, string met)
    {
        var spouse = A.Member(new(1962, 3, 14), Relationship.Spouse);
        spouse = spouse with { Particulars = spouse.Particulars with { Standing = (Standing)standing } };
        Met(Paid(A.Member(new(1960, 3, 14)), spouse), Quiet with { PersonsCovered = covered }).Should().Be(met);
    }

    [Fact]
    public void A_dead_head_leaves_a_case_of_its_own_and_is_not_covered()
    {
        var household = Paid(A.Member(new(1960, 3, 14)), A.Member(new(1962, 3, 14), Relationship.Spouse));
        household.ReportDeath(household.Members[0].Person, Day.PlusDays(-1), Day, A.Now).Refused.Should().BeFalse();
        Met(household, Quiet with { PersonsCovered = 2 }).Should().Be("payeeMissing headless countedThoughGone", "nothing is paid into the account of the dead");
        Met(household, Quiet with { PersonsCovered = 1 }).Should().Be("payeeMissing headless");
    }

    [Theory]
    [InlineData(12_000, 12_001, "aboveDeclared")]
    [InlineData(12_000, 12_000, "")]
    [InlineData(0, 1, "aboveDeclared")]
    public void Income_verified_above_the_declared_is_looked_at_again(long declared, long verified, string met)
    {
        var household = Paid(A.Member(new(1960, 3, 14)));
        if (declared > 0) household.Declare([new(IncomeKind.Wage, declared)], [], Day, A.Now);
        var entry = new MeansEntry(
            household.Id, new(MeansSide.Income, (int)IncomeKind.Wage, null, null, new Money(verified), null, null), new(Truth.Verified, MeansSource.Employer, Day, "", null), "officer", Day, A.Now);
        Met(household, Quiet with { PersonsCovered = 1, VerifiedIncome = [entry] }).Should().Be(met);
        Met(household, Quiet with { VerifiedIncome = [entry] }).Should().BeEmpty("it does not draw");
    }

    [Fact]
    public void Income_that_two_sources_verify_is_one_income()
    {
        var household = Paid(A.Member(new(1960, 3, 14)));
        household.Declare([new(IncomeKind.Wage, 20_000)], [], Day, A.Now);
        MeansEntry Verified(PersonId? person, MeansSource source) => new(
            household.Id, new(MeansSide.Income, (int)IncomeKind.Wage, null, person, new Money(20_000), null, null), new(Truth.Verified, source, Day, "", null), "officer", Day, A.Now);
        Met(household, Quiet with { PersonsCovered = 1, VerifiedIncome = [Verified(null, MeansSource.InformationCheck), Verified(household.Members[0].Person, MeansSource.Employer)] }).Should().BeEmpty();
    }

    [Fact]
    public void A_household_not_found_elsewhere_is_a_case_of_its_own() => Met(Paid(A.Member(new(1960, 3, 14))), Quiet with { NotFound = true }).Should().Be("notFound");

    [Fact]
    public void Every_sort_has_a_rule_and_every_rule_a_source()
    {
        WarningRule.Table.Select(r => r.Sort).Distinct().Should().BeEquivalentTo(Enum.GetValues<WarningSort>());
        WarningRule.Table.Should().OnlyHaveUniqueItems(r => r.Code).And.OnlyContain(r => r.Article.Contains("39", StringComparison.Ordinal));
        WarningRule.Table.Select(r => r.Condition).Should().BeEquivalentTo(Enum.GetValues<WarningCondition>());
    }

    [Fact]
    public void A_warning_is_handled_while_it_is_open()
    {
        var warning = WarningCase.OfHousehold(WarningRule.Of("headless"), HouseholdId.New(), DivisionCode.Parse("320706001001"), Day);
        warning.Handle("visited", "officer", Day).Refused.Should().BeFalse();
        (warning.HandledBy, warning.HandlingNote, warning.ClearedOn).Should().Be(("officer", "visited", null));
    }

    private static string Met(Household household, WatchedFrom known) => string.Join(' ', Warnings.Of(household, known, Day).Select(r => r.Code));

    private static Household Paid(params NewMember[] members)
    {
        var household = A.Household(Day, false, members);
        household.NamePayee(members[0].Person, "bank", new([], "****", [], false), Day, A.Now).Refused.Should().BeFalse();
        return household;
    }
}
