using Dibao.Contracts.Households;
using Dibao.Households.Domain.Discovery;
using Dibao.Households.Domain.Reference;

namespace Dibao.UnitTests.Households;

/// <summary>Found, told, registered or closed (57 Art 6; Law Art 39).</summary>
public sealed class DiscoveryTests
{
    private static readonly LocalDate Day = new(2024, 3, 1);

    [Theory]
    [InlineData("inform", null, DiscoveryState.Informed)]
    [InlineData("link", "households.discovery_out_of_order", DiscoveryState.Found)]
    [InlineData("close", null, DiscoveryState.Closed)]
    [InlineData("inform link", null, DiscoveryState.Registered)]
    [InlineData("inform close", null, DiscoveryState.Closed)]
    [InlineData("inform inform", "households.discovery_out_of_order", DiscoveryState.Informed)]
    [InlineData("inform link close", "households.discovery_out_of_order", DiscoveryState.Registered)]
    [InlineData("close inform", "households.discovery_out_of_order", DiscoveryState.Closed)]
    [InlineData("close close", "households.discovery_out_of_order", DiscoveryState.Closed)]
    public void The_steps_come_in_their_order(string steps, string? refusal, object state)
    {
        var found = Found();
        string? last = null;
        foreach (var step in steps.Split(' '))
            last = step switch
            {
                "inform" => found.Inform(AidScheme.Dibao, Day, Day.PlusDays(30), "assistant", Day).Error?.Type.Code,
                "link" => found.Link(HouseholdId.New(), "assistant", Day).Error?.Type.Code,
                _ => found.Close(DiscoveryClosing.DoesNotWant, "does not want", "assistant", Day).Error?.Type.Code,
            };
        (last, (object)found.State).Should().Be((refusal, state));
        found.DueOn.HasValue.Should().Be(found.State is DiscoveryState.Found or DiscoveryState.Informed, "only then is a step due");
    }

    [Fact]
    public void A_step_is_overdue_after_its_last_day()
    {
        var found = Found();
        (found.IsOverdue(Day.PlusDays(7)), found.IsOverdue(Day.PlusDays(8))).Should().Be((false, true));
        found.Inform(AidScheme.Tekun, Day.PlusDays(8), Day.PlusDays(38), "assistant", Day.PlusDays(8)).Refused.Should().BeFalse();
        (found.IsOverdue(Day.PlusDays(38)), found.IsOverdue(Day.PlusDays(39)), found.Scheme).Should().Be((false, true, AidScheme.Tekun));
    }

    [Fact]
    public void Nobody_is_found_tomorrow_or_told_before_he_is_found()
    {
        DiscoveryRecord.Find(New(Day.PlusDays(1)), "assistant", Day).Error!.Type.Should().Be(DiscoveryErrors.FoundDate);
        Found().Inform(AidScheme.Dibao, Day.PlusDays(-1), Day, "assistant", Day).Error!.Type.Should().Be(DiscoveryErrors.FoundDate);
        Found().Inform(AidScheme.Dibao, Day.PlusDays(1), Day, "assistant", Day).Error!.Type.Should().Be(DiscoveryErrors.FoundDate);
    }

    [Theory]
    [InlineData("informing", "2012-06-01", 10, true, "F046")]
    [InlineData("informing", "2024-03-01", 5, true, "57 Art 6")]
    [InlineData("informing", "2026-07-01", 5, true, "Law Art 39")]
    [InlineData("applying", "2024-03-01", 30, false, "57 Art 6")]
    public void The_limits_are_data_of_their_day(string kind, string day, int days, bool working, string article)
    {
        var limit = DiscoveryRecord.Limits.On(kind, EmbeddedTable.Day(day));
        (limit.Days, limit.Working).Should().Be((days, working));
        limit.Article.Should().Contain(article).And.Contain("assumed");
    }

    private static NewDiscovery New(LocalDate on) => new(DivisionCode.Parse("320706001001"), [], on, DiscoveredBy.VillageStaff, "lives alone", null, Day.PlusDays(7));

    private static DiscoveryRecord Found() => DiscoveryRecord.Find(New(Day), "assistant", Day).Value;
}
