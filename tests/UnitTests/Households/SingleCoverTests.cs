using Dibao.Households.Domain.Members;

namespace Dibao.UnitTests.Households;

/// <summary>Who may be covered alone, and by which article (57 Art 8; 83 I(1)).</summary>
public sealed class SingleCoverTests
{
    private static readonly LocalDate Born = new(1990, 5, 4);

    [Theory]
    // disability, grade, serious illness, employment, household on the margin, day -> articles
    [InlineData(DisabilityKind.Limb, DisabilityGrade.First, false, null, true, "2022-01-01", "57 Art 8(1)")]
    [InlineData(DisabilityKind.Limb, DisabilityGrade.Second, false, null, true, "2022-01-01", "57 Art 8(1)")]
    [InlineData(DisabilityKind.Limb, DisabilityGrade.Third, false, null, true, "2022-01-01", "")]
    [InlineData(DisabilityKind.Mental, DisabilityGrade.Third, false, null, true, "2022-01-01", "57 Art 8(1)")]
    [InlineData(DisabilityKind.Intellectual, DisabilityGrade.Third, false, null, true, "2022-01-01", "57 Art 8(1)")]
    [InlineData(DisabilityKind.Intellectual, DisabilityGrade.Fourth, false, null, true, "2022-01-01", "")]
    [InlineData(DisabilityKind.Limb, DisabilityGrade.First, false, null, true, "2021-06-30", "")]
    [InlineData(DisabilityKind.Limb, DisabilityGrade.First, false, null, false, "2022-01-01", "")]
    [InlineData(null, null, true, null, true, "2022-01-01", "57 Art 8(2)")]
    [InlineData(null, null, true, null, false, "2023-01-01", "")]
    [InlineData(DisabilityKind.Limb, DisabilityGrade.Second, false, Employment.Unemployed, false, "2022-10-20", "83 I(1)")]
    [InlineData(DisabilityKind.Limb, DisabilityGrade.Second, false, Employment.Unemployed, false, "2022-10-19", "")]
    [InlineData(DisabilityKind.Limb, DisabilityGrade.Second, false, Employment.Employed, false, "2023-01-01", "")]
    [InlineData(DisabilityKind.Limb, DisabilityGrade.Second, true, Employment.Unemployed, true, "2023-01-01", "57 Art 8(1), 57 Art 8(2), 83 I(1)")]
    public void A_ground_holds_by_its_text(object? kind, object? grade, bool ill, object? employment, bool margin, string day, string articles)
    {
        var member = A.Household(Born.PlusYears(30), members: A.Member(
            Born, attributes: Attributes.Unknown with { Employment = (Employment?)employment }, health: new(null, (DisabilityKind?)kind, (DisabilityGrade?)grade, ill))).Members[0];
        string.Join(", ", SingleCover.Articles(member, margin, NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value)).Should().Be(articles);
    }

    [Theory]
    [InlineData(17, "")]
    [InlineData(18, "83 I(1)")]
    public void The_jobless_disabled_are_of_full_age(int age, string articles)
    {
        var day = new LocalDate(2023, 5, 4);
        var member = A.Household(day, members: A.Member(
            day.PlusYears(-age), attributes: Attributes.Unknown with { Employment = Employment.OutsideLabourForce }, health: new(null, DisabilityKind.Limb, DisabilityGrade.First, false))).Members[0];
        string.Join(", ", SingleCover.Articles(member, margin: false, day)).Should().Be(articles);
    }
}
