using System.Globalization;

namespace Dibao.Households.Domain.Reference;

/// <summary>A limit of days for one kind of thing, in a span of years, with the article it stands on.</summary>
/// <param name="Kind">Code of the kind.</param>
/// <param name="Days">How many.</param>
/// <param name="Working">Working days; else calendar days.</param>
/// <param name="InForce">The days on which it holds.</param>
/// <param name="Article">What it stands on.</param>
internal sealed record DatedLimit(string Kind, int Days, bool Working, InForce InForce, string Article)
{
    /// <summary>The limits of a table with the columns kind, days, unit, valid_from, valid_to, article.</summary>
    public static IReadOnlyList<DatedLimit> Table(string name) => [.. EmbeddedTable.Rows(name).Select(row => new DatedLimit(
        row[0], int.Parse(row[1], CultureInfo.InvariantCulture), row[2] == "workingDays", InForce.Of(row[3], row[4]), row[5]))];
}

/// <summary>Limits by kind and day.</summary>
internal static class DatedLimits
{
    /// <summary>The limit of a kind that holds on a day; of a day before them all the first.</summary>
    public static DatedLimit On(this IReadOnlyList<DatedLimit> limits, string kind, LocalDate day)
    {
        var of = limits.Where(l => string.Equals(l.Kind, kind, StringComparison.OrdinalIgnoreCase)).OrderBy(l => l.InForce.From).ToList();
        return of.Find(l => l.InForce.On(day)) ?? of[0];
    }
}
