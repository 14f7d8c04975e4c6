namespace Dibao.Households.Domain.Imports;

/// <summary>A row of a file as it was read.</summary>
/// <param name="Row">From 1; the heading is row 1.</param>
/// <param name="Cells">Its cells; empty where blank.</param>
/// <param name="Flaw">Why they cannot be relied on.</param>
internal sealed record SheetRow(int Row, string[] Cells, RowFlaw Flaw);

/// <summary>A row that was read, and the family it belongs to.</summary>
/// <param name="Family">In the order of the file, from 1.</param>
/// <param name="Sheet">The file it stands in.</param>
/// <param name="Row">From 1; the heading is row 1.</param>
/// <param name="Flaw">Why its cells cannot be relied on.</param>
/// <param name="Cells">Its cells; empty where blank.</param>
internal sealed record PlacedRow(int Family, ImportSheet Sheet, int Row, RowFlaw Flaw, string[] Cells)
{
    /// <summary>The batch in which its family is entered, from 0.</summary>
    public int Batch() => (Family - 1) / ImportLimits.Batch;
}

/// <summary>A file cannot be read: nothing of it is kept.</summary>
internal sealed class FileRefused(Error why) : Exception(why.DetailEn)
{
    public Error Why => why;
}

/// <summary>Gives each row its family, in the order in which families first stand in the file.</summary>
internal sealed class FamilyJoin
{
    private readonly Dictionary<string, (int Family, int Rows)> families = new(StringComparer.Ordinal);
    private int last;

    /// <summary>Families, and rows that have none.</summary>
    public int Count => last;

    /// <summary>The family of a row and what is wrong with the row; a row without a family is one of its own.</summary>
    public (int Family, RowFlaw Flaw) Place(ImportSheet sheet, string familyNumber, RowFlaw flaw)
    {
        if (familyNumber.Length == 0) return (++last, RowFlaw.NoFamilyNumber);
        if (!families.TryGetValue(familyNumber, out var family))
        {
            if (sheet == ImportSheet.Persons) return (++last, flaw == RowFlaw.None ? RowFlaw.NoFamily : flaw);
            families[familyNumber] = (++last, 1);
            return (last, flaw);
        }
        if (family.Rows >= ImportLimits.FamilyRows) return (++last, RowFlaw.FamilyTooLarge);
        families[familyNumber] = family with { Rows = family.Rows + 1 };
        return (family.Family, sheet == ImportSheet.Families && flaw == RowFlaw.None ? RowFlaw.FamilyTwice : flaw);
    }
}
