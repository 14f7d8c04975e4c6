using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;

namespace Dibao.Tests;

/// <summary>A database on the server that DIBAO_TEST_SQLSERVER names: a connection string with the right to create databases.</summary>
internal sealed partial class SqlServerTestDatabase(string connectionString) : TestDatabase
{
    private const string Variable = "DIBAO_TEST_SQLSERVER";
    private static int databases;

    /// <summary>Why there is none; null where there is one.</summary>
    public static string? Missing { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 }
        ? null
        : $"SQL Server is not configured: set {Variable} to a connection string with the right to create databases.";

    public override TestEngine Engine => TestEngine.SqlServer;

    public override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Database:Provider"] = "SqlServer", ["Database:ConnectionString"] = connectionString };

    public static async Task<TestDatabase> New()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"dibao_test_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}");
        var server = new SqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable)) { Pooling = false };
        await Execute(server.ConnectionString, $"CREATE DATABASE {name}; ALTER DATABASE {name} SET READ_COMMITTED_SNAPSHOT ON; ALTER DATABASE {name} SET ALLOW_SNAPSHOT_ISOLATION ON");
        return new SqlServerTestDatabase(new SqlConnectionStringBuilder(server.ConnectionString) { InitialCatalog = name, Pooling = true }.ConnectionString);
    }

    public override async Task<DbConnection> Open()
    {
        var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }

    public override async Task<IReadOnlyList<string>> Tables() =>
        await Column("SELECT CONCAT(table_schema, '_', table_name) FROM information_schema.tables WHERE table_schema <> 'dbo'");

    public override async Task<string> Everything()
    {
        var text = new StringBuilder();
        foreach (var table in await Tables()) foreach (var row in await Column($"SELECT (SELECT t.* FOR JSON PATH) FROM {table} t")) text.AppendLine(row);
        return text.ToString();
    }

    public override async Task Lose()
    {
        var name = new SqlConnectionStringBuilder(connectionString).InitialCatalog;
        SqlConnection.ClearAllPools();
        await Execute(
            new SqlConnectionStringBuilder(connectionString) { InitialCatalog = "master", Pooling = false }.ConnectionString,
            $"IF DB_ID('{name}') IS NOT NULL BEGIN ALTER DATABASE {name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {name} END");
    }

    public override async ValueTask DisposeAsync() => await Lose();

    protected override string Dialect(string sql) => True().Replace(False().Replace(One().Replace(Quoted(sql).Replace("length(", "len(", StringComparison.Ordinal), "OFFSET 0 ROWS FETCH FIRST 1 ROWS ONLY"), "= 0"), "= 1");

    private static async Task Execute(string connectionString, string sql)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex(@"\bLIMIT 1\b", RegexOptions.None, 1000)]
    private static partial Regex One();

    [GeneratedRegex(@"= true\b", RegexOptions.None, 1000)]
    private static partial Regex True();

    [GeneratedRegex(@"= false\b", RegexOptions.None, 1000)]
    private static partial Regex False();
}
