using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dibao.Benchmarks.Ratios.Bare;

namespace Dibao.Benchmarks.Ratios;

/// <summary>
/// Reading a household over HTTP at 16 connections, against a bare authenticated endpoint that reads the same rows by key with ADO.NET and answers the
/// same JSON, on the same database.
/// </summary>
internal static class Reading
{
    private const string Name = "read";
    private const string Village = "320706001001";
    private const double GoalTimes = 3;
    private const double GoalMilliseconds = 20;

    public static async Task<IReadOnlyList<IFinding>> Measure(Terms terms)
    {
        var count = terms.Of(full: 10_000, small: 2_000);
        var warming = terms.Of(full: 30_000, small: 2_000);
        await using var database = await terms.App.NewDatabase(terms.Engine);
        var paths = await Seed(database, terms.Of(full: 10_000, small: 1_000));
        await Commanding.TakeStock(database);
        await using var ours = await terms.App.Serve(database);
        await using var bare = await terms.App.ServeBare(database);
        var token = new AuthenticationHeaderValue("Bearer", terms.App.Issuer.Token("officer-320706-1", "county_officer", "320706"));
        await Compare(ours.Address, bare.Address, paths[0], token);
        using var toOurs = new Load(ours.Address, Commanding.Connections, HttpStatusCode.OK);
        using var toBare = new Load(bare.Address, Commanding.Connections, HttpStatusCode.OK);
        await toOurs.Run(warming, Read);
        await toBare.Run(warming, Read);
        var spent = (Ours: ours.ProcessorSeconds, Bare: bare.ProcessorSeconds);
        const int rounds = 5;
        var (our, their) = await Rounds.Alternate(rounds, () => toOurs.Run(count, Read), () => toBare.Run(count, Read));
        Commanding.Tell(terms, Name, our, their, (ours.ProcessorSeconds - spent.Ours, bare.ProcessorSeconds - spent.Bare), rounds * count);
        var ratio = Ratio.OfRates(terms.Name(Name), our.Select(l => l.PerSecond).Median(), their.Select(l => l.PerSecond).Median(), GoalTimes);
        return terms.Engine == TestEngine.PostgreSql
            ? [ratio, new Figure(terms.Name(Name + "-p99"), our.Select(l => l.P99).Median(), GoalMilliseconds, "ms")]
            : [ratio];

        HttpRequestMessage Read(int number, int connection) => new(HttpMethod.Get, paths[number * 7919L % paths.Length]) { Headers = { Authorization = token } };
    }

    /// <summary>Fills the register and answers where its households stand.</summary>
    private static async Task<string[]> Seed(TestDatabase database, int count)
    {
        var settings = database.Settings;
        var tables = BareServer.Tables(settings.GetValueOrDefault("Database:Path"), settings.GetValueOrDefault("Database:ConnectionString"));
        using var _ = tables as IDisposable;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var officer = new Officer("officer-320706-1", "county_officer", DivisionCode.Parse("320706"));
        var paths = new string[count];
        await tables.Seed(Enumerable.Range(0, count).Select(i =>
        {
            var body = Commanding.Household(Village).Deserialize<HouseholdBody>(BareServer.Json)!;
            var rows = HouseholdRows.Of(body, officer, now)!;
            paths[i] = $"/api/v1/households/{rows.Id}";
            return rows;
        }));
        return paths;
    }

    private static async Task Compare(Uri ours, Uri bare, string path, AuthenticationHeaderValue token)
    {
        using var client = new HttpClient { DefaultRequestHeaders = { Authorization = token } };
        var (our, their) = (await client.GetStringAsync(new Uri(ours, path)), await client.GetStringAsync(new Uri(bare, path)));
        if (!JsonNode.DeepEquals(JsonNode.Parse(our), JsonNode.Parse(their))) throw new InvalidOperationException($"The two do not answer the same: {our} against {their}.");
    }
}
