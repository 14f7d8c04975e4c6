using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Archive;
using Dibao.Households.Domain.Members;

namespace Dibao.UnitTests.Households;

/// <summary>户有袋、村有盒、乡有柜、县有室、市有库: each lies in the next (F162); and how complete a file is (F135).</summary>
public sealed class ArchiveTests
{
    private static readonly LocalDate Day = new(2024, 3, 1);

    [Theory]
    [InlineData("box", "320706001001", null)]
    [InlineData("box", "320706001", "households.container_place")]
    [InlineData("cabinet", "320706001", null)]
    [InlineData("cabinet", "320706", "households.container_place")]
    [InlineData("room", "320706", null)]
    [InlineData("library", "3207", null)]
    [InlineData("library", "320706", "households.container_place")]
    [InlineData("bag", "320706001001", "households.container_level")]
    public void A_level_belongs_to_a_level_of_place(string level, string place, string? refusal) =>
        (ArchiveContainer.Enter(Level(level), "1", DivisionCode.Parse(place), Day).Error?.Type.Code).Should().Be(refusal);

    [Theory]
    [InlineData("box 320706001001", "cabinet 320706001", null)]
    [InlineData("cabinet 320706001", "room 320706", null)]
    [InlineData("room 320706", "library 3207", null)]
    [InlineData("box 320706001001", "room 320706", "households.container_level")]
    [InlineData("box 320706001001", "box 320706001001", "households.container_level")]
    [InlineData("cabinet 320706001", "box 320706001001", "households.container_level")]
    [InlineData("library 3207", "library 3207", "households.container_level")]
    [InlineData("box 320706001001", "cabinet 320706006", "households.container_elsewhere")]
    [InlineData("room 320706", "library 3301", "households.container_elsewhere")]
    public void A_container_goes_into_one_of_the_next_level_above_its_place(string inner, string outer, string? refusal) =>
        (Entered(inner).PutInto(Entered(outer)).Error?.Type.Code).Should().Be(refusal);

    [Fact]
    public void No_chain_runs_in_a_circle_or_is_longer_than_five()
    {
        string[] chain = ["box 320706001001", "cabinet 320706001", "room 320706", "library 3207"];
        var containers = chain.Select(Entered).ToList();
        var bag = ArchiveContainer.BagOf(HouseholdId.New(), "320706-2024-000001", DivisionCode.Parse("320706001001"), Day);
        bag.PutInto(containers[0]).Refused.Should().BeFalse();
        for (var i = 0; i < 3; i++) containers[i].PutInto(containers[i + 1]).Refused.Should().BeFalse();
        foreach (var outer in containers)
            foreach (var inner in containers.Append(bag).Where(c => c.Level <= outer.Level))
                outer.PutInto(inner).Error!.Type.Should().Be(ArchiveErrors.ContainerLevel);
        bag.Code.Should().Be("320706-2024-000001", "one number for the bag, the system and the approval (F125)");
    }

    [Theory]
    [InlineData("320706001001", true)]
    [InlineData("320706001002", false)]
    [InlineData("320707102003", false)]
    public void A_bag_goes_with_its_file_and_stays_in_the_box_of_its_village_only(string village, bool inTheBox)
    {
        var box = Entered("box 320706001001");
        var bag = ArchiveContainer.BagOf(HouseholdId.New(), "320706-2024-000001", box.Division, Day);
        bag.PutInto(box).Refused.Should().BeFalse();
        bag.Follow(DivisionCode.Parse(village), "320707-2024-000009");
        (bag.Division, bag.Code, bag.Parent is not null).Should().Be((DivisionCode.Parse(village), "320707-2024-000009", inTheBox));
    }

    [Fact]
    public void A_score_counts_each_item_by_the_share_that_is_there()
    {
        var household = A.Household(Day);
        var scored = Completeness.Of(household, new([("idCard", household.Members[0].Person, false), ("hukouBook", null, true)], true), Day);
        scored.Score.Should().Be(10 + 20 + 10, "labour capacity, the declaration, and one of two papers");
        scored.Missing.Select(m => (m.Line.Item, m.Paper)).Should().BeEquivalentTo(new (CompletenessItem, string?)[]
        {
            (CompletenessItem.Health, null), (CompletenessItem.Employment, null), (CompletenessItem.Education, null), (CompletenessItem.Payee, null), (CompletenessItem.Papers, "idCard"),
        });
    }

    [Fact]
    public void A_small_child_is_not_asked_for_a_job_and_an_item_asked_of_nobody_does_not_count()
    {
        var grown = A.Member(new LocalDate(1980, 1, 1), attributes: Attributes.Unknown with { Employment = Employment.Farming, Education = Education.Primary }, health: Health.Unknown with { State = HealthState.Healthy });
        var child = A.Member(new LocalDate(2020, 1, 1), Relationship.Son, LabourCapacity.OutsideWorkingAge, health: Health.Unknown with { State = HealthState.Healthy });
        var household = A.Household(Day, false, grown, child);
        household.NamePayee(grown.Person, "bank", new([], "****", [], false), Day, A.Now).Refused.Should().BeFalse();
        var scored = Completeness.Of(household, new([], true), Day);
        (scored.Score, scored.Missing.Count).Should().Be((100, 0));
    }

    [Fact]
    public void The_weights_make_a_hundred_and_say_that_they_are_assumed()
    {
        Completeness.Table.Sum(l => l.Weight).Should().Be(100);
        Completeness.Table.Should().OnlyContain(l => l.Article.Contains("assumed", StringComparison.Ordinal));
    }

    private static ArchiveContainer Entered(string text) => ArchiveContainer.Enter(Level(text.Split(' ')[0]), "1", DivisionCode.Parse(text.Split(' ')[1]), Day).Value;

    private static ArchiveLevel Level(string text) => Enum.Parse<ArchiveLevel>(text, ignoreCase: true);
}
