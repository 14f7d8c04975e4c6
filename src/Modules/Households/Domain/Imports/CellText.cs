using System.Globalization;
using NodaTime.Text;

namespace Dibao.Households.Domain.Imports;

/// <summary>What the cell of a spreadsheet says, however it is written.</summary>
internal static class CellText
{
    private const decimal FenOfYuan = 100;
    private const decimal MostYuan = 1_000_000_000;
    private static readonly string[] Dates = ["uuuu-M-d", "uuuu/M/d", "uuuu.M.d", "uuuu年M月d日", "uuuuMMdd"];
    private static readonly string[] Months = ["uuuu-M", "uuuu/M", "uuuu.M", "uuuu年M月", "uuuuMM"];
    private static readonly IReadOnlyList<LocalDatePattern> DatePatterns = [.. Dates.Select(LocalDatePattern.CreateWithInvariantCulture)];
    private static readonly IReadOnlyList<YearMonthPattern> MonthPatterns = [.. Months.Select(YearMonthPattern.CreateWithInvariantCulture)];

    /// <summary>Yuan, with no part of a fen.</summary>
    public static long? Fen(string text)
    {
        var plain = text.EndsWith('元') ? text[..^1] : text;
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var yuan)) return null;
        return yuan <= MostYuan && decimal.Truncate(yuan * FenOfYuan) == yuan * FenOfYuan ? (long)(yuan * FenOfYuan) : null;
    }

    public static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static LocalDate? Day(string text)
    {
        foreach (var pattern in DatePatterns)
            if (pattern.Parse(text) is { Success: true } day && day.Value.Year is >= 1850 and <= 2199)
                return day.Value;
        return null;
    }

    public static Month? Month(string text)
    {
        foreach (var pattern in MonthPatterns)
            if (pattern.Parse(text) is { Success: true } month && month.Value.Year is >= 1901 and <= 2199)
                return SharedKernel.Month.Of(month.Value.Year, month.Value.Month);
        return Day(text) is { } day ? SharedKernel.Month.Of(day) : null;
    }

    /// <summary>A number that was stored as a figure has lost its last digits, and is told by its exponent.</summary>
    public static bool IsFigure(string text) => text.Contains("E+", StringComparison.OrdinalIgnoreCase);
}
