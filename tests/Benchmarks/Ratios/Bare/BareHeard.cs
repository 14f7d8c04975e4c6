using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dibao.Benchmarks.Ratios.Bare;

/// <summary>A row of the listening tables, in the types that drivers take.</summary>
internal sealed record HeardRow(Guid Id, Guid Household, long Division, DateOnly RegisteredOn);

/// <summary>Writes the rows of the listening tables in transactions of a hundred, by the bare driver.</summary>
internal static class BareHeard
{
    private const int BatchSize = 100;
    private const string Names = "\"Id\", \"Household\", \"Division\", \"RegisteredOn\"";

    public static async Task Write(DbConnection connection, string table, IEnumerable<HeardRow> rows)
    {
        if (connection is NpgsqlConnection npgsql) await Write(npgsql, table.Replace('_', '.'), rows);
        else await Write((SqliteConnection)connection, table, rows);
    }

    private static async Task Write(NpgsqlConnection connection, string table, IEnumerable<HeardRow> rows)
    {
        foreach (var chunk in rows.Chunk(BatchSize))
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using var batch = new NpgsqlBatch(connection, transaction);
            foreach (var row in chunk)
            {
                batch.BatchCommands.Add(new NpgsqlBatchCommand($"INSERT INTO {table} ({Names}) VALUES ($1, $2, $3, $4)")
                {
                    Parameters =
                    {
                        new NpgsqlParameter<Guid> { TypedValue = row.Id }, new NpgsqlParameter<Guid> { TypedValue = row.Household },
                        new NpgsqlParameter<long> { TypedValue = row.Division }, new NpgsqlParameter<DateOnly> { TypedValue = row.RegisteredOn },
                    },
                });
            }
            await batch.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
        }
    }

    private static async Task Write(SqliteConnection connection, string table, IEnumerable<HeardRow> rows)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({Names}) VALUES ($id, $household, $division, $on)";
        var id = command.Parameters.Add("$id", SqliteType.Blob);
        var household = command.Parameters.Add("$household", SqliteType.Blob);
        var division = command.Parameters.Add("$division", SqliteType.Integer);
        var on = command.Parameters.Add("$on", SqliteType.Text);
        foreach (var chunk in rows.Chunk(BatchSize))
        {
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
            command.Transaction = transaction;
            foreach (var row in chunk)
            {
                id.Value = row.Id.ToByteArray(bigEndian: true);
                household.Value = row.Household.ToByteArray(bigEndian: true);
                division.Value = row.Division;
                on.Value = row.RegisteredOn;
                await command.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
        }
    }
}
