using System.Diagnostics;
using Dibao.BuildingBlocks.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dibao.IntegrationTests;

/// <summary>The tables are the migrations' tables, and what is looked up by key is sought, not scanned.</summary>
public sealed class ModelTests(OneApi one) : IClassFixture<OneApi>
{
    private readonly RunningApi api = one.Api;

    [EveryEngine]
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

    [EveryEngineTheory]
    [InlineData("/households/{id}")]
    [InlineData("/households?fileNumber={fileNumber}")]
    public async Task A_household_is_sought_by_its_key(string path)
    {
        var household = await api.Register();
        path = path.Replace("{id}", household.Id, StringComparison.Ordinal).Replace("{fileNumber}", household["fileNumber"].GetValue<string>(), StringComparison.Ordinal);
        await ShouldSeek(() => api.As(Roles.TownshipOfficer).Read(path));
    }

    [EveryEngineTheory]
    [InlineData(Roles.CountyOfficer, "/households")]
    [InlineData(Roles.CountyOfficer, "/households?limit=1&hukou=nonAgricultural")]
    [InlineData(Roles.CountyOfficer, "/households?division=320706001001")]
    [InlineData(Roles.TownshipOfficer, "/households?name=王")]
    [InlineData(Roles.CountyOfficer, "/households?name=王&category=veteran&personClass=retired&status=never")]
    [InlineData(Roles.CountyOfficer, "/households?category=veteran")]
    [InlineData(Roles.CountyOfficer, "/households?personClass=retired&hukou=agricultural")]
    [InlineData(Roles.CountyOfficer, "/households?status=draws")]
    [InlineData(Roles.CountyOfficer, "/households?fileNumber=320706-1999-000001")]
    [InlineData(Roles.CountyOfficer, "/households?fileNumber=320706-1999-000001&name=王")]
    [InlineData(Roles.CountyOfficer, "/duplicates")]
    [InlineData(Roles.VillageAssistant, "/duplicates?division=320706001001")]
    public async Task Households_are_sought_by_every_filter(string role, string path)
    {
        var veteran = Fictitious.Member();
        veteran["attributes"] = new JsonObject { ["categories"] = new JsonArray("veteran"), ["personClass"] = "retired" };
        await api.Register(Fictitious.Household(members: veteran));
        await api.Register(Fictitious.Household(hukou: "agricultural", members: Another(veteran)));
        Answer page = null!;
        await ShouldSeek(async () => page = await api.As(role).Read(path));
        if (page.Json["next"] is { } next) await ShouldSeek(() => api.As(role).Read($"{path}&after={next.GetValue<string>()}"));
    }

    [EveryEngine]
    public async Task A_list_by_name_goes_on_by_its_index()
    {
        await api.Register();
        await api.Register();
        var next = (await api.As(Roles.CountyOfficer).Read("/households?name=王&limit=1"))["next"].GetValue<string>();
        await ShouldSeek(() => api.As(Roles.CountyOfficer).Read($"/households?name=王&limit=1&after={next}"));
    }

    [EveryEngine]
    public async Task A_number_is_sought_and_so_are_the_duplicates_of_a_household()
    {
        var number = Fictitious.IdNumber();
        var body = Fictitious.Household(members: Fictitious.Member(idNumber: number));
        body["phone"] = "13800000000";
        var household = await api.Register(body);
        await ShouldSeek(() => api.As(Roles.TownshipOfficer).Post("/households/search", new JsonObject { ["idNumber"] = number }));
        await ShouldSeek(() => api.As(Roles.TownshipOfficer).Read($"/households/{household.Id}/duplicates"));
    }

    [EveryEngine]
    public async Task Registering_looks_nothing_up_by_scanning() =>
        await ShouldSeek(() => api.As(Roles.TownshipOfficer).Post("/households", Fictitious.Household(), Guid.NewGuid().ToString()));

    [EveryEngine]
    public async Task What_waits_for_its_subscribers_is_sought() =>
        await ShouldSeek(async () =>
        {
            var registered = await api.Register();
            await api.Settle();
            return registered;
        });

    [EveryEngine]
    public async Task The_plan_of_a_scan_is_seen() =>
        (await Scans(new("SELECT \"Id\" FROM " + (api.Database.Engine == TestEngine.Sqlite ? "households_member" : "households.member") + " WHERE \"Labour\" = 1", []))).Should().NotBeEmpty();

    private static JsonObject Another(JsonObject member)
    {
        var other = member.DeepClone().AsObject();
        other["idNumber"] = Fictitious.IdNumber();
        return other;
    }

    private async Task ShouldSeek(Func<Task<Answer>> act)
    {
        using var heard = new Queries(await api.Ask(db => Task.FromResult((db.Database.GetDbConnection().DataSource, db.Database.GetDbConnection().Database))));
        (await act()).Status.Should().BeLessThan(300);
        var queries = heard.Heard;
        queries.Should().NotBeEmpty();
        foreach (var query in queries) (await Scans(query)).Should().BeEmpty(query.Text);
    }

    /// <summary>The steps of a plan that read a whole table.</summary>
    private async Task<List<string>> Scans(Query query)
    {
        await using var database = await api.Database.Open();
        await using var command = database.CreateCommand();
        foreach (var (name, value) in query.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        var plan = new List<string>();
        if (api.Database.Engine == TestEngine.Sqlite)
        {
            command.CommandText = "EXPLAIN QUERY PLAN " + query.Text;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) plan.Add(reader.GetString(3));
            return plan.FindAll(p => p.StartsWith("SCAN", StringComparison.Ordinal) && p != "SCAN CONSTANT ROW" && !plan.Contains("CO-ROUTINE " + p["SCAN ".Length..], StringComparer.Ordinal)
                && !p.Contains("VIRTUAL TABLE", StringComparison.Ordinal) && !p.Contains(" INDEX ix_", StringComparison.Ordinal)); // an index so named holds what waits and nothing else
        }
        await using (var set = database.CreateCommand())
        {
            set.CommandText = "SET enable_seqscan = off"; // small tables are scanned for speed: what is asked is whether a key could be sought
            await set.ExecuteNonQueryAsync();
        }
        command.CommandText = "EXPLAIN " + query.Text;
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) plan.Add(reader.GetString(0));
        }
        return plan.FindAll(p => p.Contains("Seq Scan", StringComparison.Ordinal));
    }

    private sealed record Query(string Text, IReadOnlyList<(string Name, object? Value)> Parameters);

    /// <summary>Hears the queries that the context sends to one database.</summary>
    private sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly (string Source, string Name) database;
        private readonly System.Collections.Concurrent.ConcurrentQueue<Query> heard = new();
        private readonly List<IDisposable> subscriptions = [];

        public Queries((string Source, string Name) database)
        {
            this.database = database;
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public IReadOnlyList<Query> Heard => [.. heard.Where(q => q.Text.TrimStart().StartsWith("SELECT", StringComparison.Ordinal))];

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name) subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData data && data.Command.Connection is { } connection && (connection.DataSource, connection.Database) == database)
                heard.Enqueue(new(data.Command.CommandText, [.. data.Command.Parameters.Cast<System.Data.Common.DbParameter>().Select(p => (p.ParameterName, p.Value))]));
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
