using System.Collections.Concurrent;
using System.Data.Common;
using Dibao.BuildingBlocks.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dibao.SqlServer;

/// <summary>
/// SQL Server, an engine of real deployments. Writers run beside each other under READ COMMITTED; what is counted is a locked row. Text is
/// compared and ordered by code point, whatever the database's collation. The database runs with READ_COMMITTED_SNAPSHOT. Statements are batched by MERGE unless <c>maxBatchSize</c> is 1,
/// for servers that speak the protocol without it.
/// </summary>
public sealed class SqlServerEngine : IEngine
{
    /// <summary>Moves a series on. A name that is not there locks the gap it would stand in, so that of two who find none one waits for the other's transaction.</summary>
    internal const string MoveSeries = "UPDATE [numbers].[series] WITH (UPDLOCK, HOLDLOCK) SET [last] = [last] + {1} OUTPUT INSERTED.[last] AS [Value] WHERE [name] = {0}";

    /// <summary>Begins a series, in the gap locked by <see cref="MoveSeries"/>.</summary>
    internal const string BeginSeries = "INSERT INTO [numbers].[series] ([name], [last]) OUTPUT INSERTED.[last] AS [Value] VALUES ({0}, {1})";

    /// <summary>From this severity on the connection is gone.</summary>
    private const byte Severed = 20;

    private const string ApplicationName = "Application Name";
    private readonly string connectionString;
    private readonly int? maxBatchSize;
    private readonly ConcurrentDictionary<Type, BulkWriter> bulkWriters = new();

    /// <summary>The engine of one database.</summary>
    /// <exception cref="ArgumentException">The connection string names what the driver does not know.</exception>
    public SqlServerEngine(string connectionString, int? maxBatchSize)
    {
        var connection = new SqlConnectionStringBuilder(connectionString);
        if (!connection.ShouldSerialize(ApplicationName)) connection.ApplicationName = "dibao";
        this.connectionString = connection.ConnectionString;
        this.maxBatchSize = maxBatchSize;
    }

    /// <inheritdoc />
    public string Name => "SqlServer";

    /// <inheritdoc />
    public bool IdsAsBytes => true; // uniqueidentifier sorts by its last six bytes first

    /// <inheritdoc />
    public bool HasSchemas => true;

    /// <inheritdoc />
    public string? TextCollation => "Latin1_General_100_BIN2";

    /// <inheritdoc />
    public void Configure(DbContextOptionsBuilder options) => options.UseSqlServer(connectionString, server =>
    {
        server.MigrationsAssembly(typeof(SqlServerEngine).Assembly.GetName().Name);
        if (maxBatchSize is { } size) server.MaxBatchSize(size);
    });

    /// <inheritdoc />
    public ValueTask<IDisposable?> TurnToWrite(CancellationToken cancellation) => default;

    /// <inheritdoc />
    public async Task<long> TakeNumbers(DibaoDbContext db, string series, long count, CancellationToken cancellation)
    {
        var taken = await db.Database.SqlQueryRaw<long>(MoveSeries, series, count).ToListAsync(cancellation);
        if (taken.Count == 0) taken = await db.Database.SqlQueryRaw<long>(BeginSeries, series, count).ToListAsync(cancellation);
        return taken[0];
    }

    /// <inheritdoc />
    public Task WriteMany(DibaoDbContext db, Type type, IEnumerable<object> rows, CancellationToken cancellation) =>
        Writer(db, type).Write((SqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction(), rows, cancellation);

    /// <inheritdoc />
    public string UpdateAnswering(string set, string from, params IEnumerable<string> columns) => $"{set} OUTPUT {string.Join(", ", columns.Select(c => $"INSERTED.[{c}]"))} {from}";

    /// <inheritdoc />
    public bool IsDuplicate(Exception failure) => failure.Cause<SqlException>() is
    {
        Number: 2601 // of a unique index
            or 2627, // of a primary key
    };

    /// <inheritdoc />
    public bool IsTransient(Exception failure) => failure.Cause<SqlException>() is { } cause && cause.Errors.Cast<SqlError>().Any(e => e.Class >= Severed || Passes(e.Number));

    /// <summary>Nothing is held: migrations take the server's own lock.</summary>
    public ValueTask<IDisposable?> TurnToMigrate(DibaoDbContext db, CancellationToken cancellation) => default;

    /// <inheritdoc />
    public string? Explain(DbException failure) => (failure as SqlException)?.Number switch
    {
        18456 or 18452 => "The server does not let this user in: check User ID and Password in Database:ConnectionString.",
        4060 or 911 => "There is no such database on the server, or it is closed to this user: create it (CREATE DATABASE), or correct Database in Database:ConnectionString.",
        229 or 262 => "The user may not do this in the database: make him its owner, or name another in Database:ConnectionString.",
        3906 => "The database is read-only, perhaps a secondary: name the primary server in Database:ConnectionString.",
        -1 or 2 or 53 or 258 or 10060 or 10061 or 11001 => "No SQL Server answers there: start it, or correct Server in Database:ConnectionString.",
        _ => null,
    };

    private static bool Passes(int number) => number switch
    {
        -2 or 1204 or 1205 or 1222 => true, // timed out, no locks left, deadlock victim, lock timeout
        3935 or 3960 or 3961 or 3966 => true, // a snapshot lost its race
        41301 or 41302 or 41305 or 41325 or 41839 => true, // a memory-optimised table's
        20 or 53 or 64 or 121 or 233 or 258 or 997 or 10053 or 10054 or 10060 or 10061 or 11001 => true, // not reached, or the line went
        596 or 921 or 4060 or 4221 or 6005 or 17142 or 18401 or 18752 => true, // session killed, database starting up or not open yet, server paused or shutting down
        976 or 978 or 979 or 982 or 983 or 984 or 985 or 988 or 3906 or 41131 or 41143 => true, // failing over: not primary, not readable, read-only
        701 or 802 or 8628 or 8645 or 8651 or 17803 or 17889 => true, // no memory, no grant, no new connection
        1101 or 1105 or 3257 or 9002 or 1807 or 5149 => true, // no room left: file, log, database being copied
        10922 or 10928 or 10929 or 10936 or 40143 or 40197 or 40501 or 40540 or 40544 or 40549 or 40550 or 40551 or 40552 or 40553 => true, // a cloud's limits
        40613 or 40615 or 40642 or 42108 or 42109 or 45156 or 45157 or 45161 or 45182 or 45319 or 49918 or 49919 or 49920 => true, // a cloud moving, waking or throttling
        _ => false,
    };

    private BulkWriter Writer(DibaoDbContext db, Type type) => bulkWriters.GetOrAdd(type, static (type, db) => new BulkWriter(BulkTable.Of(db, type)), db);
}
