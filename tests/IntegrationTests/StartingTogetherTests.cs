using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests;

/// <summary>Two nodes on one database, started at the same moment.</summary>
public sealed class StartingTogetherTests
{
    [EveryEngine]
    public async Task Two_nodes_on_an_empty_database_both_come_up()
    {
        await using var database = await TestEngine.Current.NewDatabase();
        var nodes = await Task.WhenAll(Process.Serve(database), Process.Serve(database));
        await using var one = nodes[0];
        await using var other = nodes[1];
        foreach (var node in nodes)
        {
            using var client = node.As(Roles.TownshipOfficer);
            (await client.Read("/health/ready")).Status.Should().Be(200);
            (await client.Read("/households")).Status.Should().Be(200);
        }
        await ShouldBeBegunOnce(database);
    }

    [EveryEngine]
    public async Task Two_migrations_at_once_both_end_well()
    {
        await using var database = await TestEngine.Current.NewDatabase();
        using var keys = new TemporaryFolder();
        string[] arguments = [.. database.Arguments, "--migrate", $"--Keys:Path={keys.At("keys")}"];
        foreach (var ended in await Task.WhenAll(Process.Run("Development", arguments), Process.Run("Development", arguments))) ended.ExitCode.Should().Be(0, ended.Error);
        await ShouldBeBegunOnce(database);
    }

    /// <summary>What each start enters if it is missing stands there once.</summary>
    private static async Task ShouldBeBegunOnce(TestDatabase database)
    {
        (await database.Count("SELECT count(*) FROM timetable_run WHERE Entry = '(first day)'")).Should().Be(1);
        (await database.Count("SELECT count(*) FROM eligibility_policy")).Should().BePositive()
            .And.Be(await database.Count("SELECT count(*) FROM (SELECT DISTINCT Key, Scheme, Division, Document, ValidFrom FROM eligibility_policy) t"));
    }
}
