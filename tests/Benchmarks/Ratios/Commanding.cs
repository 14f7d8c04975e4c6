using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Dibao.Benchmarks.Ratios;

/// <summary>
/// Registering a household of three over HTTP at 16 connections, against a bare authenticated endpoint that writes the same rows in one transaction by
/// ADO.NET. Each has a database of its own; afterwards the rows of each are counted, table by table.
/// </summary>
internal static class Commanding
{
    private const string Name = "command";
    private const double GoalTimes = 3;
    private const double GoalMilliseconds = 50;
    public const int Connections = 16;

    /// <summary>Counties that the list of divisions knows, without their townships.</summary>
    private static readonly int[] Counties =
        [320102, 320104, 320105, 320106, 320111, 320113, 320114, 320115, 320116, 320117, 320118, 320505, 320506, 320507, 320508, 320509];

    /// <summary>Other than what is written by the way: the product's own start, its timetable, and the numbering of facts after the answer.</summary>
    private static readonly string[] Aside = ["numbers_series", "timetable_run"];

    public static async Task<IReadOnlyList<IFinding>> Measure(Terms terms)
    {
        var count = terms.Of(full: 4_000, small: 400);
        var warming = terms.Of(full: 12_000, small: 800);
        await using var ourDatabase = await terms.App.NewDatabase(terms.Engine);
        await using var bareDatabase = await terms.App.NewDatabase(terms.Engine);
        await using var ours = await terms.App.Serve(ourDatabase);
        await using var bare = await terms.App.ServeBare(bareDatabase);
        var before = (await Rows(ourDatabase), await Rows(bareDatabase));
        using var toOurs = new Load(ours.Address, Connections, HttpStatusCode.Created);
        using var toBare = new Load(bare.Address, Connections, HttpStatusCode.Created);
        await toOurs.Run(warming, Registrations(terms, warming));
        await toBare.Run(warming, Registrations(terms, warming));
        await TakeStock(ourDatabase);
        await TakeStock(bareDatabase);
        var spent = (Ours: ours.ProcessorSeconds, Bare: bare.ProcessorSeconds);
        const int rounds = 5;
        var (our, their) = await Rounds.Alternate(rounds, async () =>
        {
            var loaded = await toOurs.Run(count, Registrations(terms, count));
            await UntilNumbered(ourDatabase);
            return loaded;
        }, () => toBare.Run(count, Registrations(terms, count)));
        spent = (ours.ProcessorSeconds - spent.Ours, bare.ProcessorSeconds - spent.Bare);
        Compare(await Grown(ourDatabase, before.Item1), await Grown(bareDatabase, before.Item2));
        Tell(terms, Name, our, their, spent, rounds * count);
        var ratio = Ratio.OfRates(terms.Name(Name), our.Select(l => l.PerSecond).Median(), their.Select(l => l.PerSecond).Median(), GoalTimes);
        return terms.Engine == TestEngine.PostgreSql
            ? [ratio, new Figure(terms.Name(Name + "-p99"), our.Select(l => l.P99).Median(), GoalMilliseconds, "ms")]
            : [ratio];
    }

    /// <summary>What PostgreSQL does by itself a minute after its tables have begun to grow; until then it may plan for empty ones.</summary>
    public static Task TakeStock(TestDatabase database) => database.Engine == TestEngine.PostgreSql ? database.Change("ANALYZE") : Task.CompletedTask;

    /// <summary>What is not a goal but explains one.</summary>
    public static void Tell(Terms terms, string name, Loaded[] ours, Loaded[] bare, (double Ours, double Bare) processor, int requests) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"# {terms.Name(name)}: median {ours.Select(l => l.Median).Median():0.0} ms, bare {bare.Select(l => l.Median).Median():0.0} ms; p99 {ours.Select(l => l.P99).Median():0.0} ms, bare {bare.Select(l => l.P99).Median():0.0} ms; processor {processor.Ours / requests * 1e6:0} µs a request, bare {processor.Bare / requests * 1e6:0} µs"));

    /// <summary>A household of three as sent, in the village of an officer.</summary>
    public static JsonObject Household(string village)
    {
        var household = Fictitious.Household(
            village, members:
            [
                Fictitious.Member("head", Fictitious.IdNumber(new LocalDate(1962, 3, 14))),
                Fictitious.Member("spouse", Fictitious.IdNumber(new LocalDate(1964, 8, 2), Sex.Female), "partlyLost", "李秀英"),
                Fictitious.Member("son", Fictitious.IdNumber(new LocalDate(2012, 5, 30)), "outsideWorkingAge", "王小明"),
            ]);
        household["income"] = new JsonArray(new JsonObject { ["kind"] = "wage", ["yearlyFen"] = 1_200_000 }, new JsonObject { ["kind"] = "transfer", ["yearlyFen"] = 360_000 });
        household["assets"] = new JsonArray(new JsonObject { ["kind"] = "deposit", ["valueFen"] = 500_000 });
        return household;
    }

    /// <summary>The township of one of the connections' officers.</summary>
    private static string Township(int connection) => string.Create(CultureInfo.InvariantCulture, $"{Counties[connection % Connections]}001");

    /// <summary>Requests made ready before the watch runs. Each connection is an officer of a county of its own: within one, file numbers come one commit after the other, here and there alike.</summary>
    private static Func<int, int, HttpRequestMessage> Registrations(Terms terms, int count)
    {
        var tokens = Enumerable.Range(0, Connections).Select(c => new AuthenticationHeaderValue(
            "Bearer", terms.App.Issuer.Token($"officer-{Township(c)}-1", "township_officer", Township(c)))).ToArray();
        const string anywhere = "000000000000";
        var bodies = Enumerable.Range(0, count).Select(_ => Household(anywhere).ToJsonString()).ToArray();
        return (number, connection) => new HttpRequestMessage(HttpMethod.Post, "/api/v1/households")
        {
            Headers = { Authorization = tokens[connection] },
            Content = new StringContent(bodies[number].Replace(anywhere, Township(connection) + "001", StringComparison.Ordinal), new MediaTypeHeaderValue("application/json")),
        };
    }

    private static async Task UntilNumbered(TestDatabase database)
    {
        while (await database.Count("SELECT count(*) FROM outbox_fact WHERE sequence IS NULL") > 0) await Task.Delay(50);
    }

    private static async Task<Dictionary<string, long>> Rows(TestDatabase database)
    {
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in (await database.Tables()).Except(Aside, StringComparer.Ordinal)) rows[table] = await database.Count($"SELECT count(*) FROM {table}");
        return rows;
    }

    private static async Task<List<string>> Grown(TestDatabase database, Dictionary<string, long> before) =>
        [.. (await Rows(database)).Where(r => r.Value != before[r.Key]).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Key} +{r.Value - before[r.Key]}")).Order(StringComparer.Ordinal)];

    private static void Compare(List<string> ours, List<string> bare)
    {
        if (!ours.SequenceEqual(bare, StringComparer.Ordinal))
            throw new InvalidOperationException($"The two did not write the same rows: {string.Join(", ", ours)} against {string.Join(", ", bare)}.");
    }
}
