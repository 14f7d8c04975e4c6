using Dibao.Contracts.Households;

namespace Dibao.Households.Domain.Payees;

/// <summary>Who holds the account into which a household is paid (57 Art 25 and 26).</summary>
internal enum HolderKind
{
    /// <summary>The applicant, head of the household.</summary>
    Head = 1,

    /// <summary>Another member.</summary>
    Member = 2,

    /// <summary>The guardian of a member who is a minor or without capacity; he may live elsewhere.</summary>
    Guardian = 3,

    /// <summary>A township, village or institution that keeps the money under a filed agreement (57 Art 26).</summary>
    Custodian = 4,

    /// <summary>An institution in whose care the household is.</summary>
    Institution = 5,
}

/// <summary>The identity number of a holder from outside the household, sealed.</summary>
internal sealed record OutsideNumber(LocalDate BirthDate, byte[] Sealed, byte[] Hash, string Masked);

/// <summary>On what somebody else holds the account: a paper on file, or what identifies the agreement or judgment.</summary>
internal sealed record HoldingGround(Guid? Paper, string? Number, LocalDate? SignedOn, string? Parties)
{
    /// <summary>A paper, or all three of number, date and parties.</summary>
    public bool IsComplete => Paper is not null || (Number is not null && SignedOn is not null && Parties is not null);
}

/// <summary>A payee as named at the counter.</summary>
/// <param name="Kind">Who holds the account; by the register when left out and the holder is a member.</param>
/// <param name="Holder">The holder, where he is a member.</param>
/// <param name="HolderName">Name in which the account stands; of a member it is that of the register.</param>
/// <param name="Number">Number of a guardian from outside.</param>
/// <param name="Ward">For whom a guardian holds it.</param>
/// <param name="Bank">Bank.</param>
/// <param name="Account">Account.</param>
/// <param name="Holders">How many hold it.</param>
/// <param name="Ground">Agreement of custody, or judgment that a grown ward is without capacity.</param>
internal sealed record NamedPayee(
    HolderKind? Kind, PersonId? Holder, string? HolderName, OutsideNumber? Number, PersonId? Ward, string Bank, SealedAccount Account, int Holders = 1, HoldingGround? Ground = null);

/// <summary>A payee that may be: what a row of the register and a proposal both say.</summary>
internal sealed class PayeeTerms
{
    public required HolderKind Kind { get; init; }

    public PersonId? Holder { get; init; }

    public required string HolderName { get; init; }

    public byte[]? SealedHolderNumber { get; init; }

    public byte[]? HolderNumberHash { get; init; }

    public string? MaskedHolderNumber { get; init; }

    public PersonId? Ward { get; init; }

    public required string Bank { get; init; }

    public required byte[] SealedNumber { get; init; }

    public required string MaskedNumber { get; init; }

    public required byte[] AccountHash { get; init; }

    public bool FailsCheckDigit { get; init; }

    public Guid? GroundPaper { get; init; }

    public string? GroundNumber { get; init; }

    public LocalDate? GroundSignedOn { get; init; }

    public string? GroundParties { get; init; }
}
