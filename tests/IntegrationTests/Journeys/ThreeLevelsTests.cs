using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>County section, township office, village assistant: who does what, and where a household applies.</summary>
public sealed class ThreeLevelsTests
{
    [EveryEngine]
    public async Task The_role_list_names_the_three_levels_of_the_work_chain()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var roles = (await office.Read(Roles.VillageAssistant, "/roles")).AsArray().OfType<JsonNode>().ToDictionary(r => r.Text("name"));
        roles.Keys.Should().BeEquivalentTo(Roles.All.Select(r => r.Name));
        foreach (var (name, zh) in new[] { (Roles.CountyOfficer, "县级社会救助股经办人员"), (Roles.TownshipOfficer, "乡镇(街道)经办人员"), (Roles.VillageAssistant, "村级民政协理员"), (Roles.PurchasedServiceWorker, "政府购买服务人员") })
            roles[name].Text("zh").Should().Be(zh);
        roles[Roles.VillageAssistant].Words("permissions").Should().Contain("recordVisit").And.NotContain(["decide", "giveInitialReview", "assessMeans", "acceptApplication"]);
    }

    [EveryEngine]
    public async Task A_purchased_service_worker_enters_and_investigates_and_never_decides()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office, role: Roles.PurchasedServiceWorker);
        await c.Apply(Roles.PurchasedServiceWorker);
        await c.Accept();
        await office.Do(Roles.TownshipOfficer, $"{c.Path}/check-request");
        await office.Do(Roles.CheckCentre, $"{c.Path}/check-answer", Case.CheckAnswer());
        var visit = c.Visit();
        visit["investigators"] = new JsonArray(
            new JsonObject { ["officer"] = Office.Subject(Roles.TownshipOfficer), ["post"] = "township" },
            new JsonObject { ["officer"] = Office.Subject(Roles.PurchasedServiceWorker), ["post"] = "purchasedService" });
        var boast = visit.DeepClone();
        boast["investigators"]![1]!["post"] = "township";
        await office.Refused(Roles.PurchasedServiceWorker, $"{c.Path}/visit", boast, 422, "eligibility.post_not_held");
        var alone = visit.DeepClone();
        alone["investigators"]![0]!["post"] = "village";
        await office.Refused(Roles.PurchasedServiceWorker, $"{c.Path}/visit", alone, 422, "eligibility.no_township_staff");
        await office.Do(Roles.PurchasedServiceWorker, $"{c.Path}/visit", visit);
        foreach (var (step, body) in new (string, JsonObject)[] { ("acceptance", []), ("assessment", []), ("initial-review", Case.Opinion(true)), ("approval-proposal", []), ("confirmation", []), ("refusal", new() { ["reasons"] = new JsonArray("材料不实") }) })
            await office.Refused(Roles.PurchasedServiceWorker, $"{c.Path}/{step}", body, 403, "access.forbidden");
    }

    [EveryEngine]
    public async Task A_household_applies_where_it_is_registered_and_is_posted_where_it_lives()
    {
        await using var office = await Office.Open(2024, 3, 1);
        const string home = "320706006003";
        var body = Fictitious.Household();
        body["residence"] = home;
        var registered = (await office.Do(Roles.VillageAssistant, "/households", body)).Json;
        (registered.Text("division"), registered.Text("residence")).Should().Be((Fictitious.Village, home));
        (await office.Api.As(Roles.VillageAssistant, home, "there").Read($"/households/{registered.Text("id")}")).ShouldRefuse(404, "request.not_found");

        var application = await office.Do(Roles.VillageAssistant, "/applications", new JsonObject
        {
            ["household"] = registered.Text("id"),
            ["applicant"] = registered.Items("members").Single().Text("person"),
            ["papers"] = new JsonArray("hukouBook", "idCards"),
            ["statementSigned"] = true,
            ["checkAuthorised"] = true,
        });
        var path = $"/applications/{application.Id}";
        await office.Do(Roles.TownshipOfficer, $"{path}/acceptance");
        await office.Do(Roles.TownshipOfficer, $"{path}/check-request");
        await office.Do(Roles.CheckCentre, $"{path}/check-answer", Case.CheckAnswer());
        await office.Do(Roles.VillageAssistant, $"{path}/visit", new JsonObject
        {
            ["visitedOn"] = office.Day,
            ["investigators"] = Case.Visitors(),
            ["present"] = new JsonArray(registered.Items("members").Single().Text("person")),
            ["livingConditions"] = "租住一间",
        });
        await office.Do(Roles.TownshipOfficer, $"{path}/assessment");
        await office.Do(Roles.TownshipLeader, $"{path}/initial-review", Case.Opinion(true));
        (await office.ReadOpenly($"/notices?division={home}")).Items("items").Should().ContainSingle();
        (await office.ReadOpenly($"/notices?division={Fictitious.Village}")).Items("items").Should().BeEmpty();
        await office.Pass(8);
        await office.Do(Roles.CountyApprover, $"{path}/confirmation");
        (await office.ReadOpenly($"/publications?division={home}")).Items("items").Should().ContainSingle();
    }

    [EveryEngine]
    public async Task A_person_is_covered_once_in_the_whole_register()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var number = Fictitious.IdNumber();
        await Case.Register(office, members: [Fictitious.Member(idNumber: number)]);
        var elsewhere = Fictitious.Household(village: "320707001001", members: Fictitious.Member(idNumber: number));
        var refused = await office.Api.As(Roles.VillageAssistant, "320707001001", "elsewhere").Post("/households", elsewhere);
        refused.ShouldRefuse(409, "households.person_elsewhere");
        refused.Text.Should().NotContain(number, "an error shows no identity number");
    }
}
