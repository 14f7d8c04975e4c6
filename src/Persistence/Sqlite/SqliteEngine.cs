using System.Collections.Concurrent;
using System.Data.Common;
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
public sealed class SqliteEngine : IEngine, IDisposable
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);
    private readonly string connectionString;
    private readonly string file;
    private readonly SemaphoreSlim writer = new(1, 1);
    private readonly ConcurrentDictionary<Type, BulkWriter> bulkWriters = new();

    /// <summary>The engine of one database file.</summary>
    /// <exception cref="ArgumentException">The connection string names what the driver does not know, or no file.</exception>
    public SqliteEngine(string connectionString)
    {
        var connection = new SqliteConnectionStringBuilder(connectionString);
        if (connection.DataSource is "" or ":memory:" || connection.Mode == SqliteOpenMode.Memory)
            throw new ArgumentException("Data Source names no file: what is kept in memory would go with each connection.", nameof(connectionString));
        (this.connectionString, file) = (connection.ConnectionString, connection.DataSource);
    }

    /// <inheritdoc />
    public string Name => "Sqlite";

    /// <inheritdoc />
    public bool IdsAsBytes => true;

    /// <inheritdoc />
    public bool HasSchemas => false;

    /// <inheritdoc />
    public string? TextCollation => null; // BINARY is the default

    /// <summary>The connection string of a database file.</summary>
    public static string ForFile(string path) => new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ConnectionString;

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
    public Task WriteMany(DibaoDbContext db, Type type, IEnumerable<object> rows, CancellationToken cancellation)
    {
        Writer(db, type).Write((SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction(), rows, cancellation);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public bool WritesFew => true;

    /// <inheritdoc />
    public bool IsDuplicate(Exception failure) =>
        failure.Cause<SqliteException>() is { SqliteExtendedErrorCode: ConstraintPrimaryKey or ConstraintUnique };

    /// <inheritdoc />
    public bool IsTransient(Exception failure) => failure.Cause<SqliteException>() is { SqliteErrorCode: Busy or Locked or Full };

    /// <summary>
    /// A lock file that the system lets go of with the process. Whoever holds it knows that nobody is migrating, so that a row left in the
    /// migrations' own lock table, on which they would wait for ever, is from a process that was killed.
    /// </summary>
    public async ValueTask<IDisposable?> TurnToMigrate(DibaoDbContext db, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var turn = await Lock(path + ".migrating", cancellation);
        if (!File.Exists(path)) return turn;
        try
        {
            await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellation);
            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public string? Explain(DbException failure) => failure.Cause<SqliteException>()?.SqliteErrorCode switch
    {
        NotADatabase => $"'{file}' is not a SQLite database: point Database:Path at another file.",
        Corrupt => $"The database '{file}' is damaged: restore it from a backup.",
        CannotOpen => $"The database '{file}' cannot be opened: Database:Path must name a file, in a folder in which the user that runs this may write.",
        ReadOnly => $"The database '{file}' is read-only: give the user that runs this the right to write the file and its folder, or point Database:Path at another.",
        Busy or Locked => $"The database '{file}' is held by another program: end it and start again.",
        Full => $"There is no room left on the disk of '{file}'.",
        _ => null,
    };

    /// <inheritdoc />
    public void Dispose() => writer.Dispose();

    private static async Task<FileStream> Lock(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Glance, cancellation); // another process is migrating
            }
        }
    }

    private BulkWriter Writer(DibaoDbContext db, Type type) => bulkWriters.GetOrAdd(type, static (type, db) => new BulkWriter(BulkTable.Of(db, type)), db);

    private sealed class Turn(SemaphoreSlim writer) : IDisposable
    {
        private SemaphoreSlim? held = writer;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
