namespace Dibao.IntegrationTests.Faults;

/// <summary>Waits for what must come about, and says so when it does not.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task Until(string what, Func<Task<bool>> done)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (!await done())
        {
            if (waited.Elapsed > Patience) throw new TimeoutException($"It has not come about in {Patience.TotalSeconds:0} s: {what}.");
            await Task.Delay(50);
        }
    }

    /// <summary>Until every fact has reached whoever hears it.</summary>
    public static Task UntilAllIsDelivered(TestDatabase database) => Until("every fact is delivered", async () => await Invariants.OnTheirWay(database) == 0);

    /// <summary>Until the server has noticed that its clients are gone: what they had sent is done or undone.</summary>
    public static Task UntilNobodyIsConnected(TestDatabase database) => database.Engine == TestEngine.PostgreSql
        ? Until("the server let go of a killed client", async () => await database.Count("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()") == 0)
        : Task.CompletedTask;
}
