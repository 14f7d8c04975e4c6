using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Persistence;

namespace Dibao.IntegrationTests;

/// <summary>What whoever runs the system relies on.</summary>
public sealed class OperatorTests(OneApi one) : IClassFixture<OneApi>
{
    private const string Site = "https://dibao.example";
    private readonly RunningApi api = one.Api;

    [EveryEngineTheory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_told_without_a_token(string path)
    {
        var answer = await api.Anonymous.Read(path);
        (answer.Status, answer.Text).Should().Be((200, "Healthy"));
    }

    [Fact]
    public async Task I_am_told_who_I_am()
    {
        var me = await api.As(Roles.TownshipOfficer, subject: "officer-7").Read("/me");
        me["subject"].GetValue<string>().Should().Be("officer-7");
        me["division"].GetValue<string>().Should().Be("320706001");
        me["roles"].AsArray().Select(r => r!.GetValue<string>()).Should().Equal(Roles.TownshipOfficer);
        me["permissions"].AsArray().Should().HaveCount(Roles.Find(Roles.TownshipOfficer)!.Permissions.Length);
    }

    [EveryEngine]
    public async Task The_clock_is_told_and_a_scenarios_clock_by_its_name()
    {
        (await api.Anonymous.Read("/clock")).Json["scenario"].Should().BeNull();
        await using var other = await RunningApi.Start();
        await other.MoveClockTo(2012, 6, 15);
        var clock = await other.Anonymous.Read("/clock");
        (clock["today"].GetValue<string>(), clock["scenario"].GetValue<string>()).Should().Be(("2012-06-15", "test"));
        var household = await other.Register();
        household["registeredOn"].GetValue<string>().Should().Be("2012-06-15");
        household["fileNumber"].GetValue<string>().Should().Be("320706-2012-000001");
    }

    [Fact]
    public async Task Cors_opens_to_the_origins_configured_and_to_no_other()
    {
        await using var open = await RunningApi.Start($"Cors:Origins:0={Site}");
        (await Preflight(open, Site)).Should().Be(Site);
        (await Preflight(open, "https://elsewhere.example")).Should().BeNull();
        (await Preflight(api, Site)).Should().BeNull("nothing is configured");
        using var refused = new HttpRequestMessage(HttpMethod.Get, "/api/v1/households?limit=0");
        refused.Headers.Add("Origin", Site);
        (await open.Anonymous.Exchange(refused)).Headers.GetValues("Access-Control-Allow-Origin").Should().Equal([Site], "a page must be able to read why it was refused");
    }

    [Fact]
    public async Task Too_many_requests_are_told_when_to_come_back()
    {
        await using var narrow = await RunningApi.Start("RateLimits:PublicPerMinute=3", "RateLimits:CallerPerSecond=2");
        for (var i = 0; i < 3; i++) (await narrow.Anonymous.Read("/clock")).Status.Should().Be(200);
        var refused = await narrow.Anonymous.Read("/clock");
        refused.ShouldRefuse(429, "request.too_many");
        refused.Headers.RetryAfter!.Delta.Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
        (await narrow.Anonymous.Read("/health/live")).Status.Should().Be(200, "health is never limited");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => narrow.As(Roles.Auditor).Read("/me")));
        answers.Should().Contain(a => a.Status == 429).And.Contain(a => a.Status == 200);
    }

    [EveryEngine]
    public async Task A_system_without_its_database_is_alive_but_not_ready()
    {
        await using var broken = await RunningApi.Start();
        await broken.Settle();
        await broken.Database.Lose();
        (await broken.Anonymous.Read("/health/ready")).Status.Should().Be(503);
        (await broken.Anonymous.Read("/health/live")).Status.Should().Be(200);
    }

    [EveryEngineTheory]
    [InlineData("Sealing:Current", "Authentication:Authority=https://login.example")]
    [InlineData("Authentication:Authority", "Sealing:Current=1", "Sealing:Keys:1=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "Sealing:HashKey=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("Database:Provider", "Database:Provider=Abacus")]
    public async Task A_system_that_cannot_start_says_why_in_one_line(string named, params string[] settings)
    {
        using var folder = new TemporaryFolder();
        var ended = await Process.Run("Production", [.. settings.Select(s => "--" + s), $"--Database:Path={folder.At("dibao.db")}"]);
        ended.ExitCode.Should().Be(1, ended.Error);
        ended.Error.Trim().Split('\n').Should().ContainSingle().Which.Should().Contain(named);
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_is_told_in_one_line()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("dibao.db"));
        var ended = await Process.Run("Development", $"--Database:Path={folder.At("dibao.db")}", "--urls", "http://127.0.0.1:0");
        ended.ExitCode.Should().Be(1, ended.Error);
        ended.Error.Trim().Split('\n').Should().ContainSingle().Which.Should().Contain("Database:Path");
    }

    [EveryEngineTheory]
    [InlineData("--scenario", "atlantis")]
    [InlineData("--scenario")]
    [InlineData("--exit")]
    public async Task A_wrong_command_line_is_told_in_one_line(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var ended = await Process.Run("Development", [.. arguments, $"--Database:Path={folder.At("dibao.db")}"]);
        ended.ExitCode.Should().Be(64, ended.Error);
        ended.Error.Trim().Split('\n').Should().ContainSingle().Which.Should().Contain("--scenario".TrimStart('-'));
    }

    [EveryEngine]
    public async Task Production_refuses_a_scenarios_database()
    {
        await using var played = await RunningApi.Start();
        await played.MoveClockTo(2012, 1, 1);
        var ended = await Process.Run(
            "Production", ["--Authentication:Authority=https://login.example", "--Sealing:Current=1", $"--Sealing:Keys:1={Key}", $"--Sealing:HashKey={Key}", .. played.Database.Arguments]);
        ended.ExitCode.Should().Be(1, ended.Error);
        ended.Error.Trim().Split('\n').Should().ContainSingle().Which.Should().Contain("'test'");
    }

    [EveryEngine]
    public async Task Numbers_and_names_stay_out_of_the_log_even_when_it_tells_everything()
    {
        await using var database = await TestEngine.Current.NewDatabase();
        await using var process = await Process.Serve(database, "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace", "--Logging:LogLevel:System=Trace", "--Logging:LogLevel:Npgsql=Trace");
        var (number, account, name) = (Fictitious.IdNumber(), "6221889876543210123", "欧阳不见");
        var household = Fictitious.Household(members: Fictitious.Member(idNumber: number, name: name));
        household["payee"]!["accountNumber"] = account;
        using var client = process.As(Roles.TownshipOfficer);
        var registered = await client.Post("/households", household, "log-test");
        registered.Status.Should().Be(201, registered.Text);
        var person = registered["members"][0]!["person"]!.GetValue<string>();
        (await client.Post($"/households/{registered.Id}/members/{person}/reveal", new JsonObject { ["reason"] = "compare with the paper" }))["idNumber"].GetValue<string>().Should().Be(number);
        (await client.Post("/households", household.DeepClone())).ShouldRefuse(409, "households.person_elsewhere");
        (await client.PostText("/households", household.ToJsonString() + number)).Status.Should().Be(400);
        var log = await process.Stop();
        log.Should().Contain("POST", "the log is heard").And.Contain("households");
        foreach (var secret in new[] { number, account, name }) log.Contains(secret, StringComparison.Ordinal).Should().BeFalse();
    }

    [EveryEngine]
    public async Task What_is_stored_is_sealed()
    {
        var (number, account) = (Fictitious.IdNumber(), "6221881234567890123");
        var household = Fictitious.Household(members: Fictitious.Member(idNumber: number));
        household["payee"]!["accountNumber"] = account;
        (await api.As(Roles.TownshipOfficer).Post("/households", household, Guid.NewGuid().ToString())).Status.Should().Be(201);
        var stored = await api.Database.Everything();
        stored.Contains("households.household_registered", StringComparison.Ordinal).Should().BeTrue("it is read");
        foreach (var secret in new[] { number, account }) stored.Contains(secret, StringComparison.Ordinal).Should().BeFalse();
    }

    [Fact]
    public void The_key_of_the_hash_tells_kinds_apart()
    {
        var key = Convert.FromBase64String(Key);
        var sealing = new Sealing(new Dictionary<byte, byte[]> { [1] = key }, 1, key);
        sealing.Hash("a", "1").Should().Equal(sealing.Hash("a", "1")).And.NotEqual(sealing.Hash("b", "1"));
    }

    private const string Key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static async Task<string?> Preflight(RunningApi api, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/households");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,idempotency-key");
        var answer = await api.Anonymous.Exchange(request);
        return answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed.Single() : null;
    }
}
