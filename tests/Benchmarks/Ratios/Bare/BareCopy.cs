using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dibao.Benchmarks.Ratios.Bare;

/// <summary>
/// Writes the rows of some tables of one database into another by a driver's own bulk path, in one transaction, values as they are. Only the writing
/// is timed: rows are read into memory before, a few at a time.
/// </summary>
internal static class BareCopy
{
    private const int RowsAtOnce = 5_000;
    private const int BytesAtOnce = 4 * 1024 * 1024;

    public static async Task<double> Write(DbConnection from, DbConnection to, IEnumerable<(string Schema, string Name)> tables)
    {
        var watch = new Stopwatch();
        watch.Start();
        await using var transaction = await to.BeginTransactionAsync();
        watch.Stop();
        foreach (var (schema, name) in tables)
        {
            if (to is NpgsqlConnection npgsql) await Raw((NpgsqlConnection)from, npgsql, $"{schema}.{name}", watch);
            else Insert((SqliteConnection)from, (SqliteConnection)to, (SqliteTransaction)transaction, $"{schema}_{name}", watch);
        }
        watch.Start();
        await transaction.CommitAsync();
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task Raw(NpgsqlConnection from, NpgsqlConnection to, string table, Stopwatch watch)
    {
        var buffer = new byte[BytesAtOnce];
        await using var source = await from.BeginRawBinaryCopyAsync($"COPY {table} TO STDOUT (FORMAT BINARY)");
        watch.Start();
        await using (var target = await to.BeginRawBinaryCopyAsync($"COPY {table} FROM STDIN (FORMAT BINARY)"))
        {
            watch.Stop();
            while (await source.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false) is > 0 and var length)
            {
                watch.Start();
                await target.WriteAsync(buffer.AsMemory(0, length));
                watch.Stop();
            }
            watch.Start();
        }
        watch.Stop();
    }

    private static void Insert(SqliteConnection from, SqliteConnection to, SqliteTransaction transaction, string table, Stopwatch watch)
    {
        using var select = from.CreateCommand();
        select.CommandText = $"SELECT * FROM {table}";
        using var reader = select.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        using var insert = to.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
        var parameters = columns.Select((_, i) => insert.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" })).ToArray();
        insert.Prepare();
        var rows = new List<object[]>(RowsAtOnce);
        while (true)
        {
            rows.Clear();
            while (rows.Count < RowsAtOnce && reader.Read())
            {
                var row = new object[columns.Count];
                reader.GetValues(row);
                rows.Add(row);
            }
            if (rows.Count == 0) return;
            watch.Start();
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++) parameters[i].Value = row[i];
                insert.ExecuteNonQuery();
            }
            watch.Stop();
        }
    }
}
