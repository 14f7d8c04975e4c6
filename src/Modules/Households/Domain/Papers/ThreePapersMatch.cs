using Dibao.Contracts.Households;

namespace Dibao.Households.Domain.Papers;

/// <summary>What a paper says against the register.</summary>
internal enum PaperMatch
{
    /// <summary>States the same name and number.</summary>
    Agrees,

    /// <summary>States another name or number.</summary>
    Contradicts,

    /// <summary>Is there, but nobody has recorded what it states.</summary>
    Unread,

    /// <summary>Is not there.</summary>
    Missing,

    /// <summary>Is not there and not asked: the information check supplies it, or a promise stands in for it.</summary>
    NotAsked,
}

/// <summary>A member as the register has him; name and number as keyed hashes.</summary>
internal sealed record RegisteredPerson(PersonId Person, byte[] NameHash, byte[] NumberHash);

/// <summary>One paper of a member in the match.</summary>
internal sealed record MatchedPaper(string Kind, MatchPart Part, PaperMatch State, Guid? Paper, bool NameDiffers, bool NumberDiffers);

/// <summary>The papers of a member in the match.</summary>
internal sealed record PersonMatch(PersonId Person, bool Agrees, IReadOnlyList<MatchedPaper> Papers);

/// <summary>
/// Household register book, identity card and the paper that supports a circumstance state the same name and number (三证相符): each those of
/// the register, and so of each other.
/// </summary>
internal static class ThreePapersMatch
{
    public static PersonMatch Of(RegisteredPerson person, IReadOnlyCollection<ListedPaper> listed, IReadOnlyCollection<Paper> papers)
    {
        var standing = papers.Where(p => p.WithdrawnAt is null && (p.Person is null || p.Person == person.Person)).OrderByDescending(p => p.UploadedAt).ThenByDescending(p => p.Id).ToList();
        var asked = listed.Where(l => l.Line.Match is not null && (l.Person == person.Person || !l.Line.PerPerson)).ToDictionary(l => l.Line.Kind, StringComparer.Ordinal);
        var brought = standing.Where(p => p.Person is not null && PaperChecklist.Find(p.Kind)?.Match is not null).Select(p => p.Kind);
        var matched = asked.Keys.Union(brought, StringComparer.Ordinal)
            .Select(kind => Match(person, kind, asked.GetValueOrDefault(kind), standing.FindAll(p => p.Kind == kind)))
            .OrderBy(m => m.Part).ThenBy(m => m.Kind, StringComparer.Ordinal).ToList();
        return new(person.Person, matched.TrueForAll(m => m.State is PaperMatch.Agrees or PaperMatch.NotAsked), matched);
    }

    private static MatchedPaper Match(RegisteredPerson person, string kind, ListedPaper? listed, List<Paper> latestFirst)
    {
        var part = PaperChecklist.Find(kind)!.Match!.Value;
        var paper = latestFirst.Find(p => Reading(p, person) is not null) ?? latestFirst.FirstOrDefault();
        if (paper is null)
            return new(kind, part, listed?.Standing is PaperStanding.SuppliedByCheck or PaperStanding.Promised ? PaperMatch.NotAsked : PaperMatch.Missing, null, false, false);
        if (Reading(paper, person) is not { } reading) return new(kind, part, PaperMatch.Unread, paper.Id, false, false);
        var name = !reading.NameHash.AsSpan().SequenceEqual(person.NameHash);
        var number = reading.NumberHash is { } stated && !stated.AsSpan().SequenceEqual(person.NumberHash);
        return new(kind, part, name || number ? PaperMatch.Contradicts : PaperMatch.Agrees, paper.Id, name, number);
    }

    private static PaperReading? Reading(Paper paper, RegisteredPerson person) => paper.Readings.Where(r => r.Person == person.Person).OrderBy(r => r.At).ThenBy(r => r.Id).LastOrDefault();
}
