using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Dibao.Tests;

/// <summary>
/// The PostgreSQL server of a run: the one that DIBAO_TEST_POSTGRES names (a connection string with the right to create databases), or a
/// throw-away cluster of this machine's own binaries, which ends and is removed when this process ends, however it ends.
/// </summary>
public static class PostgresServer
{
    private const string Variable = "DIBAO_TEST_POSTGRES";
    private const string Owner = "dibao";
    private const string Password = "only-for-tests";
    private const int MaxAttempts = 60;
    private static readonly string? Binaries = FindBinaries();
    private static readonly Lazy<Task<string>> Server = new(Start);
    private static int databases;

    /// <summary>Why there is none; null where there is one.</summary>
    public static string? Missing { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } || Binaries is not null
        ? null
        : $"PostgreSQL is not configured: install its server binaries (Debian: apt-get install postgresql) or set {Variable} to a connection string.";

    /// <summary>The server's own database, for those who make and drop others.</summary>
    public static Task<string> Administration() => Server.Value;

    /// <summary>Makes an empty database and answers its connection string.</summary>
    public static async Task<string> NewDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"dibao_test_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}");
        await Administer($"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(await Server.Value) { Database = name, Pooling = true }.ConnectionString; // as a deployment has it
    }

    /// <summary>Drops a database, whoever is still connected.</summary>
    public static async Task Drop(string connectionString) =>
        await Administer($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");

    private static async Task Administer(string sql)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(await Server.Value);
                await connection.OpenAsync();
                await using var command = new NpgsqlCommand(sql, connection);
                await command.ExecuteNonQueryAsync();
                return;
            }
            catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.InternalError && attempt < MaxAttempts)
            {
                await Task.Delay(TimeSpan.FromSeconds(1)); // no checkpoint can be written while a test of this run keeps a disk full
            }
        }
    }

    private static async Task<string> Start()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given) return new NpgsqlConnectionStringBuilder(given) { Pooling = false }.ConnectionString;
        var port = Loopback.FreePort();
        // The shell holds the server's life: its input closes when this process ends, even by a kill; then it stops the server and removes the cluster.
        var script = $"""
            set -e
            folder=$(mktemp -d)
            trap 'rm -rf "$folder"' EXIT
            echo {Password} > "$folder/password"
            {Binaries}/initdb -D "$folder/data" -U {Owner} -A scram-sha-256 --pwfile="$folder/password" -E UTF8 --locale=C --no-sync > "$folder/log" 2>&1
            {Binaries}/postgres -D "$folder/data" -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300 \
              {(Durable ? "" : "-c fsync=off")} < /dev/null >> "$folder/log" 2>&1 &
            server=$!
            cat > /dev/null
            kill -INT $server
            wait $server || true
            """;
        var start = Environment.UserName is "root"
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", "bash", "-c", script])
            : new ProcessStartInfo("bash", ["-c", script]);
        start.RedirectStandardInput = true;
        start.WorkingDirectory = Path.GetTempPath();
        var process = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            process.StandardInput.Close();
            process.WaitForExit(TimeSpan.FromSeconds(10));
        };
        var administration = new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = Owner, Password = Password, Database = "postgres", Pooling = false }.ConnectionString;
        await UntilItAnswers(administration, process);
        return administration;
    }

    /// <summary>Benchmarks measure a server that keeps its promises; tests need none of them: no test cuts the power.</summary>
    public static bool Durable { get; set; }

    private static async Task UntilItAnswers(string connectionString, Process process)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString);
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (!process.HasExited && waited.Elapsed < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(50); // starting
            }
        }
    }

    private static string? FindBinaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Max()
        : null;
}
