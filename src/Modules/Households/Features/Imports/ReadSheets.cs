using Dibao.BuildingBlocks.Persistence;
using Dibao.Households.Domain.Imports;

namespace Dibao.Households.Features.Imports;

/// <summary>Reads the files of an import as a whole, before anything of them is entered: what cannot be read leaves nothing.</summary>
internal sealed class ReadSheets(ImportContent content, Sealing sealing, Import import, Func<IReadOnlyList<PlacedRow>, CancellationToken, Task> stage, Func<ImportSheet, byte[], CancellationToken, Task> head)
{
    private const int StagedAtOnce = 2000;
    private const int CharactersAtOnce = 1_000_000;
    private readonly FamilyJoin join = new();
    private readonly Dictionary<int, long> weights = [];
    private int rows;

    /// <summary>Lines are counted; rows of spreadsheets are put down by family.</summary>
    public async Task<(FileRead Read, bool Gb18030)> Read(CancellationToken cancellation)
    {
        if (import.Format == ImportFormat.Lines) return await Lines(cancellation);
        if (import.Format == ImportFormat.Flat)
        {
            await Stage(ImportSheet.Whole, cancellation);
        }
        else
        {
            await Stage(ImportSheet.Families, cancellation);
            await Stage(ImportSheet.Persons, cancellation);
        }
        if (rows == 0) throw new FileRefused(ImportErrors.Empty.Because("文件除表头外没有内容。", "The file holds nothing but its heading."));
        return (new FileRead(join.Count, rows, 0), false);
    }

    private async Task<(FileRead Read, bool Gb18030)> Lines(CancellationToken cancellation)
    {
        var found = await content.Look(ImportSheet.Whole, cancellation);
        if (found.Lines > ImportLimits.Rows) throw new FileRefused(TooManyRows());
        if (found.LongestLine > ImportLimits.LineBytes)
            throw new FileRefused(ImportErrors.TooWide.Because($"每行不超过 {ImportLimits.LineBytes} 字节。", $"A line has at most {ImportLimits.LineBytes} bytes."));
        return (new FileRead((int)found.Lines, (int)found.Lines, found.Start), found.Gb18030);
    }

    private async Task Stage(ImportSheet sheet, CancellationToken cancellation)
    {
        SheetMap? map = null;
        var read = new List<PlacedRow>(StagedAtOnce);
        var (count, characters) = (0, 0);
        foreach (var row in await Rows(sheet, cancellation))
        {
            var width = row.Cells.Sum(c => c.Length);
            if (width > ImportLimits.LineBytes) throw new FileRefused(TooWide(row.Row));
            if (map is null)
            {
                map = Heading(sheet, row);
                await head(sheet, sealing.SealRow(row.Cells), cancellation);
                continue;
            }
            if (Array.TrueForAll(row.Cells, c => c.Length == 0)) continue;
            if (++count > ImportLimits.Rows) throw new FileRefused(TooManyRows());
            read.Add(Placed(sheet, map, row));
            characters += width;
            Weigh(read[^1], width);
            if (read.Count < StagedAtOnce && characters < CharactersAtOnce) continue;
            await stage(read, cancellation);
            read.Clear();
            characters = 0;
        }
        if (map is null) throw new FileRefused(ImportErrors.Empty.Plain());
        if (read.Count > 0) await stage(read, cancellation);
    }

    private async Task<IEnumerable<SheetRow>> Rows(ImportSheet sheet, CancellationToken cancellation)
    {
        var beginning = (await content.Piece(sheet, 0, cancellation))!;
        if (Workbook.IsOldOrLocked(beginning) || (Workbook.Is(beginning) && sheet == ImportSheet.Whole)) throw new FileRefused(Workbook.NotOne());
        if (Workbook.Is(beginning)) return Workbook.Rows(await content.Open(sheet, cancellation), cancellation);
        var found = await content.Look(sheet, cancellation);
        return CsvSheet.Rows(await content.Open(sheet, cancellation), ImportContent.EncodingOf(found.Gb18030));
    }

    private static SheetMap Heading(ImportSheet sheet, SheetRow row)
    {
        if (row.Flaw != RowFlaw.None) throw new FileRefused(ImportErrors.Malformed.Because("表头有公式,或引号不配对。", "The heading has a formula, or its quotation marks do not match."));
        var map = MapOf(sheet, row.Cells);
        return map.Refused ? throw new FileRefused(map.Error) : map.Value;
    }

    /// <summary>Which column says what in a file of families, of persons, or of both.</summary>
    public static Result<SheetMap> MapOf(ImportSheet sheet, IReadOnlyList<string> heading) => sheet switch
    {
        ImportSheet.Families => SheetMap.Of(heading, ImportColumn.Family),
        ImportSheet.Persons => SheetMap.Of(heading, ImportColumn.Person),
        _ => SheetMap.Of(heading, ImportColumn.Family, ImportColumn.Person),
    };

    private PlacedRow Placed(ImportSheet sheet, SheetMap map, SheetRow row)
    {
        var flaw = row.Flaw == RowFlaw.None && row.Cells.Skip(map.Width).Any(c => c.Length > 0) ? RowFlaw.Beyond : row.Flaw;
        var (family, told) = join.Place(sheet, map.FamilyNumber < row.Cells.Length ? row.Cells[map.FamilyNumber] : "", flaw);
        rows++;
        return new(family, sheet, row.Row, told, row.Cells);
    }

    /// <summary>What is entered together is held in memory together.</summary>
    private void Weigh(PlacedRow row, int width)
    {
        var batch = row.Batch();
        weights[batch] = weights.GetValueOrDefault(batch) + width;
        if (weights[batch] > ImportLimits.BatchCharacters)
            throw new FileRefused(ImportErrors.TooWide.Because(
                $"第 {row.Row} 行起,{ImportLimits.Batch} 户的内容合计超过 {ImportLimits.BatchCharacters} 个字符,请核对。", $"At row {row.Row} {ImportLimits.Batch} families say more than {ImportLimits.BatchCharacters} characters: check the file."));
    }

    private static Error TooWide(int row) => ImportErrors.TooWide.Because($"第 {row} 行超过 {ImportLimits.LineBytes} 个字符。", $"Row {row} has more than {ImportLimits.LineBytes} characters.");

    private static Error TooManyRows() => ImportErrors.TooManyRows.Because($"文件超过 {ImportLimits.Rows} 行,请分批上传。", $"The file has more than {ImportLimits.Rows} rows: send it in parts.");
}
