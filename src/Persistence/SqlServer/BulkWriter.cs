using System.Collections;
using System.Data.Common;
using Dibao.BuildingBlocks.Persistence;
using Microsoft.Data.SqlClient;

namespace Dibao.SqlServer;

/// <summary>Writes many rows of one table by bulk copy, one row in hand at a time.</summary>
internal sealed class BulkWriter(BulkTable table)
{
    private readonly Func<object, object?>[] columns = [.. table.Columns.Select(c => c.Read())];

    public async Task Write(SqlTransaction transaction, IEnumerable<object> rows, CancellationToken cancellation)
    {
        // foreign keys are checked as for any other insert; how long it may take is the caller's to say, not a timer's
        using var copy = new SqlBulkCopy(transaction.Connection, SqlBulkCopyOptions.CheckConstraints, transaction);
        copy.DestinationTableName = $"[{table.Schema}].[{table.Name}]";
        copy.BulkCopyTimeout = 0;
        for (var i = 0; i < columns.Length; i++) copy.ColumnMappings.Add(i, table.Columns[i].Name);
        await using var reader = new Rows(table.Columns, columns, rows.GetEnumerator());
        await copy.WriteToServerAsync(reader, cancellation);
    }

    /// <summary>The rows as the driver reads them: forward, once.</summary>
    internal sealed class Rows(IReadOnlyList<BulkColumn> columns, Func<object, object?>[] read, IEnumerator<object> rows) : DbDataReader
    {
        private bool closed;

        public override int FieldCount => columns.Count;

        public override bool HasRows => true;

        public override bool IsClosed => closed;

        public override int RecordsAffected => -1;

        public override int Depth => 0;

        public override object this[int ordinal] => GetValue(ordinal);

        public override object this[string name] => GetValue(GetOrdinal(name));

        public override bool Read() => rows.MoveNext();

        public override object GetValue(int ordinal) => read[ordinal](rows.Current) switch
        {
            null => DBNull.Value,
            DateOnly date => date.ToDateTime(TimeOnly.MinValue), // the driver's own type of a date
            var value => value,
        };

        public override bool IsDBNull(int ordinal) => GetValue(ordinal) is DBNull;

        public override Type GetFieldType(int ordinal) => columns[ordinal].Type == typeof(DateOnly) ? typeof(DateTime) : columns[ordinal].Type;

        public override string GetName(int ordinal) => columns[ordinal].Name;

        public override int GetOrdinal(string name) => columns.Select(c => c.Name).ToList().IndexOf(name);

        public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

        public override int GetValues(object[] values)
        {
            for (var i = 0; i < columns.Count; i++) values[i] = GetValue(i);
            return columns.Count;
        }

        public override bool NextResult() => false;

        public override IEnumerator GetEnumerator() => new DbEnumerator(this);

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

        public override void Close() => closed = true;

        protected override void Dispose(bool disposing)
        {
            if (disposing) rows.Dispose();
            base.Dispose(disposing);
        }
    }
}
