using System.Globalization;

namespace Dibao.Households.Domain.Reference;

/// <summary>Years by which the law tells people apart.</summary>
internal enum Age
{
    /// <summary>Grown.</summary>
    Full = 1,

    /// <summary>Elderly.</summary>
    Elderly = 2,

    /// <summary>The support of an obligor of these years may be left out.</summary>
    SupportLeftOut = 3,

    /// <summary>Clergy count no longer once they have lived apart for so long, and may be covered alone.</summary>
    ClergyApart = 4,

    /// <summary>A younger child's name and birth date are shown to those alone whose task needs them.</summary>
    ShownToAll = 5,
}

/// <summary>How many years each is: the table ages.csv, each line with its article.</summary>
internal static class Ages
{
    private static readonly ILookup<Age, (InForce InForce, int Years)> Table = EmbeddedTable.Rows("ages.csv").ToLookup(
        row => Enum.Parse<Age>(row[0], ignoreCase: true), row => (InForce.Of(row[2], row[3]), int.Parse(row[1], CultureInfo.InvariantCulture)));

    /// <summary>How many years on a day; of a day before the first text as that text says.</summary>
    public static int Years(this Age age, LocalDate day)
    {
        foreach (var line in Table[age])
            if (line.InForce.On(day)) return line.Years;
        return Table[age].First().Years;
    }

    /// <summary>Whether so many years have passed.</summary>
    public static bool IsReached(this Age age, LocalDate since, LocalDate day) => since.PlusYears(age.Years(day)) <= day;
}
