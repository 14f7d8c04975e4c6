using Dibao.Contracts.Households;

namespace Dibao.Households.Domain.Search;

/// <summary>A file on which an identity number stands, with a name that goes with it there.</summary>
internal sealed record NumberOnFile(HouseholdId Household, PersonId Person, string Name);

/// <summary>Whether an identity number stands for one person: the same number with two names is a finding of every audit.</summary>
internal static class OnePerson
{
    /// <summary>
    /// True when each file shares a name with another, so that who was renamed on one file remains one person. Of two files without a name in
    /// common nobody can say whose number it is.
    /// </summary>
    public static bool Has(IReadOnlyCollection<NumberOnFile> files)
    {
        if (files.Select(f => f.Person).Distinct().Count() > 1) return false;
        var households = files.GroupBy(f => f.Household, f => f.Name).ToList();
        return households.Count < 2 || households.TrueForAll(h => households.Exists(other => other.Key != h.Key && other.Intersect(h, StringComparer.Ordinal).Any()));
    }
}
