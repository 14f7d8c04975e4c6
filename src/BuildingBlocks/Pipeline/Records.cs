using Dibao.BuildingBlocks.Access;
using Dibao.SharedKernel;
using NodaTime;

namespace Dibao.BuildingBlocks.Pipeline;

/// <summary>Who did what, on which subject, when, with which outcome. Written with the change itself; never altered.</summary>
public sealed class AuditEntry
{
    /// <summary>UUID version 7.</summary>
    public Guid Id { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Subject of the token.</summary>
    public required string Caller { get; init; }

    /// <summary>His roles.</summary>
    public required string Roles { get; init; }

    /// <summary>The place he serves.</summary>
    public required DivisionCode Office { get; init; }

    /// <summary>Name of the command.</summary>
    public required string Action { get; init; }

    /// <summary>The household, application, review, payroll … concerned.</summary>
    public Guid? Concern { get; init; }

    /// <summary><c>done</c>, or the code of the refusal.</summary>
    public required string Outcome { get; init; }

    /// <summary>Place in the sealed chain; null in the unsealed tail.</summary>
    public long? SealNumber { get; set; }

    /// <summary>SHA-256 over the previous seal and this entry; null in the unsealed tail.</summary>
    public string? SealHash { get; set; }

    /// <summary>What a caller did, or tried, just now.</summary>
    public static AuditEntry Of(Guid id, Caller caller, Instant at, string action, Guid? concern, string outcome) => new()
    {
        Id = id,
        At = at,
        Caller = caller.Subject,
        Roles = string.Join(' ', caller.Roles.Select(r => r.Name)),
        Office = caller.Division,
        Action = action,
        Concern = concern,
        Outcome = outcome,
    };
}

/// <summary>The answer to a command sent with an Idempotency-Key, kept for thirty days.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>Longest key taken.</summary>
    public const int MaxKeyLength = 120;

    /// <summary>Who sent it.</summary>
    public required string Caller { get; init; }

    /// <summary>The key.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of the command with everything in it.</summary>
    public required byte[] Command { get; init; }

    /// <summary>The answer, encrypted.</summary>
    public required byte[] Answer { get; set; }

    /// <summary>Until when.</summary>
    public required Instant KeptUntil { get; init; }
}
