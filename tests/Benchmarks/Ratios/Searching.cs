using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dibao.Benchmarks.Ratios;

/// <summary>
/// Finding households among a million members over HTTP at 16 connections, and reading one as of a date, against a bare authenticated endpoint that asks
/// the same indexed query with ADO.NET and answers the same JSON, on the same database. A search by identity number leaves its audit entry here and there.
/// </summary>
internal static class Searching
{
    private const double GoalTimes = 3;
    private const double GoalMilliseconds = 20;

    public static Task<IReadOnlyList<IFinding>> ByNumber(Terms terms) => Measure(terms, "search-number", (of, _) => new HttpRequestMessage(HttpMethod.Post, "/api/v1/households/search")
    {
        Content = new StringContent($$"""{"idNumber":"{{of.IdNumber}}"}""", Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
    });

    public static Task<IReadOnlyList<IFinding>> ByFile(Terms terms) =>
        Measure(terms, "search-file", (of, _) => new HttpRequestMessage(HttpMethod.Get, $"/api/v1/households?fileNumber={of.FileNumber}"));

    /// <summary>By surname and one character more: fifty of some hundreds.</summary>
    public static Task<IReadOnlyList<IFinding>> ByName(Terms terms) =>
        Measure(terms, "search-name", (of, _) => new HttpRequestMessage(HttpMethod.Get, $"/api/v1/households?name={Uri.EscapeDataString(of.Name[..2])}"));

    /// <summary>As it was half a year ago, as it was known a month ago.</summary>
    public static Task<IReadOnlyList<IFinding>> AsOf(Terms terms) => Measure(terms, "read-asof", (of, on) => new HttpRequestMessage(
        HttpMethod.Get, $"/api/v1/households/{of.Household.Value}?validAt={on.PlusDays(-180):uuuu'-'MM'-'dd}&knownAt={on.PlusDays(-30):uuuu'-'MM'-'dd}T00:00:00Z"));

    private static async Task<IReadOnlyList<IFinding>> Measure(Terms terms, string name, Func<FullRegister.Entered, LocalDate, HttpRequestMessage> ask)
    {
        var count = terms.Of(full: 10_000, small: 2_000);
        var warming = terms.Of(full: 30_000, small: 2_000);
        var register = await terms.App.Register(terms);
        await using var ours = await terms.App.Serve(register.Database);
        await using var bare = await terms.App.ServeBare(register.Database);
        var token = new AuthenticationHeaderValue("Bearer", terms.App.Issuer.Token("officer-320706-1", "county_officer", FullRegister.County));
        for (var i = 0; i < 3; i++) await Compare(ours.Address, bare.Address, () => Request(i, 0));
        using var toOurs = new Load(ours.Address, Commanding.Connections, HttpStatusCode.OK);
        using var toBare = new Load(bare.Address, Commanding.Connections, HttpStatusCode.OK);
        await toOurs.Run(warming, Request);
        await toBare.Run(warming, Request);
        var spent = (Ours: ours.ProcessorSeconds, Bare: bare.ProcessorSeconds);
        const int rounds = 5;
        var (our, their) = await Rounds.Alternate(rounds, () => toOurs.Run(count, Request), () => toBare.Run(count, Request));
        Commanding.Tell(terms, name, our, their, (ours.ProcessorSeconds - spent.Ours, bare.ProcessorSeconds - spent.Bare), rounds * count);
        var ratio = Ratio.OfRates(terms.Name(name), our.Select(l => l.PerSecond).Median(), their.Select(l => l.PerSecond).Median(), GoalTimes);
        return terms.Engine == TestEngine.PostgreSql
            ? [ratio, new Figure(terms.Name(name + "-p99"), our.Select(l => l.P99).Median(), GoalMilliseconds, "ms")]
            : [ratio];

        HttpRequestMessage Request(int number, int connection)
        {
            var request = ask(register.Sample[(int)(number * 7919L % register.Sample.Count)], register.On);
            request.Headers.Authorization = token;
            return request;
        }
    }

    private static async Task Compare(Uri ours, Uri bare, Func<HttpRequestMessage> request)
    {
        var (our, their) = (await Answer(ours), await Answer(bare));
        if (!JsonNode.DeepEquals(JsonNode.Parse(our), JsonNode.Parse(their))) throw new InvalidOperationException($"The two do not answer the same: {our} against {their}.");

        async Task<string> Answer(Uri address)
        {
            using var client = new HttpClient { BaseAddress = address };
            using var asked = request();
            using var answer = await client.SendAsync(asked);
            var text = await answer.Content.ReadAsStringAsync();
            var found = answer.IsSuccessStatusCode ? JsonDocument.Parse(text).RootElement : throw new InvalidOperationException($"{asked.RequestUri} was answered with {(int)answer.StatusCode}: {text}");
            if (found.TryGetProperty("items", out var items) && items.GetArrayLength() == 0) throw new InvalidOperationException($"{asked.RequestUri} finds nothing.");
            return text;
        }
    }
}
