using Dibao.BuildingBlocks.Persistence;
using Microsoft.Data.Sqlite;

namespace Dibao.Sqlite;

/// <summary>Writes many rows of one table by one prepared statement.</summary>
internal sealed class BulkWriter<T>(BulkTable table) where T : class
{
    private readonly Func<T, object?>[] columns = [.. table.Columns.Select(c => c.Read<T>())];

    private readonly string insert =
        $"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"$p{i}"))})";

    public async Task Write(SqliteTransaction transaction, IEnumerable<T> rows, CancellationToken cancellation)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = insert;
        var parameters = new SqliteParameter[columns.Length];
        for (var i = 0; i < columns.Length; i++) parameters[i] = command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
        await command.PrepareAsync(cancellation);
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++) parameters[i].Value = columns[i](row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
