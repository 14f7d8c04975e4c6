using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;
using static Dibao.UnitTests.Eligibility.Policy;

namespace Dibao.UnitTests.Eligibility;

/// <summary>What a case is worth that goes on for an earlier one, and when nothing may be taken away yet.</summary>
public sealed class SuccessionTests
{
    private const long Standard = 632_00;
    private const long Base = 313_00;
    private const long OfOne = 104_00;
    private static readonly PersonId Head = PersonId.New();
    private static readonly PersonId Survivor = PersonId.New();

    [Theory]
    // A rural pair drew 313 and an uplift of 104 each, 521 together; the head dies (57 Art 33).
    [InlineData(SuccessionKind.HeadDied, 881_00, 0, 417_00, 6)]      // the survivor's 881 are above 632: the old base and his own uplift, for six months
    [InlineData(SuccessionKind.HeadDied, 632_00, 0, 417_00, 6)]      // exactly the standard is above it
    [InlineData(SuccessionKind.HeadDied, 532_00, 0, 204_00, null)]   // below: the difference of 100 and his own uplift, and it runs on
    [InlineData(SuccessionKind.HeadDied, 0, 0, 736_00, null)]
    [InlineData(SuccessionKind.HeadDied, 881_00, 99_999_00, 0, null)] // assets over the limit: no tapering
    [InlineData(SuccessionKind.HeadDied, 100_00, 99_999_00, 0, null)]
    [InlineData(SuccessionKind.Split, 881_00, 0, 0, null)]           // tapering is for the survivors of a head only
    [InlineData(SuccessionKind.Conversion, 532_00, 0, 204_00, null)]
    public void The_survivor_keeps_his_own_uplift_and_tapers_when_his_income_is_too_high(object kind, long incomePerMonth, long assets, long monthlyFen, int? taper) =>
        SuccessorAmount.Of((SuccessionKind)kind == SuccessionKind.HeadDied, Test(incomePerMonth, assets), Base, [new(Survivor, OfOne)], 6).Should().Be((monthlyFen, taper));

    [Fact]
    public void Where_no_text_grants_tapering_there_is_none() =>
        SuccessorAmount.Of(bereaved: true, Test(881_00, 0), Base, [new(Survivor, OfOne)], 0).Should().Be((0, null));

    [Fact]
    public void Six_months_of_tapering_are_a_right_by_the_text_of_2021()
    {
        On("2021-06-30").Find(PolicyKeys.TaperMonths).Should().BeNull();
        On("2021-07-01").Find(PolicyKeys.TaperMonths)!.Value.Should().Be(6);
    }

    [Fact]
    public void The_old_case_ends_with_a_month_and_the_new_one_begins_with_the_next()
    {
        var old = Old();
        var succession = Assessed(SuccessionKind.HeadDied, old, Case(417_00, 6));
        old.GoOnIn(succession.Id, Month.Of(2024, 5), Date("2024-05-20"), Entered).Refused.Should().BeFalse();
        var next = Entitlement.Succeed(succession, succession.Cases[0], Month.Of(2024, 6), 12, Date("2024-05-20"), Entered);

        (old.LastMonth, old.EndReason, old.SucceededBy).Should().Be((Month.Of(2024, 5), EndReason.Succeeded, succession.Id));
        (next.FirstMonth, next.LastMonth, next.Succeeds).Should().Be((Month.Of(2024, 6), Month.Of(2024, 11), succession.Id));
        for (var month = Month.Of(2024, 1); month <= Month.Of(2024, 12); month = month.Next)
            Drawn(old, month).Concat(Drawn(next, month)).Should().Equal(month < Month.Of(2024, 6) ? [521_00] : month <= Month.Of(2024, 11) ? [417_00] : [], $"{month} is drawn once");
    }

    [Fact]
    public void Who_assesses_does_not_confirm_and_nothing_is_confirmed_before_it_is_assessed()
    {
        var old = Old();
        var succession = Succession.Open(new(SuccessionKind.Conversion, Village, Date("2024-05-02")), old.Household, null, [old.Id], [old.Household], Date("2024-05-02"));
        succession.NotConfirmable(521_00, 2, hearing: false, "approver")!.Type.Should().Be(EligibilityErrors.OutOfOrder);
        succession.Assess([Case(600_00, null)], Date("2024-05-03"), "officer").Refused.Should().BeFalse();
        succession.NotConfirmable(521_00, 2, hearing: false, "officer")!.Type.Should().Be(EligibilityErrors.SamePerson);
        succession.NotConfirmable(521_00, 2, hearing: true, "approver").Should().BeNull("nothing is taken away");
    }

    [Theory]
    [InlineData(true, 520_99, "eligibility.not_heard")]
    [InlineData(true, 521_00, null)]
    [InlineData(false, 0, null)]
    public void Nobody_is_cut_unheard(bool hearing, long monthlyFen, string? refusal)
    {
        var succession = Assessed(SuccessionKind.Conversion, Old(), Case(monthlyFen, null));
        (succession.NotConfirmable(521_00, 2, hearing, "approver")?.Type.Code).Should().Be(refusal);
        succession.Hear(Date("2024-05-03"), "同意", Date("2024-05-03"), "officer").Error!.Type.Should().Be(EligibilityErrors.SamePerson);
        succession.Hear(Date("2024-05-03"), "同意", Date("2024-05-03"), "leader").Refused.Should().BeFalse();
        succession.NotConfirmable(521_00, 2, hearing, "leader")!.Type.Should().Be(EligibilityErrors.SamePerson);
        succession.NotConfirmable(521_00, 2, hearing, "approver").Should().BeNull();
    }

    [Fact]
    public void What_happens_before_it_is_confirmed_is_assessed_anew()
    {
        var succession = Assessed(SuccessionKind.Conversion, Old(), Case(0, null));
        var (old, other) = (succession.Household, HouseholdId.New());
        succession.Hear(Date("2024-05-03"), "同意", Date("2024-05-03"), "leader");
        succession.Widen(new(SuccessionKind.Split, Village, Date("2024-05-10")), [], [old, other]);
        (succession.State, succession.Cases.Count, succession.HeardOn).Should().Be((SuccessionState.Open, 0, null));
        succession.Households.Should().Contain(other).And.HaveCount(2);
    }

    [Theory]
    // A family of three drew 600; the son splits off. Whoever loses by it is heard, though together they lose nothing.
    [InlineData(400_00, 200_00, null, null)]
    [InlineData(0, 600_00, null, "eligibility.not_heard")]
    [InlineData(399_00, 201_00, null, "eligibility.not_heard")]
    [InlineData(400_00, 200_00, 6, "eligibility.not_heard")]
    public void Each_household_that_loses_is_heard(long couple, long son, int? taper, string? refusal)
    {
        var old = Old();
        var succession = Succession.Open(new(SuccessionKind.Split, Village, Date("2026-08-02")), old.Household, null, [old.Id], [old.Household, HouseholdId.New()], Date("2026-08-02"));
        succession.Assess([Case(couple, null) with { Persons = [Head, Survivor] }, Case(son, taper)], Date("2026-08-03"), "officer");
        (succession.NotConfirmable(600_00, 3, hearing: true, "approver")?.Type.Code).Should().Be(refusal);
    }

    [Fact]
    public void Only_the_household_whose_head_died_tapers_and_a_later_change_does_not_take_it_away()
    {
        var (old, son) = (Old(), HouseholdId.New());
        var succession = Succession.Open(new(SuccessionKind.Split, Village, Date("2024-05-02")), old.Household, null, [old.Id], [old.Household, son], Date("2024-05-02"));
        succession.Widen(new(SuccessionKind.HeadDied, Village, Date("2024-05-04")), [old.Id], [old.Household]);
        succession.Widen(new(SuccessionKind.Conversion, Village, Date("2024-05-06")), [old.Id], [old.Household]);
        succession.Bereaved.Should().Be(old.Household);
        succession.Drop(son);
        succession.Households.Should().Equal(old.Household);
    }

    [Fact]
    public void Successions_that_share_a_household_become_one()
    {
        var (one, other) = (Old(), Old());
        var first = Assessed(SuccessionKind.Split, one, Case(600_00, null));
        var second = Assessed(SuccessionKind.HeadDied, other, Case(600_00, null));
        first.TakeIn(second);
        (first.State, second.State, first.Bereaved).Should().Be((SuccessionState.Open, SuccessionState.Lapsed, other.Household));
        first.Predecessors.Should().Equal(one.Id, other.Id);
        first.Households.Should().Equal(one.Household, other.Household);
    }

    private static Entitlement Old() => Entitlement.TakeOver(
        new TakenOverHousehold(HouseholdId.New(), Village, Scheme.Rural, Head, [Head, Survivor], 521_00, Month.Of(2024, 1), Date("2023-06-20"), 12, [new(Head, OfOne), new(Survivor, OfOne)]),
        Date("2024-01-01"), Entered);

    private static Succession Assessed(SuccessionKind kind, Entitlement old, SuccessorCase next)
    {
        var succession = Succession.Open(new(kind, Village, Date("2024-05-02")), old.Household, null, [old.Id], [old.Household], Date("2024-05-02"));
        succession.Assess([next], Date("2024-05-03"), "officer").Refused.Should().BeFalse();
        return succession;
    }

    private static SuccessorCase Case(long monthlyFen, int? taper) =>
        new(HouseholdId.New(), Village, Scheme.Rural, Survivor, [Survivor], monthlyFen, [new(Survivor, OfOne)], taper, Guid.NewGuid(), "", []);

    private static Determination Test(long incomePerMonth, long assets) => MeansTest.Assess(
        new MeansInputs(Date("2024-05-03"), Scheme.Rural, 1, [new(IncomeKind.Transfer, 12 * incomePerMonth)], [new(AssetKind.Deposit, assets)]),
        new(Set(PolicyKeys.Standard, Standard, "2024-01-01").Figure(), Set(PolicyKeys.Rounding, 100, "2024-01-01").Figure(), Set(PolicyKeys.FinancialAssetLimit, 10_000_00, "2024-01-01").Figure())).Value;

    private static IEnumerable<long> Drawn(Entitlement entitlement, Month month) =>
        entitlement.Terms.Where(t => t.HoldsOn(month.FirstDay) && entitlement.FirstMonth <= month && (entitlement.LastMonth is null || month <= entitlement.LastMonth)).Select(t => t.MonthlyFen);
}
