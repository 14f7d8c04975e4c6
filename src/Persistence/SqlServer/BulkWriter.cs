using System.Collections;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Dibao.BuildingBlocks.Persistence;
using Dibao.SharedKernel;
using Microsoft.Data.SqlClient;

namespace Dibao.SqlServer;

/// <summary>Writes many rows of one table by the server's bulk copy, streaming them as they come.</summary>
internal sealed class BulkWriter<T>(BulkTable table) where T : class
{
    private const SqlBulkCopyOptions Checked = SqlBulkCopyOptions.CheckConstraints | SqlBulkCopyOptions.KeepNulls;

    private readonly Func<T, object?>[] columns = [.. table.Columns.Select(c => c.Read<T>())];

    public async Task Write(SqlTransaction transaction, IEnumerable<T> rows, CancellationToken cancellation)
    {
        using var copy = new SqlBulkCopy(transaction.Connection, Checked, transaction)
        {
            DestinationTableName = $"[{table.Schema}].[{table.Name}]",
            EnableStreaming = true,
            BulkCopyTimeout = 0, // as long as the rows come; the caller calls it off
        };
        for (var i = 0; i < columns.Length; i++) copy.ColumnMappings.Add(i, table.Columns[i].Name);
        await using var reader = Read(rows);
        await copy.WriteToServerAsync(reader, cancellation);
    }

    /// <summary>The rows as the bulk copy reads them.</summary>
    internal DbDataReader Read(IEnumerable<T> rows) => new RowReader(table, columns, rows.GetEnumerator());

    /// <summary>One row at a time; what bulk copy never asks for is not answered.</summary>
    [SuppressMessage("Naming", "CA1010", Justification = "A data reader is enumerated by the framework's own base class.")]
    private sealed class RowReader(BulkTable table, Func<T, object?>[] columns, IEnumerator<T> rows) : DbDataReader
    {
        public override int FieldCount => columns.Length;

        public override bool HasRows => true;

        public override bool IsClosed => false;

        public override int Depth => 0;

        public override int RecordsAffected => -1;

        public override object this[int ordinal] => GetValue(ordinal);

        public override object this[string name] => GetValue(GetOrdinal(name));

        public override bool Read()
        {
            if (!rows.MoveNext()) return false;
            (rows.Current as AggregateRoot)?.MarkSaved();
            return true;
        }

        public override object GetValue(int ordinal) => columns[ordinal](rows.Current) switch
        {
            null => DBNull.Value,
            DateOnly date => date.ToDateTime(TimeOnly.MinValue), // bulk copy takes no DateOnly for a column of type date
            var value => value,
        };

        public override bool IsDBNull(int ordinal) => columns[ordinal](rows.Current) is null;

        public override string GetName(int ordinal) => table.Columns[ordinal].Name;

        public override int GetOrdinal(string name)
        {
            for (var i = 0; i < columns.Length; i++) if (string.Equals(table.Columns[i].Name, name, StringComparison.OrdinalIgnoreCase)) return i;
            throw new ArgumentOutOfRangeException(nameof(name));
        }

        public override Type GetFieldType(int ordinal) => table.Columns[ordinal].Type == typeof(DateOnly) ? typeof(DateTime) : table.Columns[ordinal].Type;

        public override int GetValues(object[] values)
        {
            for (var i = 0; i < columns.Length; i++) values[i] = GetValue(i);
            return columns.Length;
        }

        public override bool NextResult() => false;

        public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

        public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

        public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);

        public override char GetChar(int ordinal) => (char)GetValue(ordinal);

        public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

        public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

        public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

        public override float GetFloat(int ordinal) => (float)GetValue(ordinal);

        public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

        public override short GetInt16(int ordinal) => (short)GetValue(ordinal);

        public override int GetInt32(int ordinal) => (int)GetValue(ordinal);

        public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

        public override string GetString(int ordinal) => (string)GetValue(ordinal);

        public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

        public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

        public override IEnumerator GetEnumerator() => throw new NotSupportedException();

        protected override void Dispose(bool disposing) => rows.Dispose();
    }
}
