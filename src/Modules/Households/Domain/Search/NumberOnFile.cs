using Dibao.Contracts.Households;

namespace Dibao.Households.Domain.Search;

/// <summary>A file on which an identity number stands, with a name that goes with it there.</summary>
internal sealed record NumberOnFile(HouseholdId Household, PersonId Person, string Name);

/// <summary>Whether an identity number stands for one person: the same number with two names is a finding of every audit.</summary>
internal static class OnePerson
{
    /// <summary>
    /// True when each file can be reached from the others by names in common, so that who was renamed on one file remains one person. Of two files
    /// without a name in common nobody can say whose number it is.
    /// </summary>
    public static bool Has(IReadOnlyCollection<NumberOnFile> files)
    {
        if (files.Select(f => f.Person).Distinct().Count() > 1) return false;
        var others = files.GroupBy(f => f.Household, f => f.Name).ToList();
        var names = others.Count == 0 ? [] : others[0].ToHashSet(StringComparer.Ordinal);
        while (others.Find(h => h.Any(names.Contains)) is { } reached)
        {
            names.UnionWith(reached);
            others.Remove(reached);
        }
        return others.Count == 0;
    }
}
