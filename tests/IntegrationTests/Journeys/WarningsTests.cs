using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>The hardship monitoring (39): cases of four sorts come once, in their order, and clear by themselves.</summary>
public sealed class WarningsTests
{
    [EveryEngine]
    public async Task Warnings_come_once_in_the_order_of_their_sorts_and_clear_by_themselves()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var unpaid = await Case.Admitted(office, payee: false);
        await office.GoTo(new LocalDate(2024, 3, 11)); // a Monday: the next notice runs out on a working day
        var widowed = await Case.Admitted(office, persons: 2);
        var disabled = Fictitious.Member();
        disabled["health"] = new JsonObject { ["state"] = "disabled", ["disability"] = "limb", ["grade"] = "second" };
        var margin = await Case.Register(office, incomeYuan: 9_000, members: [disabled]);
        await office.Do(Roles.CountyOfficer, $"/households/{margin.Household}/standings", new JsonObject { ["kind"] = "margin", ["from"] = office.Day, ["basis"] = "海民发〔2024〕12号认定表" });
        await office.Do(Roles.TownshipOfficer, $"/households/{widowed.Household}/deaths", new JsonObject { ["person"] = widowed.Members[0], ["diedOn"] = office.Day });
        var found = await office.Do(Roles.VillageAssistant, "/discoveries", new JsonObject
        {
            ["division"] = Fictitious.Village,
            ["name"] = "赵未申",
            ["foundOn"] = office.Day,
            ["foundBy"] = "neighbour",
            ["note"] = "独居老人,近期住院",
        });

        // The night finds what there is; another night, and a look by hand, find nothing new.
        await office.Pass(1);
        (await Warned(office, "&open=true")).Should().Equal(
            ("a", "payeeMissing", unpaid.Household), ("a", "payeeMissing", widowed.Household), ("b", "marginDisabled", margin.Household), ("c", "headless", widowed.Household), ("d", "countedThoughGone", widowed.Household));
        await office.Pass(1);
        (await Look(office)).Should().Be((0, 0));
        (await Warned(office, "")).Should().HaveCount(5);
        await office.Pass(13);
        (await Warned(office, "&open=true")).Select(w => w.Rule).Should().Equal("payeeMissing", "payeeMissing", "marginDisabled", "discoveryOverdue", "headless", "countedThoughGone");
        var (seen, after) = (new List<string>(), "");
        do
        {
            var page = await office.Read(Roles.TownshipOfficer, $"/warnings?open=true&limit=2{after}");
            seen.AddRange(page.Items("items").Select(w => w.Text("rule")));
            after = page["next"] is { } next ? $"&after={next.GetValue<string>()}" : "";
        }
        while (after.Length > 0);
        seen.Should().Equal("payeeMissing", "payeeMissing", "marginDisabled", "discoveryOverdue", "headless", "countedThoughGone");

        // Handled is not yet gone.
        var payee = (await office.List(Roles.TownshipOfficer, "/warnings?rule=payeeMissing")).Single(w => w.Text("household") == unpaid.Household);
        var handled = await office.Do(Roles.TownshipOfficer, $"/warnings/{payee.Text("id")}/handling", new JsonObject { ["note"] = "已上门协助办卡" });
        (handled["handledBy"].GetValue<string>(), handled["handlingNote"].GetValue<string>(), handled.Json["clearedOn"] is null).Should().Be((Office.Subject(Roles.TownshipOfficer), "已上门协助办卡", true));
        (await Look(office)).Should().Be((0, 0));
        (await office.List(Roles.TownshipOfficer, "/warnings?handled=true")).Should().ContainSingle();

        // What was warned of is put right.
        var version = (await office.Read(Roles.TownshipOfficer, $"/households/{unpaid.Household}")).Number("version");
        (await office.As(Roles.VillageAssistant).Put($"/households/{unpaid.Household}/payee", new JsonObject { ["holder"] = unpaid.Members[0], ["bank"] = "农村商业银行", ["accountNumber"] = "6221880000000000012" }, $"\"{version}\""))
            .Status.Should().BeInRange(200, 299);
        await office.Do(Roles.VillageAssistant, $"/discoveries/{found.Id}/closing", new JsonObject { ["reason"] = "helpedOtherwise", ["note"] = "已由慈善组织救助" });
        (await Look(office)).Should().Be((0, 2));
        (await Warned(office, "&open=true")).Select(w => w.Rule).Should().Equal("payeeMissing", "marginDisabled", "headless", "countedThoughGone");
        await office.Refused(Roles.TownshipOfficer, $"/warnings/{payee.Text("id")}/handling", new JsonObject { ["note"] = "已上门协助办卡" }, 409, "households.warning_cleared");
        (await office.List(Roles.TownshipOfficer, $"/warnings?household={unpaid.Household}")).Single().Text("clearedOn").Should().Be(office.Day);

        // The rules are told by their sort (rules 2.15).
        (await office.Read(Roles.VillageAssistant, "/warning-rules")).AsArray().OfType<JsonNode>().Select(r => r.Text("sort")).Distinct().Should().Equal("a", "b", "c", "d");
    }

    [EveryEngine]
    public async Task A_household_that_the_asked_place_did_not_find_is_a_case_of_its_own_until_it_is_found()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var body = Fictitious.Household();
        body["residence"] = "320706006003";
        var household = (await office.Do(Roles.VillageAssistant, "/households", body)).Id;
        await Ask(found: false);
        await office.Pass(1);
        (await Warned(office, "&open=true")).Should().Equal(("c", "notFound", household));
        await Ask(found: true);
        await office.Pass(1);
        (await Warned(office, "&open=true")).Should().BeEmpty();
        await Ask(found: false);
        (await Look(office)).Should().Be((1, 0));
        (await Warned(office, "")).Should().HaveCount(2, "what comes back is a case of its own");

        var neighbour = office.Api.As(Roles.TownshipOfficer, "320706002", "neighbour");
        (await neighbour.Read("/warnings"))["items"].AsArray().Should().BeEmpty();
        var warning = (await office.List(Roles.TownshipOfficer, "/warnings?open=true")).Single().Text("id");
        (await neighbour.Decide($"/warnings/{warning}/handling", new JsonObject { ["note"] = "not our household" })).ShouldRefuse(404, "request.not_found");
        await office.Refused(Roles.VillageAssistant, "/warnings/look", null, 403, "access.forbidden");
        (await office.As(Roles.TownshipOfficer).Read("/warnings?rule=nosuch")).ShouldRefuse(400, "request.invalid");
        (await office.As(Roles.TownshipOfficer).Read("/warnings?sort=e")).ShouldRefuse(400, "request.invalid");
        (await office.As(Roles.Applicant).Read("/warnings")).ShouldRefuse(403, "access.forbidden");

        // The household moves to another township: its warnings go with its file, and the new place finds nothing twice.
        var county = office.As(Roles.CountyOfficer);
        var moved = await county.Put($"/households/{household}/place", new JsonObject { ["division"] = "320706009001", ["residence"] = "320706009001", ["on"] = office.Day, ["note"] = "搬入安置房" }, (await county.Read($"/households/{household}")).ETag);
        moved.Status.Should().Be(200, moved.Text);
        await office.Api.Settle();
        (await Warned(office, "")).Should().BeEmpty("the file is kept elsewhere");
        var there = office.Api.As(Roles.TownshipOfficer, "320706009", "there");
        (await there.Read("/warnings?open=true"))["items"].AsArray().Single()!.Text("id").Should().Be(warning);
        var looked = await there.Decide("/warnings/look", new JsonObject());
        looked.Status.Should().Be(200, looked.Text);
        (looked["appeared"].GetValue<int>(), looked["cleared"].GetValue<int>()).Should().Be((0, 0));
        (await there.Decide($"/warnings/{warning}/handling", new JsonObject { ["note"] = "已上门核实" })).Status.Should().Be(200);

        async Task Ask(bool found)
        {
            var asked = await office.Do(Roles.TownshipOfficer, $"/households/{household}/place-requests", new JsonObject { ["to"] = "320706006", ["kind"] = "visit", ["text"] = "请入户核实居住人口" });
            (await office.Api.As(Roles.TownshipOfficer, "320706006", "asked").Decide($"/place-requests/{asked.Id}/answer", new JsonObject { ["found"] = found, ["text"] = "已入户走访" })).Status.Should().Be(200);
        }
    }

    private static async Task<IReadOnlyList<(string Sort, string Rule, string? Household)>> Warned(Office office, string query) =>
        [.. (await office.List(Roles.TownshipOfficer, $"/warnings?limit=200{query}")).Select(w => (w.Text("sort"), w.Text("rule"), w["household"]?.GetValue<string>()))];

    private static async Task<(int Appeared, int Cleared)> Look(Office office)
    {
        var looked = await office.Do(Roles.TownshipOfficer, "/warnings/look");
        return (looked["appeared"].GetValue<int>(), looked["cleared"].GetValue<int>());
    }
}
