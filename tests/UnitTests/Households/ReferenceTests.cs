using System.Text.Json;
using Dibao.Contracts.Households;
using Dibao.Households.Domain.Changes;
using Dibao.Households.Domain.Means;
using Dibao.Households.Domain.Members;
using Dibao.Households.Domain.Reference;

namespace Dibao.UnitTests.Households;

/// <summary>The tables that come with the product, and what they say.</summary>
public sealed class ReferenceTests
{
    private static readonly LocalDate Day = new(2024, 6, 1);
    private static readonly DivisionCode Village = DivisionCode.Parse("320706006003");

    [Theory]
    [InlineData("marital_status", typeof(MaritalStatus))]
    [InlineData("health_state", typeof(HealthState))]
    [InlineData("disability_kind", typeof(DisabilityKind))]
    [InlineData("disability_grade", typeof(DisabilityGrade))]
    [InlineData("education", typeof(Education))]
    [InlineData("employment", typeof(Employment))]
    [InlineData("person_class", typeof(PersonClass))]
    [InlineData("person_type", typeof(PersonType))]
    [InlineData("relationship", typeof(Relationship))]
    [InlineData("standing", typeof(Standing))]
    [InlineData("labour_capacity", typeof(LabourCapacity))]
    [InlineData("hukou", typeof(HukouKind))]
    [InlineData("income_kind", typeof(IncomeKind))]
    [InlineData("asset_kind", typeof(AssetKind))]
    [InlineData("change_kind", typeof(ChangeKind))]
    [InlineData("deduction_kind", typeof(DeductionKind))]
    [InlineData("living_standard_indicator", typeof(IndicatorKind))]
    public void The_codes_of_a_table_are_those_of_the_law(string table, Type type) =>
        Code.All.Where(c => c.Table == table && c.Value is not null).Select(c => $"{c.Value} {int.Parse(c.Number, System.Globalization.CultureInfo.InvariantCulture)}").Should().BeEquivalentTo(
            Enum.GetValues(type).Cast<object>().Select(v => $"{JsonNamingPolicy.CamelCase.ConvertName(v.ToString()!)} {Convert.ToInt32(v, System.Globalization.CultureInfo.InvariantCulture)}"));

    [Fact]
    public void Every_code_has_a_label_in_both_languages() =>
        Code.All.Should().OnlyContain(c => c.Zh.Length > 0 && c.En.Length > 0 && c.Standard.Length > 0).And.HaveCountGreaterThan(160);

    [Fact]
    public void The_list_of_divisions_is_the_one_of_2023()
    {
        var listed = ListedDivision.Snapshot().ToList();
        listed.GroupBy(d => d.Code.Digits).ToDictionary(g => g.Key, g => g.Count()).Should().Contain([new(2, 31), new(4, 342), new(6, 2_978 - 3)]);
        KnownPlace.Wrong(DivisionCode.Parse("441900003001"), Day, listed).Should().BeNull("a city without counties is its own");
        listed.Should().OnlyContain(d => d.StandsOn(ListedDivision.Always) && d.StandsOn(Day));
    }

    public static TheoryData<string, string?> Places => new()
    {
        { "in force", null },
        { "township ended", "households.division_ended" },
        { "township not yet founded", "households.division_unknown" },
        { "township unlisted where townships are listed", "households.division_unknown" },
        { "township unlisted where none is", null },
        { "village unlisted where villages are listed", "households.division_unknown" },
        { "county unlisted", "households.division_unknown" },
        { "township renamed", null },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void A_village_is_known_by_all_its_levels(string listed, string? refusal)
    {
        var county = Listed("320706", parts: listed != "township unlisted where none is");
        ListedDivision[] list = listed switch
        {
            "in force" => [county, Listed("320706006")],
            "township ended" => [county, Listed("320706006", to: new(2024, 6, 1))],
            "township not yet founded" => [county, Listed("320706006", from: new(2024, 6, 2))],
            "village unlisted where villages are listed" => [county, Listed("320706006", parts: true), Listed("320706006001")],
            "township renamed" => [county, Listed("320706006", to: new(2020, 1, 1)), Listed("320706006", from: new(2020, 1, 1))],
            "county unlisted" => [Listed("320707")],
            _ => [county],
        };
        (KnownPlace.Wrong(Village, Day, list)?.Type.Code).Should().Be(refusal);
        (KnownPlace.Wrong(Village, Day, list) is null).Should().Be(refusal is null);
    }

    private static ListedDivision Listed(string code, LocalDate? from = null, LocalDate? to = null, bool parts = false)
    {
        var division = new ListedDivision { Code = DivisionCode.Parse(code), Name = "某地", ValidFrom = from ?? ListedDivision.Always, PartsListed = parts };
        if (to is { } day) division.End(day);
        return division;
    }

    [Theory]
    [InlineData("severe", 30, "Married", false, "", "SeverelyDisabled")]
    [InlineData("light", 30, "Married", true, "", "Disabled")]
    [InlineData("", 30, "Married", true, "", "SeriouslyIll")]
    [InlineData("", 5, "NotStated", false, "", "Preschool")]
    [InlineData("", 15, "NotStated", false, "2026-06-30", "Pupil")]
    [InlineData("", 17, "NotStated", false, "2026-06-30", "Student")]
    [InlineData("", 70, "Widowed", false, "", "ElderlyAlone")]
    [InlineData("", 70, "Married", false, "", "Elderly")]
    [InlineData("", 40, "Divorced", false, "", "WorkingAge")]
    public void A_person_is_of_one_of_nine_types(string disability, int age, string marital, bool ill, string graduates, string type)
    {
        var health = new Health(null, disability.Length == 0 ? null : DisabilityKind.Limb, disability switch { "severe" => DisabilityGrade.First, "light" => DisabilityGrade.Fourth, _ => null }, ill);
        LocalDate? graduatesOn = graduates.Length == 0 ? null : LocalDate.FromDateOnly(DateOnly.Parse(graduates, System.Globalization.CultureInfo.InvariantCulture));
        var attributes = Attributes.Unknown with { Marital = Enum.Parse<MaritalStatus>(marital), GraduatesOn = graduatesOn };
        PersonTypes.Of(Day.PlusYears(-age), attributes, health, Day).Should().Be(Enum.Parse<PersonType>(type));
    }

    [Theory]
    [InlineData(DisabilityKind.Vision, DisabilityGrade.First, true)]
    [InlineData(DisabilityKind.Limb, DisabilityGrade.Second, true)]
    [InlineData(DisabilityKind.Limb, DisabilityGrade.Third, false)]
    [InlineData(DisabilityKind.Intellectual, DisabilityGrade.Third, true)]
    [InlineData(DisabilityKind.Mental, DisabilityGrade.Third, true)]
    [InlineData(DisabilityKind.Mental, DisabilityGrade.Fourth, false)]
    internal void Severe_is_what_57_Art_8_calls_so(DisabilityKind kind, DisabilityGrade grade, bool severe) =>
        new Health(null, kind, grade, false).SeverelyDisabled.Should().Be(severe);
}
