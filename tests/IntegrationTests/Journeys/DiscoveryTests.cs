using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>Persons found in need (57 Art 6; Law Art 39), the window that routes them, and the standings of low-income households (57 Art 8; Law Art 21).</summary>
public sealed class DiscoveryTests
{
    private const string Name = "赵未申";

    [EveryEngine]
    public async Task A_person_found_is_told_and_applies()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var found = await office.Do(Roles.VillageAssistant, "/discoveries", Found(office.Day));
        (found["name"].GetValue<string>(), found["state"].GetValue<string>(), found["dueOn"].GetValue<string>(), found["overdue"].GetValue<bool>()).Should().Be((Name, "found", "2024-03-08", false));
        (await office.Api.Database.Everything()).Should().NotContain(Name, "he has asked for nothing: his name is sealed");
        var path = $"/discoveries/{found.Id}";
        var supervised = await office.Read(Roles.Supervisor, path);
        (supervised.Text("name"), supervised["note"]).Should().Be(("赵**", null));
        await office.Refused(Roles.VillageAssistant, $"{path}/household", new JsonObject { ["household"] = found.Id }, 404, "request.not_found");

        await office.GoTo(new LocalDate(2024, 3, 11));
        (await office.List(Roles.TownshipOfficer, "/discoveries?overdue=true")).Should().ContainSingle();
        await office.Refused(Roles.VillageAssistant, $"{path}/informing", Informed("dibao", "2024-02-29"), 422, "households.discovery_date");
        var informed = await office.Do(Roles.VillageAssistant, $"{path}/informing", Informed("dibao", "2024-03-09"));
        (informed["scheme"].GetValue<string>(), informed["dueOn"].GetValue<string>(), informed["overdue"].GetValue<bool>()).Should().Be(("dibao", "2024-04-08", false));
        await office.Refused(Roles.VillageAssistant, $"{path}/informing", Informed("tekun", "2024-03-09"), 409, "households.discovery_out_of_order");
        (await office.List(Roles.TownshipOfficer, "/discoveries?scheme=dibao&state=informed")).Should().ContainSingle();
        (await office.List(Roles.TownshipOfficer, "/discoveries?scheme=tekun")).Should().BeEmpty();

        var c = await Case.Register(office);
        var linked = await office.Do(Roles.VillageAssistant, $"{path}/household", new JsonObject { ["household"] = c.Household });
        (linked["state"].GetValue<string>(), linked["household"].GetValue<string>(), linked.Json["dueOn"] is null).Should().Be(("registered", c.Household, true));
        await office.Refused(Roles.VillageAssistant, $"{path}/closing", Closed(), 409, "households.discovery_out_of_order");
    }

    [EveryEngine]
    public async Task A_discovery_is_closed_with_a_reason_and_seen_in_its_place_alone()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var found = await office.Do(Roles.TownshipOfficer, "/discoveries", Found(office.Day));
        var path = $"/discoveries/{found.Id}";
        var neighbour = office.Api.As(Roles.VillageAssistant, "320706001002", "neighbour");
        (await neighbour.Read(path)).ShouldRefuse(404, "request.not_found");
        (await neighbour.Read("/discoveries"))["items"].AsArray().Should().BeEmpty();
        (await neighbour.Post("/discoveries", Found(office.Day))).ShouldRefuse(403, "access.outside_division");
        await office.Refused(Roles.VillageAssistant, "/discoveries", Found("2024-03-02"), 422, "households.discovery_date");
        await office.Refused(Roles.CountyOfficer, "/discoveries", Found(office.Day), 403, "access.forbidden");
        (await office.As(Roles.Applicant).Read("/discoveries")).ShouldRefuse(403, "access.forbidden");

        var closed = await office.Do(Roles.VillageAssistant, $"{path}/closing", Closed());
        (closed["state"].GetValue<string>(), closed["closing"].GetValue<string>(), closed.Json["dueOn"] is null).Should().Be(("closed", "doesNotWant", true));
        await office.Pass(30);
        (await office.List(Roles.TownshipOfficer, "/discoveries?overdue=true")).Should().BeEmpty();
    }

    [EveryEngine]
    public async Task A_county_keeps_the_lists_of_low_income_households()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var (poor, better) = (await Case.Register(office, incomeYuan: 10_799), await Case.Register(office, incomeYuan: 10_800));
        var path = $"/households/{poor.Household}/standings";
        await office.Refused(Roles.CountyOfficer, $"/households/{better.Household}/standings", Standing("margin", office.Day), 422, "households.standing_income");
        var margin = await office.Do(Roles.CountyOfficer, path, Standing("margin", office.Day));
        (margin["article"].GetValue<string>(), margin["holds"].GetValue<bool>(), margin.Json["to"] is null).Should().Be(("57 Art 8", true, true));
        await office.Refused(Roles.CountyOfficer, path, Standing("margin", office.Day), 409, "households.standing_overlaps");
        await office.Refused(Roles.CountyOfficer, path, Standing("rigidExpenditure", office.Day), 422, "households.standing_not_with");
        await office.Refused(Roles.TownshipOfficer, path, Standing("monitored", office.Day), 403, "access.forbidden");
        await office.Do(Roles.CountyOfficer, path, Standing("monitored", office.Day));
        var rigid = await office.Do(Roles.CountyOfficer, $"/households/{better.Household}/standings", Standing("rigidExpenditure", office.Day));
        rigid["to"].GetValue<string>().Should().Be("2025-03-01", "it is valid for at most twelve months");
        await office.Refused(Roles.CountyOfficer, $"/households/{better.Household}/standings", Standing("rigidExpenditure", office.Day, "2025-03-02"), 422, "households.standing_too_long");

        (await office.List(Roles.TownshipOfficer, "/standings?kind=margin&division=320706001")).Select(s => s.Text("household")).Should().Equal(poor.Household);
        (await office.List(Roles.TownshipOfficer, "/standings")).Should().HaveCount(3);
        (await office.List(Roles.TownshipOfficer, "/standings?on=2025-03-01")).Should().HaveCount(2);
        (await office.Api.As(Roles.CountyOfficer, "320724", "neighbour").Read("/standings"))["items"].AsArray().Should().BeEmpty();
        (await office.Api.As(Roles.CountyOfficer, "320724", "neighbour").Read(path)).ShouldRefuse(404, "request.not_found");

        await office.Pass(31);
        await office.Do(Roles.CountyOfficer, $"{path}/{margin.Id}/end", new JsonObject { ["on"] = office.Day, ["reason"] = "家庭收入提高" });
        await office.Refused(Roles.CountyOfficer, $"{path}/{margin.Id}/end", new JsonObject { ["on"] = office.Day, ["reason"] = "家庭收入提高" }, 409, "households.standing_ended");
        (await office.Read(Roles.TownshipOfficer, path)).AsArray().OfType<JsonNode>().Select(s => (s.Text("kind"), s.Flag("holds"))).Should().Equal(("margin", false), ("monitored", true));
        (await office.Do(Roles.CountyOfficer, path, Standing("rigidExpenditure", office.Day)))["holds"].GetValue<bool>().Should().BeTrue();
    }

    [EveryEngine]
    public async Task Who_draws_dibao_is_no_margin_household()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Admitted(office);
        await office.Refused(Roles.CountyOfficer, $"/households/{c.Household}/standings", Standing("margin", office.Day), 422, "households.standing_not_with");
        (await office.Do(Roles.CountyOfficer, $"/households/{c.Household}/standings", Standing("monitored", office.Day)))["kind"].GetValue<string>().Should().Be("monitored", "the lists overlap (seed 4)");
    }

    private static JsonObject Found(string on) => new()
    {
        ["division"] = Fictitious.Village,
        ["name"] = Name,
        ["foundOn"] = on,
        ["foundBy"] = "villageStaff",
        ["note"] = "独居老人,近期住院",
    };

    private static JsonObject Informed(string scheme, string on) => new() { ["scheme"] = scheme, ["on"] = on };

    private static JsonObject Closed() => new() { ["reason"] = "doesNotWant", ["note"] = "本人表示暂不需要" };

    private static JsonObject Standing(string kind, string from, string? to = null) => new() { ["kind"] = kind, ["from"] = from, ["to"] = to, ["basis"] = "海民发〔2024〕12号认定表" };
}
