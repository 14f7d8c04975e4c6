using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>Near relatives of officers are filed, and the county itself visits them before it confirms (57 Art 11, 20).</summary>
public sealed class FilingTests
{
    [EveryEngine]
    public async Task An_officers_brother_applies_and_the_county_must_visit_before_it_confirms()
    {
        await using var office = await Office.Open(2024, 3, 4);
        var brother = Fictitious.IdNumber();
        var officer = await office.Do(Roles.CountyOfficer, "/officers", Officer(Kin("sibling", brother)));
        officer.Text.Should().NotContain(brother, "numbers are masked");
        var c = await Case.Register(office, members: [Fictitious.Member(idNumber: brother)]);

        var filing = (await Filings(office, c)).Single();
        (filing.Text("origin"), filing.Text("kinship"), filing.Text("officer"), filing.Text("article")).Should().Be(("detected", "sibling", officer.Id, "57 Art 11"));
        await c.Apply();
        await c.Accept();
        await c.Investigate();
        await c.Assess();
        await office.Refused(Roles.CountyOfficer, $"{c.Path}/county-visit", Visit(office, c), 409, "eligibility.step_out_of_order");
        await c.GiveOpinion(positive: true);
        await office.Pass(8);
        await office.Refused(Roles.CountyApprover, $"{c.Path}/confirmation", null, 409, "eligibility.county_visit_due");

        await office.Refused(Roles.TownshipOfficer, $"{c.Path}/county-visit", Visit(office, c), 403, "access.forbidden");
        var early = Visit(office, c);
        early["visitedOn"] = "2024-03-03";
        await office.Refused(Roles.CountyOfficer, $"{c.Path}/county-visit", early, 422, "eligibility.step_date");
        var empty = Visit(office, c);
        empty["present"] = new JsonArray();
        await office.Refused(Roles.CountyOfficer, $"{c.Path}/county-visit", empty, 422, "eligibility.nobody_present");
        (await office.Do(Roles.CountyOfficer, $"{c.Path}/county-visit", Visit(office, c))).Json.Text("countyVisitedOn").Should().Be(office.Day);
        await c.Confirm();
        (await c.Status()).Should().Be("confirmed");
    }

    [EveryEngine]
    public async Task What_was_filed_wrongly_is_ended_stays_on_record_and_asks_for_nothing()
    {
        await using var office = await Office.Open(2024, 3, 4);
        var number = Fictitious.IdNumber();
        var c = await Case.Register(office, members: [Fictitious.Member(idNumber: number)]);
        (await Filings(office, c)).Should().BeEmpty();
        var officer = await office.Do(Roles.CountyOfficer, "/officers", Officer());
        await office.Do(Roles.CountyOfficer, $"/officers/{officer.Id}/kin", Kin("sonsChild", number));
        var filing = (await Filings(office, c)).Single();
        await c.Apply();
        await c.Accept();
        await c.Investigate();
        await c.Assess();
        await c.GiveOpinion(positive: true);
        await office.Pass(8);
        await office.Refused(Roles.CountyApprover, $"{c.Path}/confirmation", null, 409, "eligibility.county_visit_due");

        await office.Refused(Roles.TownshipOfficer, $"/filings/{filing.Text("id")}/end", Reason(), 403, "access.forbidden");
        await office.Do(Roles.CountyOfficer, $"/filings/{filing.Text("id")}/end", Reason());
        await office.Refused(Roles.CountyOfficer, $"/filings/{filing.Text("id")}/end", Reason(), 409, "households.filing_ended");
        (await Filings(office, c)).Single().Text("endReason").Should().Be("同名同号登记有误");
        (await office.List(Roles.TownshipOfficer, $"/filings?household={c.Household}&standing=true")).Should().BeEmpty();
        await c.Confirm();
    }

    [EveryEngine]
    public async Task A_household_states_a_relative_and_a_new_member_is_found_by_his_number()
    {
        await using var office = await Office.Open(2024, 3, 4);
        var c = await Case.Register(office);
        var stated = new JsonObject { ["person"] = c.Members[0], ["kinship"] = "spouse", ["officerKind"] = "committeeMember", ["office"] = Fictitious.Village, ["officerName"] = "李建国" };
        (await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/filings", stated.DeepClone())).Json.Text("origin").Should().Be("declared");
        await office.Refused(Roles.VillageAssistant, $"/households/{c.Household}/filings", stated, 409, "households.already_filed");

        var mother = Fictitious.IdNumber();
        await office.Do(Roles.CountyOfficer, "/officers", Officer(Kin("parent", mother)));
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/members", new JsonObject
        {
            ["member"] = Fictitious.Member("parent", Fictitious.IdNumber(new LocalDate(1935, 3, 14))),
            ["because"] = "move",
            ["from"] = office.Day,
            ["note"] = "由外地迁入",
        });
        (await Filings(office, c)).Should().ContainSingle();
        var other = await Case.Register(office);
        await office.Do(Roles.VillageAssistant, $"/households/{other.Household}/members", new JsonObject
        {
            ["member"] = Fictitious.Member("sibling", mother),
            ["because"] = "move",
            ["from"] = office.Day,
            ["note"] = "由外地迁入",
        });
        (await Filings(office, other)).Single().Text("origin").Should().Be("detected");
        (await office.List(Roles.TownshipLeader, $"/filings?division={Fictitious.Village}&standing=true")).Should().HaveCount(2);
        (await office.List(Roles.CountyApprover, "/officers?serving=true")).Single().Items("kin").Should().ContainSingle();
    }

    [EveryEngine]
    public async Task Who_serves_no_longer_binds_nobody()
    {
        await using var office = await Office.Open(2024, 3, 4);
        var brother = Fictitious.IdNumber();
        var officer = await office.Do(Roles.CountyOfficer, "/officers", Officer(Kin("sibling", brother)));
        await office.Refused(Roles.TownshipOfficer, "/officers", Officer(), 403, "access.forbidden");
        await office.Do(Roles.CountyOfficer, $"/officers/{officer.Id}/end", new JsonObject { ["on"] = office.Day });
        await office.Refused(Roles.CountyOfficer, $"/officers/{officer.Id}/end", new JsonObject { ["on"] = office.Day }, 409, "households.officer_left");
        var kin = officer.Json.Items("kin").Single().Text("id");
        await office.Do(Roles.CountyOfficer, $"/officers/{officer.Id}/kin/{kin}/end", new JsonObject { ["on"] = office.Day });
        (await office.List(Roles.CountyOfficer, "/officers?serving=true")).Should().BeEmpty();
        await Case.Register(office, members: [Fictitious.Member(idNumber: brother)]);
        (await office.List(Roles.CountyOfficer, "/filings")).Should().BeEmpty();
    }

    [EveryEngine]
    public async Task Cases_taken_over_are_filed_in_their_batch()
    {
        await using var office = await Office.Open(2024, 3, 4);
        var uncle = Fictitious.IdNumber();
        await office.Do(Roles.CountyOfficer, "/officers", Officer(Kin("sibling", uncle)));
        var lines = Enumerable.Range(0, 3).Select(i => new JsonObject
        {
            ["household"] = i == 1 ? Fictitious.Household(members: [Fictitious.Member(idNumber: uncle)]) : Fictitious.Household(),
            ["scheme"] = "urban",
            ["monthlyFen"] = 50_000,
            ["firstMonth"] = "2024-03",
            ["lastReviewedOn"] = "2023-06-20",
            ["reviewEvery"] = 12,
        }.ToJsonString());
        var taken = await office.As(Roles.CountyOfficer).PostText($"/takeovers?county={Office.County}", string.Join('\n', lines), "application/x-ndjson");
        taken.Status.Should().Be(201, taken.Text);
        taken["accepted"].GetValue<int>().Should().Be(3);
        (await office.List(Roles.TownshipOfficer, "/filings?standing=true")).Single().Text("kinship").Should().Be("sibling");
    }

    private static async Task<IReadOnlyList<JsonNode>> Filings(Office office, Case c) => await office.List(Roles.TownshipOfficer, $"/filings?household={c.Household}");

    private static JsonObject Officer(params JsonObject[] kin) => new()
    {
        ["kind"] = "townshipHandler",
        ["office"] = Fictitious.Village[..9],
        ["post"] = "民政办经办人员",
        ["name"] = "李建国",
        ["idNumber"] = Fictitious.IdNumber(),
        ["from"] = "2023-01-01",
        ["kin"] = new JsonArray([.. kin]),
    };

    private static JsonObject Kin(string kinship, string idNumber) => new() { ["kinship"] = kinship, ["name"] = "李建军", ["idNumber"] = idNumber };

    private static JsonObject Visit(Office office, Case c) =>
        new() { ["visitedOn"] = office.Day, ["findings"] = "住房两间,与乡镇调查相符", ["present"] = new JsonArray(c.Members[0]) };

    private static JsonObject Reason() => new() { ["reason"] = "同名同号登记有误" };
}
