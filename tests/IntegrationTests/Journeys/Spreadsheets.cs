using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>The spreadsheets that counties exchange, as Excel writes them: shared texts, figures, dates by their style.</summary>
internal static class Spreadsheets
{
    public static readonly string[] Families =
        ["序号", "户编号", "户籍地区划代码", "户口性质", "保障类别", "月保障金(元)", "起发月份", "最近复核日期", "复核周期(月)", "开户银行", "银行账号", "工资性收入(元/年)", "银行存款(元)"];

    public static readonly string[] Persons = ["户编号", "姓名", "身份证号", "与户主关系", "劳动能力", "性别", "分类施保金额(元)"];

    /// <summary>A family as its row says it.</summary>
    public static object[] Family(string number, object? monthlyYuan = null, string village = Fictitious.Village) =>
        [1, number, village, "非农业", "城市", monthlyYuan ?? 580, "2012-01", new DateTime(2011, 3, 15), 12, "农村商业银行", "6221880000000000012", 1200.5, ""];

    /// <summary>A person as his row says it.</summary>
    public static object[] Person(string number, string relationship = "户主", string? idNumber = null, string name = "王建国", object? uplift = null) =>
        [number, name, idNumber ?? Fictitious.IdNumber(), relationship, "完全丧失", "", uplift ?? ""];

    /// <summary>A workbook of these rows.</summary>
    public static byte[] Book(params object[][] rows) => Merged([], rows);

    /// <summary>A workbook of these rows with merged cells; a text that begins with an equals sign is a formula.</summary>
    public static byte[] Merged(string[] merged, params object[][] rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook();
            var styles = book.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            var texts = book.AddNewPart<SharedStringTablePart>();
            texts.SharedStringTable = new SharedStringTable();
            var sheet = book.AddNewPart<WorksheetPart>();
            var data = new SheetData(rows.Select((row, r) => new Row(row.Select((value, c) => CellOf(value, r, c, texts.SharedStringTable))) { RowIndex = (uint)r + 1 }));
            sheet.Worksheet = new Worksheet(data);
            if (merged.Length > 0) sheet.Worksheet.Append(new MergeCells(merged.Select(m => new MergeCell { Reference = m })));
            book.Workbook.AppendChild(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "Sheet1" }));
        }
        return stream.ToArray();
    }

    /// <summary>The rows of a workbook that the system gave out, as text.</summary>
    public static List<string[]> Rows(byte[] content)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(content), false);
        return [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToArray())];
    }

    /// <summary>A CSV file of these rows.</summary>
    public static byte[] Csv(Encoding encoding, params object[][] rows) =>
        [.. encoding.Preamble, .. encoding.GetBytes(string.Join("\r\n", rows.Select(r => string.Join(',', r.Select(Text)))))];

    private static Cell CellOf(object value, int row, int column, SharedStringTable texts)
    {
        var cell = new Cell { CellReference = $"{(char)('A' + column)}{(row + 1).ToString(CultureInfo.InvariantCulture)}" };
        switch (value)
        {
            case "":
                return cell;
            case string and ['=', .. var formula]:
                cell.CellFormula = new CellFormula(formula);
                cell.CellValue = new CellValue("1");
                return cell;
            case string text:
                cell.DataType = CellValues.SharedString;
                cell.CellValue = new CellValue(texts.ChildElements.Count.ToString(CultureInfo.InvariantCulture));
                texts.AppendChild(new SharedStringItem(new Text(text)));
                return cell;
            case DateTime day:
                cell.StyleIndex = 1;
                cell.CellValue = new CellValue(day.ToOADate().ToString(CultureInfo.InvariantCulture));
                return cell;
            default:
                cell.CellValue = new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!);
                return cell;
        }
    }

    private static string Text(object value) => value is DateTime day ? day.ToString("yyyy/M/d", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
