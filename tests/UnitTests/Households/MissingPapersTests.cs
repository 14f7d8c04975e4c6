using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Members;
using Dibao.Households.Domain.Papers;

namespace Dibao.UnitTests.Households;

/// <summary>All that is missing is told once (57 Art 10); nothing is asked that the check supplies (Law Art 62).</summary>
public sealed class MissingPapersTests
{
    private static readonly LocalDate Under57 = new(2023, 3, 1);
    private static readonly LocalDate UnderTheLaw = new(2026, 11, 22);

    private static readonly NewMember Head = A.Member(new LocalDate(1960, 3, 14));
    private static readonly NewMember Child = A.Member(new LocalDate(2015, 9, 1), Relationship.Grandchild, LabourCapacity.OutsideWorkingAge);

    [Theory]
    [InlineData("", "checkAuthorisation hukouBook idCard truthDeclaration")]
    [InlineData("Disabled", "checkAuthorisation disabilityCard hukouBook idCard truthDeclaration")]
    [InlineData("SeriouslyIll", "checkAuthorisation diagnosis hukouBook idCard truthDeclaration")]
    [InlineData("Divorced", "checkAuthorisation hukouBook idCard truthDeclaration")]
    [InlineData("Divorced DivorcedByCourt", "checkAuthorisation divorceJudgment hukouBook idCard truthDeclaration")]
    [InlineData("Employed", "checkAuthorisation hukouBook idCard truthDeclaration wageCertificate")]
    [InlineData("Student Agent", "checkAuthorisation hukouBook idCard mandate studentProof truthDeclaration")]
    [InlineData("OwnsHousing OwnsVehicle HasDeposits Married", "checkAuthorisation hukouBook idCard truthDeclaration")]
    [InlineData("Obligor SeriousExpense", "checkAuthorisation expenseReceipts hukouBook idCard obligorStatement truthDeclaration")]
    public void A_circumstance_asks_for_its_papers(string stated, string asked) =>
        Kinds(Listed(Under57, Stated(stated)), PaperStanding.Missing).Should().Equal(asked.Split(' '));

    [Fact]
    public void Under_the_law_no_register_papers_are_asked() =>
        Kinds(Listed(UnderTheLaw), PaperStanding.Missing).Should().Equal("checkAuthorisation", "truthDeclaration");

    [Fact]
    public void What_the_check_supplies_is_told_as_not_asked_whatever_was_brought() =>
        Kinds(Listed(UnderTheLaw, Stated("OwnsHousing"), [new("propertyCertificate", null)]), PaperStanding.SuppliedByCheck).Should().Equal("hukouBook", "idCard", "propertyCertificate");

    [Fact]
    public void Identity_cards_are_asked_from_sixteen_and_authorisations_from_eighteen_years_on()
    {
        var young = A.Member(Under57.PlusYears(-16), Relationship.Son);
        var listed = Listed(Under57, members: [Head, Child, young]);
        listed.Where(l => l.Line.Kind == "idCard").Select(l => l.Person).Should().BeEquivalentTo([Head.Person, young.Person]);
        listed.Where(l => l.Line.Kind == PaperChecklist.CheckAuthorisation).Select(l => l.Person).Should().Equal(Head.Person);
    }

    [Fact]
    public void A_paper_of_another_member_does_not_do()
    {
        HouseholdCircumstance disabled = new(Circumstance.Disabled, Child.Person);
        Listed(Under57, [disabled], [new("disabilityCard", Head.Person)], members: [Head, Child]).Should().Contain(l => l.Line.Kind == "disabilityCard" && l.Person == Child.Person && l.Standing == PaperStanding.Missing);
        Listed(Under57, [disabled], [new("disabilityCard", Child.Person)], members: [Head, Child]).Should().Contain(l => l.Line.Kind == "disabilityCard" && l.Standing == PaperStanding.Brought);
    }

    [Fact]
    public void A_circumstance_of_nobody_in_particular_gives_way_to_that_of_a_member() =>
        Listed(Under57, [new(Circumstance.Disabled), new(Circumstance.Disabled, Head.Person)]).Where(l => l.Line.Kind == "disabilityCard").Select(l => l.Person).Should().Equal(Head.Person);

    [Theory]
    [InlineData("2022-10-19", "wageCertificate", PaperStanding.Missing)]
    [InlineData("2022-10-20", "wageCertificate", PaperStanding.Promised)]
    [InlineData("2026-11-22", "wageCertificate", PaperStanding.Promised)]
    [InlineData("2026-11-22", "disabilityCard", PaperStanding.Missing)]
    public void A_promise_stands_in_where_and_when_the_law_lets_it(string day, string kind, object standing) =>
        Listed(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, Stated("Employed Disabled"), promised: [kind]).Single(l => l.Line.Kind == kind).Standing.Should().Be((PaperStanding)standing);

    [Fact]
    public void The_register_tells_circumstances_of_its_own()
    {
        var spouse = A.Member(new LocalDate(1962, 1, 2), Relationship.Spouse, LabourCapacity.Able);
        var household = A.Household(Under57, livesElsewhere: true, Head, spouse, Child);
        household.Declare([new(IncomeKind.Wage, 100)], [new(AssetKind.Housing, 100), new(AssetKind.Vehicle, 0), new(AssetKind.Deposit, 1)], Under57, A.Now);
        household.NamePayee(Child.Person, "农村商业银行", A.Account(), Under57, A.Now).Refused.Should().BeFalse();
        KnownCircumstances.Of(household, owedSupport: true, Under57).Should().BeEquivalentTo(new HouseholdCircumstance[]
        {
            new(Circumstance.Always), new(Circumstance.Married), new(Circumstance.Employed, spouse.Person), new(Circumstance.PayeeNamed, Child.Person),
            new(Circumstance.MinorPayee, Child.Person), new(Circumstance.Obligor), new(Circumstance.LivesElsewhere), new(Circumstance.OwnsHousing),
            new(Circumstance.HasDeposits),
        });
        KnownCircumstances.Of(household, owedSupport: false, Under57).Should().NotContain(c => c.Kind == Circumstance.Obligor);
    }

    private static IEnumerable<string> Kinds(IEnumerable<ListedPaper> listed, PaperStanding standing) =>
        listed.Where(l => l.Standing == standing).Select(l => l.Line.Kind).Order(StringComparer.Ordinal);

    private static IReadOnlyList<ListedPaper> Listed(
        LocalDate day, IEnumerable<HouseholdCircumstance>? stated = null, BroughtPaper[]? brought = null, string[]? promised = null, NewMember[]? members = null) =>
        MissingPapers.Of([new(Circumstance.Always), .. stated ?? []], A.Household(day, members: members ?? [Head]).Members, brought ?? [], promised ?? [], day);

    private static IEnumerable<HouseholdCircumstance> Stated(string kinds) =>
        kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(k => new HouseholdCircumstance(Enum.Parse<Circumstance>(k)));
}
