using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>Declared, verified and estimated stand side by side; what counts is told with its ground (57 Art 13 to 17).</summary>
public sealed class MeansTests
{
    [EveryEngine]
    public async Task Three_truths_stand_side_by_side_and_the_best_known_counts()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office, persons: 2, incomeYuan: 3_000);
        var declared = await Wage(office, c);
        (declared.Number("countedFen"), declared.Text("countedAs")).Should().Be((300_000, "declared"));

        await office.Pass(9);
        await Find(office, c, f => (f["truth"], f["fen"], f["income"], f["source"], f["note"]) = ("estimated", 480_000, "wage", "homeVisit", "劳动力系数,按实际务工月数"));
        (await Wage(office, c)).Text("countedAs").Should().Be("estimated");
        await office.Pass(1);
        var found = await Find(office, c, f => (f["truth"], f["fen"], f["income"], f["source"], f["person"], f["period"], f["periodFen"]) = ("verified", 600_000, "wage", "employer", c.Members[1], "month", 50_000));
        await Find(office, c, f => (f["truth"], f["fen"], f["deduction"], f["against"], f["source"]) = ("verified", 60_000, "workCosts", "wage", "employer"));

        var wage = await Wage(office, c);
        (wage.Number("declaredFen"), wage.Number("estimatedFen"), wage.Number("verifiedFen"), wage.Number("deductedFen"), wage.Number("countedFen")).Should().Be((300_000, 480_000, 600_000, 60_000, 540_000));
        wage.Flag("understated").Should().BeTrue();
        var means = await office.Read(Roles.TownshipOfficer, Means(c));
        (means.Number("yearlyFen"), means.Number("perPersonMonthlyFen"), means.Number("persons")).Should().Be((540_000, 22_500, 2));

        // What was so on a day, and what was known on a day.
        (await Wage(office, c, "?validAt=2024-03-10")).Text("countedAs").Should().Be("estimated");
        (await Wage(office, c, "?knownAt=2024-03-05T00:00:00Z")).Text("countedAs").Should().Be("declared");

        // The household objects with evidence; the finding is taken back and stays readable (57 Art 18).
        await office.Do(Roles.TownshipOfficer, $"{Means(c)}/findings/{found.Id}/withdrawal");
        (await Wage(office, c)).Number("countedFen").Should().Be(420_000, "the estimate, less the verified costs of work");
        await office.Refused(Roles.TownshipOfficer, $"{Means(c)}/findings/{found.Id}/withdrawal", null, 404, "request.not_found");
    }

    [EveryEngine]
    public async Task What_the_township_found_is_what_the_means_test_weighs()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office, incomeYuan: 1_200);
        await Find(office, c, f => (f["truth"], f["fen"], f["income"], f["source"], f["note"]) = ("estimated", 240_000, "wage", "homeVisit", "按零工天数估算"));
        await c.Apply();
        await c.Accept();
        await c.Investigate();
        (await c.Assess())["determination"]!.Number("monthlyFen").Should().Be(Office.StandardFen - 20_000);
    }

    [EveryEngine]
    public async Task The_answer_of_the_check_is_kept_in_the_file()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office, incomeYuan: 1_200);
        await c.Apply();
        await c.Accept();
        await c.Investigate(Case.Amounts("wage", 3_600), Case.Deposits(500));

        var means = await office.Read(Roles.TownshipOfficer, Means(c));
        means.Items("findings").Select(f => (f.Text("kind"), f.Text("source"), f.Text("truth"), f.Number("fen"))).Should()
            .BeEquivalentTo([("wage", "informationCheck", "verified", 360_000L), ("deposit", "informationCheck", "verified", 50_000L)]);
        means.Number("assetsFen").Should().Be(50_000);
        (await Wage(office, c)).Number("countedFen").Should().Be(360_000);
    }

    [EveryEngine]
    public async Task Who_owes_support_is_named_with_what_is_payable()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office);
        async Task<Answer> Name(params JsonObject[] obligors)
        {
            var seen = (await office.As(Roles.TownshipOfficer).Read($"/households/{c.Household}")).ETag;
            return await office.As(Roles.TownshipOfficer).Put($"/households/{c.Household}/obligors", new JsonObject { ["obligors"] = new JsonArray([.. obligors]) }, seen);
        }
        JsonObject Obligor(string kind, int age, long fen, bool leftOut) => new()
        {
            ["name"] = "王大明", ["supports"] = c.Members[0], ["kind"] = kind, ["basis"] = "agreement", ["payableFen"] = fen, ["age"] = age, ["leftOut"] = leftOut,
        };
        (await Name(Obligor("child", 40, 360_000, true))).ShouldRefuse(422, "households.support_counts");
        var named = await Name(Obligor("child", 40, 360_000, false), Obligor("sibling", 45, 120_000, true));
        named.Status.Should().Be(200, named.Text);

        var means = await office.Read(Roles.TownshipOfficer, Means(c));
        means.Number("supportPayableFen").Should().Be(360_000, "what is left out is not payable");
        means.Items("obligors").Select(o => o.Text("name")).Should().AllBe("王大明");
        (await office.Read(Roles.CheckCentre, Means(c))).Items("obligors").Select(o => o.Text("name")).Should().AllBe("王**");
    }

    [EveryEngine]
    public async Task Signs_of_a_living_standard_supplement_and_never_decide()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office, incomeYuan: 1_200);
        await office.Do(Roles.TownshipOfficer, $"/households/{c.Household}/living-standard", new JsonObject { ["kind"] = "electricity", ["from"] = "2023-09", ["to"] = "2024-02", ["source"] = "paper", ["spentFen"] = 240_000 });
        var means = await office.Read(Roles.TownshipOfficer, Means(c));
        means.Items("livingStandard").Should().ContainSingle().Which.Text("kind").Should().Be("electricity");
        means.Number("yearlyFen").Should().Be(120_000);
        await office.Refused(Roles.TownshipOfficer, $"/households/{c.Household}/living-standard", new JsonObject { ["kind"] = "gas", ["from"] = "2024-02", ["to"] = "2024-04", ["source"] = "paper" }, 422, "households.change_date");

        // The bill was a neighbour's: it is taken back, and that it was believed stays readable.
        await office.Pass(1);
        var withdrawal = $"/households/{c.Household}/living-standard/{means.Items("livingStandard").Single().Text("id")}/withdrawal";
        await office.Do(Roles.TownshipOfficer, withdrawal);
        (await office.Read(Roles.TownshipOfficer, Means(c))).Items("livingStandard").Should().BeEmpty();
        (await office.Read(Roles.TownshipOfficer, $"{Means(c)}?knownAt=2024-03-01T12:00:00Z")).Items("livingStandard").Should().ContainSingle();
        await office.Refused(Roles.TownshipOfficer, withdrawal, null, 404, "request.not_found");
    }

    public static TheoryData<string, int, string> Wrong => new()
    {
        { """{"truth":"verified","fen":-1,"income":"wage","source":"employer","on":"2024-03-01"}""", 400, "request.invalid" },
        { """{"truth":"verified","fen":100000000001,"income":"wage","source":"employer","on":"2024-03-01"}""", 400, "request.invalid" },
        { """{"truth":"verified","fen":1,"income":"wage","asset":"deposit","source":"employer","on":"2024-03-01"}""", 400, "request.invalid" },
        { """{"truth":"verified","fen":1,"source":"employer","on":"2024-03-01"}""", 400, "request.invalid" },
        { """{"truth":"declared","fen":1,"income":"wage","source":"employer","on":"2024-03-01"}""", 400, "request.invalid" },
        { """{"truth":"estimated","fen":1,"income":"wage","source":"homeVisit","on":"2024-03-01"}""", 400, "request.invalid" },
        { """{"truth":"verified","fen":1,"deduction":"workCosts","source":"employer","on":"2024-03-01"}""", 400, "request.invalid" },
        { """{"truth":"verified","fen":1,"income":"wage","source":"employer","on":"2024-03-02"}""", 422, "households.change_date" },
        { """{"truth":"verified","fen":1,"income":"wage","source":"employer","on":"2024-03-01","person":"01980000-0000-7000-8000-0000000000ff"}""", 422, "households.not_a_member" },
        { """{"truth":"verified","fen":1,"income":"wage","source":"paper","on":"2024-03-01","evidence":"01980000-0000-7000-8000-0000000000ff"}""", 422, "households.no_such_paper" },
    };

    [EveryEngineTheory]
    [MemberData(nameof(Wrong))]
    public async Task Absurd_figures_are_refused_and_nothing_is_kept(string body, int status, string code)
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office);
        await office.Refused(Roles.TownshipOfficer, $"{Means(c)}/findings", JsonNode.Parse(body), status, code);
        (await office.Read(Roles.TownshipOfficer, Means(c))).Items("findings").Should().BeEmpty();
    }

    private static string Means(Case c) => $"/households/{c.Household}/means";

    private static async Task<JsonNode> Wage(Office office, Case c, string query = "") =>
        (await office.Read(Roles.TownshipOfficer, Means(c) + query)).Items("income").Single(i => i.Text("kind") == "wage");

    private static Task<Answer> Find(Office office, Case c, Action<JsonObject> with)
    {
        var finding = new JsonObject { ["on"] = office.Day };
        with(finding);
        return office.Do(Roles.TownshipOfficer, $"{Means(c)}/findings", finding);
    }
}
