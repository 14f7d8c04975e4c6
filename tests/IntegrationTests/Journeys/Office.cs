using System.Globalization;
using System.Net.Http.Headers;
using Dibao.Api.Authentication;
using Dibao.BuildingBlocks.Access;
using Dibao.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>
/// A district at work around the demonstration village: a running system whose clock stands on a day until it is moved, and one
/// demonstration token per role. What is done here is done with these tokens alone.
/// </summary>
internal sealed class Office : IAsyncDisposable
{
    public const string County = "320706";
    public const long StandardFen = 60_000;
    private readonly Dictionary<string, HttpClient> desks;

    private Office(RunningApi api)
    {
        Api = api;
        desks = api.Services.GetRequiredService<DemonstrationIssuer>().OnePerRole(Scenario.DemonstrationVillage).ToDictionary(
            t => t.Key,
            t =>
            {
                var client = new HttpClient { BaseAddress = api.Address };
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", t.Value);
                client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
                return client;
            },
            StringComparer.Ordinal);
    }

    public RunningApi Api { get; }

    public LocalDate Today { get; private set; }

    public string Day => Text(Today);

    public string Month => Text(Today)[..7];

    /// <summary>Opens on a day, with the figures that the county sets: standard, limit of assets, rounding. Something of the system may be replaced.</summary>
    public static async Task<Office> Open(int year, int month, int day, Action<IServiceCollection>? replace = null)
    {
        var office = new Office(replace is null ? await RunningApi.Start() : await RunningApi.StartWith(replace));
        await office.GoTo(new LocalDate(year, month, day));
        await office.SetPolicy("standard.monthly", StandardFen, "fen");
        await office.SetPolicy("assets.financial_limit", 24 * StandardFen, "fen");
        await office.SetPolicy("amount.rounding", 100, "fen");
        return office;
    }

    public HttpClient As(string role) => desks[role];

    public HttpClient Public => Api.Anonymous;

    /// <summary>Who acts when a role's demonstration token is used.</summary>
    public static string Subject(string role) => $"demo-{role.Replace('_', '-')}";

    /// <summary>Moves the clock to nine in the morning of a day; all that is due by then is done.</summary>
    public async Task GoTo(LocalDate day)
    {
        await Api.Settle();
        await Api.MoveClockTo(day.Year, day.Month, day.Day);
        await Api.Settle();
        Today = day;
    }

    public Task Pass(int days) => GoTo(Today.PlusDays(days));

    /// <summary>A step under a key of its own, which is taken; its facts have reached everybody afterwards.</summary>
    public async Task<Answer> Do(string role, string path, JsonNode? body = null)
    {
        var answer = await As(role).Decide(path, body ?? new JsonObject());
        answer.Status.Should().BeInRange(200, 299, $"{role} {path}: {answer.Text}");
        await Api.Settle();
        return answer;
    }

    /// <summary>A step that is refused.</summary>
    public async Task Refused(string role, string path, JsonNode? body, int status, string code) =>
        (await As(role).Decide(path, body ?? new JsonObject())).ShouldRefuse(status, code);

    public async Task<JsonNode> Read(string role, string path) => Taken(await As(role).Read(path), path);

    public async Task<JsonNode> ReadOpenly(string path) => Taken(await Public.Read(path), path);

    /// <summary>The items of a list that fits a page.</summary>
    public async Task<IReadOnlyList<JsonNode>> List(string role, string path)
    {
        var page = await Read(role, path);
        page["next"].Should().BeNull("the list is to fit a page");
        return [.. page["items"]!.AsArray().OfType<JsonNode>()];
    }

    public async Task<JsonNode> SetPolicy(string key, long value, string unit, string document = "海民发〔2011〕86号", string validFrom = "2011-01-01", string? validTo = null)
    {
        var answer = await Do(Roles.Administrator, "/policies", new JsonObject
        {
            ["key"] = key,
            ["scheme"] = null,
            ["division"] = County,
            ["value"] = value,
            ["unit"] = unit,
            ["document"] = document,
            ["article"] = "第三条",
            ["validFrom"] = validFrom,
            ["validTo"] = validTo,
        });
        return answer.Json;
    }

    public Task<Answer> Receive(long fen, string source = "county") => Do(Roles.FinanceTreasurer, "/appropriations", new JsonObject
    {
        ["county"] = County,
        ["source"] = source,
        ["amountFen"] = fen,
        ["documentNumber"] = "海财社〔2024〕1号",
        ["arrivedOn"] = Day,
    });

    /// <summary>Another account: one person proposes it with its proof, another confirms it.</summary>
    public async Task<JsonNode> ChangePayee(string household, string holder, string account, string proposer = Roles.VillageAssistant, string bank = "农村商业银行")
    {
        var proposed = await Do(proposer, $"/households/{household}/payee-changes", new JsonObject
        {
            ["payee"] = new JsonObject { ["holder"] = holder, ["bank"] = bank, ["accountNumber"] = account },
            ["proofText"] = "户主新开立的存折及身份证",
        });
        return (await Do(Roles.TownshipLeader, $"/payee-changes/{proposed.Id}/confirmation")).Json;
    }

    public static string Text(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in desks.Values) desk.Dispose();
        await Api.DisposeAsync();
    }

    private static JsonNode Taken(Answer answer, string path)
    {
        answer.Status.Should().Be(200, $"{path}: {answer.Text}");
        return answer.Json;
    }
}

/// <summary>What tests read of an answer.</summary>
internal static class Reading
{
    public static string Text(this JsonNode node, string property) => node[property]!.GetValue<string>();

    public static long Number(this JsonNode node, string property) => node[property]!.GetValue<long>();

    public static bool Flag(this JsonNode node, string property) => node[property]!.GetValue<bool>();

    public static IEnumerable<JsonNode> Items(this JsonNode node, string property) => node[property]!.AsArray().OfType<JsonNode>();

    public static IEnumerable<string> Words(this JsonNode node, string property) => node[property]!.AsArray().Select(w => w!.GetValue<string>());
}
