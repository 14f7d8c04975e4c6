using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Officers;

/// <summary>What somebody is to an officer.</summary>
internal enum Kinship
{
    /// <summary>The officer himself.</summary>
    Self = 1,

    /// <summary>Spouse.</summary>
    Spouse = 2,

    /// <summary>Father or mother.</summary>
    Parent = 3,

    /// <summary>Son or daughter.</summary>
    Child = 4,

    /// <summary>Brother or sister.</summary>
    Sibling = 5,

    /// <summary>Grandparent on the father's side.</summary>
    PaternalGrandparent = 6,

    /// <summary>Grandparent on the mother's side.</summary>
    MaternalGrandparent = 7,

    /// <summary>Child of a son.</summary>
    SonsChild = 8,

    /// <summary>Child of a daughter.</summary>
    DaughtersChild = 9,
}

/// <summary>A kinship that the law calls near, by which article and when; a line of kinship.csv.</summary>
internal sealed record NearKinship(Kinship Kinship, string Zh, string En, string Document, string Article, InForce InForce);

/// <summary>Which kinships are near ones (220 Art 14; 57 Art 11).</summary>
internal static class NearRelatives
{
    public static readonly IReadOnlyList<NearKinship> All =
    [
        .. EmbeddedTable.Rows("kinship.csv").Select(row => new NearKinship(
            Enum.Parse<Kinship>(row[0], ignoreCase: true), row[1], row[2], row[3], row[4], InForce.Of(row[5], row[6]))),
    ];

    /// <summary>The line by which a kinship is near on a day; null when it is not.</summary>
    public static NearKinship? On(Kinship kinship, LocalDate day) =>
        All.FirstOrDefault(k => k.Kinship == kinship && k.InForce.On(day));
}
