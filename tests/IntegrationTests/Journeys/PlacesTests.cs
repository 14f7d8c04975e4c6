using Dibao.BuildingBlocks.Access;
using static Dibao.IntegrationTests.Journeys.Papers;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>One place handles a household, the others assist it and nobody else sees what they ask (57 Art 5); and where one applies (Law Art 37).</summary>
public sealed class PlacesTests
{
    private const string Home = "320706006003";
    private const string There = "320724001001";

    [EveryEngine]
    public async Task A_household_of_three_places_is_found_where_it_lives()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var household = await Register(office, Home, There);
        var asking = $"/households/{household}/place-requests";
        var visit = await office.Do(Roles.TownshipOfficer, asking, Asked("320706006", "visit"));
        (visit["from"].GetValue<string>(), visit["dueOn"].GetValue<string>(), visit["state"].GetValue<string>()).Should().Be(("320706001", "2024-03-15", "open"));
        await office.Do(Roles.TownshipOfficer, asking, Asked("320724", "papers"));
        await office.Refused(Roles.TownshipOfficer, asking, Asked("320706006", "visit"), 409, "households.place_asked_before");
        await office.Refused(Roles.TownshipOfficer, asking, Asked("320706001", "visit"), 422, "households.place_own");
        await office.Refused(Roles.TownshipOfficer, asking, Asked("320706002", "visit"), 422, "households.place_not_of_household");
        await office.Refused(Roles.TownshipOfficer, asking, Asked(Home, "visit"), 400, "request.invalid");
        await office.Refused(Roles.VillageAssistant, asking, Asked("320706006", "visit"), 403, "access.forbidden");

        // The asked place sees what it is asked and whom about, and nothing of the household's file; a third place sees nothing.
        var asked = office.Api.As(Roles.TownshipOfficer, "320706006", "asked");
        var third = office.Api.As(Roles.TownshipOfficer, "320706002", "third");
        var path = $"/place-requests/{visit.Id}";
        (await asked.Read("/place-requests?side=asked&state=open"))["items"].AsArray().Should().ContainSingle();
        (await asked.Read("/place-requests?side=asking"))["items"].AsArray().Should().BeEmpty();
        var seen = (await asked.Read(path)).Json;
        (seen.Text("headName"), seen.Text("residence"), seen["request"]!.Text("text")).Should().Be(("王建国", Home, "请入户核实居住人口"));
        (await asked.Read($"/households/{household}")).ShouldRefuse(404, "request.not_found");
        (await third.Read("/place-requests"))["items"].AsArray().Should().BeEmpty();
        (await third.Read(path)).ShouldRefuse(404, "request.not_found");
        (await third.Decide($"{path}/answer", Answered())).ShouldRefuse(404, "request.not_found");
        (await office.List(Roles.CountyOfficer, "/place-requests?side=asking")).Should().HaveCount(2, "the county of both places sees them");

        // Only the asked place answers, with a scan that goes onto the file, and once.
        await office.Refused(Roles.TownshipOfficer, $"{path}/answer", Answered(), 403, "households.place_not_asked");
        (await asked.Decide($"{path}/withdrawal", Because())).ShouldRefuse(403, "households.place_not_asking");
        (await Scan(office.As(Roles.TownshipOfficer), path)).ShouldRefuse(403, "households.place_not_asked");
        (await Scan(third, path)).ShouldRefuse(404, "request.not_found");
        var scanned = await Scan(asked, path);
        scanned.Status.Should().Be(200, scanned.Text);
        (await Scan(asked, path))["evidence"].GetValue<string>().Should().Be(scanned["evidence"].GetValue<string>(), "the same content is filed once");
        var answer = await asked.Decide($"{path}/answer", Answered());
        (answer["state"].GetValue<string>(), answer["found"].GetValue<bool>(), answer["answeredBy"].GetValue<string>()).Should().Be(("answered", true, "asked"));
        (await asked.Decide($"{path}/answer", Answered())).ShouldRefuse(409, "households.place_request_closed");
        (await Scan(asked, path)).ShouldRefuse(409, "households.place_request_closed");
        (await office.List(Roles.TownshipOfficer, $"/households/{household}/papers")).Should().ContainSingle(p => p.Text("id") == scanned["evidence"].GetValue<string>());

        // What is not answered in time is overdue; the asking place may withdraw it.
        await office.GoTo(new LocalDate(2024, 3, 11));
        var overdue = (await office.List(Roles.TownshipOfficer, "/place-requests?state=overdue")).Single();
        (overdue.Text("kind"), overdue.Text("dueOn"), overdue.Text("to")).Should().Be(("papers", "2024-03-08", "320724"));
        (await office.List(Roles.TownshipOfficer, $"/place-requests?state=answered&household={household}")).Should().ContainSingle();
        await office.Do(Roles.TownshipOfficer, $"/place-requests/{overdue.Text("id")}/withdrawal", Because());
        await office.Refused(Roles.TownshipOfficer, $"/place-requests/{overdue.Text("id")}/withdrawal", Because(), 409, "households.place_request_closed");
        (await office.Api.As(Roles.CountyOfficer, "320724", "far").Decide($"/place-requests/{overdue.Text("id")}/answer", Answered())).ShouldRefuse(409, "households.place_request_closed");
        (await office.As(Roles.TownshipOfficer).Read("/place-requests?state=lost")).ShouldRefuse(400, "request.invalid");
        (await office.As(Roles.Applicant).Read("/place-requests")).ShouldRefuse(403, "access.forbidden");
    }

    [EveryEngine]
    public async Task One_applies_at_the_registration_and_where_one_lives_when_the_province_lets_one()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var settled = await Register(office, Fictitious.Village, There, all: true);
        var beyond = await Register(office, Fictitious.Village, "330106001001", all: true);
        var one = await Register(office, Fictitious.Village, There);
        (await Apply(office, one)).Status.Should().Be(201, "the head is registered here (57 Art 5)");
        var refused = await Apply(office, settled);
        refused.ShouldRefuse(422, "eligibility.apply_at_registration");
        refused.Text.Should().Contain("320724001", "it says where to go");

        var set = await office.Api.As(Roles.Administrator, "32", "province").Decide("/policies", new JsonObject
        {
            ["key"] = "application.at_residence",
            ["division"] = "32",
            ["value"] = 1,
            ["unit"] = "flag",
            ["document"] = "苏民规〔2024〕1号",
            ["article"] = "Art 3",
            ["validFrom"] = "2024-03-11",
        });
        set.Status.Should().Be(201, set.Text);
        (await Apply(office, settled)).ShouldRefuse(422, "eligibility.apply_at_registration");
        await office.GoTo(new LocalDate(2024, 3, 11));
        (await Apply(office, settled)).Status.Should().Be(201);
        (await Apply(office, beyond)).ShouldRefuse(422, "eligibility.apply_at_registration");
    }

    private static async Task<string> Register(Office office, string residence, string registered, bool all = false)
    {
        var (head, spouse) = (Fictitious.Member(), Fictitious.Member("spouse"));
        spouse["registered"] = registered;
        if (all) head["registered"] = registered;
        var body = Fictitious.Household(members: [head, spouse]);
        body["residence"] = residence;
        return (await office.Do(Roles.VillageAssistant, "/households", body)).Id;
    }

    private static async Task<Answer> Apply(Office office, string household) => await office.As(Roles.VillageAssistant).Post("/applications", new JsonObject
    {
        ["household"] = household,
        ["applicant"] = (await office.Read(Roles.VillageAssistant, $"/households/{household}")).Items("members").First().Text("person"),
        ["papers"] = new JsonArray("hukouBook", "idCards"),
        ["statementSigned"] = true,
        ["checkAuthorised"] = true,
    });

    private static JsonObject Asked(string to, string kind) => new() { ["to"] = to, ["kind"] = kind, ["text"] = "请入户核实居住人口" };

    private static JsonObject Answered() => new() { ["found"] = true, ["text"] = "该户两人常住" };

    private static JsonObject Because() => new() { ["reason"] = "该户已迁回" };

    private static Task<Answer> Scan(HttpClient client, string path)
    {
        var body = new ByteArrayContent(Pdf("lives-here"));
        body.Headers.ContentType = new("application/pdf");
        return client.Say(HttpMethod.Post, $"{path}/papers?kind=residenceProof{By("某社区居民委员会")}", body);
    }
}
