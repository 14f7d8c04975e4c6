using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;
using static Dibao.UnitTests.Eligibility.Policy;

namespace Dibao.UnitTests.Eligibility;

public sealed class EntitlementTests
{
    private static readonly Instant Later = Entered + Duration.FromDays(100);

    [Fact]
    public void A_change_holds_from_its_month_and_the_months_before_keep_theirs()
    {
        var entitlement = Drawing(52_000, from: Month.Of(2012, 1));

        entitlement.Change([], 2, 60_000, Month.Of(2012, 7), Date("2012-06-20"), Later).Refused.Should().BeFalse();

        Drawn(entitlement, Month.Of(2012, 6)).Should().Be(52_000);
        Drawn(entitlement, Month.Of(2012, 7)).Should().Be(60_000);
    }

    [Fact]
    public void What_was_believed_before_a_change_is_still_known()
    {
        var entitlement = Drawing(52_000, from: Month.Of(2012, 1));

        entitlement.Change([], 2, 60_000, Month.Of(2012, 3), Date("2012-06-20"), Later);

        entitlement.Terms.AsQueryable().AsOf(Date("2012-03-01"), Later - Duration.Epsilon).Single().MonthlyFen.Should().Be(52_000);
        entitlement.Terms.AsQueryable().AsOf(Date("2012-03-01"), Later).Single().MonthlyFen.Should().Be(60_000);
        entitlement.Terms.AsQueryable().AsOf(Date("2012-02-01")).Single().MonthlyFen.Should().Be(52_000);
    }

    [Fact]
    public void A_second_change_for_the_same_month_takes_the_place_of_the_first()
    {
        var entitlement = Drawing(52_000, from: Month.Of(2012, 1));
        entitlement.Change([], 2, 60_000, Month.Of(2012, 7), Date("2012-06-20"), Later);

        entitlement.Change([], 2, 61_000, Month.Of(2012, 7), Date("2012-06-21"), Later + Duration.FromDays(1));

        Drawn(entitlement, Month.Of(2012, 7)).Should().Be(61_000);
        Drawn(entitlement, Month.Of(2012, 6)).Should().Be(52_000);
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(1, 1)]
    public void The_last_month_is_drawn_and_the_next_is_not(int end, int last)
    {
        var entitlement = Drawing(52_000, from: Month.Of(2012, 1));

        entitlement.End(Month.Of(2012, end), EndReason.Voluntary, Date("2012-05-10"), Later).Refused.Should().BeFalse();

        Drawn(entitlement, Month.Of(2012, last)).Should().Be(52_000);
        Drawn(entitlement, Month.Of(2012, last).Next).Should().BeNull();
        entitlement.Facts.OfType<EntitlementEnded>().Should().ContainSingle().Which.LastMonth.Should().Be(Month.Of(2012, last));
    }

    [Fact]
    public void A_death_before_the_first_month_leaves_nothing_drawn()
    {
        var entitlement = Drawing(52_000, from: Month.Of(2012, 4));

        entitlement.End(Month.Of(2012, 2), EndReason.Death, Date("2012-04-02"), Later);

        entitlement.LastMonth.Should().Be(Month.Of(2012, 3));
        Drawn(entitlement, Month.Of(2012, 4)).Should().BeNull();
    }

    [Fact]
    public void One_that_is_to_end_later_ends_earlier_when_the_last_one_dies()
    {
        var entitlement = Drawing(52_000, from: Month.Of(2012, 1));
        entitlement.End(Month.Of(2012, 12), EndReason.IncomeAboveStandard, Date("2012-06-10"), Later).Refused.Should().BeFalse("tapering");
        entitlement.End(Month.Of(2012, 8), EndReason.Death, Date("2012-08-20"), Later).Refused.Should().BeFalse();
        (entitlement.LastMonth, entitlement.EndReason).Should().Be((Month.Of(2012, 8), EndReason.Death));
        entitlement.End(Month.Of(2012, 9), EndReason.Voluntary, Date("2012-08-21"), Later).Refused.Should().BeTrue("it has ended by then");
    }

    [Fact]
    public void An_entitlement_ends_once()
    {
        var entitlement = Drawing(52_000, from: Month.Of(2012, 1));
        entitlement.End(Month.Of(2012, 5), EndReason.Death, Date("2012-05-10"), Later);

        entitlement.End(Month.Of(2012, 6), EndReason.Voluntary, Date("2012-06-10"), Later).Error!.Type.Code.Should().Be("eligibility.already_ended");
        entitlement.Change([], 1, 1, Month.Of(2012, 5), Date("2012-06-10"), Later).Error!.Type.Code.Should().Be("eligibility.already_ended");
        entitlement.LastMonth.Should().Be(Month.Of(2012, 5));
    }

    [Fact]
    public void Nothing_changes_before_the_first_month() =>
        Drawing(52_000, from: Month.Of(2012, 4)).Change([], 1, 1, Month.Of(2012, 3), Date("2012-03-10"), Later).Error!.Type.Code.Should().Be("eligibility.before_first_month");

    private static Entitlement Drawing(long monthlyFen, Month from) => Entitlement.TakeOver(
        new TakenOverHousehold(HouseholdId.New(), Village, Scheme.Rural, PersonId.New(), [PersonId.New(), PersonId.New()], monthlyFen, from, Date("2011-06-20"), 12),
        Date("2012-01-01"), Entered);

    private static long? Drawn(Entitlement entitlement, Month month) => entitlement.Terms.SingleOrDefault(t => t.HoldsOn(month.FirstDay))?.MonthlyFen;
}
