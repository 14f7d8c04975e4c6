using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>One household's case, step by step. Each step is taken by the one who takes it in life, with his demonstration token.</summary>
internal sealed class Case
{
    private readonly Office office;

    private Case(Office office, JsonNode household)
    {
        this.office = office;
        Household = household.Text("id");
        FileNumber = household.Text("fileNumber");
        Members = [.. household.Items("members").Select(m => m.Text("person"))];
    }

    public string Household { get; }

    public string FileNumber { get; }

    /// <summary>The head first.</summary>
    public IReadOnlyList<string> Members { get; }

    public string Application { get; private set; } = "";

    public string Entitlement { get; private set; } = "";

    public string Path => $"/applications/{Application}";

    /// <summary>Registers a household of so many persons; income in yuan a year.</summary>
    public static async Task<Case> Register(Office office, int persons = 1, long incomeYuan = 0, string role = Roles.VillageAssistant, JsonObject[]? members = null, string hukou = "nonAgricultural", bool payee = true)
    {
        var body = Fictitious.Household(hukou: hukou, members: members ??
            [.. Enumerable.Range(0, persons).Select(i => Fictitious.Member(i switch { 0 => "head", 1 => "spouse", _ => "sibling" }))]);
        if (incomeYuan > 0) body["income"] = Amounts("wage", incomeYuan);
        if (!payee) body["payee"] = null;
        return new Case(office, (await office.Do(role, "/households", body)).Json);
    }

    /// <summary>A household that has gone the whole way and draws.</summary>
    public static async Task<Case> Admitted(Office office, int persons = 1, long incomeYuan = 0, string role = Roles.VillageAssistant, JsonObject[]? members = null, bool payee = true)
    {
        var c = await Register(office, persons, incomeYuan, role, members, payee: payee);
        await c.Apply(role);
        await c.GoThrough();
        return c;
    }

    public async Task<JsonNode> Apply(string role = Roles.VillageAssistant, params string[] papers)
    {
        var answer = await office.Do(role, "/applications", new JsonObject
        {
            ["household"] = Household,
            ["applicant"] = Members[0],
            ["papers"] = new JsonArray([.. (papers.Length == 0 ? ["hukouBook", "idCards"] : papers).Select(p => JsonValue.Create(p))]),
            ["statementSigned"] = true,
            ["checkAuthorised"] = true,
        });
        Application = answer.Id;
        return answer.Json;
    }

    /// <summary>What follows an application until it is confirmed; the notice hangs for seven days.</summary>
    public async Task GoThrough(int days = 8)
    {
        await Accept();
        await Investigate();
        await Assess();
        await GiveOpinion(positive: true);
        await office.Pass(days);
        await Confirm();
    }

    /// <summary>The application was submitted by a test in a way of its own.</summary>
    public void Adopt(string application) => Application = application;

    public async Task<JsonNode> Accept() => (await office.Do(Roles.TownshipOfficer, $"{Path}/acceptance")).Json;

    /// <summary>Information check and home visit.</summary>
    public async Task Investigate(JsonArray? income = null, JsonArray? assets = null, string recorder = Roles.VillageAssistant)
    {
        await office.Do(Roles.TownshipOfficer, $"{Path}/check-request");
        await office.Do(Roles.CheckCentre, $"{Path}/check-answer", CheckAnswer(income, assets));
        await office.Do(recorder, $"{Path}/visit", Visit(recorder));
    }

    public static JsonObject CheckAnswer(JsonArray? income = null, JsonArray? assets = null) => new()
    {
        ["income"] = income ?? [],
        ["assets"] = assets ?? [],
        ["sources"] = new JsonArray("tax", "socialInsurance", "deposits"),
    };

    public JsonObject Visit(string recorder = Roles.VillageAssistant) => new()
    {
        ["visitedOn"] = office.Day,
        ["investigators"] = Visitors(recorder),
        ["present"] = new JsonArray(Members[0]),
        ["livingConditions"] = "两间平房,无机动车",
    };

    /// <summary>The recorder and a township officer who does not weigh the case afterwards.</summary>
    public static JsonArray Visitors(string recorder = Roles.VillageAssistant) =>
    [
        new JsonObject { ["officer"] = "another-township-officer", ["post"] = "township" },
        new JsonObject { ["officer"] = Office.Subject(recorder), ["post"] = recorder == Roles.VillageAssistant ? "village" : "purchasedService" },
    ];

    public static JsonArray Investigators() =>
    [
        new JsonObject { ["officer"] = Office.Subject(Roles.TownshipOfficer), ["post"] = "township" },
        new JsonObject { ["officer"] = Office.Subject(Roles.VillageAssistant), ["post"] = "village" },
    ];

    public Task<Answer> Appraise(bool agrees = true, string role = Roles.VillageAssistant) => office.Do(role, $"{Path}/appraisal", Appraisal(office, agrees));

    public static JsonObject Appraisal(Office office, bool agrees = true) =>
        new() { ["heldOn"] = office.Day, ["participants"] = 12, ["representatives"] = 9, ["agrees"] = agrees };

    public async Task<JsonNode> Assess() => (await office.Do(Roles.TownshipOfficer, $"{Path}/assessment")).Json;

    public async Task<JsonNode> GiveOpinion(bool positive) => (await office.Do(Roles.TownshipLeader, $"{Path}/initial-review", Opinion(positive))).Json;

    public static JsonObject Opinion(bool positive) =>
        new() { ["positive"] = positive, ["opinion"] = positive ? "符合条件,拟同意纳入保障" : "经核查家庭人均收入不低于保障标准,拟不同意" };

    /// <summary>What the board of the village says of this case.</summary>
    public async Task<JsonNode?> Notice()
    {
        foreach (var posted in (await office.ReadOpenly($"/notices?division={Fictitious.Village}&limit=200")).Items("items"))
        {
            var notice = await office.Read(Roles.ComplaintHandler, $"/notices/{posted.Text("id")}");
            if (notice.Text("application") == Application) return notice;
        }
        return null;
    }

    /// <summary>Somebody objects without a token; the complaint handler answers.</summary>
    public async Task Object(bool upheld)
    {
        var notice = (await Notice())!;
        var raised = await office.Public.Post($"/notices/{notice.Text("id")}/objections", new JsonObject { ["ground"] = "income", ["text"] = "该户另有经营收入" });
        raised.Status.Should().Be(201, raised.Text);
        await office.Do(Roles.ComplaintHandler, $"/objections/{raised.Id}/answer", new JsonObject
        {
            ["upheld"] = upheld,
            ["reasons"] = upheld ? "所反映情况有据,退回重新调查。" : "经走访核实,所反映情况不属实。",
        });
    }

    public async Task<JsonNode> Confirm()
    {
        var confirmed = (await office.Do(Roles.CountyApprover, $"{Path}/confirmation")).Json;
        Entitlement = confirmed.Text("entitlement");
        return confirmed;
    }

    /// <summary>Refuses; the reason is stated.</summary>
    public async Task<JsonNode> Refuse(string reason) =>
        (await office.Do(Roles.CountyApprover, $"{Path}/refusal", new JsonObject { ["reasons"] = new JsonArray(reason) })).Json;

    public Task<JsonNode> View(string role = Roles.CountyOfficer) => office.Read(role, Path);

    public async Task<string> Status() => (await View()).Text("status");

    public Task<JsonNode> Entitled(string query = "", string role = Roles.CountyOfficer) => office.Read(role, $"/entitlements/{Entitlement}{query}");

    /// <summary>The review that is open, or was last.</summary>
    public async Task<string> Review() => (await office.List(Roles.CountyOfficer, $"/reviews?household={Household}"))[^1].Text("id");

    /// <summary>What a review finds: income in yuan a year.</summary>
    public JsonObject Findings(long incomeYuan, string? endReason = null) => new()
    {
        ["visitedOn"] = office.Day,
        ["investigators"] = Investigators(),
        ["present"] = new JsonArray(Members[0]),
        ["income"] = Amounts("wage", incomeYuan),
        ["assets"] = new JsonArray(),
        ["livingConditions"] = "与档案记载相符",
        ["refusedWithoutReason"] = false,
        ["proposedEndReason"] = endReason,
    };

    public static JsonArray Amounts(string kind, long yuan) => [new JsonObject { ["kind"] = kind, ["yearlyFen"] = yuan * 100 }];

    public static JsonArray Deposits(long yuan) => [new JsonObject { ["kind"] = "deposit", ["valueFen"] = yuan * 100 }];
}
