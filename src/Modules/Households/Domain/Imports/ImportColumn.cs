using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Imports;

/// <summary>What the cells of a column are.</summary>
internal enum ColumnKind
{
    Text,

    /// <summary>A number that is a name: a text, not a figure, which would lose its last digits.</summary>
    Digits,

    Yuan,
    Date,
    Month,
    Number,
    Code,

    /// <summary>Several codes.</summary>
    Codes,

    YesNo,

    /// <summary>Known, and of no use here.</summary>
    Ignored,
}

/// <summary>A column of the spreadsheets that counties exchange; the table import_columns.csv.</summary>
/// <param name="Sheet" example="family">family: a column of the file <c>families</c>; person: of the file <c>persons</c>.</param>
/// <param name="Field" example="hukou">
/// What it says, by the name of the API; <c>familyNumber</c> joins the two files; <c>ignored</c> of columns that are known and of no use here. Scheme,
/// monthlyFen, firstMonth, lastReviewedOn and reviewEvery are filled in together, or left blank of a household that draws nothing.
/// </param>
/// <param name="Kind">What its cells are: digits is a number kept as text, yuan has two decimals at most, date is as 2011-06-20, month as 2012-01, codes has 、 or a comma between, yesNo is 是 or 否.</param>
/// <param name="Headers">How it may be headed; the first is the one it is called by.</param>
/// <param name="Required" example="true">The file has it, and every row fills it in.</param>
/// <param name="Codes" example="hukou">Table of codes its cells are read by (GET /reference/codes), by label, number or value, or by a word listed beside; of scheme there are words alone; blank when it has none.</param>
internal sealed record ImportColumn(string Sheet, string Field, ColumnKind Kind, IReadOnlyList<string> Headers, bool Required, string Codes)
{
    public const string Family = "family";
    public const string Person = "person";
    public const string FamilyNumber = "familyNumber";
    public const string Reason = "reason";

    public static readonly IReadOnlyList<ImportColumn> All = [.. EmbeddedTable.Rows("import_columns.csv").Select(row => new ImportColumn(
        row[0], row[1], Enum.Parse<ColumnKind>(row[2], ignoreCase: true), row[3].Split('|'), row[4] == "yes", row[5]))];

    /// <summary>The heading by which it is called to the clerk.</summary>
    public string Heading => Headers[0];
}

/// <summary>Text as headings and codes are compared: full-width as half-width, small as large, without blanks and the asterisk of required columns.</summary>
internal static class Plainly
{
    private const int FullWidthFirst = 0xFF01;
    private const int FullWidthLast = 0xFF5E;
    private const int ToHalfWidth = 0xFEE0;

    public static string Of(string text)
    {
        Span<char> plain = stackalloc char[text.Length <= 256 ? text.Length : 256];
        var length = 0;
        foreach (var c in text)
        {
            if (length == plain.Length) break;
            var half = c is >= (char)FullWidthFirst and <= (char)FullWidthLast ? (char)(c - ToHalfWidth) : c;
            if (char.IsWhiteSpace(half) || half is '*' or '\uFEFF' or '\u200B') continue;
            plain[length++] = char.ToLowerInvariant(half);
        }
        return new string(plain[..length]);
    }
}

/// <summary>A word that the cells of an import may say for a code; the table import_values.csv.</summary>
/// <param name="Table" example="scheme">Table of codes; <c>yes_no</c> of cells that say yes or no.</param>
/// <param name="Word" example="城镇">The word.</param>
/// <param name="Value" example="urban">The value of the API.</param>
internal sealed record ImportWord(string Table, string Word, string Value);

/// <summary>The words of the spreadsheets for the codes of the API: those of codes.csv, and the others of import_values.csv.</summary>
internal static class ImportValues
{
    public static readonly IReadOnlyList<ImportWord> Words = [.. EmbeddedTable.Rows("import_values.csv").Select(row => new ImportWord(row[0], row[1], row[2]))];

    private static readonly IReadOnlyDictionary<(string Table, string Text), string> Table = Read();

    /// <summary>The value of the API; null when the word is none of the table.</summary>
    public static string? Find(string table, string text) => Table.GetValueOrDefault((table, Plainly.Of(text)));

    private static Dictionary<(string, string), string> Read()
    {
        var words = new Dictionary<(string, string), string>();
        foreach (var word in Words) words[(word.Table, Plainly.Of(word.Word))] = word.Value;
        foreach (var code in Code.All.Where(c => c.Value is not null))
            foreach (var label in new[] { code.Zh, code.Number, code.Value! })
                words.TryAdd((code.Table, Plainly.Of(label)), code.Value!);
        return words;
    }
}

/// <summary>Which column of a file says what.</summary>
internal sealed class SheetMap
{
    private readonly Dictionary<string, Dictionary<string, (int Index, ImportColumn Column)>> sheets;

    private SheetMap(Dictionary<string, Dictionary<string, (int Index, ImportColumn Column)>> sheets, int width, int? reason)
    {
        (this.sheets, Width, Reason) = (sheets, width, reason);
        FamilyNumber = sheets.First().Value[ImportColumn.FamilyNumber].Index;
    }

    /// <summary>Cells of the heading.</summary>
    public int Width { get; }

    /// <summary>The column that told why a row was given back, from an earlier import.</summary>
    public int? Reason { get; }

    /// <summary>What the file says of families or persons, in the order of the table.</summary>
    public IReadOnlyCollection<(int Index, ImportColumn Column)> Of(string sheet) => sheets[sheet].Values;

    public (int Index, ImportColumn Column)? Find(string sheet, string field) => sheets[sheet].TryGetValue(field, out var place) ? place : null;

    public int FamilyNumber { get; }

    /// <summary>Reads the heading of a file that speaks of families, of persons, or of both.</summary>
    public static Result<SheetMap> Of(IReadOnlyList<string> heading, params string[] sheets)
    {
        var width = heading.Count;
        while (width > 0 && heading[width - 1].Length == 0) width--;
        if (width == 0) return ImportErrors.MergedHeading.Because("第 1 行须为表头,现为空行。", "Row 1 must be the heading, and is blank.");
        var columns = ImportColumn.All.Where(c => sheets.Contains(c.Sheet)).ToList();
        var places = sheets.ToDictionary(s => s, _ => new Dictionary<string, (int, ImportColumn)>(StringComparer.Ordinal), StringComparer.Ordinal);
        int? reason = null;
        for (var i = 0; i < width; i++)
        {
            if (heading[i].Length == 0)
                return ImportErrors.MergedHeading.Because($"表头第 {i + 1} 列为空。请取消合并单元格,每列填写一个列名。", $"Column {i + 1} has no heading. Unmerge the heading and name each column.");
            var plain = Plainly.Of(heading[i]);
            var known = columns.FindAll(c => c.Headers.Any(h => string.Equals(Plainly.Of(h), plain, StringComparison.Ordinal)));
            if (known.Count == 0)
                return ImportErrors.Heading.Because(
                    $"表头第 {i + 1} 列的列名不在列名表中。请改用列名表中的列名,或删除该列。", $"The heading of column {i + 1} is not in the table of columns. Use one that is, or delete the column.");
            if (known[0].Field == ImportColumn.Reason) reason = i;
            if (known[0].Kind == ColumnKind.Ignored) continue;
            foreach (var column in known)
                if (!places[column.Sheet].TryAdd(column.Field, (i, column)))
                    return ImportErrors.Heading.Because($"列“{column.Heading}”在表头中重复。", $"The column {column.Field} stands in the heading twice.");
        }
        var missing = columns.FindAll(c => c.Required && !places[c.Sheet].ContainsKey(c.Field));
        return missing.Count == 0
            ? new SheetMap(places, width, reason)
            : ImportErrors.Heading.Because(
                $"表头缺少:{string.Join('、', missing.Select(c => c.Heading).Distinct())}。", $"The heading lacks: {string.Join(", ", missing.Select(c => c.Field).Distinct())}.");
    }
}
