using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Dibao.Api.Authentication;
using Dibao.Api.Startup;
using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Startup = Dibao.Api.Startup.Database;

namespace Dibao.IntegrationTests;

/// <summary>
/// The real system on a real port of this machine, with a database of its own, on the engine under test, that goes when it stops. Tests bring
/// their own households, so that one running system serves many tests.
/// </summary>
public sealed class RunningApi : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string, string, string), HttpClient> clients = new();
    private readonly WebApplication app;
    private readonly bool ownsDatabase;

    private RunningApi(WebApplication app, TestDatabase database, TemporaryFolder folder, bool ownsDatabase)
    {
        (this.app, Database, Folder, this.ownsDatabase) = (app, database, folder, ownsDatabase);
        Address = new Uri(app.Urls.First());
        Anonymous = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    /// <summary>Its database, as another process sees it.</summary>
    public TestDatabase Database { get; }

    /// <summary>Holds the development keys.</summary>
    internal TemporaryFolder Folder { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>A client without a token.</summary>
    public HttpClient Anonymous { get; }

    /// <summary>Starts a system on an empty database. Settings are written <c>Section:Name=value</c>.</summary>
    public static async Task<RunningApi> Start(params string[] settings) =>
        await Start(null, await TestEngine.Current.NewDatabase(), new TemporaryFolder(), ownsDatabase: true, null, settings);

    /// <summary>Starts a system in which something of its own is replaced: the clock, the way to the disk.</summary>
    internal static async Task<RunningApi> StartWith(Action<IServiceCollection> replace, TestDatabase? database = null) =>
        await Start(null, database ?? await TestEngine.Current.NewDatabase(), new TemporaryFolder(), ownsDatabase: true, replace);

    /// <summary>Starts a system on a database that stays when it stops, with the keys of a folder.</summary>
    internal static Task<RunningApi> StartOn(TestDatabase database, TemporaryFolder keys, Action<IServiceCollection>? replace = null) =>
        Start(null, database, keys, ownsDatabase: false, replace);

    /// <summary>Starts a system with more modules than the product's, or beside another on the same database.</summary>
    internal static async Task<RunningApi> Start(IReadOnlyList<IModule>? modules, RunningApi? beside, params string[] settings) => beside is null
        ? await Start(modules, await TestEngine.Current.NewDatabase(), new TemporaryFolder(), ownsDatabase: true, null, settings)
        : await Start(modules, beside.Database, beside.Folder, ownsDatabase: false, null, settings);

    private static async Task<RunningApi> Start(
        IReadOnlyList<IModule>? modules, TestDatabase database, TemporaryFolder folder, bool ownsDatabase, Action<IServiceCollection>? replace, params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = Repository.At("src", "Api") });
        var configuration = new Dictionary<string, string?>(database.Settings)
        {
            ["Keys:Path"] = folder.At("keys"),
            ["RateLimits:CallerPerSecond"] = "1000000",
            ["RateLimits:PublicPerMinute"] = "1000000",
            ["Logging:LogLevel:Default"] = "None",
            ["Logging:LogLevel:Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware"] = "Error",
        };
        foreach (var setting in settings)
        {
            var parts = setting.Split('=', 2);
            configuration[parts[0]] = parts[1];
        }
        builder.Configuration.AddInMemoryCollection(configuration);
        builder.Logging.ClearProviders().AddProvider(new LastDefect());
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureDbContext<DibaoDbContext>(options => options.ConfigureLoggingCacheTime(TimeSpan.Zero)); // a unit of work is used again: who listens anew is to hear at once
        if (replace is not null) builder.Host.ConfigureContainer<IServiceCollection>((_, services) => replace(services)); // after all that the roof has wired
        var app = Roof.Create(builder, modules);
        try
        {
            await Startup.Prepare(app.Services, production: false, CancellationToken.None);
            await app.StartAsync(CancellationToken.None);
            return new RunningApi(app, database, folder, ownsDatabase);
        }
        catch
        {
            await app.DisposeAsync();
            if (ownsDatabase) await Remove(database, folder);
            throw;
        }
    }

    /// <summary>A client in one role at one place; without a place, at the level of the role around the demonstration village.</summary>
    public HttpClient As(string role, string? division = null, string? subject = null)
    {
        division ??= Fictitious.Village[..Roles.Find(role)!.Level];
        subject ??= $"test-{role}";
        return clients.GetOrAdd((role, division, subject), _ =>
        {
            var client = new HttpClient { BaseAddress = Address };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(role, division, subject));
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
            return client;
        });
    }

    public string Token(string role, string division, string subject) =>
        Services.GetRequiredService<DemonstrationIssuer>().Issue(subject, role, DivisionCode.Parse(division));

    /// <summary>Registers a household at the counter and answers its view.</summary>
    public async Task<Answer> Register(JsonObject? household = null, string role = Roles.TownshipOfficer)
    {
        var answer = await As(role).Post("/households", household ?? Fictitious.Household());
        answer.Status.Should().Be(201, answer.Text);
        return answer;
    }

    /// <summary>Puts the whole system on a scenario's clock, set to an instant, and runs what is due by then.</summary>
    public Task MoveClockTo(Instant instant) => NewStage().MoveClockTo("test", instant, CancellationToken.None);

    /// <summary>Puts the whole system on a scenario's clock, at nine in the morning of a day in China.</summary>
    public Task MoveClockTo(int year, int month, int day) => MoveClockTo(new LocalDateTime(year, month, day, 9, 0).WithOffset(Offset.FromHours(8)).ToInstant());

    /// <summary>Waits until every fact said so far has reached its subscribers.</summary>
    public Task Settle() => NewStage().Settle(CancellationToken.None);

    private Stage NewStage() => ActivatorUtilities.CreateInstance<Stage>(Services, Address);

    /// <summary>Rows of every table that a refusal must leave as they were: all but the audit trail, which records refusals too, and its seals.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Rows()
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in (await Database.Tables()).Where(t => t is not ("audit_entry" or "timetable_run" or "numbers_series")))
            counts[table] = await Database.Count($"SELECT count(*) FROM {table}");
        counts["numbers taken"] = await Database.Count($"SELECT coalesce(sum(last), 0) FROM numbers_series WHERE name <> 'audit:seal'");
        return counts;
    }

    /// <summary>A context on behalf of the system.</summary>
    public async Task<T> Ask<T>(Func<DibaoDbContext, Task<T>> question)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeSystem();
        return await question(scope.ServiceProvider.GetRequiredService<DibaoDbContext>());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients.Values) client.Dispose();
        Anonymous.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        if (ownsDatabase) await Remove(Database, Folder);
    }

    private static async Task Remove(TestDatabase database, TemporaryFolder folder)
    {
        await database.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>Keeps the last failure that the API had no answer for, so that a test that meets a defect tells it.</summary>
internal sealed class LastDefect : ILoggerProvider, ILogger
{
    public static string? Failure { get; private set; }

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Failure = exception?.ToString();

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Dispose()
    {
    }
}

/// <summary>What the API answered, read to the end.</summary>
public sealed record Answer(int Status, string? MediaType, string Text, HttpResponseHeaders Headers)
{
    private JsonNode? json;

    public JsonNode Json => json ??= JsonNode.Parse(Text)!;

    public JsonNode this[string property] => Json[property]!;

    /// <summary>Code of the problem: the type without <c>urn:dibao:</c>.</summary>
    public string? Problem => string.Equals(MediaType, "application/problem+json", StringComparison.Ordinal) ? Json["type"]?.GetValue<string>().Replace("urn:dibao:", "", StringComparison.Ordinal) : null;

    public string? ETag => Headers.ETag?.Tag;

    public string Id => Json["id"]!.GetValue<string>();

    /// <summary>Refused in the one way there is: status, code, problem details with all that a client relies on.</summary>
    public void ShouldRefuse(int status, string code)
    {
        MediaType.Should().Be("application/problem+json", $"{Status} {Text}");
        Status.Should().Be(status, Text);
        Problem.Should().Be(code, Text);
        Json["status"]!.GetValue<int>().Should().Be(status);
        Json["title"]!.GetValue<string>().Should().NotBeNullOrWhiteSpace();
        Json["detail"]!.GetValue<string>().Should().NotBeNullOrWhiteSpace();
        Json["traceId"]!.GetValue<string>().Should().NotBeNullOrWhiteSpace();
    }
}

/// <summary>The verbs of the API as tests say them; paths are relative to /api/v1.</summary>
public static class Speaking
{
    public static Task<Answer> Read(this HttpClient client, string path) => client.Say(HttpMethod.Get, path, null);

    public static Task<Answer> Post(this HttpClient client, string path, JsonNode? body, string? key = null, string? seen = null) =>
        client.Say(HttpMethod.Post, path, Json(body), key, seen);

    /// <summary>A POST that decides or moves money, under a key of its own.</summary>
    public static Task<Answer> Decide(this HttpClient client, string path, JsonNode? body, string? seen = null) =>
        client.Say(HttpMethod.Post, path, Json(body), Guid.NewGuid().ToString(), seen);

    public static Task<Answer> Put(this HttpClient client, string path, JsonNode? body, string? seen, string? key = null) =>
        client.Say(HttpMethod.Put, path, Json(body), key, seen);

    /// <summary>A POST whose body is taken as it is.</summary>
    public static Task<Answer> PostText(this HttpClient client, string path, string body, string mediaType = "application/json") =>
        client.Say(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, mediaType));

    public static async Task<Answer> Say(this HttpClient client, HttpMethod method, string path, HttpContent? content, string? key = null, string? seen = null)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith("/api/", StringComparison.Ordinal) || path.StartsWith("/health", StringComparison.Ordinal) ? path : "/api/v1" + path) { Content = content };
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (seen is not null) request.Headers.TryAddWithoutValidation("If-Match", seen);
        if (content?.Headers.ContentLength > 100_000) request.Headers.ExpectContinue = true; // a refusal of the length comes before the body, not across it
        return await client.Exchange(request);
    }

    public static async Task<Answer> Exchange(this HttpClient client, HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (response.StatusCode is HttpStatusCode.InternalServerError && text.StartsWith('{'))
        {
            var problem = JsonNode.Parse(text)!;
            problem["failure"] = LastDefect.Failure;
            text = problem.ToJsonString();
        }
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, text, response.Headers);
    }

    private static StringContent? Json(JsonNode? body) => body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
}

/// <summary>One running system per engine for the tests of one class.</summary>
public sealed class OneApi : IAsyncLifetime, IOnEveryEngine
{
    private readonly ConcurrentDictionary<TestEngine, RunningApi> running = new();

    /// <summary>The one on the engine under test.</summary>
    public RunningApi Api => running[TestEngine.Current];

    public Task InitializeAsync() => Prepare(TestEngine.Sqlite); // for facts that name no engine

    public async Task Prepare(TestEngine engine)
    {
        if (!running.ContainsKey(engine)) running[engine] = await RunningApi.Start();
    }

    public async Task DisposeAsync()
    {
        foreach (var api in running.Values) await api.DisposeAsync();
    }
}
