using System.Data.Common;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit.Abstractions;

namespace Dibao.IntegrationTests.Faults;

/// <summary>A full disk refuses what needs room, and says so; nothing is half stored, what is there is read, and with room the work goes on.</summary>
public sealed class DiskFullTests(ITestOutputHelper output)
{
    private const int CasesAtOnce = 500;

    [OneEngine("Sqlite")]
    public async Task A_file_that_may_not_grow_refuses_and_goes_on_once_it_may()
    {
        var pages = new Pages();
        await using var api = await RunningApi.StartWith(services => services.ConfigureDbContext<DibaoDbContext>(options => options.AddInterceptors(pages)));
        await Full(api, fill: () => pages.Most = 1, makeRoom: () => pages.Most = Pages.Limitless, whileFull: 200); // no file shrinks: 1 is the pages it has
    }

    [OnSmallDisk("PostgreSql")]
    public async Task A_disk_that_is_full_refuses_and_goes_on_once_there_is_room()
    {
        using var disk = SmallDisk.Of(18);
        var name = $"small_{Environment.ProcessId}";
        await Administer($"CREATE TABLESPACE {name} LOCATION '{disk.FolderOf("postgres")}'");
        try
        {
            await Administer($"CREATE DATABASE {name} TABLESPACE {name}");
            var database = new PostgresTestDatabase(new NpgsqlConnectionStringBuilder(await PostgresServer.Administration()) { Database = name, Pooling = true }.ConnectionString);
            await using var api = await RunningApi.StartWith(_ => { }, database);
            await Full(api, fill: () => { }, makeRoom: () => disk.Resize(200), 200, 503); // the driver gives up its sessions then, and a new one may need room
        }
        finally
        {
            await Administer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            await Administer($"DROP TABLESPACE {name}");
        }
    }

    private async Task Full(RunningApi api, Action fill, Action makeRoom, params int[] whileFull)
    {
        await api.Register();
        await api.Settle();
        fill();
        var (county, officer) = (api.As(Roles.CountyOfficer), api.As(Roles.TownshipOfficer));
        long entered = 1;
        string file;
        Answer answer;
        do
        {
            file = Cases.File(CasesAtOnce);
            answer = await county.PostText(Cases.Route, file, Cases.MediaType);
            if (answer.Status == 201) entered += CasesAtOnce;
            entered.Should().BeLessThan(40 * CasesAtOnce, "the disk is small");
        }
        while (answer.Status == 201);
        answer.Status.Should().BeOneOf([503, 409], answer.Text);

        var asked = new List<(string Key, JsonObject Household)>();
        var answers = new List<int>();
        do
        {
            asked.Add(($"full-{asked.Count}", Fictitious.Household()));
            answer = await officer.Post("/households", asked[^1].Household.DeepClone(), asked[^1].Key);
            answers.Add(answer.Status);
            answer.Status.Should().BeOneOf([201, 503, 409], answer.Text);
            asked.Count.Should().BeLessThan(2000, "the disk is small");
        }
        while (answers.Count(s => s != 201) < 5);
        answers.Should().Contain(503);
        (await officer.Read("/households?limit=1")).Status.Should().BeOneOf(whileFull, "what is there is read, where a session can be had");

        makeRoom();
        (await officer.Read("/households?limit=1")).Status.Should().Be(200);
        (await api.Database.Count("SELECT count(*) FROM households_household")).Should().Be(entered + answers.Count(s => s == 201), "what was refused is not there, what was answered is");
        foreach (var (key, household) in asked) (await officer.Post("/households", household.DeepClone(), key)).Status.Should().Be(201);
        var again = await county.PostText(Cases.Route, file, Cases.MediaType);
        (again.Status, again["accepted"].GetValue<int>()).Should().Be((201, CasesAtOnce), again.Text);
        await Waiting.UntilAllIsDelivered(api.Database);
        (await api.Database.Count("SELECT count(*) FROM households_household")).Should().Be(entered + asked.Count + CasesAtOnce);
        (await Invariants.Broken(api.Database)).Should().BeEmpty();
        Rounds.Say(output, $"{TestEngine.Current,-10}     disk     full after {entered} cases; refused {string.Join(' ', answers.Where(s => s != 201))}; with room again all is entered once; {Invariants.Names.Count()} invariants ok");
    }

    private static async Task Administer(string sql)
    {
        await using var connection = new NpgsqlConnection(await PostgresServer.Administration());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Lets the file of every connection that is opened have so many pages.</summary>
    private sealed class Pages : DbConnectionInterceptor
    {
        public const int Limitless = 1_073_741_823;

        public int Most { get; set; } = Limitless;

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Allow(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Allow(connection);
            return Task.CompletedTask;
        }

        private void Allow(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA max_page_count = {Most}";
            command.ExecuteScalar();
        }
    }
}
