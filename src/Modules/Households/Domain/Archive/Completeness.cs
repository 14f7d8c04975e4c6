using System.Globalization;
using Dibao.Households.Domain.Reference;
using Dibao.Contracts.Households;

namespace Dibao.Households.Domain.Archive;

/// <summary>What a complete file has.</summary>
internal enum CompletenessItem
{
    /// <summary>Health of every member (健康状况).</summary>
    Health,

    /// <summary>Labour capacity of every member (劳动能力).</summary>
    Labour,

    /// <summary>Employment of the grown members (就业状况).</summary>
    Employment,

    /// <summary>Education (文化程度).</summary>
    Education,

    /// <summary>Means (收入和财产).</summary>
    Means,

    /// <summary>Account (领取账户).</summary>
    Payee,

    /// <summary>Papers on the checklist (申请材料).</summary>
    Papers,
}

/// <summary>A line of the table of what a complete file has.</summary>
/// <param name="Item">What.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="FromAge">Asked of members from this age on.</param>
/// <param name="Zh">Chinese name.</param>
/// <param name="En">English name.</param>
/// <param name="InForce">The days on which it holds.</param>
/// <param name="Article">What it stands on.</param>
internal sealed record CompletenessLine(CompletenessItem Item, int Weight, int FromAge, string Zh, string En, InForce InForce, string Article)
{
    public bool HoldsOn(LocalDate day) => InForce.On(day);
}

/// <summary>What is missing in a file.</summary>
/// <param name="Line">The line that asks for it.</param>
/// <param name="Person">The member of whom it is missing; null when it is the household's.</param>
/// <param name="Paper">Kind of the missing paper; null of other items.</param>
internal sealed record MissingItem(CompletenessLine Line, PersonId? Person, string? Paper = null);

/// <summary>What stands in a household's file beside its rows.</summary>
/// <param name="AskedPapers">Papers asked for on the day, with whether they are there or promised.</param>
/// <param name="Declared">A statement of income and assets is signed.</param>
internal sealed record FileContent(IReadOnlyCollection<(string Kind, PersonId? Person, bool There)> AskedPapers, bool Declared);

/// <summary>How complete a file is: 0 to 100, and what is missing (F135; data quality).</summary>
internal sealed record Completeness(int Score, IReadOnlyList<MissingItem> Missing)
{
    /// <summary>The table completeness.csv; its weights are assumed.</summary>
    public static readonly IReadOnlyList<CompletenessLine> Table = [.. EmbeddedTable.Rows("completeness.csv").Select(row => new CompletenessLine(
        Enum.Parse<CompletenessItem>(row[0], ignoreCase: true), Number(row[2]), Number(row[3]), row[4], row[5],
        InForce.Of(row[6], row[7]), row[8]))];

    /// <summary>Each item counts by the share of what is there; an item that is asked of nobody does not count.</summary>
    public static Completeness Of(Household household, FileContent content, LocalDate day)
    {
        var (points, weights, missing) = (0m, 0m, new List<MissingItem>());
        foreach (var line in Table.Where(l => l.HoldsOn(day)))
        {
            var asked = Asked(line, household, content, day).ToList();
            if (asked.Count == 0) continue;
            weights += line.Weight;
            points += (decimal)line.Weight * asked.Count(a => a.There) / asked.Count;
            missing.AddRange(asked.Where(a => !a.There).Select(a => new MissingItem(line, a.Person, a.Paper)));
        }
        return new(weights == 0 ? 0 : (int)(points * 100 / weights), missing);
    }

    private static IEnumerable<(PersonId? Person, string? Paper, bool There)> Asked(CompletenessLine line, Household household, FileContent content, LocalDate day) => line.Item switch
    {
        CompletenessItem.Means => [(null, null, content.Declared || household.Income.Any(l => l.HoldsOn(day)) || household.Assets.Any(l => l.HoldsOn(day)))],
        CompletenessItem.Payee => [(null, null, household.Payees.Any(p => p.HoldsOn(day)))],
        CompletenessItem.Papers => content.AskedPapers.Select(p => (p.Person, (string?)p.Kind, p.There)),
        _ => household.Members.Where(m => m.HoldsOn(day) && m.BirthDate.PlusYears(line.FromAge) <= day).Select(m => ((PersonId?)m.Person, (string?)null, Stated(line.Item, m))),
    };

    private static bool Stated(CompletenessItem item, Member member) => item switch
    {
        CompletenessItem.Health => member.HealthState is not null || member.Disability is not null,
        CompletenessItem.Labour => Enum.IsDefined(member.Labour),
        CompletenessItem.Employment => member.Employment is not null,
        _ => member.Education is not null,
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
