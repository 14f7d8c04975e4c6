using Dibao.Api.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Dibao.IntegrationTests;

/// <summary>A bad start is told in one line that says what to do, and leaves everything as it was.</summary>
public sealed class StartRefusalTests
{
    private const string Secret = "open-sesame";
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    [EveryEngine]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        await using var database = await Migrated();
        await database.Change("INSERT INTO \"__EFMigrationsHistory\" (MigrationId, ProductVersion) VALUES ('99991231235959_Later', '99.0.0')");
        (await Refused(database)).Should().Contain("newer version").And.Contain("99991231235959_Later");
    }

    [EveryEngine]
    public async Task A_database_of_another_line_of_versions_is_left_alone()
    {
        await using var database = await Migrated();
        await database.Change("UPDATE \"__EFMigrationsHistory\" SET MigrationId = '20200101000000_Initial'");
        (await Refused(database)).Should().Contain("another version").And.Contain("20200101000000_Initial");
    }

    [EveryEngine]
    public async Task A_database_without_one_of_its_tables_is_left_alone()
    {
        await using var database = await Migrated();
        await database.Change("DROP TABLE households_reveal");
        (await Refused(database)).Should().MatchRegex("households[._]reveal").And.Contain("backup");
    }

    [EveryEngine]
    public async Task Tables_without_a_record_of_migrations_are_left_alone()
    {
        await using var database = await Migrated();
        await database.Change("DELETE FROM \"__EFMigrationsHistory\"");
        (await Refused(database)).Should().Contain("no record of migrations");
        await database.Change("DROP TABLE \"__EFMigrationsHistory\"");
        (await Refused(database)).Should().Contain("no record of migrations");
    }

    [EveryEngine]
    public async Task A_database_is_not_migrated_where_that_is_switched_off()
    {
        await using var database = await TestEngine.Current.NewDatabase();
        using var keys = new TemporaryFolder();
        var never = "--Database:Migrate=false";
        (await Refused("Development", [.. database.Arguments, never])).Should().Contain("--migrate");
        if (database.Engine == TestEngine.Sqlite) File.Exists(database.Settings["Database:Path"]).Should().BeFalse();
        else (await database.Tables()).Should().BeEmpty();

        var migrated = await Process.Run("Development", [.. database.Arguments, never, "--migrate", $"--Keys:Path={keys.At("keys")}"]);
        migrated.ExitCode.Should().Be(0, migrated.Error);
        (await database.Tables()).Should().NotBeEmpty();
        await using var serving = await Process.Serve(database, never);
        serving.Address.Should().NotBeNull();
    }

    [EveryEngine]
    public async Task A_database_written_with_other_keys_is_left_alone()
    {
        await using var database = await TestEngine.Current.NewDatabase();
        using var keys = new TemporaryFolder();
        await using (var api = await RunningApi.StartOn(database, keys)) await api.Register();
        var kept = JsonNode.Parse(await File.ReadAllTextAsync(keys.At("keys/development.json")))!;
        var (sealing, hash) = (kept["Sealing"]!.GetValue<string>(), kept["Hash"]!.GetValue<string>());
        string[] Production(string id, string one, string other) =>
            ["--Authentication:Authority=https://login.example", $"--Sealing:Current={id}", $"--Sealing:Keys:{id}={one}", $"--Sealing:HashKey={other}", .. database.Arguments];

        (await Refused(database, "Production", Production("1", Key, hash))).Should().Contain("Sealing:Keys").And.NotContain(Key);
        (await Refused(database, "Production", Production("2", sealing, hash))).Should().Contain("Sealing:Keys");
        (await Refused(database, "Production", Production("1", sealing, Key))).Should().Contain("Sealing:HashKey").And.NotContain(Key);
        var ended = await Process.Run("Production", ["--migrate", .. Production("1", sealing, hash)]);
        ended.ExitCode.Should().Be(0, ended.Error);
    }

    [Theory]
    [InlineData("Sealing:Current", "first", "Sealing:Current")]
    [InlineData("Sealing:Current", "256", "Sealing:Current")]
    [InlineData("Sealing:Current", "7", "Sealing:Keys:7")]
    [InlineData("Sealing:Keys:1", Secret, "Sealing:Keys:1 is not base64")]
    [InlineData("Sealing:Keys:1", "", "Sealing:Keys:1 is missing")]
    [InlineData("Sealing:Keys:1", "c2VzYW1l", "Sealing:Keys:1 has 6 bytes")]
    [InlineData("Sealing:Keys:one", "c2VzYW1l", "Sealing:Keys:one")]
    [InlineData("Sealing:HashKey", "c2VzYW1l", "Sealing:HashKey has 6 bytes")]
    [InlineData("Sealing:HashKey", null, "Sealing:HashKey is missing")]
    public void A_malformed_key_is_told_by_its_name_and_not_shown(string setting, string? value, string told)
    {
        var settings = new Dictionary<string, string?> { ["Sealing:Current"] = "1", ["Sealing:Keys:1"] = Key, ["Sealing:HashKey"] = Key, [setting] = value };
        var read = () => SealingKeys.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        var refusal = read.Should().Throw<StartupRefusal>().Which.Message;
        refusal.Should().Contain(told).And.NotContain("\n");
        if (setting.Contains("Key", StringComparison.Ordinal) && value is { Length: > 0 }) refusal.Should().NotContain(value);
    }

    [Theory]
    [InlineData("Production", "Sealing:Keys:1", "Sealing:Current=1", "Sealing:Keys:1=" + Secret, "Authentication:Authority=https://login.example")]
    [InlineData("Development", "Authentication:Authority", "Authentication:Authority=http://login.example")]
    [InlineData("Development", "Authentication:Authority", "Authentication:Authority=login")]
    [InlineData("Development", "Telemetry:OtlpEndpoint", "Telemetry:OtlpEndpoint=collector:4317")]
    [InlineData("Development", "RateLimits:PublicPerMinute", "RateLimits:PublicPerMinute=0")]
    [InlineData("Development", "RateLimits:CallerPerSecond", "RateLimits:CallerPerSecond=many")]
    [InlineData("Development", "Database:Migrate", "Database:Migrate=perhaps")]
    [InlineData("Development", "Database:MaxBatchSize", "Database:Provider=PostgreSql", "Database:ConnectionString=Host=127.0.0.1", "Database:MaxBatchSize=0")]
    [InlineData("Development", "Database:ConnectionString", "Database:Provider=PostgreSql")]
    [InlineData("Development", "Database:ConnectionString", "Database:Provider=PostgreSql", "Database:ConnectionString=Host=127.0.0.1;Pasword=" + Secret)]
    [InlineData("Development", "Database:ConnectionString", "Database:ConnectionString=dibao.db")]
    [InlineData("Development", "Database:ConnectionString", "Database:ConnectionString=Data Source=:memory:")]
    public async Task A_wrong_setting_is_told_by_its_name(string environment, string told, params string[] settings)
    {
        using var folder = new TemporaryFolder();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = Repository.At("src", "Api") });
        builder.Configuration.AddInMemoryCollection([new("Database:Path", folder.At("new/dibao.db")), .. settings.Select(s => s.Split('=', 2)).Select(s => KeyValuePair.Create(s[0], (string?)s[1]))]);
        var start = async () =>
        {
            await using var app = Roof.Create(builder);
            await Database.Prepare(app.Services, environment == "Production", CancellationToken.None);
        };
        (await start.Should().ThrowAsync<StartupRefusal>()).Which.Message.Should().Contain(told).And.NotContain(Secret).And.NotContain("\n");
        Directory.Exists(folder.At("new")).Should().BeFalse();
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_without_the_password() =>
        (await Refused("Development", OnPostgres(new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = 1, Database = "dibao", Password = Secret }))).Should().Contain("127.0.0.1:1");

    [Fact]
    public async Task An_address_that_is_none_is_told()
    {
        using var folder = new TemporaryFolder();
        (await Refused("Development", [$"--Database:Path={folder.At("dibao.db")}", "--urls", "nonsense"])).Should().Contain("--urls");
    }

    [NeedsPostgres]
    public async Task A_server_that_does_not_know_the_database_is_told_and_none_is_made()
    {
        var connection = new NpgsqlConnectionStringBuilder(await PostgresServer.Administration()) { Database = "dibao_misspelt" };
        (await Refused("Development", OnPostgres(connection))).Should().Contain("'dibao_misspelt'").And.Contain("CREATE DATABASE");
        await using var server = new NpgsqlConnection(await PostgresServer.Administration());
        await server.OpenAsync();
        await using var made = new NpgsqlCommand("SELECT count(*) FROM pg_database WHERE datname = 'dibao_misspelt'", server);
        (await made.ExecuteScalarAsync()).Should().Be(0L);
    }

    [NeedsPostgres]
    public async Task A_user_whom_the_server_does_not_let_in_is_told_without_his_password()
    {
        var connection = new NpgsqlConnectionStringBuilder(await PostgresServer.Administration()) { Username = "nobody_here", Password = Secret };
        (await Refused("Development", OnPostgres(connection))).Should().Contain("'nobody_here'").And.Contain("Password in Database:ConnectionString");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        var file = folder.At("dibao.db");
        var letter = string.Concat(Enumerable.Repeat("Dear colleague, ", 100));
        await File.WriteAllTextAsync(file, letter);
        (await Refused("Development", [$"--Database:Path={file}"])).Should().Contain("not a SQLite database");
        (await File.ReadAllTextAsync(file)).Should().Be(letter);
    }

    [Fact]
    public async Task A_database_that_may_only_be_read_is_told()
    {
        await using var database = await Migrated();
        (await Refused(database, "Development", [$"--Database:ConnectionString=Data Source={database.Settings["Database:Path"]};Mode=ReadOnly"])).Should().Contain("read-only");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("file"), "");
        (await Refused("Development", [$"--Database:Path={folder.At("file/dibao.db")}"])).Should().Contain("Database:Path");
    }

    [Fact]
    public async Task A_migration_that_was_killed_is_begun_again()
    {
        using var folder = new TemporaryFolder();
        var file = folder.At("dibao.db");
        await using (var killed = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString))
        {
            await killed.OpenAsync();
            await using var command = killed.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00+00:00');
                CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY, "ProductVersion" TEXT NOT NULL);
                """;
            await command.ExecuteNonQueryAsync();
        }
        await File.WriteAllTextAsync(file + ".migrating", "");
        var ended = await Process.Run("Development", $"--Database:Path={file}", "--migrate");
        ended.ExitCode.Should().Be(0, ended.Error);
        File.Exists(file + ".migrating").Should().BeFalse();
    }

    private static string[] OnPostgres(NpgsqlConnectionStringBuilder connection) => ["--Database:Provider=PostgreSql", $"--Database:ConnectionString={connection}"];

    private static async Task<TestDatabase> Migrated()
    {
        var database = await TestEngine.Current.NewDatabase();
        using var keys = new TemporaryFolder();
        await using (await RunningApi.StartOn(database, keys)) return database;
    }

    private static Task<string> Refused(TestDatabase database) => Refused(database, "Development", database.Arguments);

    private static async Task<string> Refused(TestDatabase database, string environment, string[] arguments)
    {
        var before = await Stands(database);
        var line = await Refused(environment, arguments);
        (await Stands(database)).Should().Equal(before, "a refusal changes nothing");
        return line;
    }

    /// <summary>The one line of a start that is refused.</summary>
    private static async Task<string> Refused(string environment, string[] arguments)
    {
        using var keys = new TemporaryFolder();
        var ended = await Process.Run(environment, [.. arguments, $"--Keys:Path={keys.At("keys")}"]);
        ended.ExitCode.Should().Be(1, ended.Error);
        (ended.Error + ended.Output).Should().NotContain(Secret);
        return ended.Error.Trim().Split('\n').Should().ContainSingle(ended.Error).Subject;
    }

    private static async Task<IReadOnlyDictionary<string, long>> Stands(TestDatabase database)
    {
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in await database.Tables()) rows[table] = await database.Count($"SELECT count(*) FROM {table}");
        return rows;
    }
}

/// <summary>A test of what only PostgreSQL does; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsPostgresAttribute : FactAttribute
{
    public NeedsPostgresAttribute() => Skip = PostgresServer.Missing;
}
