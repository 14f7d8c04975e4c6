namespace Dibao.IntegrationTests.Faults;

/// <summary>Haizhou's story as the real process plays it.</summary>
internal static class Story
{
    public const string Name = "haizhou";
    public const string LastShortDay = "2012-01-19";
    public static readonly LocalDate FirstDay = new(2012, 1, 1);
    public static readonly LocalDate ShortEnd = new(2012, 1, 20);

    /// <summary>The last kill comes before; the story has a month to go.</summary>
    public static readonly LocalDate LastDay = new(2013, 5, 31);
    private static readonly Lazy<Task<SqliteTestDatabase>> Uncut = new(PlayShort);

    /// <summary>A copy of the first weeks, played without a cut. The books do not depend on the engine.</summary>
    public static async Task<SqliteTestDatabase> Short() => (await Uncut.Value).Copy();

    /// <summary>Plays until a day has begun, and stops there.</summary>
    public static async Task PlayUntil(LocalDate end, TestDatabase database, TemporaryFolder keys)
    {
        await using var process = Process.Launch(database, keys, "--scenario", Name, "--exit");
        await process.Listening;
        await Waiting.Until($"the story comes to {end:uuuu-MM-dd}", async () => process.ExitCode is not null || await Day(database) >= end);
        process.ExitCode.Should().BeNull(process.ExitCode is null ? "" : await process.Stop());
        await process.Stop();
        await Waiting.UntilNobodyIsConnected(database);
    }

    /// <summary>The day on which the story stands; null before it began.</summary>
    public static async Task<LocalDate?> Day(TestDatabase database)
    {
        var rows = await database.Rows("SELECT ScenarioTime FROM timetable_clock");
        return rows.Count == 0 ? null : NodaTime.Text.InstantPattern.ExtendedIso.Parse(Cell.Instant(rows[0][0])).Value.InZone(DateTimeZone.ForOffset(Offset.FromHours(8))).Date;
    }

    /// <summary>Whether a system has opened the database.</summary>
    public static async Task<bool> IsOpened(TestDatabase database) => database switch
    {
        SqliteTestDatabase => File.Exists(database.Settings["Database:Path"]),
        SqlServerTestDatabase => await database.Count("SELECT count(*) FROM sys.dm_exec_sessions WHERE database_id = db_id() AND session_id <> @@spid") > 0,
        _ => await database.Count("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()") > 0,
    };

    private static async Task<SqliteTestDatabase> PlayShort()
    {
        using var keys = new TemporaryFolder();
        var database = (SqliteTestDatabase)await SqliteTestDatabase.New();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => database.DisposeAsync().AsTask().GetAwaiter().GetResult();
        await PlayUntil(ShortEnd, database, keys);
        return database;
    }
}
