using System.IO.Compression;
using System.Text;
using Dibao.Households.Domain.Imports;
using Dibao.Households.Features.Imports;

namespace Dibao.UnitTests.Households;

/// <summary>How the files of counties are read: headings, cells, the joining of families and persons, and what is refused.</summary>
public sealed class ImportTests
{
    private const string Families = "户编号,户籍地区划代码,户口性质,保障类别,月保障金(元),起发月份,最近复核日期,复核周期(月)";
    private const string Persons = "户编号,姓名,身份证号,与户主关系,劳动能力";

    [Theory]
    [InlineData("580", 58_000)]
    [InlineData("580.5", 58_050)]
    [InlineData("1,234.56元", 123_456)]
    [InlineData("0", 0)]
    [InlineData("580.555", null)]
    [InlineData("-5", null)]
    [InlineData("1E+5", null)]
    [InlineData("五百", null)]
    [InlineData("99999999999", null)]
    public void Yuan_become_fen(string text, int? fen) => CellText.Fen(text).Should().Be(fen);

    [Theory]
    [InlineData("2011-06-20")]
    [InlineData("2011/6/20")]
    [InlineData("2011.06.20")]
    [InlineData("2011年6月20日")]
    [InlineData("20110620")]
    public void A_date_is_read_however_it_is_written(string text) => CellText.Day(text).Should().Be(new LocalDate(2011, 6, 20));

    [Theory]
    [InlineData("2011-13-01")]
    [InlineData("1011-06-20")]
    [InlineData("20.6.2011")]
    [InlineData("40714")]
    public void What_is_no_date_is_none(string text) => CellText.Day(text).Should().BeNull();

    [Theory]
    [InlineData("2012-01")]
    [InlineData("2012/1")]
    [InlineData("201201")]
    [InlineData("2012年1月")]
    [InlineData("2012-01-15")]
    public void A_month_is_read_however_it_is_written(string text) => CellText.Month(text).Should().Be(Month.Of(2012, 1));

    [Theory]
    [InlineData("relationship", "配偶", "spouse")]
    [InlineData("relationship", " 妻子 ", "spouse")]
    [InlineData("relationship", "0", "head")]
    [InlineData("relationship", "本人或户主", "head")]
    [InlineData("relationship", "邻居", null)]
    [InlineData("hukou", "农业户口", "agricultural")]
    [InlineData("scheme", "城市", "urban")]
    [InlineData("sex", "女", "female")]
    [InlineData("labour_capacity", "完全丧失", "lost")]
    public void A_word_stands_for_a_code(string table, string text, string? value) => ImportValues.Find(table, text).Should().Be(value);

    [Theory]
    [InlineData(Families, null, "")]
    [InlineData("*户编号 ,户籍地 代码,户籍性质,低保类别,月保障金(元),起发月,复核日期,复核周期,备注,退回原因", null, "")]
    [InlineData("户编号,,户口性质", "households.import_merged_heading", "2")]
    [InlineData(",,", "households.import_merged_heading", "")]
    [InlineData("户编号", "households.import_heading", "户籍地区划代码、户口性质")]
    [InlineData(Families + ",籍贯", "households.import_heading", "第 9 列")]
    [InlineData(Families + ",家庭编号", "households.import_heading", "重复")]
    public void A_heading_is_known_by_its_names_or_refused(string heading, string? code, string saying)
    {
        var map = SheetMap.Of(heading.Split(','), ImportColumn.Family);
        (map.Error?.Type.Code).Should().Be(code);
        map.Refused.Should().Be(code is not null);
        if (saying.Length > 0) map.Error!.DetailZh.Should().Contain(saying);
    }

    [Fact]
    public void A_flat_file_needs_the_columns_of_both()
    {
        SheetMap.Of(Families.Split(','), ImportColumn.Family, ImportColumn.Person).Refused.Should().BeTrue();
        SheetMap.Of([.. Families.Split(','), .. Persons.Split(',')[1..]], ImportColumn.Family, ImportColumn.Person).Refused.Should().BeFalse();
    }

    [Fact]
    public void Persons_find_their_family_in_any_order()
    {
        var join = new FamilyJoin();
        join.Place(ImportSheet.Families, "A", RowFlaw.None).Should().Be((1, RowFlaw.None));
        join.Place(ImportSheet.Families, "B", RowFlaw.None).Should().Be((2, RowFlaw.None));
        join.Place(ImportSheet.Families, "A", RowFlaw.None).Should().Be((1, RowFlaw.FamilyTwice));
        join.Place(ImportSheet.Families, "", RowFlaw.None).Should().Be((3, RowFlaw.NoFamilyNumber));
        join.Place(ImportSheet.Persons, "B", RowFlaw.None).Should().Be((2, RowFlaw.None));
        join.Place(ImportSheet.Persons, "A", RowFlaw.Formula).Should().Be((1, RowFlaw.Formula));
        join.Place(ImportSheet.Persons, "C", RowFlaw.None).Should().Be((4, RowFlaw.NoFamily));
        join.Count.Should().Be(4);
    }

    [Fact]
    public void A_number_that_every_row_bears_is_no_family()
    {
        var join = new FamilyJoin();
        for (var i = 0; i < ImportLimits.FamilyRows; i++) join.Place(ImportSheet.Whole, "A", RowFlaw.None).Should().Be((1, RowFlaw.None));
        join.Place(ImportSheet.Whole, "A", RowFlaw.None).Should().Be((2, RowFlaw.FamilyTooLarge));
    }

    [Theory]
    [InlineData("""{"scheme":"urban"}""", """{"reason":"因为","scheme":"urban"}""", """{"scheme":"urban"}""")]
    [InlineData("{ }", """{"reason":"因为"}""", "{}")]
    [InlineData("not json", """{"reason":"因为","text":"not json"}""", """{"text":"not json"}""")]
    public void A_line_comes_back_with_its_reason_and_is_read_without_it(string line, string given, string bare)
    {
        RejectedLine.Of(line, "因为").Should().Be(given);
        RejectedLine.Bare(given).Should().Be(bare);
        RejectedLine.Bare(line).Should().Be(line);
    }

    [Fact]
    public void A_csv_file_is_read_row_by_row()
    {
        var rows = Csv("a,b\r\n\"x, y\",' z\r\n=1+1,2\r\nmis\"quoted,3\r\n\r\n'-5,\r\n");
        rows.Select(r => (r.Row, string.Join('|', r.Cells), r.Flaw)).Should().Equal(
            (1, "a|b", RowFlaw.None), (2, "x, y|' z", RowFlaw.None), (3, "=1+1|2", RowFlaw.Formula), (4, "mis\"quoted|3", RowFlaw.Quotes), (5, "", RowFlaw.None), (6, "-5|", RowFlaw.None));
    }

    [Fact]
    public void A_quotation_mark_does_not_swallow_the_file()
    {
        var rows = Csv("a,b\n\"open,1\nc,d\n");
        rows.Select(r => r.Flaw).Should().Equal(RowFlaw.None, RowFlaw.Quotes, RowFlaw.None);
        rows[^1].Cells.Should().Equal("c", "d");
    }

    [Fact]
    public void A_character_that_no_database_keeps_is_passed_over()
    {
        Csv("a,b\nx\0y,\0\n")[1].Cells.Should().Equal("xy", "");
        Book("""<row r="1"><c r="A1" t="inlineStr"><is><t>户_x0000_编号</t></is></c></row>""")[0].Cells.Should().Equal("户编号");
    }

    [Fact]
    public void A_csv_row_without_end_is_refused() => Refusal(() => Csv("a,b\n" + new string('x', 400_000))).Should().Be("households.import_too_wide");

    [Fact]
    public void A_workbook_is_read_as_text()
    {
        var rows = Book("""<row r="1"><c r="A1" t="inlineStr"><is><t>户编号</t></is></c><c r="B1" t="inlineStr"><is><t>姓名</t></is></c></row><row r="3"><c r="A3"><v>12</v></c><c r="B3"><v>110105194912310021</v></c></row>""");
        rows.Select(r => (r.Row, string.Join('|', r.Cells))).Should().Equal((1, "户编号|姓名"), (2, ""), (3, "12|1.1010519491231002E+17"));
        CellText.IsFigure(rows[2].Cells[1]).Should().BeTrue();
    }

    [Fact]
    public void Formulas_errors_and_merged_cells_are_told_by_their_row()
    {
        var rows = Book(
            """<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row><row r="3"><c r="A3" t="e"><v>#REF!</v></c></row><row r="4"><c r="A4"><v>4</v></c></row><row r="5"><c r="A5"><v>5</v></c></row><row r="6"><c r="A6"><v>6</v></c></row>""",
            """<mergeCells count="1"><mergeCell ref="A4:A5"/></mergeCells>""");
        rows.Select(r => r.Flaw).Should().Equal(RowFlaw.None, RowFlaw.Formula, RowFlaw.Formula, RowFlaw.Merged, RowFlaw.Merged, RowFlaw.None);
    }

    public static TheoryData<string, string, string> BadBooks => new()
    {
        { """<row r="1"><c r="A1"><v>1</v></c></row>""", """<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>""", "households.import_merged_heading" },
        { """<row r="1"><c r="A1"><f>1</f><v>1</v></c></row>""", "", "households.import_heading" },
        { "", "", "households.import_empty" },
        { """<row r="1048576"><c r="A1048576"><v>1</v></c></row>""", "", "households.import_too_many_rows" },
        { """<row r="1"><c r="XFD1"><v>1</v></c></row>""", "", "households.import_too_wide" },
        { $"""<row r="1"><c r="A1" t="inlineStr"><is><t>{new string('x', 40_000)}</t></is></c></row>""", "", "households.import_too_wide" },
        { $"""<row r="1" spans="{new string('x', 2_000_000)}"><c r="A1"><v>1</v></c></row>""", "", "households.import_too_wide" },
        { """<row r="1"><c r="A1"><v>1</v></c>""", "", "households.import_not_a_spreadsheet" },
    };

    [Theory]
    [MemberData(nameof(BadBooks))]
    public void A_workbook_that_cannot_be_relied_on_is_refused(string rows, string more, string code) => Refusal(() => Book(rows, more)).Should().Be(code);

    [Fact]
    public void A_million_rows_are_refused() =>
        Refusal(() => Book(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 1_000_000)))).Should().Be("households.import_too_many_rows");

    [Fact]
    public void A_zip_bomb_is_refused_before_it_unfolds()
    {
        using var bomb = Zip(("xl/worksheets/sheet1.xml", Stretched(200_000_000)));
        bomb.Length.Should().BeLessThan(1_000_000);
        Refusal(() => Workbook.Rows(bomb, CancellationToken.None).ToList()).Should().Be("households.import_too_wide", "no cell is that long, which shows before it has unfolded");
        using var beside = Zip(("xl/media/image1.png", Stretched(20_000_000)));
        Refusal(() => Workbook.Rows(beside, CancellationToken.None).ToList()).Should().Be("households.import_inflated");
    }

    /// <summary>What the record at the end of a zip says: at which byte of it, in how many bytes. ZIP64 is marked by the greatest figure.</summary>
    [Theory]
    [InlineData(10, 2, 1_001L)]
    [InlineData(10, 2, 0xFFFFL)]
    [InlineData(12, 4, 1_000_001L)]
    [InlineData(12, 4, 0xFFFF_FFFFL)]
    [InlineData(16, 4, 0xFFFF_FFFFL)]
    [InlineData(4, 2, 0xFFFFL)]
    public void A_zip_that_says_its_directory_is_too_large_is_not_opened(int at, int bytes, long value)
    {
        using var zip = Zip(("a.txt", [1, 2, 3]));
        Say(zip, at, bytes, value);
        Refusal(() => Workbook.Rows(zip, CancellationToken.None).ToList()).Should().Be("households.import_inflated");
    }

    [Fact]
    public void A_directory_is_as_long_as_it_is_and_not_as_it_says()
    {
        using var most = Zip([.. Enumerable.Range(0, ImportLimits.Parts).Select(i => ($"{i}", Array.Empty<byte>()))]);
        ZipDirectory.IsTooLarge(most, CancellationToken.None).Should().BeFalse();
        using var more = Zip([.. Enumerable.Range(0, ImportLimits.Parts + 1).Select(i => ($"{i}", Array.Empty<byte>()))]);
        ZipDirectory.IsTooLarge(more, CancellationToken.None).Should().BeTrue();
        Say(more, 8, 2, 1);
        Say(more, 10, 2, 1);
        ZipDirectory.IsTooLarge(more, CancellationToken.None).Should().BeTrue("the archive would read all of it");
    }

    [Fact]
    public void Cells_merged_all_over_are_refused_as_a_whole()
    {
        const string Row = """<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>""";
        string Merged(string range, int times) => "<mergeCells>" + string.Concat(Enumerable.Repeat($"""<mergeCell ref="{range}"/>""", times)) + "</mergeCells>";
        var (all, times) = ($"A2:A{ImportLimits.Rows + 1}", (int)(ImportLimits.MergedRows / ImportLimits.Rows));
        Book(Row, Merged(all, times)).Select(r => r.Flaw).Should().Equal(RowFlaw.None, RowFlaw.Merged);
        Refusal(() => Book(Row, Merged(all, times + 1))).Should().Be("households.import_too_merged");
        Refusal(() => Book(Row, Merged("A2:B2", ImportLimits.MergedRanges + 1))).Should().Be("households.import_too_merged");
    }

    [Fact]
    public void Reading_ends_when_it_is_to_end()
    {
        using var zip = Zip(("a.txt", [1, 2, 3]));
        FluentActions.Invoking(() => Workbook.Rows(zip, new CancellationToken(canceled: true)).ToList()).Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void A_zip_that_is_no_workbook_is_refused()
    {
        using var zip = Zip(("a.txt", [1, 2, 3]));
        Refusal(() => Workbook.Rows(zip, CancellationToken.None).ToList()).Should().Be("households.import_empty");
        using var cut = new MemoryStream([.. "PK\u0003\u0004"u8, 1, 2, 3]);
        Refusal(() => Workbook.Rows(cut, CancellationToken.None).ToList()).Should().Be("households.import_not_a_spreadsheet");
    }

    [Fact]
    public async Task What_is_written_back_is_read_as_it_was()
    {
        using var stream = new MemoryStream();
        await WorkbookWriter.Write(stream, ["户编号", "姓名"], new[] { new[] { "1", "=王\u0001<" } }.ToAsyncEnumerable(), CancellationToken.None);
        stream.Position = 0;
        Workbook.Rows(stream, CancellationToken.None).Select(r => string.Join('|', r.Cells)).Should().Equal("户编号|姓名", "1|=王<");
    }

    private static List<SheetRow> Csv(string text) => [.. CsvSheet.Rows(new MemoryStream(Encoding.UTF8.GetBytes(text)), Encoding.UTF8)];

    private static string Refusal(Func<object> read) => ((FileRefused)read.Should().Throw<FileRefused>().Which).Why.Type.Code;

    private static List<SheetRow> Book(string rows, string more = "")
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";
        using var book = Zip(
            ("[Content_Types].xml", Bytes("""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>""")),
            ("_rels/.rels", Bytes($"""<Relationships xmlns="{Packages}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""")),
            ("xl/workbook.xml", Bytes($"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>""")),
            ("xl/_rels/workbook.xml.rels", Bytes($"""<Relationships xmlns="{Packages}"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""")),
            ("xl/worksheets/sheet1.xml", Bytes($"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{more}</worksheet>""")));
        return [.. Workbook.Rows(book, CancellationToken.None)];
    }

    private static MemoryStream Zip(params (string Name, byte[] Content)[] parts)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(content);
            }
        }
        stream.Position = 0;
        return stream;
    }

    /// <summary>Writes into the record of 22 bytes at the end of a zip.</summary>
    private static void Say(MemoryStream zip, int at, int bytes, long value)
    {
        for (var i = 0; i < bytes; i++) zip.GetBuffer()[zip.Length - 22 + at + i] = (byte)((value >> (8 * i)) & 0xFF);
    }

    /// <summary>A sheet of blanks: it shrinks to almost nothing.</summary>
    private static byte[] Stretched(int length)
    {
        var bytes = new byte[length];
        bytes.AsSpan().Fill((byte)' ');
        Bytes("<worksheet>").CopyTo(bytes, 0);
        return bytes;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
