using System.Collections.Concurrent;
using Dibao.BuildingBlocks.Access;
using Xunit.Abstractions;

namespace Dibao.IntegrationTests.Faults;

/// <summary>The server ends the system's connections in the middle of its work, again and again.</summary>
public sealed class BackendTerminatedTests(ITestOutputHelper output)
{
    private const int Clients = 8;
    private const int Commands = 200;

    [OneEngine("PostgreSql")]
    public async Task Every_command_is_answered_what_was_taken_is_there_once_and_what_was_refused_is_not()
    {
        await using var api = await RunningApi.Start();
        var officer = api.As(Roles.TownshipOfficer);
        await api.Register(); // everything is warm
        var households = Enumerable.Range(0, Commands).Select(i => (Key: $"terminated-{i}", Household: Fictitious.Household())).ToList();
        var answers = new ConcurrentDictionary<string, Answer>(StringComparer.Ordinal);
        using var done = new CancellationTokenSource();
        var terminating = Terminate(api.Database, done.Token);
        await Parallel.ForEachAsync(households, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (h, _) =>
            answers[h.Key] = await officer.Post("/households", h.Household.DeepClone(), h.Key));
        await done.CancelAsync();
        var terminated = await terminating;

        terminated.Should().BeGreaterThan(5, "connections were ended while it worked");
        answers.Values.Where(a => a.Status is not (201 or 409 or 503)).Select(a => $"{a.Status} {a.Text}").Should().BeEmpty();
        var taken = answers.Where(a => a.Value.Status == 201).ToDictionary(a => a.Key, a => a.Value.Id, StringComparer.Ordinal);
        (await api.Database.Count("SELECT count(*) FROM households_household")).Should().Be(1 + taken.Count);

        foreach (var (key, household) in households)
        {
            var repeated = await officer.Post("/households", household.DeepClone(), key);
            repeated.Status.Should().Be(201, repeated.Text);
            if (taken.TryGetValue(key, out var id)) (repeated.Id, repeated.Headers.Contains("Idempotency-Replayed")).Should().Be((id, true));
        }
        (await api.Database.Count("SELECT count(*) FROM households_household")).Should().Be(1 + Commands);
        await Waiting.UntilAllIsDelivered(api.Database);
        (await Invariants.Broken(api.Database)).Should().BeEmpty();
        Rounds.Say(output, $"{TestEngine.Current,-10}     backend  {terminated} connections ended under {Commands} commands, {Commands - taken.Count} refused; repeated, each is done once; {Invariants.Names.Count()} invariants ok");
    }

    /// <summary>Ends some of the system's connections every few moments and answers how many.</summary>
    private static async Task<int> Terminate(TestDatabase database, CancellationToken done)
    {
        var random = new Random(Rounds.Seed);
        var terminated = 0;
        while (!done.IsCancellationRequested)
        {
            var connected = await database.Column("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY pid");
            foreach (var pid in connected.Where(_ => random.Next(2) == 0)) terminated += (int)await database.Count($"SELECT pg_terminate_backend({pid})::int");
            await Task.Delay(random.Next(1, 30), CancellationToken.None);
        }
        return terminated;
    }
}
