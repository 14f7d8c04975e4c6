using System.Linq.Expressions;
using Dibao.BuildingBlocks.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace Dibao.PostgreSql;

/// <summary>Writes many rows of one table by binary COPY. The writing of a row is compiled once, so that no value is boxed.</summary>
internal sealed class BulkWriter<T>(BulkTable table) where T : class
{
    private readonly string copy =
        $"COPY \"{table.Schema}\".\"{table.Name}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))}) FROM STDIN (FORMAT BINARY)";

    private readonly Action<NpgsqlBinaryImporter, T> write = Compile(table);

    public async Task Write(NpgsqlConnection connection, IEnumerable<T> rows, CancellationToken cancellation)
    {
        await using var importer = await connection.BeginBinaryImportAsync(copy, cancellation);
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            write(importer, row);
        }
        await importer.CompleteAsync(cancellation);
    }

    private static Action<NpgsqlBinaryImporter, T> Compile(BulkTable table)
    {
        var importer = Expression.Parameter(typeof(NpgsqlBinaryImporter));
        var row = Expression.Parameter(typeof(T));
        var steps = table.Columns.Select(c => WriteColumn(importer, row, c))
            .Prepend(Expression.Call(importer, nameof(NpgsqlBinaryImporter.StartRow), null));
        return Expression.Lambda<Action<NpgsqlBinaryImporter, T>>(Expression.Block(steps), importer, row).Compile();
    }

    private static Expression WriteColumn(Expression importer, ParameterExpression row, BulkColumn column)
    {
        var read = Expression.Invoke(column.Value, row);
        Expression Store(Expression value) => Expression.Call(importer, nameof(NpgsqlBinaryImporter.Write), [column.Type], value, Expression.Constant(DbType(column.Type)));
        if (read.Type.IsValueType && read.Type == column.Type) return Store(read);

        var value = Expression.Variable(read.Type);
        return Expression.Block(
            [value],
            Expression.Assign(value, read),
            Expression.IfThenElse(
                Expression.Equal(value, Expression.Constant(null, value.Type)),
                Expression.Call(importer, nameof(NpgsqlBinaryImporter.WriteNull), null),
                Store(value.Type.IsValueType ? Expression.Property(value, "Value") : value)));
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
