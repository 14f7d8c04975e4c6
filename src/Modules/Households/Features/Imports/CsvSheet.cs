using System.Text;
using CsvHelper;
using Dibao.Households.Domain.Imports;

namespace Dibao.Households.Features.Imports;

/// <summary>The rows of a CSV file, one at a time. A line break ends a row whatever its quotation marks say, so that one of them cannot swallow the file.</summary>
internal static class CsvSheet
{
    private const string Dangerous = "=+-@";

    public static IEnumerable<SheetRow> Rows(Stream content, Encoding encoding)
    {
        var misquoted = new HashSet<long>();
        using var text = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true);
        using var reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            SkipEmptyLines = false,
            AllowLineBreaksInQuotes = false,
            MaxRecordSize = ImportLimits.LineBytes,
            OnMalformedRecord = record => misquoted.Add(record.RecordNumber),
        });
        for (var row = 1; Read(reader, row); row++)
        {
            if (reader.FieldCount > ImportLimits.Columns) throw new FileRefused(TooWide(row));
            var flaw = misquoted.Remove(row) ? RowFlaw.Quotes : RowFlaw.None;
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Cell(reader.GetString(i));
                if (cells[i] is ['=', ..]) flaw = RowFlaw.Formula;
            }
            yield return new(row, cells, flaw);
        }
    }

    /// <summary>A mark that keeps a spreadsheet from taking a cell for a formula is no part of what it says.</summary>
    private static string Cell(string text)
    {
        var cell = text.Replace("\0", "", StringComparison.Ordinal).Trim(); // no database keeps it
        return cell is ['\'', var first, ..] && Dangerous.Contains(first, StringComparison.Ordinal) ? cell[1..] : cell;
    }

    private static bool Read(CsvReader reader, int row)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException)
        {
            throw new FileRefused(TooWide(row));
        }
    }

    private static Error TooWide(int row) => ImportErrors.TooWide.Because(
        $"第 {row} 行超过 {ImportLimits.LineBytes} 字节或 {ImportLimits.Columns} 列。请检查引号是否配对。",
        $"Row {row} has more than {ImportLimits.LineBytes} bytes or {ImportLimits.Columns} columns. Check the quotation marks.");
}
