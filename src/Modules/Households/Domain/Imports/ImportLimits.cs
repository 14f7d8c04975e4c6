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

    public static long Bytes => Table["mostBytes"];

    public static int Rows => (int)Table["mostRows"];

    public static int LineBytes => (int)Table["mostLineBytes"];

    public static int Columns => (int)Table["mostColumns"];

    public static int CellCharacters => (int)Table["mostCellCharacters"];

    public static long InflatedBytes => Table["mostInflatedBytes"];

    public static long Inflation => Table["mostInflation"];

    public static long InflationFrom => Table["inflationFrom"];

    public static long SharedTextBytes => Table["mostSharedTextBytes"];

    public static long OtherPartBytes => Table["mostOtherPartBytes"];

    public static int Parts => (int)Table["mostParts"];

    public static long DirectoryBytes => Table["mostDirectoryBytes"];

    public static int MergedRanges => (int)Table["mostMergedRanges"];

    public static long MergedRows => Table["mostMergedRows"];

    public static int FamilyRows => (int)Table["mostFamilyRows"];

    public static int Batch => (int)Table["batch"];
}
