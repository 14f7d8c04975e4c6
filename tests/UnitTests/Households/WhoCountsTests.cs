using Dibao.Contracts.Households;
using Dibao.Households.Domain.Members;

namespace Dibao.UnitTests.Households;

/// <summary>Who is a co-living member, and by which words of the article.</summary>
public sealed class WhoCountsTests
{
    private static readonly LocalDate Day = new(2024, 6, 1);

    public static TheoryData<string, string, int, string, string, bool, string> Members => new()
    {
        // relationship, standing, age, labour, graduates on, counts, reason
        { "Head", "CoLiving", 45, "Able", "", true, "head" },
        { "Spouse", "CoLiving", 45, "Able", "", true, "spouse" },
        { "Son", "CoLiving", 17, "OutsideWorkingAge", "", true, "minor_child" },
        { "Daughter", "CoLiving", 20, "Able", "2026-06-30", true, "student_child" },
        { "Son", "CoLiving", 25, "Lost", "", true, "dependent_child" },
        { "Son", "CoLiving", 25, "Able", "", true, "living_together" },
        { "Parent", "CoLiving", 70, "OutsideWorkingAge", "", true, "living_together" },
        { "Son", "Imprisoned", 25, "Able", "", false, "imprisoned" },
        { "Spouse", "InDetoxification", 45, "Able", "", false, "in_detoxification" },
        { "Spouse", "DeclaredMissing", 45, "Able", "", false, "declared_missing" },
        { "Sibling", "Clergy", 45, "Able", "", false, "clergy" },
        { "Other", "LeftOutByProvince", 45, "Able", "", false, "left_out_by_province" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void A_member_is_counted_or_left_out_with_his_reason(string relationship, string standing, int age, string labour, string graduates, bool counts, string reason)
    {
        var counting = On(Day, relationship, standing, null, age, labour, graduates);
        (counting.Counts, counting.Code).Should().Be((counts, reason));
        counting.Article.Should().StartWith("57 Art 7");
    }

    [Fact]
    public void Every_reason_for_which_the_law_leaves_out_is_in_the_table() =>
        Members.Select(m => (string)m[1]).Distinct().Should().BeEquivalentTo(Enum.GetNames<Standing>());

    [Theory]
    [InlineData("2021-06-01", true)]
    [InlineData("2021-06-02", false)]
    [InlineData("2024-06-02", false)] // not yet begun on the day
    public void Clergy_are_left_out_after_three_full_years_of_living_apart(string since, bool leftOut) =>
        On(Day, "Sibling", "Clergy", Date(since), 45, "Able", "").Counts.Should().Be(!leftOut);

    [Theory]
    [InlineData("2024-06-01", false)]
    [InlineData("2024-06-02", true)]
    public void A_prisoner_is_left_out_from_the_day_of_his_imprisonment_on(string since, bool counts) =>
        On(Day, "Son", "Imprisoned", Date(since), 25, "Able", "").Counts.Should().Be(counts);

    [Theory]
    [InlineData("Parent", "CoLiving", true, "220 Art 5(2)")]
    [InlineData("Spouse", "Imprisoned", false, "220 Art 5, 2(2)")]
    [InlineData("Spouse", "DeclaredMissing", true, "220 Art 5(1)")]
    public void Before_57_the_trial_rules_decide(string relationship, string standing, bool counts, string article)
    {
        var counting = On(new LocalDate(2021, 6, 30), relationship, standing, null, 45, "Able", "");
        (counting.Counts, counting.Article).Should().Be((counts, article));
    }

    private static Counting On(LocalDate day, string relationship, string standing, LocalDate? since, int age, string labour, string graduates) => WhoCounts.On(day, new CountedBy(
        Enum.Parse<Relationship>(relationship), day.PlusYears(-age), Enum.Parse<LabourCapacity>(labour), Enum.Parse<Standing>(standing), since,
        graduates.Length == 0 ? null : Date(graduates), graduates.Length == 0 ? null : Education.Bachelor));

    private static LocalDate Date(string text) => LocalDate.FromDateOnly(DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
