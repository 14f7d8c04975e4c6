using System.Globalization;
using Dibao.BuildingBlocks.Persistence;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dibao.Sqlite;

/// <summary>
/// Writes many rows of one table by one prepared statement, bound and stepped below the driver's commands: for a row of few columns they cost as
/// much as the row. What is stored is what they would store.
/// </summary>
internal sealed class BulkWriter(BulkTable table)
{
    private readonly Func<object, object?>[] columns = [.. table.Columns.Select(c => c.Read())];

    private readonly string insert =
        $"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", table.Columns.Select(_ => "?"))})";

    public void Write(SqliteTransaction transaction, IEnumerable<object> rows, CancellationToken cancellation)
    {
        var database = transaction.Connection!.Handle!;
        Succeed(raw.sqlite3_prepare_v2(database, insert, out var statement), database);
        using (statement)
        {
            foreach (var row in rows)
            {
                cancellation.ThrowIfCancellationRequested();
                for (var i = 0; i < columns.Length; i++) Succeed(Bind(statement, i + 1, columns[i](row)), database);
                var answer = raw.sqlite3_step(statement);
                if (answer != raw.SQLITE_DONE) Succeed(answer, database);
                Succeed(raw.sqlite3_reset(statement), database);
            }
        }
    }

    private static int Bind(sqlite3_stmt statement, int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        bool yes => raw.sqlite3_bind_int64(statement, place, yes ? 1 : 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        string text => raw.sqlite3_bind_text(statement, place, text),
        DateOnly day => raw.sqlite3_bind_text(statement, place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DateTime instant => raw.sqlite3_bind_text(statement, place, instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"No portable column stores {value.GetType()}."),
    };

    private static void Succeed(int answer, sqlite3 database) => SqliteException.ThrowExceptionForRC(answer, database);
}
