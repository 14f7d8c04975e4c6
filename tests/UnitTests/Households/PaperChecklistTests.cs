using Dibao.Households.Domain.Papers;

namespace Dibao.UnitTests.Households;

/// <summary>The checklist of papers as data: what is asked in which circumstance on which day, and on what it stands.</summary>
public sealed class PaperChecklistTests
{
    [Theory]
    [InlineData("truthDeclaration", "always", "2012-06-01", "asked", "271 Art 7")]
    [InlineData("truthDeclaration", "always", "2026-07-01", "asked", "Law Art 40")]
    [InlineData("checkAuthorisation", "always", "2012-12-12", "asked", "220 Art 12")]
    [InlineData("checkAuthorisation", "always", "2021-07-01", "asked", "57 Art 9")]
    [InlineData("checkAuthorisation", "always", "2026-11-22", "asked", "Law Art 40")]
    [InlineData("hukouBook", "always", "2026-06-30", "asked", "57 Art 9")]
    [InlineData("hukouBook", "always", "2026-07-01", "check", "Law Art 62")]
    [InlineData("idCard", "always", "2026-06-30", "asked", "57 Art 9")]
    [InlineData("idCard", "always", "2026-07-01", "check", "Law Art 62")]
    [InlineData("marriageCertificate", "married", "2022-10-19", "asked", "57 Art 9")]
    [InlineData("marriageCertificate", "married", "2022-10-20", "check", "83 III(2)")]
    [InlineData("divorceJudgment", "divorced", "2012-06-01", "asked", "271 Art 7")]
    [InlineData("divorceJudgment", "divorced", "2022-10-20", "check", "83 III(2)")]
    [InlineData("divorceJudgment", "divorcedByCourt", "2023-01-01", "asked", "57 Art 9")]
    [InlineData("propertyCertificate", "ownsHousing", "2021-06-30", "asked", "220 Art 12")]
    [InlineData("propertyCertificate", "ownsHousing", "2021-07-01", "check", "57 Art 10 and 17")]
    [InlineData("vehicleCertificate", "ownsVehicle", "2021-07-01", "check", "57 Art 10 and 17")]
    [InlineData("depositStatement", "hasDeposits", "2026-07-01", "check", "Law Art 62")]
    [InlineData("disabilityCard", "disabled", "2012-06-01", "asked", "271 Art 7")]
    [InlineData("disabilityCard", "disabled", "2026-11-22", "asked", "Law Art 40")]
    [InlineData("wageCertificate", "employed", "2022-10-19", "asked", "57 Art 9")]
    [InlineData("wageCertificate", "employed", "2022-10-20", "promise", "57 Art 9")]
    [InlineData("studentProof", "student", "2026-11-22", "promise", "Law Art 40")]
    [InlineData("mandate", "agent", "2026-11-22", "asked", "Law Art 37")]
    public void A_paper_is_asked_by_the_law_of_the_day(string kind, string when, string day, string asked, string article)
    {
        var line = PaperChecklist.On(Day(day)).Single(l => l.Kind == kind && l.When == Enum.Parse<Circumstance>(when, ignoreCase: true));
        (line.SuppliedByCheck ? "check" : line.PromiseAllowed ? "promise" : "asked").Should().Be(asked);
        line.Article.Should().Be(article);
    }

    [Theory]
    [InlineData("hukouBook")]
    [InlineData("idCard")]
    [InlineData("disabilityCard")]
    [InlineData("divorceJudgment")]
    [InlineData("wageCertificate")]
    public void The_five_papers_of_the_seed_were_asked_in_2012(string kind) =>
        PaperChecklist.On(new LocalDate(2012, 6, 1)).Should().Contain(l => l.Kind == kind && !l.SuppliedByCheck);

    [Fact]
    public void No_two_lines_of_a_paper_and_circumstance_hold_on_one_day()
    {
        foreach (var lines in PaperChecklist.Lines.GroupBy(l => (l.Kind, l.When)).Select(g => g.OrderBy(l => l.InForce.From).ToList()))
        {
            for (var i = 1; i < lines.Count; i++) lines[i - 1].InForce.To.Should().Be(lines[i].InForce.From, lines[i].Kind);
            lines[^1].InForce.To.Should().BeNull(lines[0].Kind);
        }
    }

    [Fact]
    public void A_kind_is_the_same_paper_in_all_its_lines()
    {
        foreach (var lines in PaperChecklist.Lines.GroupBy(l => l.Kind))
            lines.Select(l => (l.NameZh, l.NameEn, l.PerPerson, l.FromAge, l.Issued, l.Match)).Distinct().Should().ContainSingle(lines.Key);
    }

    [Fact]
    public void Every_circumstance_asks_for_something() => Enum.GetValues<Circumstance>().Should().BeSubsetOf(PaperChecklist.Lines.Select(l => l.When));

    [Fact]
    public void What_the_check_supplies_is_never_promised() => PaperChecklist.Lines.Should().NotContain(l => l.SuppliedByCheck && l.PromiseAllowed);

    [Theory]
    [InlineData("2011-12-01", "2012-11-22", true)]
    [InlineData("2011-11-23", "2012-11-22", true)]
    [InlineData("2011-11-22", "2012-11-22", false)]
    [InlineData("2012-11-22", "2012-11-22", true)]
    [InlineData("2012-11-23", "2012-11-22", false)]
    public void A_divorce_is_recent_less_than_twelve_months_before_the_application(string divorced, string applied, bool recent) =>
        PaperChecklist.RecentDivorces.Single(r => r.HoldsOn(Day(applied))).IsRecent(Day(divorced), Day(applied)).Should().Be(recent);

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
