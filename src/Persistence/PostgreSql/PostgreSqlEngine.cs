using System.Collections.Concurrent;
using System.Data.Common;
using System.Net.Sockets;
using Dibao.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Dibao.PostgreSql;

/// <summary>
/// PostgreSQL, an engine of real deployments. Writers run beside each other under READ COMMITTED; what is counted is a locked row. Text is
/// kept under the collation C, whatever the database's own. Statements are prepared as they recur, unless the connection string says otherwise.
/// </summary>
public sealed class PostgreSqlEngine : IEngine, IDisposable
{
    private const string MaxAutoPrepare = "Max Auto Prepare";
    private const string NoReset = "No Reset On Close";
    private const string TakeFromSeries =
        "INSERT INTO numbers.series AS s (name, last) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET last = s.last + EXCLUDED.last RETURNING last";
    private const int Prepared = 200;
    private const int Many = 20;
    private readonly NpgsqlDataSource source;
    private readonly string server;
    private readonly string? user;
    private readonly string? database;
    private readonly int? maxBatchSize;
    private readonly ConcurrentDictionary<Type, BulkWriter> bulkWriters = new();

    /// <summary>The engine of one database.</summary>
    /// <exception cref="ArgumentException">The connection string names what the driver does not know.</exception>
    public PostgreSqlEngine(string connectionString, int? maxBatchSize)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        if (!connection.ShouldSerialize(MaxAutoPrepare)) connection.MaxAutoPrepare = Prepared;
        if (!connection.ShouldSerialize(NoReset)) connection.NoResetOnClose = true; // no session is given anything that the next would have to forget
        connection.ApplicationName ??= "dibao";
        source = NpgsqlDataSource.Create(connection);
        (server, user, database) = ($"{connection.Host}:{connection.Port}", connection.Username, connection.Database ?? connection.Username);
        this.maxBatchSize = maxBatchSize;
    }

    /// <inheritdoc />
    public string Name => "PostgreSql";

    /// <inheritdoc />
    public bool IdsAsBytes => false; // uuid sorts by its bytes

    /// <inheritdoc />
    public bool HasSchemas => true;

    /// <inheritdoc />
    public string? TextCollation => "C";

    /// <inheritdoc />
    public void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(source, npgsql =>
    {
        npgsql.MigrationsAssembly(typeof(PostgreSqlEngine).Assembly.GetName().Name);
        if (maxBatchSize is { } size) npgsql.MaxBatchSize(size);
    });

    /// <inheritdoc />
    public ValueTask<IDisposable?> TurnToWrite(CancellationToken cancellation) => default;

    /// <inheritdoc />
    public async Task<long> TakeNumbers(DibaoDbContext db, string series, long count, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(TakeFromSeries, (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = series });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = count });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>A statement that was prepared on a small table keeps its plan until the table is analysed, which the server does by itself a minute later.</summary>
    public Task HasGrown(DibaoDbContext db, string table, CancellationToken cancellation)
    {
        var analyse = string.Concat("ANALYZE ", table); // delimited by the model
        return db.Database.ExecuteSqlRawAsync(analyse, cancellation);
    }

    /// <inheritdoc />
    public Task WriteMany(DibaoDbContext db, Type type, IEnumerable<object> rows, CancellationToken cancellation) =>
        Writer(db, type).Write((NpgsqlConnection)db.Database.GetDbConnection(), rows, cancellation);

    /// <inheritdoc />
    public bool WritesFew => true;

    /// <summary>One round trip for all tables of few rows; those of many are copied.</summary>
    public async Task WriteAdded(DibaoDbContext db, IReadOnlyList<AddedRows> tables, CancellationToken cancellation)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var batch = connection.CreateBatch();
        foreach (var table in tables)
        {
            var writer = Writer(db, table.Type);
            if (table.Rows.Count < Many)
            {
                foreach (var row in table.Rows) batch.BatchCommands.Add(writer.Insert(row));
                continue;
            }
            await Send(batch, cancellation); // a copied row may hang on these
            await writer.Write(connection, table.Rows, cancellation);
        }
        await Send(batch, cancellation);
    }

    /// <inheritdoc />
    public bool IsDuplicate(Exception failure) => failure.Cause<PostgresException>() is { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>
    /// Beside what the driver says: a session that the server has ended, or does not start, for a trouble of its own (classes 53, 57, 58 and XX). It is
    /// going down, or has no room to start one; who is not let in, or stays too long in a transaction, would be again.
    /// </summary>
    public bool IsTransient(Exception failure) => failure.Cause<NpgsqlException>() is { IsTransient: true }
        or PostgresException { InvariantSeverity: "FATAL" or "PANIC", SqlState: ['5', '3' or '7' or '8', ..] or ['X', 'X', ..] };

    /// <summary>Nothing is held: the migrations' own lock dies with its transaction. But they ask for a missing record of migrations by an error in the log.</summary>
    public async ValueTask<IDisposable?> TurnToMigrate(DibaoDbContext db, CancellationToken cancellation)
    {
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellation);
        return null;
    }

    /// <inheritdoc />
    public string? Explain(DbException failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            $"The server {server} does not let the user '{user}' in: check Username and Password in Database:ConnectionString.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            $"There is no database '{database}' on {server}: create it (CREATE DATABASE), or correct Database in Database:ConnectionString.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } denied =>
            $"The user '{user}' may not do this in the database '{database}' ({denied.MessageText}): make him its owner, or name another in Database:ConnectionString.",
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } =>
            $"The database '{database}' on {server} is read-only, perhaps a standby: name the primary server in Database:ConnectionString.",
        PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow } => $"The server {server} is starting or stopping: start again when it is up.",
        PostgresException => null,
        NpgsqlException { InnerException: SocketException or TimeoutException } =>
            $"No PostgreSQL server answers at {server}: start it, or correct Host and Port in Database:ConnectionString.",
        _ => null,
    };

    /// <inheritdoc />
    public void Dispose() => source.Dispose();

    private static async Task Send(NpgsqlBatch batch, CancellationToken cancellation)
    {
        if (batch.BatchCommands.Count == 0) return;
        await batch.ExecuteNonQueryAsync(cancellation);
        batch.BatchCommands.Clear();
    }

    private BulkWriter Writer(DibaoDbContext db, Type type) => bulkWriters.GetOrAdd(type, static (type, db) => new BulkWriter(BulkTable.Of(db, type)), db);
}
