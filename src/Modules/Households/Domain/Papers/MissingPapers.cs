using Dibao.Contracts.Households;

namespace Dibao.Households.Domain.Papers;

/// <summary>How it stands with a paper on the checklist of a household.</summary>
internal enum PaperStanding
{
    /// <summary>Asked and not there.</summary>
    Missing,

    /// <summary>There.</summary>
    Brought,

    /// <summary>Not asked: the information check supplies it (57 Art 10; Law Art 62).</summary>
    SuppliedByCheck,

    /// <summary>Not asked: a written promise stands in for it (83 I(2)).</summary>
    Promised,
}

/// <summary>A paper on the checklist of a household; of one member, or of the household as a whole.</summary>
internal sealed record ListedPaper(PaperLine Line, PersonId? Person, PaperStanding Standing);

/// <summary>What there is in place of a paper: a scan, or a declaration signed here.</summary>
internal sealed record BroughtPaper(string Kind, PersonId? Person);

/// <summary>The checklist of one household: all that is missing is told once (57 Art 10).</summary>
internal static class MissingPapers
{
    /// <param name="circumstances">Of the household and of its members.</param>
    /// <param name="members">Those who live together.</param>
    /// <param name="brought">What is on file and counts.</param>
    /// <param name="promised">Kinds that a standing promise is in place of.</param>
    /// <param name="day">The day whose law counts.</param>
    public static IReadOnlyList<ListedPaper> Of(
        IEnumerable<HouseholdCircumstance> circumstances, IReadOnlyCollection<Member> members, IReadOnlyCollection<BroughtPaper> brought,
        IReadOnlyCollection<string> promised, LocalDate day)
    {
        var known = circumstances.ToList();
        var listed = PaperChecklist.On(day)
            .SelectMany(line => known.Where(c => c.Kind == line.When).SelectMany(c => Bearers(line, c, members, day)).Select(person => (Line: line, Person: person)))
            .GroupBy(l => (l.Line.Kind, l.Person))
            .Select(g => (Line: g.FirstOrDefault(l => !l.Line.SuppliedByCheck, g.First()).Line, g.Key.Person)) // asked for as soon as one circumstance asks for it
            .ToList();
        return
        [
            .. from paper in listed
               // a circumstance stated of nobody in particular gives way to the same of a member
               where !paper.Line.PerPerson || paper.Person is not null || listed.TrueForAll(l => l.Line.Kind != paper.Line.Kind || l.Person is null)
               select new ListedPaper(paper.Line, paper.Person, Standing(paper.Line, paper.Person, brought, promised)),
        ];
    }

    private static IEnumerable<PersonId?> Bearers(PaperLine line, HouseholdCircumstance circumstance, IReadOnlyCollection<Member> members, LocalDate day)
    {
        if (!line.PerPerson) return [null];
        if (circumstance.Person is null && circumstance.Kind != Circumstance.Always) return [null];
        return members.Where(m => m.BirthDate.PlusYears(line.FromAge) <= day && (circumstance.Person ?? m.Person) == m.Person).Select(m => (PersonId?)m.Person);
    }

    private static PaperStanding Standing(PaperLine line, PersonId? person, IReadOnlyCollection<BroughtPaper> brought, IReadOnlyCollection<string> promised)
    {
        if (line.SuppliedByCheck) return PaperStanding.SuppliedByCheck;
        if (brought.Any(b => b.Kind == line.Kind && (person is null || b.Person == person))) return PaperStanding.Brought;
        return line.PromiseAllowed && promised.Contains(line.Kind, StringComparer.Ordinal) ? PaperStanding.Promised : PaperStanding.Missing;
    }
}
