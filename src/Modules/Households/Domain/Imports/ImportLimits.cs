using System.Globalization;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Imports;

/// <summary>How much an import may be; the table import_limits.csv.</summary>
internal static class ImportLimits
{
    private static readonly Dictionary<string, long> Table =
        EmbeddedTable.Rows("import_limits.csv").ToDictionary(row => row[0], row => long.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

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
