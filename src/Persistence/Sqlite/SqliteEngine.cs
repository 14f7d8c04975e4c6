using System.Collections.Concurrent;
using Dibao.BuildingBlocks.Persistence;
using Dibao.SharedKernel;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dibao.Sqlite;

/// <summary>
/// SQLite, the embedded default. It has one writer: writers of this process queue in order of arrival instead of polling a
/// busy file; another process is waited for by the driver. The file is created in WAL mode, so readers never wait, and a commit is on
/// disk before it is answered (synchronous FULL, the build's default; a test holds both).
/// </summary>
public sealed class SqliteEngine(string connectionString) : IEngine, IDisposable
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Full = 13;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;
    private readonly SemaphoreSlim writer = new(1, 1);
    private readonly ConcurrentDictionary<Type, object> bulkWriters = new();

    /// <inheritdoc />
    public string Name => "Sqlite";

    /// <inheritdoc />
    public bool IdsAsBytes => true;

    /// <inheritdoc />
    public bool HasSchemas => false;

    /// <inheritdoc />
    public string? TextCollation => null; // BINARY is the default

    /// <summary>The connection string of a database file; its folder is made when missing.</summary>
    public static string ForFile(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        return new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ConnectionString;
    }

    /// <inheritdoc />
    public void Configure(DbContextOptionsBuilder options) =>
        options.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteEngine).Assembly.GetName().Name));

    /// <inheritdoc />
    public async ValueTask<IDisposable?> TurnToWrite(CancellationToken cancellation)
    {
        await writer.WaitAsync(cancellation);
        return new Turn(writer);
    }

    /// <inheritdoc />
    public async Task<long> TakeNumbers(DibaoDbContext db, string series, long count, CancellationToken cancellation)
    {
        var taken = await db.Database.SqlQueryRaw<long>(
            """
            INSERT INTO numbers_series (name, last) VALUES ({0}, {1})
            ON CONFLICT (name) DO UPDATE SET last = last + {1} RETURNING last AS "Value"
            """,
            series, count).ToListAsync(cancellation);
        return taken[0];
    }

    /// <inheritdoc />
    public Task WriteMany<T>(DibaoDbContext db, IEnumerable<T> rows, CancellationToken cancellation) where T : class
    {
        var writer = (BulkWriter<T>)bulkWriters.GetOrAdd(typeof(T), static (type, db) => new BulkWriter<T>(BulkTable.Of(db, type)), db);
        return writer.Write((SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction(), rows, cancellation);
    }

    /// <inheritdoc />
    public bool IsDuplicate(Exception failure) =>
        failure.Cause<SqliteException>() is { SqliteExtendedErrorCode: ConstraintPrimaryKey or ConstraintUnique };

    /// <inheritdoc />
    public bool IsTransient(Exception failure) => failure.Cause<SqliteException>() is { SqliteErrorCode: Busy or Locked or Full };

    /// <inheritdoc />
    public void Dispose() => writer.Dispose();

    private sealed class Turn(SemaphoreSlim writer) : IDisposable
    {
        private SemaphoreSlim? held = writer;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
