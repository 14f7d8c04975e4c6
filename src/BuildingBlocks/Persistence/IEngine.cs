using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Dibao.BuildingBlocks.Persistence;

/// <summary>What differs from one database engine to the next.</summary>
public interface IEngine
{
    /// <summary>As in <c>Database:Provider</c>.</summary>
    string Name { get; }

    /// <summary>Ids are binary(16), big-endian, where the engine has no UUID that sorts.</summary>
    bool IdsAsBytes { get; }

    /// <summary>The engine has schemas; otherwise table names carry the module as prefix.</summary>
    bool HasSchemas { get; }

    /// <summary>The collation by which text is compared and ordered by code point; null where the engine's own does.</summary>
    string? TextCollation { get; }

    /// <summary>Points a context at the database.</summary>
    void Configure(DbContextOptionsBuilder options);

    /// <summary>Waits for the turn to write where an engine has but one writer; null where writers do not wait for each other.</summary>
    ValueTask<IDisposable?> TurnToWrite(CancellationToken cancellation);

    /// <summary>Takes <paramref name="count"/> numbers of a series inside the running transaction and answers the last; the row stays locked until it ends.</summary>
    Task<long> TakeNumbers(DibaoDbContext db, string series, long count, CancellationToken cancellation);

    /// <summary>Writes many rows of one type inside the running transaction by the engine's own fast path.</summary>
    Task WriteMany(DibaoDbContext db, Type type, IEnumerable<object> rows, CancellationToken cancellation);

    /// <summary>Of a table's few rows, too, <see cref="WriteAdded"/> makes less than the change tracker does.</summary>
    bool WritesFew => false;

    /// <summary>Writes the rows that a save adds, table after table, inside the running transaction.</summary>
    async Task WriteAdded(DibaoDbContext db, IReadOnlyList<AddedRows> tables, CancellationToken cancellation)
    {
        foreach (var table in tables) await WriteMany(db, table.Type, table.Rows, cancellation);
    }

    /// <summary>
    /// A table has grown much in one piece of work: from here on its queries are planned for what it holds, and not for what it held when they
    /// were first asked. Nothing to do where the engine sees to it by itself.
    /// </summary>
    Task HasGrown(DibaoDbContext db, string table, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>One statement out of <c>UPDATE … SET …</c> and <c>FROM … WHERE …</c>, which answers these columns of the rows it changed.</summary>
    string UpdateAnswering(string set, string from, params IEnumerable<string> columns) => $"{set} {from} RETURNING {string.Join(", ", columns.Select(c => $"\"{c}\""))}";

    /// <summary>The failure is a clash with a unique index.</summary>
    bool IsDuplicate(Exception failure);

    /// <summary>The failure passes when tried again, at once or later: busy, deadlock, connection lost, no room left.</summary>
    bool IsTransient(Exception failure);

    /// <summary>
    /// Held while the database is brought up to date, where the migrations' own lock would outlive a process that was killed; null where that
    /// lock dies with its holder.
    /// </summary>
    ValueTask<IDisposable?> TurnToMigrate(DibaoDbContext db, CancellationToken cancellation) => default;

    /// <summary>What a failure to use the database means and what to do, in one line and without a secret; null where only the driver knows.</summary>
    string? Explain(DbException failure) => null;
}

/// <summary>Added rows of one type.</summary>
public sealed record AddedRows(Type Type, IReadOnlyList<object> Rows);

/// <summary>What to make of a failure of the database.</summary>
public static class Failures
{
    extension(IEngine engine)
    {
        /// <summary>Somebody else was first: his version or his row stands.</summary>
        public bool IsLostRace(Exception failure) => failure is DbUpdateConcurrencyException || engine.IsDuplicate(failure);

        /// <summary>Worth another attempt of the whole command.</summary>
        public bool Passes(Exception failure) => engine.IsLostRace(failure) || engine.IsTransient(failure);
    }

    /// <summary>A failure as a log may tell it: its type and the database's code, never its text, which may quote a row.</summary>
    public static string Told(this Exception failure) => failure.Cause<DbException>() is { } cause ? $"{cause.GetType().Name} {cause.SqlState}".TrimEnd() : failure.GetType().Name;

    /// <summary>The driver's own failure, however deep the layers above it have wrapped it.</summary>
    public static T? Cause<T>(this Exception? failure) where T : Exception
    {
        while (failure is not null and not T) failure = failure.InnerException;
        return (T?)failure;
    }
}
