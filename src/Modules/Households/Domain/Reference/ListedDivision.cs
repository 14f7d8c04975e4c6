namespace Dibao.Households.Domain.Reference;

/// <summary>An administrative division under one name, from a day on; divisions are merged, renamed and founded.</summary>
internal sealed class ListedDivision
{
    /// <summary>The list that comes with the product is of 2023-06-30; it is taken to hold for every day before.</summary>
    public static readonly LocalDate Always = new(1900, 1, 1);

    public required DivisionCode Code { get; init; }

    public required string Name { get; init; }

    public required LocalDate ValidFrom { get; init; }

    /// <summary>First day on which it is no longer one; null while it stands.</summary>
    public LocalDate? ValidTo { get; private set; }

    /// <summary>Whether what lies in it is listed too: then what is not listed is unknown.</summary>
    public required bool PartsListed { get; init; }

    public bool StandsOn(LocalDate day) => ValidFrom <= day && (ValidTo is null || day < ValidTo);

    public void End(LocalDate firstDayWithout) => ValidTo = firstDayWithout;

    /// <summary>
    /// The list that comes with the product: provinces, cities, counties, and the townships of some. Three cities have no counties and are
    /// listed as their own; they stand here once.
    /// </summary>
    public static IEnumerable<ListedDivision> Snapshot()
    {
        var rows = EmbeddedTable.Rows("divisions.csv").Select(row => (Code: DivisionCode.Parse(row[0]), Name: row[1], Digits: row[0].Length)).ToList();
        var withParts = rows.Where(r => r.Digits == 9).Select(r => r.Code.County).ToHashSet();
        return rows.GroupBy(r => r.Code).Select(same => new ListedDivision
        {
            Code = same.Key,
            Name = same.First().Name,
            ValidFrom = Always,
            PartsListed = withParts.Contains(same.Key) || same.All(r => r.Digits < 6),
        });
    }
}

/// <summary>The levels of one village: whether they are what the list knows on a day.</summary>
internal static class KnownPlace
{
    /// <summary>The divisions that must be looked up for some villages.</summary>
    public static IReadOnlyList<DivisionCode> LevelsOf(params IEnumerable<DivisionCode> villages) =>
        [.. villages.SelectMany(v => new[] { v.County, v.Township, v }).Distinct()];

    /// <summary>The first level of a village that is unknown or has ended; null when it is a place on that day.</summary>
    public static Error? Wrong(DivisionCode village, LocalDate day, IReadOnlyList<ListedDivision> listed)
    {
        var partsListed = true;
        foreach (var level in LevelsOf(village))
        {
            var known = listed.Where(d => d.Code == level).ToList();
            if (known.Exists(d => d.StandsOn(day)))
            {
                partsListed = known.Exists(d => d.StandsOn(day) && d.PartsListed);
                continue;
            }
            if (known.Count > 0) return Ended(known.MaxBy(d => d.ValidFrom)!, day);
            if (partsListed) return HouseholdErrors.DivisionUnknown.Because(
                $"行政区划表中没有 {level}。请核对代码,或由管理员登记新区划。", $"{level} is not in the list of divisions. Check the code, or have the administrator enter it.");
        }
        return null;
    }

    private static Error Ended(ListedDivision division, LocalDate day) => division.ValidFrom > day
        ? HouseholdErrors.DivisionUnknown.Because($"{division.Code} {division.Name} 自 {division.ValidFrom:uuuu-MM-dd} 起设立。", $"{division.Code} exists from {division.ValidFrom:uuuu-MM-dd} on.")
        : HouseholdErrors.DivisionEnded.Because(
            $"{division.Code} {division.Name} 自 {division.ValidTo:uuuu-MM-dd} 起已撤销,请使用现行区划。", $"{division.Code} ended on {division.ValidTo:uuuu-MM-dd}: use the division that took its place.");
}
