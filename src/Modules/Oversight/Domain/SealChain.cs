using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;

namespace Dibao.Oversight.Domain;

/// <summary>
/// The chain of the audit trail: each seal is SHA-256 over the seal before it and the entry in canonical JSON, numbered without gaps,
/// so that nothing can be altered, put in or taken out without breaking it.
/// </summary>
internal static class SealChain
{
    /// <summary>Stands before the first seal.</summary>
    public static readonly string Origin = new('0', 64);

    /// <summary>The numbers of the seals.</summary>
    public const string Series = "audit:seal";

    /// <summary>What is sealed of an entry: everything but the seal.</summary>
    private sealed record Sealed(
        Guid Id, Instant At, string Caller, string Roles, DivisionCode Office, string Action, Guid? Concern, string Outcome, long Number);

    /// <summary>The seal of an entry behind another.</summary>
    public static string Next(string previous, AuditEntry entry, long number) => CanonicalJson.Hash(previous + CanonicalJson.Write(
        new Sealed(entry.Id, entry.At, entry.Caller, entry.Roles, entry.Office, entry.Action, entry.Concern, entry.Outcome, number)));
}

/// <summary>Walks the chain from its beginning and remembers where it breaks first.</summary>
internal sealed class ChainCheck
{
    /// <summary>Entries seen.</summary>
    public long Count { get; private set; }

    /// <summary>The last seal that holds.</summary>
    public string Hash { get; private set; } = SealChain.Origin;

    /// <summary>Number of the first seal that is missing or wrong; null while the chain holds.</summary>
    public long? BrokenAt { get; private set; }

    /// <summary>The next sealed entry, in the order of the numbers; false once the chain is broken.</summary>
    public bool See(AuditEntry entry)
    {
        var number = Count + 1;
        if (BrokenAt is null && (entry.SealNumber != number || entry.SealHash != SealChain.Next(Hash, entry, number))) BrokenAt = number;
        if (BrokenAt is not null) return false;
        Count = number;
        Hash = entry.SealHash!;
        return true;
    }

    /// <summary>Nothing follows: <paramref name="given"/> numbers were given out, so that a tail cut off is seen too.</summary>
    public void End(long given)
    {
        if (BrokenAt is null && Count != given) BrokenAt = Count + 1;
    }
}
