using System.Collections;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Dibao.Households.Domain.Imports;
using ExcelDataReader;

namespace Dibao.Households.Features.Imports;

/// <summary>
/// The rows of the one sheet of an .xlsx workbook. A first pass unpacks it under limits and notes formulas and merged cells; only then is it
/// read.
/// </summary>
internal static class Workbook
{
    private static readonly byte[] OldOrLocked = [0xD0, 0xCF, 0x11, 0xE0];

    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // the reader asks for code page 1252 even where it has no use for it

    public static bool Is(ReadOnlySpan<byte> beginning) => beginning.StartsWith("PK"u8);

    /// <summary>A workbook of the format before .xlsx, or one under a password.</summary>
    public static bool IsOldOrLocked(ReadOnlySpan<byte> beginning) => beginning.StartsWith(OldOrLocked);

    public static Error NotOne() => ImportErrors.NotSpreadsheet.Because(
        "文件不是可读取的 .xlsx 工作簿(旧式 .xls、加密或已损坏)。请另存为不加密的 .xlsx。", "This is not an .xlsx workbook that can be read (old .xls, under a password, or damaged). Save it as an open .xlsx.");

    public static IEnumerable<SheetRow> Rows(Stream content, CancellationToken cancellation)
    {
        var screen = new Screen(cancellation);
        Guarded(() => screen.Look(content));
        content.Position = 0;
        using var reader = Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(content, new ExcelReaderConfiguration { LeaveOpen = true }));
        do
        {
            var row = 0;
            while (Guarded(reader.Read))
            {
                cancellation.ThrowIfCancellationRequested();
                row++;
                var cells = Guarded(() => Cells(reader));
                if (row == 1 && cells.Length == 0 && reader.RowCount <= 1) break; // an empty sheet beside the one that matters
                var flaw = screen.Formulas[row] ? RowFlaw.Formula : screen.Merged[row] ? RowFlaw.Merged : RowFlaw.None;
                yield return new(row, cells, flaw);
            }
            if (row > 1) yield break;
        }
        while (reader.NextResult());
    }

    private static string[] Cells(IExcelDataReader reader)
    {
        var width = reader.FieldCount;
        while (width > 0 && reader.IsDBNull(width - 1)) width--;
        if (width > ImportLimits.Columns) throw new FileRefused(Screen.TooWide());
        var cells = new string[width];
        for (var i = 0; i < width; i++) cells[i] = Cell(reader, i);
        return cells;
    }

    private static string Cell(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => "",
        string text => text.Replace("\0", "", StringComparison.Ordinal).Trim(), // no database keeps it
        double figure => figure.ToString("R", CultureInfo.InvariantCulture),
        bool yes => yes ? "是" : "否",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is InvalidDataException or XmlException or FormatException or ArgumentException or InvalidOperationException or IndexOutOfRangeException
            or NullReferenceException or KeyNotFoundException or OverflowException or EndOfStreamException or NotSupportedException or ExcelDataReader.Exceptions.ExcelReaderException)
        {
            throw new FileRefused(NotOne());
        }
    }

    private static void Guarded(Action look) => Guarded(() =>
    {
        look();
        return true;
    });

    /// <summary>The first pass over a workbook.</summary>
    private sealed class Screen(CancellationToken cancellation)
    {
        private const string Sheets = "xl/worksheets/";
        private const string SharedTexts = "xl/sharedStrings";
        private readonly char[] chars = new char[4096];
        private long inflated;
        private int sheetsWithCells;
        private int mergedRanges;
        private long mergedRows;

        /// <summary>Rows with a formula.</summary>
        public BitArray Formulas { get; } = new(ImportLimits.Rows + 2);

        /// <summary>Rows with a merged cell.</summary>
        public BitArray Merged { get; } = new(ImportLimits.Rows + 2);

        public void Look(Stream content)
        {
            if (ZipDirectory.IsTooLarge(content, cancellation)) throw new FileRefused(TooManyParts());
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var part in archive.Entries)
            {
                using var packed = part.Open();
                using var unpacked = new Unpacked(packed, bytes => Count(bytes, content.Length));
                if (part.FullName.StartsWith(Sheets, StringComparison.OrdinalIgnoreCase) && part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                    Sheet(unpacked);
                else if (part.FullName.StartsWith(SharedTexts, StringComparison.OrdinalIgnoreCase))
                    Texts(unpacked);
                else
                    unpacked.ToEnd(ImportLimits.OtherPartBytes);
            }
            if (sheetsWithCells == 0) throw new FileRefused(ImportErrors.Empty.Because("工作簿没有内容。", "The workbook is empty."));
            if (sheetsWithCells > 1)
                throw new FileRefused(ImportErrors.NotSpreadsheet.Because("工作簿只能有一个有内容的工作表。", "A workbook must have one sheet with content, and no other."));
            if (Merged[1]) throw new FileRefused(ImportErrors.MergedHeading.Because("表头含有合并单元格。请取消合并,第 1 行逐列填写列名。", "The heading has merged cells. Unmerge them and name each column in row 1."));
            if (Formulas[1]) throw new FileRefused(ImportErrors.Heading.Because("表头含有公式,请改为文字。", "The heading has a formula: write text."));
        }

        public static Error TooWide() => ImportErrors.TooWide.Because(
            $"单元格超过 {ImportLimits.CellCharacters} 个字符,或列数超过 {ImportLimits.Columns}。", $"A cell has more than {ImportLimits.CellCharacters} characters, or there are more than {ImportLimits.Columns} columns.");

        private static Error Inflated() => ImportErrors.Inflated.Because("文件解压后过大,疑似压缩炸弹,不予读取。", "The file grows too large when unpacked and is not read: it looks like a zip bomb.");

        private static Error TooManyParts() => ImportErrors.Inflated.Because(
            $"工作簿的组成部分超过 {ImportLimits.Parts} 个,或其目录过大,不予读取。", $"The workbook has more than {ImportLimits.Parts} parts, or too long a directory of them, and is not read.");

        private void Count(int bytes, long packed)
        {
            cancellation.ThrowIfCancellationRequested();
            inflated += bytes;
            if (inflated > ImportLimits.InflatedBytes || (inflated > ImportLimits.InflationFrom && inflated > packed * ImportLimits.Inflation)) throw new FileRefused(Inflated());
        }

        private void Sheet(Unpacked part)
        {
            using var xml = Xml(part);
            var (row, rows, column, cells) = (0, 0, 0, false);
            while (Next(xml, part))
            {
                if (xml.NodeType == XmlNodeType.Text) Measure(xml, part);
                if (xml.NodeType != XmlNodeType.Element) continue;
                switch (xml.LocalName)
                {
                    case "row":
                        row = xml.GetAttribute("r") is { } number ? int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture) : row + 1;
                        (rows, column) = (rows + 1, 0);
                        if (Math.Max(row, rows) > ImportLimits.Rows + 1 || row < 1)
                            throw new FileRefused(ImportErrors.TooManyRows.Because(
                                $"工作表超过 {ImportLimits.Rows} 行。请分批上传,并删除末尾的空行。", $"The sheet has more than {ImportLimits.Rows} rows. Send it in parts, and delete blank rows at the end."));
                        break;
                    case "c":
                        column = xml.GetAttribute("r") is { Length: > 0 } name ? Cell(name).Column : column + 1;
                        if (column > ImportLimits.Columns) throw new FileRefused(TooWide());
                        if (xml.GetAttribute("t") is "e") Formulas[row] = true; // an error is what a formula came to
                        break;
                    case "v" or "is":
                        cells = true;
                        break;
                    case "f":
                        Formulas[row] = true;
                        break;
                    case "mergeCell":
                        Merge(xml.GetAttribute("ref") ?? "");
                        break;
                    default:
                        break;
                }
            }
            if (cells) sheetsWithCells++;
        }

        private void Texts(Unpacked part)
        {
            using var xml = Xml(part);
            while (Next(xml, part))
            {
                if (xml.NodeType == XmlNodeType.Text) Measure(xml, part);
                if (part.Bytes > ImportLimits.SharedTextBytes) throw new FileRefused(Inflated());
            }
        }

        private static XmlReader Xml(Unpacked part) => XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CloseInput = false });

        /// <summary>No node may be longer than a cell can be: attributes would be read as a whole.</summary>
        private static bool Next(XmlReader xml, Unpacked part)
        {
            part.BeginNode();
            return xml.Read();
        }

        private void Measure(XmlReader xml, Unpacked part)
        {
            for (int length, all = 0; (length = xml.ReadValueChunk(chars, 0, chars.Length)) > 0;)
            {
                part.BeginNode();
                if ((all += length) > ImportLimits.CellCharacters) throw new FileRefused(TooWide());
            }
        }

        private void Merge(string range)
        {
            var ends = range.Split(':');
            var (first, last) = (Cell(ends[0]).Row, Math.Min(Cell(ends[^1]).Row, Merged.Length - 1));
            mergedRanges++;
            mergedRows += Math.Max(0L, (long)last - first + 1);
            if (mergedRanges > ImportLimits.MergedRanges || mergedRows > ImportLimits.MergedRows)
                throw new FileRefused(ImportErrors.TooMerged.Because(
                    $"合并单元格超过 {ImportLimits.MergedRanges} 处,或共跨 {ImportLimits.MergedRows} 行以上。请全部取消合并并逐行填写。",
                    $"More than {ImportLimits.MergedRanges} ranges are merged, or they span more than {ImportLimits.MergedRows} rows. Unmerge them all and fill in each row."));
            for (var row = first; row <= last; row++) Merged[row] = true;
        }

        /// <summary>Row and column of a cell's name, such as AB12.</summary>
        private static (int Row, int Column) Cell(string name)
        {
            var (i, column) = (0, 0);
            for (; i < name.Length && char.IsAsciiLetterUpper(name[i]) && i < 4; i++) column = column * 26 + name[i] - 'A' + 1;
            return (int.Parse(name.AsSpan(i), NumberStyles.None, CultureInfo.InvariantCulture), column);
        }
    }

    /// <summary>A part as it is unpacked; every byte is counted as it comes.</summary>
    private sealed class Unpacked(Stream packed, Action<int> count) : Stream
    {
        private const long MostOfNode = 1_000_000;
        private long node;

        public long Bytes { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Bytes;
            set => throw new NotSupportedException();
        }

        public void BeginNode() => node = 0;

        public void ToEnd(long most)
        {
            var buffer = new byte[81920];
            while (Read(buffer) > 0)
            {
                node = 0;
                if (Bytes > most) throw new FileRefused(ImportErrors.Inflated.Because("工作簿的附属部分过大。", "A part of the workbook beside its sheets is too large."));
            }
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var length = packed.Read(buffer);
            Bytes += length;
            node += length;
            count(length);
            return node <= MostOfNode ? length : throw new FileRefused(Screen.TooWide());
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
