using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>The persons of a household: what is known of them, since when, and who of them counts (57 Art 7).</summary>
public sealed class MembersTests
{
    private static readonly LocalDate Grown = new(1990, 5, 4);
    private static readonly LocalDate Child = new(2015, 5, 4);

    [EveryEngine]
    public async Task A_son_goes_to_prison_and_no_longer_counts_from_that_day_on()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office, members: [Fictitious.Member(), Fictitious.Member("son", Fictitious.IdNumber(Grown), "able")]);
        await office.GoTo(new LocalDate(2024, 6, 3));
        await Change(office, c, 1, "2024-05-20", "son", b =>
        {
            b["standing"] = "imprisoned";
            b["standingSince"] = "2024-05-20";
            b["attributes"] = new JsonObject { ["marital"] = "single", ["categories"] = new JsonArray("veteran") };
        });

        async Task<(bool Counts, string Why)> Son(string query)
        {
            var son = (await office.Read(Roles.VillageAssistant, $"/households/{c.Household}?{query}")).Items("members").Single(m => m.Text("person") == c.Members[1]);
            return (son["counting"]!.Flag("counts"), son["counting"]!.Text("code"));
        }
        (await Son("validAt=2024-05-19")).Should().Be((true, "living_together"));
        (await Son("validAt=2024-05-20")).Should().Be((false, "imprisoned"));
        (await Son("validAt=2024-05-20&knownAt=2024-06-01T00:00:00Z")).Should().Be((true, "living_together"), "nobody had told it yet");
        (await office.List(Roles.TownshipOfficer, $"/changes?household={c.Household}")).Should().BeEmpty("the household does not draw");
        var today = (await office.Read(Roles.VillageAssistant, $"/households/{c.Household}")).Items("members").Single(m => m.Text("person") == c.Members[1]);
        today["attributes"]!.Words("categories").Should().Equal("veteran");
    }

    [EveryEngine]
    public async Task Who_does_not_count_is_not_assessed()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var prisoner = Fictitious.Member("son", Fictitious.IdNumber(Grown), "able");
        prisoner["standing"] = "imprisoned";
        prisoner["standingSince"] = "2023-02-01";
        var c = await Case.Admitted(office, incomeYuan: 4_800, members: [Fictitious.Member(), prisoner]);

        (await c.Entitled())["term"]!.Number("monthlyFen").Should().Be(Office.StandardFen - 40_000, "the income is shared by one");

        // The household draws: what is entered of it as it is now tells what has changed, late as it is, and the case is reviewed (57 Art 30; 83 V(5)).
        await office.GoTo(new LocalDate(2024, 9, 2));
        await Change(office, c, 1, "2024-05-20", "son", b => b["attributes"] = new JsonObject { ["employment"] = "employed" });
        await Declare();
        await Declare();
        await office.Api.Settle();
        var told = (await office.List(Roles.TownshipOfficer, $"/changes?household={c.Household}")).Select(r => (r.Text("kind"), r.Text("happenedOn"), r.Flag("untold")));
        told.Should().BeEquivalentTo([("prisonReturn", "2024-05-20", true), ("job", "2024-05-20", true), ("income", "2024-09-02", false), ("assets", "2024-09-02", false)]);
        var review = await office.Read(Roles.TownshipOfficer, $"/reviews/{await c.Review()}");
        (review.Text("cause"), review.Text("status")).Should().Be(("change", "open"));

        async Task Declare()
        {
            var declared = await Put(office, c, $"/households/{c.Household}/means", new JsonObject { ["income"] = Case.Amounts("wage", 9_600), ["assets"] = Case.Deposits(500) });
            declared.Status.Should().Be(200, declared.Text);
        }
    }

    [EveryEngine]
    public async Task Health_and_children_are_shown_to_those_whose_task_needs_it()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var child = Fictitious.Member("son", Fictitious.IdNumber(Child), "outsideWorkingAge", "王小明");
        child["health"] = new JsonObject { ["state"] = "disabled", ["disability"] = "limb", ["grade"] = "first" };
        var c = await Case.Register(office, members: [Fictitious.Member(), child]);

        async Task<JsonNode> Seen(string role) => (await office.Read(role, $"/households/{c.Household}")).Items("members").Single(m => m.Text("person") == c.Members[1]);
        var officer = await Seen(Roles.TownshipOfficer);
        (officer.Text("name"), officer.Text("birthDate"), officer["health"]!.Text("grade"), officer.Text("type")).Should().Be(("王小明", "2015-05-04", "first", "severelyDisabled"));
        var clerk = await Seen(Roles.PayrollClerk);
        clerk.Text("name").Should().Be("王**");
        (clerk["birthDate"], clerk["health"], clerk["type"]).Should().Be((null, null, null));
    }

    [EveryEngine]
    public async Task A_wrong_number_is_put_right_and_the_old_belief_kept()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office);
        var other = Fictitious.IdNumber(Grown);
        await Case.Register(office, members: [Fictitious.Member(idNumber: other)]);
        var path = $"/households/{c.Household}/members/{c.Members[0]}/id-number";

        (await Put(office, c, path, Number(other))).ShouldRefuse(409, "households.person_elsewhere");
        await office.GoTo(new LocalDate(2024, 3, 11));
        (await Put(office, c, path, Number(Fictitious.IdNumber(Grown)))).Status.Should().Be(200);

        async Task<string> Born(string query) => (await office.Read(Roles.VillageAssistant, $"/households/{c.Household}{query}")).Items("members").Single().Text("birthDate");
        (await Born("")).Should().Be("1990-05-04");
        (await Born("?knownAt=2024-03-05T00:00:00Z")).Should().Be("1960-03-14");
    }

    [EveryEngine]
    public async Task A_number_of_the_first_generation_is_the_same_persons()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var full = Fictitious.IdNumber();
        await Case.Register(office, members: [Fictitious.Member(idNumber: full)]);
        var fifteen = full[..6] + full[8..17];

        await office.Refused(Roles.VillageAssistant, "/households", Fictitious.Household(members: Fictitious.Member(idNumber: fifteen)), 409, "households.person_elsewhere");
    }

    [EveryEngine]
    public async Task What_contradicts_itself_is_refused()
    {
        await using var office = await Office.Open(2024, 3, 1);
        Task Refused(string code, Action<JsonObject> wrong)
        {
            var member = Fictitious.Member();
            wrong(member);
            return office.Refused(Roles.VillageAssistant, "/households", Fictitious.Household(members: member), 422, code);
        }
        await Refused("households.identity_contradicts", m => m["birthDate"] = "1960-03-15");
        await Refused("households.identity_contradicts", m => m["sex"] = "female");
        await Refused("households.contradicts", m => m["health"] = new JsonObject { ["grade"] = "second" });
        await Refused("households.contradicts", m => m["attributes"] = new JsonObject { ["maritalSince"] = "2024-03-02" });

        var c = await Case.Register(office, members: [Fictitious.Member(), Fictitious.Member("spouse")]);
        foreach (var (from, status, code) in new[] { ("2024-03-02", 422, "households.change_date"), ("2024-02-29", 422, "households.change_date") })
            (await Put(office, c, MemberPath(c, 1), Changed(from, "spouse"))).ShouldRefuse(status, code);
        (await Put(office, c, MemberPath(c, 1), Changed("2024-03-01", "head"))).ShouldRefuse(422, "households.one_head");
    }

    private static string MemberPath(Case c, int member) => $"/households/{c.Household}/members/{c.Members[member]}";

    private static JsonObject Changed(string from, string relationship) => new() { ["from"] = from, ["name"] = "李秀英", ["relationship"] = relationship, ["labour"] = "able" };

    private static JsonObject Number(string number) => new() { ["idNumber"] = number, ["reason"] = "户口簿抄录有误" };

    private static async Task Change(Office office, Case c, int member, string from, string relationship, Action<JsonObject> with)
    {
        var body = Changed(from, relationship);
        with(body);
        var answer = await Put(office, c, MemberPath(c, member), body);
        answer.Status.Should().Be(200, answer.Text);
    }

    private static async Task<Answer> Put(Office office, Case c, string path, JsonObject body)
    {
        var seen = (await office.As(Roles.TownshipOfficer).Read($"/households/{c.Household}")).ETag;
        return await office.As(Roles.TownshipOfficer).Put(path, body, seen);
    }
}
