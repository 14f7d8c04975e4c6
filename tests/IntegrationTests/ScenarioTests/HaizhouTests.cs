using System.Globalization;
using Dibao.BuildingBlocks.Access;
using Dibao.IntegrationTests.Journeys;

namespace Dibao.IntegrationTests.ScenarioTests;

/// <summary>The district's eighteen months, asked as an auditor would ask.</summary>
[Collection(PlayedHaizhou.Collection)]
public sealed class HaizhouTests(PlayedHaizhou played)
{
    private const string County = PlayedHaizhou.County;

    [EveryEngine]
    public void Every_figure_of_the_table_equals_the_seeds()
    {
        played.AllEqual.Should().BeTrue(played.Said);
        played.Report.Select(r => r!["equal"]!.GetValue<bool>()).Should().HaveCountGreaterThan(10).And.OnlyContain(e => e);
        decimal Figure(string name) => played.Report.Single(r => r!.Text("figure") == name)!["computed"]!.GetValue<decimal>();
        (Figure("households, end of 2012"), Figure("persons, end of 2012")).Should().Be((2_270, 4_913));
        (Figure("urban households"), Figure("urban persons"), Figure("rural households"), Figure("rural persons")).Should().Be((900, 1_823, 1_370, 3_090));
        Figure("households ended by review conclusions, 1 January to 15 June 2013").Should().Be(81);
        (Figure("from district finance in 2012, yuan"), Figure("from upper levels in 2012 (not split), yuan")).Should().Be((2_034_900, 11_075_500));
        played.Report.Where(r => r!.Text("kind") == "input").Should().HaveCount(4, "standards and appropriations are inputs; all else is computed");
    }

    [EveryEngine]
    public void It_says_a_line_per_month_and_what_is_assumed()
    {
        var months = played.Said.Split('\n').Where(l => l.StartsWith("201", StringComparison.Ordinal) && l.Contains(" paid ", StringComparison.Ordinal)).ToList();
        months.Select(l => l[..7]).Should().Equal(Enumerable.Range(0, 18).Select(i => Month.Of(2012, 1).Plus(i).ToString()));
        played.Said.Should().Contain("Assumed").And.Contain("320706").And.Contain("notice days", Exactly.Times(0)).And.Contain("initial-review notice");
    }

    [EveryEngine]
    public async Task At_least_400_come_in_through_the_whole_procedure()
    {
        const string whole = """
            SELECT count(*) FROM eligibility_application a WHERE a.Status = 8 AND a.AcceptedOn IS NOT NULL AND a.CheckAnsweredOn >= a.AcceptedOn AND a.VisitedOn >= a.AcceptedOn
            AND a.AssessedOn >= a.VisitedOn AND a.Positive = true AND a.DecidedOn >= a.ReviewedOn AND a.DecidedOn <= a.DueOn
            AND EXISTS (SELECT 1 FROM oversight_notice n WHERE n.Application = a.Id AND n.Kind = 1 AND n.Status = 2)
            AND EXISTS (SELECT 1 FROM oversight_publication p WHERE p.Entitlement = a.Entitlement)
            AND EXISTS (SELECT 1 FROM funds_payroll_line l WHERE l.Entitlement = a.Entitlement AND l.state = 2)
            """;
        (await played.Count(whole)).Should().BeGreaterThanOrEqualTo(400);
        (await played.Count("SELECT count(*) FROM eligibility_application WHERE Status = 8 AND CheckAnsweredOn IS NULL")).Should().Be(0, "no approval without a completed check");
        (await played.Count("""
            SELECT count(*) FROM eligibility_application a WHERE a.Status = 8 AND a.DecidedOn >= '2012-12-12'
            AND ((a.AppraisedOn IS NULL AND a.AssessedOn >= '2012-12-12') OR NOT EXISTS (SELECT 1 FROM oversight_notice n WHERE n.Application = a.Id AND n.Kind = 2 AND n.Status = 2))
            """)).Should().Be(0, "under 220 there are an appraisal and a second notice");
        (await played.Count("SELECT count(*) FROM eligibility_application WHERE AppraisedOn < '2012-12-12'")).Should().Be(0, "no appraisal before 220 came");
        (await played.Count("SELECT count(*) FROM eligibility_application WHERE Status = 8 AND DecidedOn >= '2012-12-12'")).Should().BePositive("some are decided under 220");
    }

    [EveryEngine]
    public async Task At_least_200_are_refused_each_with_reasons_and_the_way_to_appeal()
    {
        (await played.All("/applications?status=refused&limit=200")).Should().HaveCountGreaterThanOrEqualTo(200);
        (await played.Count("SELECT count(*) FROM eligibility_application WHERE Status = 9 AND (length(Reasons) < 5 OR AppealZh IS NULL OR AppealEn IS NULL)")).Should().Be(0);
        (await played.Count("SELECT count(*) FROM oversight_notice n JOIN eligibility_application a ON a.Id = n.Application WHERE a.Positive = false AND a.SecondOpinion = false")).Should().Be(0, "a negative opinion is not posted");
    }

    [EveryEngine]
    public async Task Objections_are_upheld_and_dismissed_and_lead_to_either_decision()
    {
        (await played.Count("SELECT count(*) FROM oversight_objection WHERE Decision = 2")).Should().BePositive();
        (await played.Count("SELECT count(*) FROM oversight_objection WHERE Decision = 3")).Should().BePositive();
        (await played.Count("SELECT count(*) FROM oversight_objection WHERE Decision = 1")).Should().Be(0, "every objection is answered");
        foreach (var status in (int[])[8, 9]) (await played.Count($"SELECT count(*) FROM eligibility_application WHERE SecondOpinion = true AND Status = {status}")).Should().BePositive();
    }

    [EveryEngine]
    public async Task Payments_come_back_each_month_and_each_is_paid_again()
    {
        var returns = await played.All($"/returns?county={County}&limit=200");
        returns.Should().OnlyContain(r => !r.Flag("open"));
        (await played.Count("SELECT count(DISTINCT p.Month) FROM funds_payroll_line l JOIN funds_payroll p ON p.Id = l.Payroll WHERE l.state = 3 AND p.Kind = 1")).Should().Be(18);
        (await played.Count("""
            SELECT count(*) FROM funds_payroll_line l WHERE l.state = 3 AND NOT EXISTS (SELECT 1 FROM funds_payroll_line r
            WHERE r.Payroll = l.RepaidBy AND r.Entitlement = l.Entitlement AND r.BenefitMonth = l.BenefitMonth AND r.AmountFen = l.AmountFen AND r.Attempt = l.Attempt + 1 AND r.state = 2)
            """)).Should().Be(0);
    }

    [EveryEngine]
    public async Task The_average_benefit_lies_between_60_and_85_percent_of_each_standard_in_every_month()
    {
        var months = (await played.Read($"/statistics/months?division={County}&from=2012-01&to=2013-06")).AsArray();
        months.Should().HaveCount(18);
        foreach (var month in months)
        {
            foreach (var scheme in month!.Items("schemes"))
            {
                var standard = scheme.Text("scheme") == "urban" ? 38_000m : 25_500m;
                var average = (decimal)scheme["figures"]!.Number("benefitFen") / scheme["figures"]!.Number("persons");
                (average / standard).Should().BeInRange(0.60m, 0.85m, $"{month!.Text("month")} {scheme.Text("scheme")}");
            }
            var total = month!["total"]!;
            month!.Items("schemes").Sum(s => s["figures"]!.Number("households")).Should().Be(total.Number("households"));
        }
        for (var i = 1; i < months.Count; i++)
        {
            var (before, now) = (months[i - 1]!["total"]!, months[i]!["total"]!);
            now.Number("households").Should().Be(before.Number("households") + now.Number("admitted") + now.Number("takenOver") - now.Number("ended"), "opening + in − out = closing");
        }
    }

    [EveryEngine]
    public async Task The_special_account_is_never_below_zero_and_every_entry_balances()
    {
        long balance = 0, number = 0;
        foreach (var entry in await played.All($"/ledger/entries?county={County}&limit=200"))
        {
            entry.Number("number").Should().Be(++number);
            entry.Items("lines").Sum(l => l.Number("debitFen") - l.Number("creditFen")).Should().Be(0);
            balance += entry.Items("lines").Where(l => l.Text("account") == "specialAccount").Sum(l => l.Number("debitFen") - l.Number("creditFen"));
            balance.Should().BeGreaterThanOrEqualTo(0, $"after entry {number}");
        }
        number.Should().BeGreaterThan(18 * 6);
        var accounts = await played.Read($"/ledger/accounts?county={County}");
        accounts.Items("accounts").Single(a => a.Text("kind") == "specialAccount").Number("balanceFen").Should().Be(balance);
        accounts.Number("sumFen").Should().Be(0);
        var statement = await played.Read($"/special-accounts/{County}/statement?from=2012-01-01&to=2013-06-30");
        (statement.Number("openingFen") + statement.Items("received").Sum(r => r.Number("fen")) + statement.Number("returnedFen") - statement.Number("transferredFen"))
            .Should().Be(statement.Number("closingFen")).And.Be(balance);
        statement.Number("paidFen").Should().Be(await played.Count("SELECT sum(AmountFen) FROM funds_payroll_line WHERE state = 2"));
    }

    [EveryEngine]
    public async Task Both_chains_hold()
    {
        (await played.Read($"/ledger/verification?county={County}")).Flag("ok").Should().BeTrue();
        var trail = await played.Read("/audit-entries/verification");
        trail.Flag("ok").Should().BeTrue(trail.ToJsonString());
        trail.Number("sealed").Should().BeGreaterThan(10_000);
    }

    [EveryEngine]
    public async Task Households_leave_in_2012_for_many_reasons()
    {
        var ended = await played.All($"/entitlements?division={County}&live=false&limit=200");
        var reasons = ended.Where(e => e.Text("lastMonth").StartsWith("2012", StringComparison.Ordinal)).GroupBy(e => e.Text("endReason")).ToDictionary(g => g.Key, g => g.Count());
        reasons.Keys.Should().Contain(["death", "voluntary", "employment", "incomeAboveStandard", "assetsOverLimit", "movedAway"]);
        reasons.Values.Should().OnlyContain(n => n > 0);
        var year = await played.Read($"/statistics/years/2012?division={County}");
        (year.Number("takenOver") + year.Number("admitted") - year["caseload"]!["total"]!.Number("households")).Should().Be(
            ended.Count(e => string.CompareOrdinal(e.Text("lastMonth"), "2012-11") <= 0), "who is no longer in December left by November");
    }

    [EveryEngine]
    public async Task Every_end_of_a_review_is_told_with_reasons()
    {
        var ends = (await played.All("/reviews?status=concluded&limit=200")).Where(r => r["outcome"]?.GetValue<string>() == "end").ToList();
        ends.Should().HaveCountGreaterThan(100);
        foreach (var end in ends)
        {
            var conclusion = (await played.Read($"/reviews/{end.Text("id")}"))["conclusion"]!;
            conclusion.Text("reasons").Length.Should().BeGreaterThanOrEqualTo(10);
            conclusion["endReason"].Should().NotBeNull();
            (await played.Read($"/entitlements/{end.Text("entitlement")}"))["lastMonth"].Should().NotBeNull();
        }
    }

    [EveryEngine]
    public async Task The_clock_goes_on_from_1_July_2013()
    {
        var clock = await played.Read("/clock");
        (clock.Text("today"), clock.Text("scenario")).Should().Be(("2013-07-01", "haizhou"));
        var first = DateTimeOffset.Parse(clock.Text("now"), CultureInfo.InvariantCulture);
        first.Should().BeAfter(new DateTimeOffset(2013, 7, 1, 9, 0, 0, TimeSpan.FromHours(8)));
        DateTimeOffset.Parse((await played.Read("/clock")).Text("now"), CultureInfo.InvariantCulture).Should().BeAfter(first, "it runs");
    }

    [EveryEngine]
    public async Task Played_again_it_ends_with_2_and_names_reset()
    {
        var ended = await Process.Run("Development", ["--scenario", "haizhou", $"--Keys:Path={played.Api.Folder.At("keys")}", .. played.Api.Database.Arguments, "--urls", "http://127.0.0.1:0"]);
        ended.ExitCode.Should().Be(2, ended.Output + ended.Error);
        ended.Error.Trim().Split('\n').Should().ContainSingle().Which.Should().Contain("--reset").And.Contain("'haizhou'");
    }

    [EveryEngine]
    public async Task Production_does_not_serve_this_database()
    {
        const string key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        var ended = await Process.Run(
            "Production", ["--Authentication:Authority=https://login.example", "--Sealing:Current=1", $"--Sealing:Keys:1={key}", $"--Sealing:HashKey={key}", .. played.Api.Database.Arguments]);
        ended.ExitCode.Should().Be(1, ended.Output);
        ended.Error.Trim().Split('\n').Should().ContainSingle().Which.Should().Contain("'haizhou'").And.Contain("Production");
        var played2 = await Process.Run("Production", ["--scenario", "haizhou", .. played.Api.Database.Arguments]);
        played2.ExitCode.Should().Be(1);
        played2.Error.Should().Contain("not played in Production");
    }

    [EveryEngineTheory]
    [InlineData("persons of a term", "persons, end of 2012",
        "UPDATE eligibility_term SET Persons = Persons {0} 1 WHERE Id = (SELECT t.Id FROM eligibility_term t JOIN eligibility_entitlement e ON e.Id = t.Entitlement WHERE t.Superseded IS NULL AND t.ValidFrom <= '2012-12-01' AND t.ValidTo IS NULL AND e.LastMonth IS NULL ORDER BY t.Id LIMIT 1)",
        "+", "-")]
    [InlineData("the end of an entitlement", "households, end of 2012",
        "UPDATE eligibility_entitlement SET LastMonth = {0} WHERE Id = (SELECT e.Id FROM eligibility_entitlement e WHERE e.FirstMonth = 201201 AND (e.LastMonth IS NULL OR (e.LastMonth = 201206 AND e.EndReason IS NULL)) ORDER BY coalesce(e.LastMonth, 0) DESC, e.Id LIMIT 1)",
        "201206", "NULL")]
    public async Task An_entitlement_altered_in_the_database_shows_in_the_report(string what, string figure, string sql, string alteration, string restoration)
    {
        await played.Alter(string.Format(CultureInfo.InvariantCulture, sql, alteration));
        try
        {
            var altered = await played.Ask();
            altered.Single(f => f.Name == figure).Equal.Should().BeFalse($"{what} was altered");
        }
        finally
        {
            await played.Alter(string.Format(CultureInfo.InvariantCulture, sql, restoration));
        }
        (await played.Ask()).Should().OnlyContain(f => f.Equal, "it is restored");
    }

    [EveryEngine]
    public async Task A_villager_finds_who_draws_in_his_village_and_nobody_elses()
    {
        var village = (await played.Api.Anonymous.Read($"/publications?division={Fictitious.Village}&limit=200")).Json.Items("items").ToList();
        village.Should().NotBeEmpty();
        var entitled = await played.All($"/entitlements?division={Fictitious.Village}&live=true&limit=200", Roles.VillageAssistant, Fictitious.Village);
        village.Select(p => p.Text("id")).Should().BeEquivalentTo(entitled.Select(e => e.Text("id")));
    }
}
