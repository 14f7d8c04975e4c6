using System.Collections.Concurrent;
using Dibao.BuildingBlocks.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dibao.SqlServer;

/// <summary>
/// SQL Server, an engine of real deployments; its database runs with READ_COMMITTED_SNAPSHOT, so that readers do not wait for writers. Ids are
/// binary(16), big-endian: its own uniqueidentifier sorts by another order. Servers that take no batches are served with a batch size of 1.
/// </summary>
public sealed class SqlServerEngine : IEngine
{
    /// <summary>
    /// Adds to a series or begins it. The range of the key stays locked until the transaction ends, also where there is no row yet, so that
    /// two who begin one series come after each other.
    /// </summary>
    internal const string TakeNumbersSql =
        """
        DECLARE @taken TABLE (value bigint);
        UPDATE numbers.series WITH (UPDLOCK, SERIALIZABLE) SET last = last + {1} OUTPUT inserted.last INTO @taken (value) WHERE name = {0};
        IF @@ROWCOUNT = 0 INSERT INTO numbers.series (name, last) OUTPUT inserted.last INTO @taken (value) VALUES ({0}, {1});
        SELECT value AS [Value] FROM @taken;
        """;

    private static readonly HashSet<int> Duplicates = [2601, 2627];

    /// <summary>Deadlock, lock and command time-out, snapshot conflict, connection lost or refused, failover and throttling, no room for data or log.</summary>
    private static readonly HashSet<int> Transients =
        [1205, 1222, -2, 3960, -1, 2, 20, 53, 64, 121, 233, 258, 10053, 10054, 10060, 10061, 921, 10928, 10929, 40197, 40501, 40613, 49918, 49919, 49920, 1105, 9002];

    private readonly string connectionString;
    private readonly int? maxBatchSize;
    private readonly ConcurrentDictionary<Type, object> bulkWriters = new();

    /// <summary>The engine of one database.</summary>
    /// <exception cref="ArgumentException">The connection string names what the driver does not know.</exception>
    public SqlServerEngine(string connectionString, int? maxBatchSize)
    {
        var connection = new SqlConnectionStringBuilder(connectionString);
        if (!connection.ShouldSerialize("Application Name")) connection.ApplicationName = "dibao";
        (this.connectionString, this.maxBatchSize) = (connection.ConnectionString, maxBatchSize);
    }

    /// <inheritdoc />
    public string Name => "SqlServer";

    /// <inheritdoc />
    public bool IdsAsBytes => true;

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
        var taken = await db.Database.SqlQueryRaw<long>(TakeNumbersSql, series, count).ToListAsync(cancellation);
        return taken[0];
    }

    /// <inheritdoc />
    public Task WriteMany<T>(DibaoDbContext db, IEnumerable<T> rows, CancellationToken cancellation) where T : class
    {
        var writer = (BulkWriter<T>)bulkWriters.GetOrAdd(typeof(T), static (type, db) => new BulkWriter<T>(BulkTable.Of(db, type)), db);
        return writer.Write((SqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction(), rows, cancellation);
    }

    /// <inheritdoc />
    public bool IsDuplicate(Exception failure) => failure.Cause<SqlException>() is { } cause && Duplicates.Contains(cause.Number);

    /// <inheritdoc />
    public bool IsTransient(Exception failure) => failure.Cause<SqlException>() is { } cause && Transients.Contains(cause.Number);
}
