using System.Linq.Expressions;
using NodaTime;

namespace Dibao.SharedKernel;

/// <summary>
/// A row that is true for a span of days and believed for a span of instants. Rows are superseded, never overwritten,
/// so that "what did we believe on 1 May about March" always has an answer.
/// </summary>
public abstract class TwoTimeRow
{
    /// <summary>First day on which it is true.</summary>
    public LocalDate ValidFrom { get; protected set; }

    /// <summary>First day on which it is no longer true; null while open.</summary>
    public LocalDate? ValidTo { get; protected set; }

    /// <summary>When it became known here.</summary>
    public Instant Recorded { get; protected set; }

    /// <summary>When another belief took its place; null while believed.</summary>
    public Instant? Superseded { get; private set; }

    /// <summary>True when this row holds on a day, as now believed.</summary>
    public bool HoldsOn(LocalDate day) => Superseded is null && ValidFrom <= day && (ValidTo is null || day < ValidTo);

    /// <summary>The same said of other days, as known now; the row it becomes needs an id of its own.</summary>
    protected TwoTimeRow Again(LocalDate from, LocalDate? to, Instant now)
    {
        var copy = (TwoTimeRow)MemberwiseClone();
        (copy.ValidFrom, copy.ValidTo, copy.Recorded, copy.Superseded) = (from, to, now, null);
        return copy;
    }

    /// <summary>Ends belief in this row.</summary>
    public void Supersede(Instant now) => Superseded ??= now;
}

/// <summary>The one mechanism by which two-time rows change.</summary>
public static class TwoTimes
{
    /// <summary>
    /// Makes <paramref name="successor"/> true from its first day on: rows still believed that reach past that day are superseded,
    /// and what they said about the days before is kept in a shortened copy.
    /// </summary>
    public static void Put<T>(this ICollection<T> rows, T successor, Func<T, LocalDate, T> copyUntil, Instant now) where T : TwoTimeRow
    {
        rows.CloseFrom(successor.ValidFrom, copyUntil, now);
        rows.Add(successor);
    }

    /// <summary>Ends what is believed from <paramref name="day"/> on; the days before stay as they were.</summary>
    public static void CloseFrom<T>(this ICollection<T> rows, LocalDate day, Func<T, LocalDate, T> copyUntil, Instant now) where T : TwoTimeRow
    {
        foreach (var row in rows.Where(r => r.Superseded is null && (r.ValidTo is null || r.ValidTo > day)).ToList())
        {
            row.Supersede(now);
            if (row.ValidFrom < day) rows.Add(copyUntil(row, day));
        }
    }

    /// <summary>As known when nothing more can be learnt: as believed now.</summary>
    public static readonly Instant Lastly = Instant.FromUtc(9000, 1, 1, 0, 0);

    /// <summary>Rows true on <paramref name="validAt"/> as believed at <paramref name="knownAt"/> (null: as believed now).</summary>
    public static IQueryable<T> AsOf<T>(this IQueryable<T> rows, LocalDate validAt, Instant? knownAt = null) where T : TwoTimeRow =>
        rows.Where(Holding<T>(validAt, knownAt ?? Lastly));

    /// <summary>The rule of <see cref="AsOf"/>.</summary>
    public static Expression<Func<T, bool>> Holding<T>(LocalDate validAt, Instant knownAt) where T : TwoTimeRow =>
        r => r.ValidFrom <= validAt && (r.ValidTo == null || r.ValidTo > validAt)
            && r.Recorded <= knownAt && (r.Superseded == null || r.Superseded > knownAt);
}
