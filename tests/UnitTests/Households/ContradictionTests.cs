using Dibao.Contracts.Households;
using Dibao.Households.Domain.Members;

namespace Dibao.UnitTests.Households;

/// <summary>What cannot be true of one household at once.</summary>
public sealed class ContradictionTests
{
    private static readonly LocalDate Day = new(2024, 6, 1);

    public static TheoryData<string, bool> Said => new()
    {
        { "a head alone", true },
        { "a divorced head with a spouse", false },
        { "a married head with a spouse", true },
        { "two spouses", false },
        { "no head", false },
        { "two heads", false },
        { "a grade without a kind", false },
        { "a kind with a grade", true },
        { "a lone elderly of 59", false },
        { "a lone elderly of 60", true },
        { "an orphan of 18", false },
        { "an orphan of 18 at school", true },
        { "an orphan of 17", true },
        { "a divorce tomorrow", false },
        { "a divorce today", true },
        { "living together since a day", false },
    };

    [Theory]
    [MemberData(nameof(Said))]
    public void Contradictions_are_refused(string said, bool taken)
    {
        var head = Member(45, Relationship.Head);
        (LocalDate, MemberParticulars)[] members = said switch
        {
            "a head alone" => [head],
            "a divorced head with a spouse" => [Marital(head, MaritalStatus.Divorced), Member(44, Relationship.Spouse)],
            "a married head with a spouse" => [Marital(head, MaritalStatus.Married), Member(44, Relationship.Spouse)],
            "two spouses" => [head, Member(44, Relationship.Spouse), Member(43, Relationship.Spouse)],
            "no head" => [Member(44, Relationship.Spouse)],
            "two heads" => [head, head],
            "a grade without a kind" => [Sick(head, new(null, null, DisabilityGrade.First, false))],
            "a kind with a grade" => [Sick(head, new(null, DisabilityKind.Limb, DisabilityGrade.First, false))],
            "a lone elderly of 59" => [Of(Member(59, Relationship.Head), SpecialCategory.LoneElderly)],
            "a lone elderly of 60" => [Of(Member(60, Relationship.Head), SpecialCategory.LoneElderly | SpecialCategory.Veteran)],
            "an orphan of 18" => [Of(Member(18, Relationship.Head), SpecialCategory.Orphan)],
            "an orphan of 18 at school" => [Of(Member(18, Relationship.Head), SpecialCategory.Orphan, Day)],
            "an orphan of 17" => [Of(Member(17, Relationship.Head), SpecialCategory.Orphan)],
            "a divorce tomorrow" => [Marital(head, MaritalStatus.Divorced, Day.PlusDays(1))],
            "a divorce today" => [Marital(head, MaritalStatus.Divorced, Day)],
            "living together since a day" => [(head.BirthDate, head.Of with { StandingSince = Day })],
            _ => throw new InvalidOperationException(said),
        };
        (Contradictions.Among(members, Day) is null).Should().Be(taken);
    }

    [Fact]
    public void A_household_whose_head_died_is_headless_until_it_names_another() =>
        Contradictions.Among([Member(44, Relationship.Spouse)], Day, headless: true).Should().BeNull();

    private static (LocalDate BirthDate, MemberParticulars Of) Member(int age, Relationship relationship) =>
        (Day.PlusYears(-age), new(relationship, LabourCapacity.Able, null, Standing.CoLiving, null, Attributes.Unknown, Health.Unknown));

    private static (LocalDate, MemberParticulars) Marital((LocalDate BirthDate, MemberParticulars Of) m, MaritalStatus status, LocalDate? since = null) =>
        (m.BirthDate, m.Of with { Attributes = m.Of.Attributes with { Marital = status, MaritalSince = since } });

    private static (LocalDate, MemberParticulars) Sick((LocalDate BirthDate, MemberParticulars Of) m, Health health) => (m.BirthDate, m.Of with { Health = health });

    private static (LocalDate, MemberParticulars) Of((LocalDate BirthDate, MemberParticulars Of) m, SpecialCategory categories, LocalDate? graduates = null) =>
        (m.BirthDate, m.Of with { Attributes = m.Of.Attributes with { Categories = categories, GraduatesOn = graduates } });
}
