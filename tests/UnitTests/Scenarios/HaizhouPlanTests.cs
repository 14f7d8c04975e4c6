using Dibao.Contracts.Eligibility;
using Dibao.Scenarios.Haizhou;
using Dibao.Scenarios.Population;

namespace Dibao.UnitTests.Scenarios;

/// <summary>The drawn district: nobody real, the same on every machine, and as large as the document says.</summary>
public sealed class HaizhouPlanTests
{
    private static readonly HaizhouPlan Plan = new();
    private static readonly Change[] Ending = [Change.Employment, Change.IncomeAboveStandard, Change.AssetsOverLimit, Change.MovedAway, Change.RefusedReview];

    [Fact]
    public void Every_identity_number_is_valid_by_GB_11643_and_of_an_area_that_does_not_exist()
    {
        foreach (var person in Everybody())
        {
            ResidentIdNumber.TryParse(person.IdNumber, out var number).Should().BeTrue(person.IdNumber);
            number!.BirthDate.Should().Be(person.Born);
            number.Sex.Should().Be(person.Sex);
            person.IdNumber.Should().StartWith("999706", "GB/T 2260 assigns no area that begins with 99");
        }
    }

    [Fact]
    public void Nobody_bears_anothers_number() => Everybody().Select(p => p.IdNumber).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(5_000);

    [Fact]
    public void The_same_seed_draws_the_same_district()
    {
        var again = new HaizhouPlan();
        Told(again).Should().Equal(Told(Plan));
        Drawn(HaizhouSeed.ChanceSeed).Should().Equal(Drawn(HaizhouSeed.ChanceSeed)).And.NotEqual(Drawn(HaizhouSeed.ChanceSeed + 1));
    }

    [Theory]
    [InlineData(Scheme.Urban, 900, 1823)]
    [InlineData(Scheme.Rural, 1370, 3090)]
    public void Who_draws_at_the_end_of_2012_is_as_many_as_the_document_says(Scheme scheme, int households, int persons)
    {
        var live = Plan.TakenOver.Where(h => h.Scheme == scheme && !GoneIn2012(h)).Concat(Months(2012, 1, 11).SelectMany(Plan.ApplyingIn).Where(h => h.Scheme == scheme && Comes(h))).ToList();
        live.Should().HaveCount(households);
        live.Sum(h => h.Members.Count - (h.DeathIn is { Year: 2012 } ? 1 : 0)).Should().Be(persons);
    }

    [Fact]
    public void Eighty_one_households_are_ended_by_reviews_from_1_January_to_15_June_2013()
    {
        var ended = Plan.TakenOver.Where(h => h.ChangesIn is { Year: 2013 } && Ending.Contains(h.Change)).ToList();
        ended.Count(h => DueIn2013(h) <= new LocalDate(2013, 6, 15)).Should().Be(81);
        ended.Count(h => DueIn2013(h) > new LocalDate(2013, 6, 15)).Should().BePositive("some fall after the stated period and must not be counted");
        ended.Select(h => h.Change).Distinct().Should().HaveCountGreaterThan(3, "for mixed reasons");
    }

    [Fact]
    public void Enough_come_and_enough_are_refused()
    {
        var applying = Months(2012, 1, 12).Concat(Months(2013, 1, 6)).SelectMany(Plan.ApplyingIn).ToList();
        applying.Count(Comes).Should().BeGreaterThanOrEqualTo(400);
        applying.Count(h => !Comes(h)).Should().BeGreaterThanOrEqualTo(200);
        applying.Select(h => h.Fate).Distinct().Should().BeEquivalentTo(Enum.GetValues<Fate>());
    }

    [Fact]
    public void The_declared_income_leads_to_the_planned_amount_exactly()
    {
        foreach (var h in Plan.TakenOver)
        {
            var persons = h.Members.Count;
            var difference = 12 * HaizhouSeed.Standard(h.Scheme).Fen * persons - h.YearlyFen(persons);
            difference.Should().Be(12 * h.MonthlyFen);
            (h.MonthlyFen % 100).Should().Be(0, "whole yuan");
            h.YearlyFen(persons).Should().BePositive();
            h.Village.Digits.Should().Be(12);
            h.Village.County.Should().Be(HaizhouSeed.County);
        }
    }

    private static IEnumerable<GeneratedPerson> Everybody() =>
        Plan.TakenOver.Concat(Months(2012, 1, 12).Concat(Months(2013, 1, 6)).SelectMany(Plan.ApplyingIn)).SelectMany(h => h.Members);

    private static bool Comes(PlannedHousehold h) => h.Fate is Fate.Admitted or Fate.AdmittedAfterObjection or Fate.AdmittedObjectionDismissed;

    private static bool GoneIn2012(PlannedHousehold h) =>
        (h.DeathIn is { Year: 2012 } && h.Members.Count == 1) || h.LeavesIn is { Year: 2012 } || (h.ChangesIn is { Year: 2012 } && Ending.Contains(h.Change));

    private static LocalDate DueIn2013(PlannedHousehold h) => h.LastReviewedOn.PlusYears(2);

    private static IEnumerable<Month> Months(int year, int first, int last) => Enumerable.Range(first, last - first + 1).Select(m => Month.Of(year, m));

    private static IEnumerable<string> Told(HaizhouPlan plan) => plan.TakenOver.Concat(Months(2012, 1, 12).SelectMany(plan.ApplyingIn))
        .Select(h => $"{h.Number} {h.Scheme} {h.Village} {h.MonthlyFen} {h.Fate} {h.Change} {h.ChangesIn} {h.DeathIn} {h.LeavesIn} {h.LastReviewedOn} {string.Join(' ', h.Members.Select(m => m.Name + m.IdNumber))}");

    private static IReadOnlyList<int> Drawn(int seed)
    {
        var draw = new Draw(seed);
        return [.. Enumerable.Range(0, 50).Select(_ => draw.Between(0, 1_000_000))];
    }
}
