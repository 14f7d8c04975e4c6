using System.Diagnostics;
using Dibao.BuildingBlocks.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dibao.IntegrationTests;

/// <summary>The tables are the migrations' tables, and what is looked up by key is sought, not scanned.</summary>
public sealed class ModelTests(OneApi one) : IClassFixture<OneApi>
{
    private readonly RunningApi api = one.Api;

    [Fact]
    public async Task No_change_of_the_model_waits_for_a_migration() =>
        (await api.Ask(db => Task.FromResult(db.Database.HasPendingModelChanges()))).Should().BeFalse("`dotnet run build/build.cs migrate Initial` writes it");

    [Theory]
    [InlineData("PRAGMA journal_mode", "wal", "readers never wait for the writer")]
    [InlineData("PRAGMA synchronous", "2", "a commit is on disk before it is answered (FULL)")]
    public async Task The_database_file_is_kept_as_the_engine_promises(string pragma, string kept, string why) =>
        (await api.Ask(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = pragma;
            return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        })).Should().Be(kept, why);

    [Theory]
    [InlineData("/households/{id}")]
    [InlineData("/households?fileNumber={fileNumber}")]
    public async Task A_household_is_sought_by_its_key(string path)
    {
        var household = await api.Register();
        path = path.Replace("{id}", household.Id, StringComparison.Ordinal).Replace("{fileNumber}", household["fileNumber"].GetValue<string>(), StringComparison.Ordinal);
        await ShouldSeek(() => api.As(Roles.TownshipOfficer).Read(path));
    }

    [Fact]
    public async Task Registering_looks_nothing_up_by_scanning() =>
        await ShouldSeek(() => api.As(Roles.TownshipOfficer).Post("/households", Fictitious.Household(), Guid.NewGuid().ToString()));

    [Fact]
    public async Task The_plan_of_a_scan_is_seen()
    {
        await using var database = await api.OpenDatabase();
        (await Plan(database, "SELECT count(*) FROM households_member WHERE \"Name\" = 'x'")).Should().Contain(p => p.StartsWith("SCAN", StringComparison.Ordinal));
    }

    private async Task ShouldSeek(Func<Task<Answer>> act)
    {
        using var heard = new Queries(api.DatabaseFile);
        (await act()).Status.Should().BeLessThan(300);
        var queries = heard.Heard;
        queries.Should().NotBeEmpty();
        await using var database = await api.OpenDatabase();
        foreach (var query in queries)
            (await Plan(database, query)).Should().NotContain(p => p.StartsWith("SCAN", StringComparison.Ordinal) && !p.Contains("VIRTUAL TABLE", StringComparison.Ordinal) && p != "SCAN CONSTANT ROW", query);
    }

    private static async Task<List<string>> Plan(Microsoft.Data.Sqlite.SqliteConnection database, string query)
    {
        await using var command = database.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + query;
        foreach (var name in System.Text.RegularExpressions.Regex.Matches(query, @"[@$][A-Za-z_0-9]+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value).Distinct())
            command.Parameters.AddWithValue(name, DBNull.Value);
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync()) plan.Add(reader.GetString(3));
        return plan;
    }

    /// <summary>Hears the queries that the context sends to one database.</summary>
    private sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly string file;
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> heard = new();
        private readonly List<IDisposable> subscriptions = [];

        public Queries(string file)
        {
            this.file = file;
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public IReadOnlyList<string> Heard => [.. heard.Where(q => q.TrimStart().StartsWith("SELECT", StringComparison.Ordinal) && !q.Contains("outbox_", StringComparison.Ordinal))];

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name) subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData data && data.Command.Connection?.DataSource == file)
                heard.Enqueue(data.Command.CommandText);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            foreach (var subscription in subscriptions) subscription.Dispose();
        }
    }
}
