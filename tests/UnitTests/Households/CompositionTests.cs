using System.Globalization;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Changes;
using Dibao.Households.Domain.Means;
using Dibao.Households.Domain.Members;

namespace Dibao.UnitTests.Households;

/// <summary>How a household changes: who comes and goes, splits and mergers, and what was told too late (57 Art 30; Law Art 46).</summary>
public sealed class CompositionTests
{
    private static readonly LocalDate Day = new(2024, 3, 1);
    private static readonly LocalDate Today = new(2024, 6, 3);
    private static readonly DivisionCode Village = DivisionCode.Parse("320706001001");

    [Theory]
    [InlineData(ChangeKind.Job, "2024-03-03", false)]
    [InlineData(ChangeKind.Job, "2024-03-02", true)]
    [InlineData(ChangeKind.Job, "2024-06-03", false)]
    [InlineData(ChangeKind.NewHead, "2020-01-01", false)]
    [InlineData(ChangeKind.Death, "2023-01-01", true)]
    public void A_major_change_untold_for_more_than_three_months_is_flagged(object kind, string happened, bool flagged) =>
        ChangeReport.Tell(A.Household(Day), (ChangeKind)kind, null, On(happened), "说明", "officer", Today, A.Now).Untold.Should().Be(flagged);

    [Fact]
    public void Before_the_text_of_2022_nothing_was_flagged() =>
        ChangeReport.Tell(A.Household(Day), ChangeKind.Job, null, On("2020-01-01"), "说明", "officer", On("2022-10-19"), A.Now).Untold.Should().BeFalse();

    [Fact]
    public void Every_change_has_its_rule() => Enum.GetValues<ChangeKind>().Should().OnlyContain(k => ChangeRules.IsMajor(k) || !ChangeRules.IsReviewed(k));

    [Fact]
    public void A_case_that_arrives_is_not_changed_before_all_have_heard_of_it()
    {
        var household = Family(out var head, out _, out var daughter).Arrive();
        household.ReportDeath(head, On("2024-06-01"), Today, A.Now).Error!.Type.Should().Be(HouseholdErrors.Arriving);
        household.Depart(daughter, On("2024-06-01"), Today, A.Now).Error!.Type.Should().Be(HouseholdErrors.Arriving);
    }

    [Theory]
    [InlineData(ChangeKind.Prison, "2024-05-01", "2024-04-30", "student_child")]
    [InlineData(ChangeKind.Prison, "2024-05-01", "2024-05-01", "imprisoned")]
    [InlineData(ChangeKind.Graduation, "2024-05-01", "2024-05-01", "student_child")]
    [InlineData(ChangeKind.Graduation, "2024-05-01", "2024-05-02", "living_together")]
    [InlineData(ChangeKind.PrisonReturn, "2024-05-01", "2024-05-01", "student_child")]
    [InlineData(ChangeKind.Army, "2024-05-01", "2024-05-01", "student_child")]
    [InlineData(ChangeKind.Job, "2024-05-01", "2024-05-01", "student_child")]
    public void The_file_follows_what_is_told_of_a_member_from_its_day_on(object kind, string happened, string day, string counts)
    {
        var student = A.Member(On("2004-01-01"), Relationship.Son, LabourCapacity.Able, Attributes.Unknown with { Education = Education.Bachelor, GraduatesOn = On("2026-06-30") });
        var household = A.Household(Day, members: [A.Member(On("1960-03-14")), student]);
        household.Follow((ChangeKind)kind, student.Person, On(happened), A.Now).Refused.Should().BeFalse();
        household.Members.Single(m => m.Person == student.Person && m.HoldsOn(On(day))).Counts(On(day)).Code.Should().Be(counts);
    }

    [Fact]
    public void Who_was_in_prison_counts_again_from_his_return_and_what_was_said_meanwhile_stays()
    {
        var household = Family(out _, out _, out var daughter);
        household.Follow(ChangeKind.Prison, daughter, On("2024-03-10"), A.Now).Refused.Should().BeFalse();
        var ill = household.Members.Single(m => m.Person == daughter && m.HoldsOn(Today)).Particulars with { Health = Health.Unknown with { SeriousIllness = true } };
        household.ChangeMember(daughter, "李秀英", ill, On("2024-05-01"), Today, A.Now).Refused.Should().BeFalse();
        household.Follow(ChangeKind.PrisonReturn, daughter, On("2024-04-01"), A.Now).Refused.Should().BeFalse("it is told late");

        (bool Counts, bool Ill) Daughter(string day)
        {
            var row = household.Members.Single(m => m.Person == daughter && m.HoldsOn(On(day)));
            return (row.Counts(On(day)).Counts, row.SeriousIllness);
        }
        (Daughter("2024-03-09"), Daughter("2024-03-31"), Daughter("2024-04-01"), Daughter("2024-05-01")).Should().Be(((true, false), (false, false), (true, false), (true, true)));
        household.Follow(ChangeKind.Prison, daughter, On("2024-02-01"), A.Now).Error!.Type.Should().Be(HouseholdErrors.NotMember);
    }

    [Fact]
    public void A_child_is_born_and_a_daughter_marries_away()
    {
        var household = Family(out var head, out _, out var daughter);
        var child = A.Member(On("2024-05-20"), Relationship.Grandchild, LabourCapacity.OutsideWorkingAge);
        household.Admit(child, On("2024-05-20"), Today, A.Now).Refused.Should().BeFalse();
        household.Depart(daughter, On("2024-06-01"), Today, A.Now).Refused.Should().BeFalse();
        Living(household, On("2024-05-19")).Should().HaveCount(3).And.NotContain(child.Person);
        Living(household, On("2024-05-20")).Should().HaveCount(4);
        Living(household, On("2024-06-01")).Should().Contain(head).And.NotContain(daughter);
        household.Depart(daughter, On("2024-06-02"), Today, A.Now).Error!.Type.Should().Be(HouseholdErrors.NotMember);
        household.Depart(head, On("2024-06-02"), Today, A.Now).Error!.Type.Should().Be(HouseholdErrors.OneHead);
    }

    [Theory]
    [InlineData("2024-06-04", "households.change_date")]
    [InlineData("2024-02-29", "households.change_date")]
    [InlineData("2024-05-19", "households.born_later")]
    public void Nobody_comes_before_the_file_was_opened_before_his_birth_or_tomorrow(string from, string refusal) =>
        A.Household(Day).Admit(A.Member(On("2024-05-20"), Relationship.Son, LabourCapacity.OutsideWorkingAge), On(from), Today, A.Now).Error!.Type.Code.Should().Be(refusal);

    [Fact]
    public void A_second_head_does_not_come() =>
        A.Household(Day).Admit(A.Member(new(1970, 1, 1)), Day, Today, A.Now).Error!.Type.Should().Be(HouseholdErrors.OneHead);

    [Fact]
    public void Another_head_is_named_with_what_everybody_is_to_him()
    {
        var household = Family(out var head, out var wife, out var daughter);
        household.NameHead([new(wife, Relationship.Head), new(head, Relationship.Spouse)], On("2024-04-01"), Today, A.Now).Error!.Type.Should().Be(HouseholdErrors.NotMember);
        household.NameHead([new(wife, Relationship.Head), new(head, Relationship.Spouse), new(daughter, Relationship.Head)], On("2024-04-01"), Today, A.Now).Error!.Type.Should().Be(HouseholdErrors.OneHead);
        household.NameHead([new(wife, Relationship.Head), new(head, Relationship.Spouse), new(daughter, Relationship.Daughter)], On("2024-04-01"), Today, A.Now).Refused.Should().BeFalse();
        Head(household, On("2024-03-31")).Should().Be(head);
        Head(household, On("2024-04-01")).Should().Be(wife);
    }

    [Fact]
    public void A_split_leaves_nobody_without_a_household_for_a_day_and_nobody_in_two()
    {
        var household = Family(out var head, out var wife, out var daughter);
        var split = household.Split([new(daughter, Relationship.Head)], [new(head, Relationship.Head), new(wife, Relationship.Spouse)], Village, Village, On("2024-05-01"), Today, A.Now);
        split.Refused.Should().BeFalse();
        split.Value.SplitFrom.Should().Be(household.Id);
        foreach (var day in new[] { "2024-04-30", "2024-05-01", "2024-06-03" })
            Living(household, On(day)).Concat(Living(split.Value, On(day))).Should().BeEquivalentTo([head, wife, daughter], day);
        Living(split.Value, On("2024-04-30")).Should().BeEmpty();
        Head(split.Value, On("2024-05-01")).Should().Be(daughter);
        household.Facts.OfType<HouseholdSplit>().Should().ContainSingle().Which.Successor.Should().Be(split.Value.Id);
    }

    [Fact]
    public void A_split_is_of_members_into_two_households_that_have_some()
    {
        var household = Family(out var head, out var wife, out var daughter);
        Tie[] all = [new(head, Relationship.Head), new(wife, Relationship.Spouse), new(daughter, Relationship.Daughter)];
        household.Split(all, [], Village, Village, Day, Today, A.Now).Error!.Type.Should().Be(HouseholdErrors.LastMember);
        household.Split([new(PersonId.New(), Relationship.Head)], all, Village, Village, Day, Today, A.Now).Error!.Type.Should().Be(HouseholdErrors.NotMember);
        household.Split([new(daughter, Relationship.Daughter)], [new(head, Relationship.Head), new(wife, Relationship.Spouse)], Village, Village, Day, Today, A.Now).Error!.Type.Should().Be(HouseholdErrors.OneHead);
        household.Split([new(daughter, Relationship.Head)], [new(head, Relationship.Head), new(wife, Relationship.Spouse)], DivisionCode.Parse("320707102003"), Village, Day, Today, A.Now)
            .Error!.Type.Should().Be(HouseholdErrors.OtherCounty);
    }

    [Fact]
    public void A_merger_takes_all_in_and_closes_the_other_file()
    {
        var household = A.Household(Day);
        var other = A.Household(Day);
        var (head, joining) = (household.Members[0].Person, other.Members[0].Person);
        household.Absorb(other, [new(head, Relationship.Head)], On("2024-05-01"), Today, A.Now).Error!.Type.Should().Be(HouseholdErrors.NotMember);

        household = A.Household(Day);
        other = A.Household(Day);
        (head, joining) = (household.Members[0].Person, other.Members[0].Person);
        household.Absorb(other, [new(head, Relationship.Head), new(joining, Relationship.Sibling)], On("2024-05-01"), Today, A.Now).Refused.Should().BeFalse();
        other.MergedInto.Should().Be(household.Id);
        Living(household, On("2024-05-01")).Should().BeEquivalentTo([head, joining]);
        Living(other, On("2024-04-30")).Should().Equal(joining);
        Living(other, On("2024-05-01")).Should().BeEmpty();
        other.Admit(A.Member(new(1990, 1, 1)), Day, Today, A.Now).Error!.Type.Should().Be(HouseholdErrors.FileClosed);
        household.Absorb(household, [], Day, Today, A.Now).Error!.Type.Should().Be(HouseholdErrors.OtherCounty);
    }

    [Fact]
    public void A_head_named_late_leaves_what_was_said_of_the_days_since()
    {
        var household = Family(out var head, out var wife, out var daughter);
        household.ReportDeath(head, On("2024-04-01"), Today, A.Now).Refused.Should().BeFalse();
        var works = household.Members.Single(m => m.Person == wife && m.HoldsOn(Today)).Particulars with { Attributes = Attributes.Unknown with { Employment = Employment.Employed } };
        household.ChangeMember(wife, "李秀英", works, On("2024-05-01"), Today, A.Now).Refused.Should().BeFalse();
        household.NameHead([new(wife, Relationship.Head), new(daughter, Relationship.Daughter)], On("2024-04-02"), Today, A.Now).Refused.Should().BeFalse();
        Living(household, Today).Should().BeEquivalentTo([wife, daughter]);
        (Head(household, On("2024-04-02")), Head(household, Today)).Should().Be((wife, wife));
        household.Members.Single(m => m.Person == wife && m.HoldsOn(On("2024-04-30"))).Employment.Should().BeNull();
        household.Members.Single(m => m.Person == wife && m.HoldsOn(Today)).Employment.Should().Be(Employment.Employed);
    }

    [Fact]
    public void What_is_said_of_an_earlier_day_makes_no_second_head_of_a_later_one()
    {
        var household = Family(out var head, out var wife, out var daughter);
        household.ReportDeath(head, On("2024-04-01"), Today, A.Now).Refused.Should().BeFalse();
        household.NameHead([new(wife, Relationship.Head), new(daughter, Relationship.Daughter)], On("2024-04-20"), Today, A.Now).Refused.Should().BeFalse();
        household.Admit(A.Member(new(1970, 1, 1)), On("2024-04-10"), Today, A.Now).Error!.Type.Should().Be(HouseholdErrors.OneHead, "nobody was the head on that day, and the widow is from the 20th on");

        household = Family(out head, out wife, out daughter);
        household.NameHead([new(wife, Relationship.Head), new(head, Relationship.Spouse), new(daughter, Relationship.Daughter)], On("2024-05-01"), Today, A.Now).Refused.Should().BeFalse();
        var asBefore = household.Members.Single(m => m.Person == head && m.HoldsOn(On("2024-04-01"))).Particulars;
        household.ChangeMember(head, "王建国", asBefore, On("2024-04-01"), Today, A.Now).Error!.Type.Should().Be(HouseholdErrors.OneHead);
    }

    [Fact]
    public void A_merger_told_late_revives_nobody_and_takes_whoever_came_since()
    {
        var household = A.Household(Day);
        var other = Family(out var head, out var wife, out var daughter);
        var child = A.Member(On("2024-05-20"), Relationship.Grandchild, LabourCapacity.OutsideWorkingAge);
        other.ReportDeath(wife, On("2024-05-10"), Today, A.Now).Refused.Should().BeFalse();
        other.Admit(child, On("2024-05-20"), Today, A.Now).Refused.Should().BeFalse();
        other.Follow(ChangeKind.Prison, daughter, On("2024-05-15"), A.Now).Refused.Should().BeFalse();
        Tie[] all =
        [
            new(household.Members[0].Person, Relationship.Head), new(head, Relationship.Sibling), new(wife, Relationship.Other), new(daughter, Relationship.Other), new(child.Person, Relationship.Other),
        ];
        household.Absorb(other, all[..^1], On("2024-05-01"), Today, A.Now).Error!.Type.Should().Be(HouseholdErrors.NotMember, "the child is one of them");

        household = A.Household(Day);
        other = Family(out head, out wife, out daughter);
        other.ReportDeath(wife, On("2024-05-10"), Today, A.Now).Refused.Should().BeFalse();
        other.Admit(child, On("2024-05-20"), Today, A.Now).Refused.Should().BeFalse();
        other.Follow(ChangeKind.Prison, daughter, On("2024-05-15"), A.Now).Refused.Should().BeFalse();
        var own = household.Members[0].Person;
        all = [new(own, Relationship.Head), new(head, Relationship.Sibling), new(wife, Relationship.Other), new(daughter, Relationship.Other), new(child.Person, Relationship.Other)];
        household.Absorb(other, all, On("2024-05-01"), Today, A.Now).Refused.Should().BeFalse();
        Living(household, On("2024-05-10")).Should().BeEquivalentTo([own, head, wife, daughter]);
        Living(household, Today).Should().BeEquivalentTo([own, head, daughter, child.Person], "the dead stay dead");
        foreach (var day in new[] { "2024-05-01", "2024-05-20", "2024-06-03" }) Living(other, On(day)).Should().BeEmpty(day);
        household.Members.Single(m => m.Person == daughter && m.HoldsOn(Today)).Standing.Should().Be(Standing.Imprisoned, "what was told since is carried over");
        household.Members.Single(m => m.Person == daughter && m.HoldsOn(On("2024-05-14"))).Standing.Should().Be(Standing.CoLiving);
    }

    [Fact]
    public void A_split_told_late_revives_nobody()
    {
        var household = Family(out var head, out var wife, out var daughter);
        household.ReportDeath(daughter, On("2024-05-10"), Today, A.Now).Refused.Should().BeFalse();
        var split = household.Split([new(daughter, Relationship.Spouse), new(wife, Relationship.Head)], [new(head, Relationship.Head)], Village, Village, On("2024-05-01"), Today, A.Now);
        split.Refused.Should().BeFalse();
        Living(split.Value, On("2024-05-10")).Should().BeEquivalentTo([wife, daughter]);
        Living(split.Value, Today).Should().Equal(wife);
        Living(household, Today).Should().Equal(head);
    }

    [Theory]
    [InlineData("2024-05", "2024-06", null)]
    [InlineData("2024-06", "2024-07", null)]
    [InlineData("2024-06", "2024-08", "households.transfer_month")]
    [InlineData("2024-06", "2024-06", "households.transfer_month")]
    public void Two_counties_agree_on_months_that_meet(string last, string first, string? refusal)
    {
        var transfer = Transfer.Offer(A.Household(Day), DivisionCode.Parse("320707102003"), Month.Parse(last), new("Urban", 1, 60_000, Month.Of(2023, 1)), "迁入女儿家", "officer", On("2024-05-03")).Value;
        (transfer.NotAcceptable(Month.Parse(first), Month.Of(2024, 5))?.Type.Code).Should().Be(refusal);
    }

    [Fact]
    public void A_transfer_is_answered_once_leads_to_another_county_and_does_not_reach_back()
    {
        var household = A.Household(Day);
        var there = DivisionCode.Parse("320707102003");
        ClosingFigures none = new(null, 0, 0, null);
        Transfer.Offer(household, Village, Month.Of(2024, 6), none, "说明说明", "officer", Today).Error!.Type.Should().Be(HouseholdErrors.OtherCounty);
        Transfer.Offer(household, there, Month.Of(2024, 5), none, "说明说明", "officer", Today).Error!.Type.Should().Be(HouseholdErrors.TransferMonth);
        var transfer = Transfer.Offer(household, there, Month.Of(2024, 6), none, "说明说明", "officer", Today).Value;
        transfer.NotAcceptable(Month.Of(2024, 7), Month.Of(2024, 7))!.Type.Should().Be(HouseholdErrors.TransferMonth);
        transfer.Refuse("不在本地落户", "other", Today).Refused.Should().BeFalse();
        transfer.Withdraw("重新核实", "officer", Today).Error!.Type.Should().Be(HouseholdErrors.TransferState);
        transfer.NotAcceptable(Month.Of(2024, 7), Month.Of(2024, 6))!.Type.Should().Be(HouseholdErrors.TransferState);
        transfer.OpenFor.Should().BeNull();
    }

    /// <summary>A member before and after, as: standing, employment, education, graduation; - is not known.</summary>
    [Theory]
    [InlineData("CoLiving - - -", "Imprisoned - - -", "Prison")]
    [InlineData("Imprisoned - - -", "CoLiving - - -", "PrisonReturn")]
    [InlineData("CoLiving - - -", "DeclaredMissing - - -", "Move")]
    [InlineData("CoLiving Unemployed - -", "CoLiving Employed - -", "Job")]
    [InlineData("CoLiving Employed - -", "CoLiving Retired - -", "Job")]
    [InlineData("CoLiving - - -", "CoLiving Informal - -", "Job")] // he is known to earn
    [InlineData("CoLiving - - -", "CoLiving Farming Primary -", "")] // what was not known is filled in
    [InlineData("CoLiving Farming Primary -", "CoLiving - - -", "")]
    [InlineData("CoLiving Student Bachelor 2024-06-30", "CoLiving Student Bachelor 2025-06-30", "Graduation")]
    [InlineData("CoLiving Student Bachelor 2024-06-30", "CoLiving Employed Bachelor -", "Job Graduation")]
    [InlineData("CoLiving - SeniorSecondary -", "CoLiving - Bachelor -", "Graduation")]
    [InlineData("CoLiving Employed Primary -", "CoLiving Employed Primary -", "")]
    public void What_is_different_of_a_member_tells_what_has_changed(string before, string after, string told) =>
        string.Join(' ', Differences.Of(Particulars(before), Particulars(after))).Should().Be(told);

    [Theory]
    [InlineData("Married", "Divorced", "Divorce")]
    [InlineData("FirstMarriage", "Divorced", "Divorce")]
    [InlineData("Divorced", "RemarriedToFormerSpouse", "Marriage")]
    [InlineData("Single", "FirstMarriage", "Marriage")]
    [InlineData("Married", "FirstMarriage", "")]
    [InlineData("Married", "Widowed", "")] // the death was told
    [InlineData("NotStated", "Divorced", "")] // what was not known is filled in
    public void Another_marital_status_tells_a_marriage_or_a_divorce(string before, string after, string told)
    {
        MemberParticulars As(string marital) => Particulars("CoLiving - - -") with { Attributes = Attributes.Unknown with { Marital = Enum.Parse<MaritalStatus>(marital) } };
        string.Join(' ', Differences.Of(As(before), As(after))).Should().Be(told);
    }

    /// <summary>Fen a year of wages, of a pension that is not counted, and fen on deposit.</summary>
    [Theory]
    [InlineData("100 0 0", "100 0 0", "")]
    [InlineData("100 0 0", "200 0 0", "Income")]
    [InlineData("100 0 0", "0 0 0", "Income")]
    [InlineData("100 132 0", "100 0 0", "Income")]
    [InlineData("100 0 5", "100 0 6", "Assets")]
    [InlineData("100 0 5", "0 132 0", "Income Assets")]
    public void What_is_different_of_a_declaration_tells_what_has_changed(string before, string after, string told) =>
        string.Join(' ', Differences.Of(Declared(before), Declared(after))).Should().Be(told);

    [Fact]
    public void What_is_nothing_is_as_good_as_left_out()
    {
        var household = A.Household(Day);
        household.Declare([new(IncomeKind.Wage, 0)], [new(AssetKind.Deposit, 5)], Day, A.Now);
        Differences.Of(DeclaredMeans.Of(household, [], Day), new([], [((int)AssetKind.Deposit, 5)], [])).Should().BeEmpty();
    }

    private static MemberParticulars Particulars(string text)
    {
        var words = text.Split(' ');
        T? Known<T>(int word) where T : struct, Enum => words[word] == "-" ? null : Enum.Parse<T>(words[word]);
        var attributes = Attributes.Unknown with { Employment = Known<Employment>(1), Education = Known<Education>(2), GraduatesOn = words[3] == "-" ? null : On(words[3]) };
        return new(Relationship.Son, LabourCapacity.Able, null, Known<Standing>(0)!.Value, null, attributes, Health.Unknown);
    }

    private static DeclaredMeans Declared(string text)
    {
        var fen = Array.ConvertAll(text.Split(' '), word => long.Parse(word, CultureInfo.InvariantCulture));
        return new([((int)IncomeKind.Wage, fen[0])], [((int)AssetKind.Deposit, fen[2])], [((int)UncountedKind.BasicPension, fen[1])]);
    }

    private static Household Family(out PersonId head, out PersonId wife, out PersonId daughter)
    {
        var members = new[] { A.Member(new(1960, 3, 14)), A.Member(new(1962, 3, 14), Relationship.Spouse), A.Member(new(1995, 3, 14), Relationship.Daughter) };
        (head, wife, daughter) = (members[0].Person, members[1].Person, members[2].Person);
        return A.Household(Day, members: members);
    }

    private static IEnumerable<PersonId> Living(Household household, LocalDate day) => household.Members.Where(m => m.HoldsOn(day)).Select(m => m.Person);

    private static PersonId Head(Household household, LocalDate day) => household.Members.Single(m => m.HoldsOn(day) && m.Relationship == Relationship.Head).Person;

    private static LocalDate On(string day) => NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
}
