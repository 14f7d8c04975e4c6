using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;

namespace Dibao.Households.Domain.Papers;

/// <summary>What stands to somebody's credit or discredit (83 V(5)).</summary>
internal enum CreditKind
{
    /// <summary>A promise in place of a certificate was false (83 I(2)).</summary>
    FalsePromise = 1,

    /// <summary>Concealed income, assets or members, or did not tell a change.</summary>
    Concealment = 2,

    /// <summary>Brought a false paper.</summary>
    FalsePaper = 3,

    /// <summary>Declared honestly (诚信申报).</summary>
    HonestDeclaration = 11,

    /// <summary>Told a change without being asked (主动报告).</summary>
    SelfReport = 12,

    /// <summary>Left of his own accord when no longer in need (自愿退出).</summary>
    VoluntaryExit = 13,
}

/// <summary>What is to be put on record.</summary>
internal sealed record NewCreditEntry(PersonId Person, CreditKind Kind, LocalDate On, string Article, string Note);

/// <summary>An entry of the credit record. The record is a log: entries are struck out with a reason, never removed.</summary>
internal sealed class CreditEntry : AggregateRoot, IPlaced, IOwned
{
    private CreditEntry()
    {
    }

    public Guid Id { get; private init; }

    public HouseholdId Household { get; private init; }

    public DivisionCode Division { get; set; }

    public string? Agent { get; private init; }

    public PersonId Person { get; private init; }

    public CreditKind Kind { get; private init; }

    public LocalDate On { get; private init; }

    public string Article { get; private init; } = "";

    public string Note { get; private init; } = "";

    public Instant RecordedAt { get; private init; }

    public string RecordedBy { get; private init; } = "";

    public Instant? StruckOutAt { get; private set; }

    public string? StruckOutBy { get; private set; }

    public string? StrikingReason { get; private set; }

    public static Result<CreditEntry> Record(HouseholdId household, DivisionCode division, string? agent, NewCreditEntry entry, string by, LocalDate today, Instant now)
    {
        if (entry.On > today) return PaperErrors.CreditDate.Plain();
        return new CreditEntry
        {
            Id = Guid.CreateVersion7(),
            Household = household,
            Division = division,
            Agent = agent,
            Person = entry.Person,
            Kind = entry.Kind,
            On = entry.On,
            Article = entry.Article,
            Note = entry.Note,
            RecordedAt = now,
            RecordedBy = by,
        };
    }

    public Result<Done> StrikeOut(string reason, string by, Instant now)
    {
        if (StruckOutAt is not null) return PaperErrors.StruckOut.Plain();
        (StruckOutAt, StruckOutBy, StrikingReason) = (now, by, reason);
        return Done.It;
    }

    /// <summary>It speaks for the person.</summary>
    public static bool IsGood(CreditKind kind) => kind is CreditKind.HonestDeclaration or CreditKind.SelfReport or CreditKind.VoluntaryExit;
}
