using Dibao.Contracts.Eligibility;

namespace Dibao.Eligibility.Domain.Policies;

/// <summary>
/// One figure of the law: for a place, a scheme or both, from a day on, with the document it stands in.
/// Deliberately not bounded by the caller's division: national and provincial figures rule in every county, and policy is public.
/// </summary>
internal sealed class PolicyValue : TwoTimeRow
{
    private PolicyValue()
    {
    }

    public PolicyValue(
        string key, Scheme? scheme, DivisionCode division, long value, string unit, string document, string article,
        LocalDate from, LocalDate? to, Instant now)
    {
        Id = Guid.CreateVersion7();
        Key = key;
        Scheme = scheme;
        Division = division;
        Value = value;
        Unit = unit;
        Document = document;
        Article = article;
        ValidFrom = from;
        ValidTo = to;
        Recorded = now;
    }

    public Guid Id { get; private init; }

    public string Key { get; private init; } = "";

    /// <summary>Null for both schemes.</summary>
    public Scheme? Scheme { get; private init; }

    /// <summary>For which place; the nation for national law.</summary>
    public DivisionCode Division { get; private init; }

    /// <summary>In <see cref="Unit"/>.</summary>
    public long Value { get; private init; }

    public string Unit { get; private init; } = "";

    public string Document { get; private init; } = "";

    public string Article { get; private init; } = "";

    public PolicyValue Until(LocalDate day, Instant now) => new(Key, Scheme, Division, Value, Unit, Document, Article, ValidFrom, day, now);

    public PolicyFigure Figure() => new(Key, Value, Unit, Division.ToString(), Document, Article, ValidFrom);

    /// <summary>True when this figure is about that place and scheme.</summary>
    public bool Covers(DivisionCode place, Scheme scheme) => Division.Contains(place) && (Scheme is null || Scheme == scheme);
}
