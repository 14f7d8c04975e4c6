using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Members;
using Dibao.Households.Domain.Officers;

namespace Dibao.UnitTests.Households;

/// <summary>Officers, who is near to them, and what is filed of a household.</summary>
public sealed class OfficerTests
{
    private static readonly LocalDate Day = new(2024, 3, 1);
    private static readonly DivisionCode County = DivisionCode.Parse("320706");
    private static readonly SealedPerson Brother = Person(2);
    private static readonly NewMember Head = A.Member(new LocalDate(1960, 3, 14));
    private readonly Household household = A.Household(Day, members: [Head]);

    [Theory]
    [InlineData("Spouse", "2012-12-11", null)]
    [InlineData("Spouse", "2012-12-12", "220 Art 14")]
    [InlineData("Sibling", "2021-06-30", "220 Art 14")]
    [InlineData("Sibling", "2021-07-01", "57 Art 11")]
    [InlineData("Parent", "2021-07-01", "57 Art 11")]
    [InlineData("Child", "2030-01-01", "57 Art 11")]
    [InlineData("PaternalGrandparent", "2013-01-01", "220 Art 14")]
    [InlineData("MaternalGrandparent", "2013-01-01", "220 Art 14")]
    [InlineData("SonsChild", "2024-01-01", "57 Art 11")]
    [InlineData("DaughtersChild", "2024-01-01", "57 Art 11")]
    public void Who_is_near_is_said_by_the_text_of_the_day(string kinship, string day, string? article) =>
        (NearRelatives.On(Enum.Parse<Kinship>(kinship), The(day))?.Article).Should().Be(article);

    [Fact]
    public void Every_kinship_has_its_text()
    {
        foreach (var kinship in Enum.GetValues<Kinship>()) NearRelatives.On(kinship, Day).Should().NotBeNull(kinship.ToString());
        NearRelatives.All.Should().OnlyContain(k => k.Zh.Length > 0 && k.En.Length > 0 && k.Document.Length > 0);
    }

    [Theory]
    [InlineData("CountyCivilAffairs", "320706", null)]
    [InlineData("CountyCivilAffairs", "320706001", "households.officer_office")]
    [InlineData("CountyCivilAffairs", "320707", "households.officer_office")]
    [InlineData("TownshipHandler", "320706001", null)]
    [InlineData("TownshipLeader", "320706001", null)]
    [InlineData("TownshipLeader", "320706001001", "households.officer_office")]
    [InlineData("CommitteeMember", "320706001001", null)]
    [InlineData("CommitteeMember", "320706001", "households.officer_office")]
    public void An_officer_serves_at_a_place_of_his_level_in_the_county(string kind, string office, string? refusal) =>
        (Enter(Enum.Parse<OfficerKind>(kind), office).Error?.Type.Code).Should().Be(refusal);

    [Theory]
    [InlineData("2024-03-01", null, null)]
    [InlineData("2024-03-02", null, "households.officer_days")]
    [InlineData("2024-02-01", "2024-02-01", "households.officer_days")]
    [InlineData("2024-02-01", "2026-02-01", null)]
    public void He_serves_from_today_or_before(string from, string? to, string? refusal) =>
        (Enter(from: The(from), to: to is null ? null : The(to)).Error?.Type.Code).Should().Be(refusal);

    [Fact]
    public void He_stands_among_his_kin_himself_and_each_relative_once()
    {
        var officer = Enter(kin: [new(Kinship.Sibling, Brother, Day, null)]).Value;
        officer.Kin.Select(k => k.Kinship).Should().Equal(Kinship.Self, Kinship.Sibling);
        officer.Relate(new(Kinship.Sibling, Brother, Day, null), Day, A.Now).Error!.Type.Should().Be(OfficerErrors.KinTwice);
        officer.Relate(new(Kinship.Spouse, Person(3), Day.PlusDays(1), null), Day, A.Now).Error!.Type.Should().Be(OfficerErrors.Days);
        officer.Relate(new(Kinship.Self, Person(3), Day, null), Day, A.Now).Error!.Type.Should().Be(OfficerErrors.NotNear);
    }

    [Fact]
    public void A_marriage_ends_on_a_day_and_the_days_before_stay()
    {
        var officer = Enter(from: Day.PlusDays(-30), kin: [new(Kinship.Spouse, Brother, Day.PlusDays(-30), null)]).Value;
        var wife = officer.Kin[1].Id;
        officer.EndKin(wife, Day.PlusDays(1), Day, A.Now).Error!.Type.Should().Be(OfficerErrors.Days);
        officer.EndKin(wife, Day.PlusDays(-10), Day, A.Now).Refused.Should().BeFalse();
        officer.Kin.Should().ContainSingle(k => k.Kinship == Kinship.Spouse && k.HoldsOn(Day.PlusDays(-11)));
        officer.Kin.Should().NotContain(k => k.Kinship == Kinship.Spouse && k.HoldsOn(Day.PlusDays(-10)));
        officer.EndKin(wife, Day, Day, A.Now).Error!.Type.Should().Be(OfficerErrors.KinEnded);
        officer.EndKin(officer.Kin[0].Id, Day, Day, A.Now).Error!.Type.Should().Be(OfficerErrors.KinEnded, "he does not cease to be himself");
    }

    [Fact]
    public void He_leaves_once()
    {
        var officer = Enter(from: Day.PlusDays(-30)).Value;
        officer.Leave(Day.PlusDays(1), Day).Error!.Type.Should().Be(OfficerErrors.Days);
        officer.Leave(Day, Day).Refused.Should().BeFalse();
        (officer.ServesOn(Day.PlusDays(-1)), officer.ServesOn(Day)).Should().Be((true, false));
        officer.Leave(Day, Day).Error!.Type.Should().Be(OfficerErrors.Left);
    }

    [Theory]
    [InlineData("Sibling", "2024-03-01", null)]
    [InlineData("Self", "2024-03-01", null)]
    [InlineData("Sibling", "2012-12-11", "households.kinship_not_near")]
    public void A_household_states_what_is_near_on_the_day(string kinship, string day, string? refusal)
    {
        var then = A.Household(The(day), members: [Head]);
        (Filing.Declare(then, Head.Person, Enum.Parse<Kinship>(kinship), Handler, "village", The(day)).Error?.Type.Code).Should().Be(refusal);
    }

    [Fact]
    public void A_filing_is_of_a_member_and_ends_once_with_its_reason()
    {
        Filing.Declare(household, PersonId.New(), Kinship.Sibling, Handler, "village", Day).Error!.Type.Should().Be(HouseholdErrors.NotMember);
        var filing = Filing.Declare(household, Head.Person, Kinship.Sibling, Handler, "village", Day).Value;
        filing.StandsFor.Should().Be(household.Id);
        filing.End("another person of that name", "county", Day).Refused.Should().BeFalse();
        (filing.StandsFor, filing.EndedOn, filing.EndReason).Should().Be((null, Day, "another person of that name"));
        filing.End("again", "county", Day).Error!.Type.Should().Be(OfficerErrors.FilingEnded);
    }

    [Fact]
    public void Nothing_is_detected_before_a_text_asks_for_it()
    {
        var kin = new OfficersKin(Guid.NewGuid(), OfficerKind.TownshipHandler, DivisionCode.Parse("320706001"), Kinship.Sibling, [2]);
        Filing.Detect(household.Id, household.Division, Head.Person, kin, "village", new LocalDate(2012, 12, 11)).Should().BeNull();
        Filing.Detect(household.Id, household.Division, Head.Person, kin, "village", new LocalDate(2012, 12, 12))!.Article.Should().Be("220 Art 14");
    }

    private static DeclaredOfficer Handler => new(OfficerKind.TownshipHandler, DivisionCode.Parse("320706001"), []);

    private static SealedPerson Person(byte hash) => new([], [], [hash], "990***************");

    private static Result<Officer> Enter(OfficerKind kind = OfficerKind.TownshipHandler, string office = "320706001", LocalDate? from = null, LocalDate? to = null, params NewKin[] kin) =>
        Officer.Enter(County, kind, DivisionCode.Parse(office), "民政办经办人员", Person(1), from ?? Day, to, kin, "county", Day, A.Now);

    private static LocalDate The(string day) => NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
}
