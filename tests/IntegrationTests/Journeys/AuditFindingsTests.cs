using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>What an audit would look for: late ends, the dead on the payroll, figures that changed on the way, places below the law.</summary>
public sealed class AuditFindingsTests
{
    [EveryEngine]
    public async Task A_death_told_after_months_shows_what_was_overpaid()
    {
        await using var office = await Office.Open(2024, 3, 4);
        var c = await Case.Admitted(office);
        for (var month = 4; month <= 5; month++)
        {
            await office.GoTo(new LocalDate(2024, month, 5));
            await office.Do(Roles.PayrollClerk, "/payrolls", new JsonObject { ["county"] = Office.County, ["month"] = office.Month });
        }
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/deaths", new JsonObject { ["person"] = c.Members[0], ["diedOn"] = "2024-04-20" });
        var overpaid = (await office.List(Roles.Auditor, $"/overpayments?county={Office.County}")).Single();
        overpaid.Text("fromMonth").Should().Be("2024-05");
        overpaid.Text("toMonth").Should().Be("2024-05");
        overpaid.Number("amountFen").Should().Be((await c.Entitled("?validAt=2024-04-01"))["term"]!.Number("monthlyFen"), "April was due, May was not");
    }

    [EveryEngine]
    public async Task From_the_month_after_his_death_nothing_goes_to_a_dead_holder()
    {
        await using var office = await Office.Open(2024, 3, 4);
        var c = await Case.Admitted(office, persons: 2);
        await office.GoTo(new LocalDate(2024, 4, 20));
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/deaths", new JsonObject { ["person"] = c.Members[0], ["diedOn"] = "2024-04-18" });
        await office.GoTo(new LocalDate(2024, 5, 5));
        var may = await office.Do(Roles.PayrollClerk, "/payrolls", new JsonObject { ["county"] = Office.County, ["month"] = "2024-05" });
        may.Json.Words("withoutPayee").Should().Equal(c.Household);
        (await Months(office, may.Id)).Should().Equal("2024-04");

        await office.ChangePayee(c.Household, c.Members[1], "9000000000000099");
        await office.GoTo(new LocalDate(2024, 6, 5));
        var june = await office.Do(Roles.PayrollClerk, "/payrolls", new JsonObject { ["county"] = Office.County, ["month"] = "2024-06" });
        (await Months(office, june.Id)).Should().Equal("2024-05", "2024-06");
    }

    [EveryEngine]
    public async Task A_case_is_decided_by_the_standard_in_force_on_the_day_of_the_decision()
    {
        await using var office = await Office.Open(2024, 3, 4);
        var c = await Case.Register(office);
        await c.Apply();
        await c.Accept();
        await c.Investigate();
        await c.Assess();
        await c.GiveOpinion(positive: true);
        await office.SetPolicy("standard.monthly", Office.StandardFen + 4_000, "fen", "海政发〔2024〕9号", "2024-03-08");
        await office.Pass(10);
        await office.Refused(Roles.CountyApprover, $"{c.Path}/confirmation", null, 409, "eligibility.policy_changed");
    }

    [EveryEngine]
    public async Task No_place_goes_below_the_law_that_protects_the_household()
    {
        await using var office = await Office.Open(2026, 7, 2);
        await office.SetPolicy("review.hearing", 0, "flag", "海政发〔2026〕1号", "2026-07-01");
        await office.SetPolicy("notice.initial_review_days", 1, "days", "海政发〔2026〕1号", "2026-07-01");
        var rules = (await office.ReadOpenly($"/policies?division={Office.County}&scheme=urban&on=2026-07-02")).AsArray().OfType<JsonNode>().ToList();
        rules.Single(r => r.Text("key") == "review.hearing").Number("value").Should().Be(1, "Law Art 48");
        rules.Single(r => r.Text("key") == "notice.initial_review_days").Number("value").Should().Be(7, "57 Art 19");
    }

    [EveryEngine]
    public async Task Whoever_tries_what_his_role_does_not_allow_stays_on_the_trail()
    {
        await using var office = await Office.Open(2024, 3, 4);
        await office.Refused(Roles.TownshipOfficer, "/policies", new JsonObject(), 403, "access.forbidden");
        var entries = await office.List(Roles.Auditor, $"/audit-entries?caller={Office.Subject(Roles.TownshipOfficer)}&action=SetPolicy&limit=50");
        entries.Should().ContainSingle().Which.Text("outcome").Should().Be("access.forbidden");
    }

    private static async Task<IEnumerable<string>> Months(Office office, string payroll) =>
        (await office.List(Roles.PayrollClerk, $"/payrolls/{payroll}/lines")).Select(l => l.Text("benefitMonth"));
}
