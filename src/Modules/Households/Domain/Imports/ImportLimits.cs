using System.Globalization;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Imports;

/// <summary>How much of something an import may be.</summary>
/// <param name="Key" example="mostRows">Which limit.</param>
/// <param name="Value" example="500000">The limit.</param>
/// <param name="Unit" example="rows of a file without its heading">Of what.</param>
internal sealed record ImportLimit(string Key, long Value, string Unit);

/// <summary>How much an import may be; the table import_limits.csv.</summary>
internal static class ImportLimits
{
    public static readonly IReadOnlyList<ImportLimit> All =
        [.. EmbeddedTable.Rows("import_limits.csv").Select(row => new ImportLimit(row[0], long.Parse(row[1], CultureInfo.InvariantCulture), row[2]))];

    private static readonly Dictionary<string, long> Table = All.ToDictionary(l => l.Key, l => l.Value, StringComparer.Ordinal);

    public static long Bytes { get; } = Table["mostBytes"];

    public static int Rows { get; } = (int)Table["mostRows"];

    public static int LineBytes { get; } = (int)Table["mostLineBytes"];

    public static int Columns { get; } = (int)Table["mostColumns"];

    public static int CellCharacters { get; } = (int)Table["mostCellCharacters"];

    public static long InflatedBytes { get; } = Table["mostInflatedBytes"];

    public static long Inflation { get; } = Table["mostInflation"];

    public static long InflationFrom { get; } = Table["inflationFrom"];

    public static long SharedTextBytes { get; } = Table["mostSharedTextBytes"];

    public static long OtherPartBytes { get; } = Table["mostOtherPartBytes"];

    public static int Parts { get; } = (int)Table["mostParts"];

    public static long DirectoryBytes { get; } = Table["mostDirectoryBytes"];

    public static int MergedRanges { get; } = (int)Table["mostMergedRanges"];

    public static long MergedRows { get; } = Table["mostMergedRows"];

    public static int FamilyRows { get; } = (int)Table["mostFamilyRows"];

    public static long BatchCharacters { get; } = Table["mostBatchCharacters"];

    public static int Batch { get; } = (int)Table["batch"];
}
