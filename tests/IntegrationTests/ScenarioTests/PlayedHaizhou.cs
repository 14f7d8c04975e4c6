using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Dibao.Api.Startup;
using Dibao.BuildingBlocks.Access;
using Dibao.IntegrationTests.Journeys;
using Dibao.Scenarios;
using Dibao.Scenarios.Haizhou;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Dibao.IntegrationTests.ScenarioTests;

/// <summary>Haizhou, played from January 2012 to June 2013 once on each engine for all tests that look at it; it goes on serving.</summary>
public sealed class PlayedHaizhou : IAsyncLifetime, IOnEveryEngine
{
    public const string Collection = "Haizhou, played";
    public const string County = "320706";
    private readonly ConcurrentDictionary<TestEngine, Played> plays = new();

    /// <summary>One play: whether every figure equals the seed's, what the player said meanwhile, and the table as written for programs.</summary>
    private sealed record Played(RunningApi Api, bool AllEqual, string Said, JsonArray Report);

    private Played Play => plays[TestEngine.Current];

    public RunningApi Api => Play.Api;

    public bool AllEqual => Play.AllEqual;

    public string Said => Play.Said;

    public JsonArray Report => Play.Report;

    public HttpClient Auditor => Api.As(Roles.Auditor, "32");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task Prepare(TestEngine engine)
    {
        if (plays.ContainsKey(engine)) return;
        var api = await RunningApi.Start();
        var report = api.Folder.At("report.json");
        using var said = new StringWriter(CultureInfo.InvariantCulture);
        var (console, ansi) = (Console.Out, AnsiConsole.Console);
        Console.SetOut(TextWriter.Synchronized(said));
        AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out), Interactive = InteractionSupport.No });
        try
        {
            var equal = await Scenario.Find("haizhou")!.Play(Stage(api), report, CancellationToken.None);
            plays[engine] = new(api, equal, said.ToString(), JsonNode.Parse(await File.ReadAllTextAsync(report))!.AsArray());
        }
        finally
        {
            Console.SetOut(console);
            AnsiConsole.Console = ansi;
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var play in plays.Values) await play.Api.DisposeAsync();
    }

    internal static IStage Stage(RunningApi api) => ActivatorUtilities.CreateInstance<Stage>(api.Services, api.Address);

    /// <summary>The report as the system answers it now.</summary>
    internal async Task<IReadOnlyList<Figure>> Ask()
    {
        using var desk = new Desk(Stage(Api), "test");
        return await HaizhouScenario.Report(desk, CancellationToken.None);
    }

    public async Task<JsonNode> Read(string path, string role = Roles.Auditor, string? division = "32")
    {
        var answer = await Api.As(role, division).Read(path);
        answer.Status.Should().Be(200, $"{path}: {answer.Text}");
        return answer.Json;
    }

    /// <summary>Every item of a list, page by page.</summary>
    public async Task<List<JsonNode>> All(string path, string role = Roles.Auditor, string? division = "32")
    {
        var items = new List<JsonNode>();
        for (string? next = ""; next is not null;)
        {
            var page = await Read(next.Length == 0 ? path : $"{path}&after={Uri.EscapeDataString(next)}", role, division);
            items.AddRange(page.Items("items"));
            next = page["next"]?.GetValue<string>();
        }
        return items;
    }

    public Task<long> Count(string sql) => Api.Database.Count(sql);

    public async Task Alter(string sql) => (await Api.Database.Change(sql)).Should().Be(1, sql);

    /// <summary>What stood in the books at the end of a day, counted by the dates of the rows.</summary>
    public static async Task<SortedDictionary<string, long>> BooksOn(TestDatabase database, string day)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (what, sql) in new (string, string)[]
        {
            ("households", "SELECT count(*) FROM households_household WHERE RegisteredOn <= $"),
            ("persons", "SELECT count(*) FROM households_person p JOIN households_household h ON h.Id = p.Household WHERE h.RegisteredOn <= $"),
            ("applications", "SELECT count(*) FROM eligibility_application WHERE SubmittedOn <= $"),
            ("decisions", "SELECT count(*) FROM eligibility_application WHERE DecidedOn <= $"),
            ("entitlements", "SELECT count(*) FROM eligibility_entitlement WHERE ConfirmedOn <= $"),
            ("ended entitlements", "SELECT count(*) FROM eligibility_entitlement WHERE EndedOn <= $"),
            ("publications", "SELECT count(*) FROM oversight_publication WHERE PublishedOn <= $"),
            ("notices", "SELECT count(*) FROM oversight_notice WHERE PostedOn <= $"),
            ("objections", "SELECT count(*) FROM oversight_objection WHERE RaisedOn <= $"),
            ("reviews", "SELECT count(*) FROM reviewcycle_review WHERE OpenedOn <= $"),
            ("concluded reviews", "SELECT count(*) FROM reviewcycle_review WHERE Status = 4 AND ClosedOn <= $"),
            ("payrolls", "SELECT count(*) FROM funds_payroll WHERE BuiltOn <= $"),
            ("payroll lines", "SELECT count(*) FROM funds_payroll_line l JOIN funds_payroll p ON p.Id = l.Payroll WHERE p.BuiltOn <= $"),
            ("returned lines", "SELECT count(*) FROM funds_payroll_line l JOIN funds_payroll p ON p.Id = l.Payroll WHERE p.BuiltOn <= $ AND l.state = 3"),
            ("money of regular payrolls", "SELECT coalesce(sum(TotalFen), 0) FROM funds_payroll WHERE Kind = 1 AND BuiltOn <= $"),
            ("appropriations", "SELECT count(*) FROM funds_appropriation WHERE RecordedOn <= $"),
            ("ledger entries", "SELECT count(*) FROM funds_entry WHERE PostedOn <= $"),
        }) counts[what] = await database.Count(sql.Replace("$", $"'{day}'", StringComparison.Ordinal));
        return counts;
    }
}

/// <summary>The story is played once for every class of this collection.</summary>
[CollectionDefinition(PlayedHaizhou.Collection)]
public sealed class PlayedHaizhouCollection : ICollectionFixture<PlayedHaizhou>;
