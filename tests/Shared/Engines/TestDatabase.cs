using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dibao.Tests;

/// <summary>An engine that tests run on.</summary>
public sealed record TestEngine(string Name, string? Missing, Func<Task<TestDatabase>> NewDatabase)
{
    /// <summary>The embedded default.</summary>
    public static readonly TestEngine Sqlite = new("Sqlite", null, SqliteTestDatabase.New);

    /// <summary>A server that this machine can start.</summary>
    public static readonly TestEngine PostgreSql = new("PostgreSql", PostgresServer.Missing, PostgresTestDatabase.New);

    /// <summary>A server that runs elsewhere.</summary>
    public static readonly TestEngine SqlServer = new("SqlServer", SqlServerTestDatabase.Missing, SqlServerTestDatabase.New);

    /// <summary>All there are, configured or not.</summary>
    public static readonly IReadOnlyList<TestEngine> All = [Sqlite, PostgreSql, SqlServer];

    private static readonly AsyncLocal<TestEngine?> UnderTest = new();

    /// <summary>The engine of the test that is running.</summary>
    public static TestEngine Current
    {
        get => UnderTest.Value ?? Sqlite;
        set => UnderTest.Value = value;
    }

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>
/// A database of its own on one engine, gone when disposed. SQL is written as for SQLite (<c>funds_payroll</c>, <c>BuiltOn</c>, <c>= true</c>,
/// LIMIT 1) and put into the words of the others.
/// </summary>
public abstract partial class TestDatabase : IAsyncDisposable
{
    /// <summary>Which engine it is on.</summary>
    public abstract TestEngine Engine { get; }

    /// <summary>How a system is pointed at it.</summary>
    public abstract IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>The same as command line.</summary>
    public string[] Arguments => [.. Settings.Select(s => $"--{s.Key}={s.Value}")];

    /// <summary>A connection as another process would have it.</summary>
    public abstract Task<DbConnection> Open();

    /// <summary>All tables, as <c>module_table</c>.</summary>
    public abstract Task<IReadOnlyList<string>> Tables();

    /// <summary>The first column of every row, as text.</summary>
    public async Task<List<string>> Column(string sql) => [.. (await Rows(sql)).Select(row => Convert.ToString(row[0], CultureInfo.InvariantCulture)!)];

    /// <summary>Every row, as the driver gives it.</summary>
    public async Task<List<object[]>> Rows(string sql)
    {
        await using var connection = await Open();
        await using var command = connection.CreateCommand();
        command.CommandText = Dialect(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    /// <summary>A figure.</summary>
    public async Task<long> Count(string sql) => long.Parse((await Column(sql))[0], CultureInfo.InvariantCulture);

    /// <summary>Changes rows and answers how many.</summary>
    public async Task<int> Change(string sql)
    {
        await using var connection = await Open();
        await using var command = connection.CreateCommand();
        command.CommandText = Dialect(sql);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Everything that is stored, as one text.</summary>
    public virtual async Task<string> Everything()
    {
        var text = new StringBuilder();
        foreach (var table in await Tables()) foreach (var row in await Column($"SELECT CAST(t AS text) FROM {table} t")) text.AppendLine(row);
        return text.ToString();
    }

    /// <summary>Takes the database away from under a running system.</summary>
    public abstract Task Lose();

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();

    /// <summary>SQL as this engine takes it.</summary>
    protected virtual string Dialect(string sql) => sql;

    /// <summary>Modules as schemas, and every word in PascalCase outside quotes quoted.</summary>
    protected static string Quoted(string sql) => Word().Replace(Table().Replace(sql, "$1.$2"), "\"$0\"");

    [GeneratedRegex(@"\b(audit|eligibility|funds|households|numbers|outbox|oversight|pipeline|reviewcycle|timetable)_(?!schema)([a-z_]+)\b", RegexOptions.None, 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"(?<=^[^']*(?:'[^']*'[^']*)*)\b[A-Z][a-z]\w*\b", RegexOptions.None, 1000)]
    private static partial Regex Word();
}

internal sealed class SqliteTestDatabase : TestDatabase
{
    private readonly string folder = Directory.CreateTempSubdirectory("dibao-test-").FullName;

    public static Task<TestDatabase> New() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());

    public override TestEngine Engine => TestEngine.Sqlite;

    private string File => Path.Combine(folder, "dibao.db");

    public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Database:Path"] = File };

    public override async Task<DbConnection> Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false, DefaultTimeout = 30 }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>The files as they lie there, of a system that was killed: what opens the copy recovers the copy.</summary>
    public SqliteTestDatabase Copy()
    {
        var copy = new SqliteTestDatabase();
        foreach (var file in new[] { "", "-wal" }.Select(suffix => File + suffix).Where(System.IO.File.Exists))
            System.IO.File.Copy(file, Path.Combine(copy.folder, Path.GetFileName(file)));
        return copy;
    }

    public override async Task<IReadOnlyList<string>> Tables() =>
        await Column("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '__EF%'");

    public override async Task<string> Everything()
    {
        await Column("PRAGMA wal_checkpoint(TRUNCATE)");
        return Encoding.Latin1.GetString(await System.IO.File.ReadAllBytesAsync(File));
    }

    public override Task Lose()
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(folder, "dibao.db*")) System.IO.File.Move(file, file.Replace("dibao.db", "away.db", StringComparison.Ordinal));
        Directory.CreateDirectory(File);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

internal sealed class PostgresTestDatabase(string connectionString) : TestDatabase
{
    public static async Task<TestDatabase> New() => new PostgresTestDatabase(await PostgresServer.NewDatabase());

    public override TestEngine Engine => TestEngine.PostgreSql;

    public override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Database:Provider"] = "PostgreSql", ["Database:ConnectionString"] = connectionString };

    public override async Task<DbConnection> Open()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public override async Task<IReadOnlyList<string>> Tables() =>
        await Column("SELECT table_schema || '_' || table_name FROM information_schema.tables WHERE table_schema NOT IN ('public', 'pg_catalog', 'information_schema')");

    public override Task Lose() => PostgresServer.Drop(connectionString);

    public override async ValueTask DisposeAsync() => await PostgresServer.Drop(connectionString);

    protected override string Dialect(string sql) => Quoted(sql);
}
