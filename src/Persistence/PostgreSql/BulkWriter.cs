using System.Linq.Expressions;
using Dibao.BuildingBlocks.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace Dibao.PostgreSql;

/// <summary>
/// Writes rows of one table: many by binary COPY, few by an INSERT each, to be sent together. The writing of a row is compiled once, so that no
/// value is boxed.
/// </summary>
internal sealed class BulkWriter(BulkTable table)
{
    private readonly string copy = $"COPY {Target(table)} FROM STDIN (FORMAT BINARY)";

    private readonly string insert = $"INSERT INTO {Target(table)} VALUES ({string.Join(", ", Enumerable.Range(1, table.Columns.Count).Select(n => $"${n}"))})";

    private readonly Action<NpgsqlBinaryImporter, object> write = Copying(table);

    private readonly Action<NpgsqlParameterCollection, object> give = Giving(table);

    public async Task Write(NpgsqlConnection connection, IEnumerable<object> rows, CancellationToken cancellation)
    {
        await using var importer = await connection.BeginBinaryImportAsync(copy, cancellation);
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            write(importer, row);
        }
        await importer.CompleteAsync(cancellation);
    }

    /// <summary>The same text for each row of the table, so that it is prepared as it recurs.</summary>
    public NpgsqlBatchCommand Insert(object row)
    {
        var command = new NpgsqlBatchCommand(insert);
        give(command.Parameters, row);
        return command;
    }

    private static string Target(BulkTable table) => $"\"{table.Schema}\".\"{table.Name}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))})";

    private static Action<NpgsqlBinaryImporter, object> Copying(BulkTable table)
    {
        var importer = Expression.Parameter(typeof(NpgsqlBinaryImporter));
        return Each<NpgsqlBinaryImporter>(
            table, importer, Expression.Call(importer, nameof(NpgsqlBinaryImporter.StartRow), null),
            (column, value) => Expression.Call(importer, nameof(NpgsqlBinaryImporter.Write), [column.Type], value, Expression.Constant(DbType(column.Type))),
            _ => Expression.Call(importer, nameof(NpgsqlBinaryImporter.WriteNull), null));
    }

    private static Action<NpgsqlParameterCollection, object> Giving(BulkTable table)
    {
        var parameters = Expression.Parameter(typeof(NpgsqlParameterCollection));
        return Each<NpgsqlParameterCollection>(
            table, parameters, Expression.Empty(),
            (column, value) => Expression.Call(typeof(BulkWriter), nameof(Give), [column.Type], parameters, value, Expression.Constant(DbType(column.Type))),
            column => Expression.Call(typeof(BulkWriter), nameof(GiveNull), null, parameters, Expression.Constant(DbType(column.Type))));
    }

    private static void Give<T>(NpgsqlParameterCollection parameters, T value, NpgsqlDbType type) =>
        parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });

    private static void GiveNull(NpgsqlParameterCollection parameters, NpgsqlDbType type) =>
        parameters.Add(new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = type });

    /// <summary>What is done with a row: first this, then the one or the other with each of its columns.</summary>
    private static Action<TTarget, object> Each<TTarget>(
        BulkTable table, ParameterExpression target, Expression first, Func<BulkColumn, Expression, Expression> store, Func<BulkColumn, Expression> storeNull)
    {
        var row = Expression.Parameter(typeof(object));
        var steps = table.Columns.Select(c => Column(row, c, store, storeNull)).Prepend(first);
        return Expression.Lambda<Action<TTarget, object>>(Expression.Block(typeof(void), steps), target, row).Compile();
    }

    private static Expression Column(ParameterExpression row, BulkColumn column, Func<BulkColumn, Expression, Expression> store, Func<BulkColumn, Expression> storeNull)
    {
        var read = Expression.Invoke(column.Value, row);
        if (read.Type.IsValueType && read.Type == column.Type) return store(column, read);

        var value = Expression.Variable(read.Type);
        return Expression.Block(
            [value],
            Expression.Assign(value, read),
            Expression.IfThenElse(
                Expression.Equal(value, Expression.Constant(null, value.Type)),
                storeNull(column),
                store(column, value.Type.IsValueType ? Expression.Property(value, "Value") : value)));
    }

    private static NpgsqlDbType DbType(Type type) => type switch
    {
        _ when type == typeof(long) => NpgsqlDbType.Bigint,
        _ when type == typeof(int) => NpgsqlDbType.Integer,
        _ when type == typeof(bool) => NpgsqlDbType.Boolean,
        _ when type == typeof(string) => NpgsqlDbType.Text,
        _ when type == typeof(Guid) => NpgsqlDbType.Uuid,
        _ when type == typeof(byte[]) => NpgsqlDbType.Bytea,
        _ when type == typeof(DateOnly) => NpgsqlDbType.Date,
        _ when type == typeof(DateTime) => NpgsqlDbType.TimestampTz,
        _ => throw new NotSupportedException($"No portable column stores {type}."),
    };
}
