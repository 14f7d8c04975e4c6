using Dibao.BuildingBlocks.Access;
using static Dibao.IntegrationTests.Journeys.Papers;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>Where the paper file lies, what each level keeps of it, and how complete it is (F013, F124, F125, F135, F161, F162).</summary>
public sealed class ArchiveTests
{
    private const string City = "3207";

    [EveryEngine]
    public async Task A_file_is_found_through_five_levels_and_moves_with_its_cabinet()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office);
        var path = $"/households/{c.Household}/archive";
        (await office.Read(Roles.VillageAssistant, path)).Items("chain").Should().BeEmpty("it is not put away");

        var city = office.Api.As(Roles.CountyOfficer, City, "city");
        var library = (await city.Post("/archive/containers", Container("library", "库1", City))).Id;
        var room = (await office.Do(Roles.CountyOfficer, "/archive/containers", Container("room", "室1", Office.County, library))).Id;
        var cabinet = (await office.Do(Roles.TownshipOfficer, "/archive/containers", Container("cabinet", "柜1", "320706001", room))).Id;
        var other = (await office.Do(Roles.TownshipOfficer, "/archive/containers", Container("cabinet", "柜2", "320706001"))).Id;
        var box = (await office.Do(Roles.TownshipOfficer, "/archive/containers", Container("box", "盒1", Fictitious.Village, cabinet))).Id;
        var elsewhere = (await office.Do(Roles.TownshipOfficer, "/archive/containers", Container("box", "盒1", "320706001002", cabinet))).Id;

        var placed = (await office.Do(Roles.TownshipOfficer, path, new JsonObject { ["box"] = box })).Json;
        var (number, chain) = (c.FileNumber, placed.Items("chain").Select(l => (l.Text("level"), l.Text("code"))).ToList());
        chain.Should().Equal(("bag", number), ("box", "盒1"), ("cabinet", "柜1"), ("room", "室1"), ("library", "库1"));
        (placed.Text("archiveNumber"), placed.Text("systemNumber"), placed.Text("approvalNumber")).Should().Be((number, number, number), "three numbers in one");
        (await office.Do(Roles.TownshipOfficer, path, new JsonObject { ["box"] = box })).Json.Items("chain").First().Text("id").Should().Be(placed.Items("chain").First().Text("id"), "one bag");

        foreach (var container in new[] { box, cabinet, room }) (await office.List(Roles.TownshipOfficer, $"/archive/containers/{container}/files")).Select(f => f.Text("household")).Should().Equal(c.Household);
        (await office.List(Roles.CountyOfficer, $"/archive/containers/{library}/files")).Should().ContainSingle();
        (await office.List(Roles.TownshipOfficer, $"/archive/containers/{other}/files")).Should().BeEmpty();
        await office.Do(Roles.TownshipOfficer, $"/archive/containers/{box}/move", new JsonObject { ["into"] = other });
        (await office.Read(Roles.TownshipOfficer, path)).Items("chain").Select(l => l.Text("code")).Should().Equal(number, "盒1", "柜2");
        (await office.List(Roles.TownshipOfficer, $"/archive/containers/{other}/files")).Should().ContainSingle();
        await office.Do(Roles.TownshipOfficer, $"/archive/containers/{other}/move", new JsonObject { ["into"] = room });
        (await office.Read(Roles.TownshipOfficer, path)).Items("chain").Should().HaveCount(5, "all that lies in the cabinet moved with it");
        (await office.List(Roles.TownshipOfficer, $"/archive/containers?parent={room}&level=cabinet")).Select(l => l.Text("code")).Should().Equal("柜1", "柜2");

        await office.Refused(Roles.TownshipOfficer, path, new JsonObject { ["box"] = elsewhere }, 422, "households.container_elsewhere");
        await office.Refused(Roles.TownshipOfficer, path, new JsonObject { ["box"] = cabinet }, 422, "households.container_level");
        await office.Refused(Roles.TownshipOfficer, $"/archive/containers/{cabinet}/move", new JsonObject { ["into"] = box }, 422, "households.container_level");
        await office.Refused(Roles.TownshipOfficer, "/archive/containers", Container("cabinet", "柜1", "320706001"), 409, "households.container_twice");
        await office.Refused(Roles.TownshipOfficer, "/archive/containers", Container("box", "盒9", "320706001"), 422, "households.container_place");
        await office.Refused(Roles.TownshipOfficer, "/archive/containers", Container("bag", "袋9", Fictitious.Village), 422, "households.container_level");
        await office.Refused(Roles.TownshipOfficer, "/archive/containers", Container("room", "室2", Office.County), 403, "access.outside_division");
        await office.Refused(Roles.VillageAssistant, "/archive/containers", Container("box", "盒2", Fictitious.Village), 403, "access.forbidden");
        await office.Refused(Roles.TownshipOfficer, $"/archive/containers/{room}/move", new JsonObject { ["into"] = library }, 404, "request.not_found");
        var neighbour = office.Api.As(Roles.TownshipOfficer, "320706006", "neighbour");
        (await neighbour.Read(path)).ShouldRefuse(404, "request.not_found");
        (await neighbour.Read($"/archive/containers/{box}/files")).ShouldRefuse(404, "request.not_found");
        (await neighbour.Read($"/archive/containers/{room}/files"))["items"].AsArray().Should().BeEmpty("the files in it are another township's");
        (await neighbour.Decide(path, new JsonObject { ["box"] = box })).ShouldRefuse(404, "request.not_found");

        // The household moves to the next village: its bag leaves the old box, and goes into one there.
        var county = office.As(Roles.CountyOfficer);
        var moved = await county.Put($"/households/{c.Household}/place", new JsonObject { ["division"] = "320706001002", ["residence"] = "320706001002", ["on"] = office.Day, ["note"] = "搬入安置房" }, (await county.Read($"/households/{c.Household}")).ETag);
        moved.Status.Should().Be(200, moved.Text);
        await office.Api.Settle();
        (await office.Read(Roles.TownshipOfficer, path)).Items("chain").Select(l => l.Text("code")).Should().Equal(number);
        (await office.List(Roles.TownshipOfficer, $"/archive/containers/{box}/files")).Should().BeEmpty();
        await office.Refused(Roles.TownshipOfficer, path, new JsonObject { ["box"] = box }, 422, "households.container_elsewhere");
        (await office.Do(Roles.TownshipOfficer, path, new JsonObject { ["box"] = elsewhere })).Json.Items("chain").Select(l => l.Text("code")).Should().Equal(number, "盒1", "柜1", "室1", "库1");
    }

    [EveryEngine]
    public async Task Each_of_four_levels_keeps_its_ledger()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var (first, second) = (await Case.Register(office, persons: 2), await Case.Register(office));
        var paper = await office.As(Roles.VillageAssistant).File(first.Household, "mandate", Pdf("mandate"));
        await office.Do(Roles.VillageAssistant, $"/households/{first.Household}/declarations", Signed("truth", first.Members[0], office.Day));
        var box = (await office.Do(Roles.TownshipOfficer, "/archive/containers", Container("box", "盒1", Fictitious.Village))).Id;
        await office.Do(Roles.TownshipOfficer, $"/households/{first.Household}/archive", new JsonObject { ["box"] = box });

        var page = await office.Read(Roles.VillageAssistant, $"/archive/ledger?level=village&division={Fictitious.Village}&limit=1");
        var line = page.Items("items").Single();
        (line.Text("fileNumber"), line["members"]!.GetValue<int>(), line.Text("box")).Should().Be((first.FileNumber, 2, "盒1"));
        var next = await office.Read(Roles.VillageAssistant, $"/archive/ledger?level=village&division={Fictitious.Village}&limit=1&after={page.Text("next")}");
        (next.Items("items").Single().Text("fileNumber"), next.Items("items").Single()["box"], next["next"]).Should().Be((second.FileNumber, null, null));
        var papers = (await office.Read(Roles.TownshipOfficer, "/archive/ledger?level=township&division=320706001")).Items("items").Single();
        (papers.Text("paper"), papers.Text("kind"), papers.Text("fileNumber")).Should().Be((paper.Id, "mandate", first.FileNumber));
        (await office.Read(Roles.CountyOfficer, $"/archive/ledger?level=county&division={Office.County}")).Items("items").Select(l => (l["papers"]!.GetValue<int>(), l["declarations"]!.GetValue<int>()))
            .Should().Equal((1, 1), (0, 0));
        var counts = (await office.Read(Roles.Supervisor, $"/archive/ledger?level=city&division={City}")).Items("items").Single();
        (counts.Text("division"), counts["households"]!.GetValue<int>(), counts["members"]!.GetValue<int>(), counts["papers"]!.GetValue<int>(), counts["declarations"]!.GetValue<int>())
            .Should().Be((Office.County, 2, 3, 1, 1));

        (await office.As(Roles.VillageAssistant).Read("/archive/ledger?level=village&division=320706001")).ShouldRefuse(400, "request.invalid");
        (await office.As(Roles.VillageAssistant).Read("/archive/ledger?level=township&division=320706001")).ShouldRefuse(403, "access.outside_division");
        (await office.As(Roles.VillageAssistant).Read($"/archive/ledger?level=attic&division={Fictitious.Village}")).ShouldRefuse(400, "request.invalid");
        (await office.As(Roles.Applicant).Read($"/archive/ledger?level=village&division={Fictitious.Village}")).ShouldRefuse(403, "access.forbidden");
    }

    [EveryEngine]
    public async Task A_file_is_scored_by_what_it_has_and_a_place_by_its_files()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var member = Fictitious.Member();
        member["attributes"] = new JsonObject { ["education"] = "primary", ["employment"] = "unemployed" };
        member["health"] = new JsonObject { ["state"] = "weak" };
        var (good, poor) = (await Case.Register(office, members: [member]), await Case.Register(office, payee: false));
        await office.Do(Roles.VillageAssistant, $"/households/{good.Household}/declarations", Signed("truth", good.Members[0], office.Day));

        var scored = await office.Read(Roles.TownshipOfficer, $"/households/{good.Household}/completeness");
        scored.Items("missing").Select(m => m.Text("item")).Distinct().Should().Equal("papers");
        foreach (var missing in scored.Items("missing"))
            (await office.As(Roles.VillageAssistant).File(good.Household, missing.Text("paper"), Pdf(missing.Text("paper")), By("派出所") + (missing["person"] is null ? "" : $"&person={missing.Text("person")}")))
                .Status.Should().BeOneOf(201, 400);
        await office.Do(Roles.VillageAssistant, $"/households/{good.Household}/declarations", Signed("checkAuthorisation", good.Members[0], office.Day));
        (await office.Read(Roles.TownshipOfficer, $"/households/{good.Household}/completeness"))["score"]!.GetValue<int>().Should().Be(100);
        var lacking = await office.Read(Roles.TownshipOfficer, $"/households/{poor.Household}/completeness");
        lacking.Items("missing").Select(m => m.Text("item")).Distinct().Should().BeEquivalentTo("health", "employment", "education", "means", "payee", "papers");
        lacking["score"]!.GetValue<int>().Should().Be(10, "the labour capacity alone is stated");

        var average = (await office.Read(Roles.CountyOfficer, $"/archive/completeness?division={Office.County}")).AsArray().OfType<JsonNode>().Single();
        (average.Text("division"), average["households"]!.GetValue<int>(), average["complete"]!.GetValue<int>(), average["average"]!.GetValue<int>()).Should().Be(("320706001", 2, 1, 55));
        (await office.As(Roles.CountyOfficer).Read("/archive/completeness?division=320724")).ShouldRefuse(403, "access.outside_division");
        (await office.As(Roles.Supervisor).Read($"/archive/completeness?division={City}")).ShouldRefuse(400, "request.invalid");
    }

    private static JsonObject Container(string level, string code, string division, string? parent = null) =>
        new() { ["level"] = level, ["code"] = code, ["division"] = division, ["parent"] = parent };
}
