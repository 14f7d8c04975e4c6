using Dibao.Contracts.Households;

namespace Dibao.Households.Domain.Payees;

/// <summary>An account number as stored: encrypted, its last four digits, the keyed hash by which it is compared, and whether its check digit is wrong.</summary>
internal sealed record SealedAccount(byte[] Number, string Masked, byte[] Hash, bool FailsCheckDigit)
{
    public const string SealColumn = "households.payee.account";

    public const string HashKind = "account";

    /// <summary>Hides all but the last four digits.</summary>
    public static string Mask(string number) => new string('*', number.Length - 4) + number[^4..];

    /// <summary>The check digit of ISO/IEC 7812. Old passbooks have none, so that a failure is a reason to look again and no more.</summary>
    public static bool Checks(string number)
    {
        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = number[^(i + 1)] - '0';
            if (i % 2 == 1) digit *= 2;
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }
}

/// <summary>The account into which a household is paid, from a day on.</summary>
internal sealed class PayeeAccount : TwoTimeRow
{
    private PayeeAccount()
    {
    }

    public PayeeAccount(HouseholdId household, PayeeTerms terms, LocalDate from, LocalDate? to, Instant now)
    {
        Id = PayeeId.New();
        Household = household;
        Kind = terms.Kind;
        Holder = terms.Holder;
        HolderName = terms.HolderName;
        SealedHolderNumber = terms.SealedHolderNumber;
        HolderNumberHash = terms.HolderNumberHash;
        MaskedHolderNumber = terms.MaskedHolderNumber;
        Ward = terms.Ward;
        Bank = terms.Bank;
        SealedNumber = terms.SealedNumber;
        MaskedNumber = terms.MaskedNumber;
        AccountHash = terms.AccountHash;
        FailsCheckDigit = terms.FailsCheckDigit;
        GroundPaper = terms.GroundPaper;
        GroundNumber = terms.GroundNumber;
        GroundSignedOn = terms.GroundSignedOn;
        GroundParties = terms.GroundParties;
        ValidFrom = from;
        ValidTo = to;
        Recorded = now;
    }

    public PayeeId Id { get; private set; }

    public HouseholdId Household { get; private init; }

    public HolderKind Kind { get; private init; }

    /// <summary>The holder, where he is a member.</summary>
    public PersonId? Holder { get; private init; }

    /// <summary>Name in which the account stands; the bank file carries it.</summary>
    public string HolderName { get; private init; } = "";

    public byte[]? SealedHolderNumber { get; private init; }

    public byte[]? HolderNumberHash { get; private init; }

    public string? MaskedHolderNumber { get; private init; }

    /// <summary>The member for whom a guardian holds it.</summary>
    public PersonId? Ward { get; private init; }

    public string Bank { get; private init; } = "";

    public byte[] SealedNumber { get; private init; } = [];

    public string MaskedNumber { get; private init; } = "";

    /// <summary>Keyed hash of the account number: equal where two households are paid into one account.</summary>
    public byte[] AccountHash { get; private init; } = [];

    public bool FailsCheckDigit { get; private init; }

    public Guid? GroundPaper { get; private init; }

    public string? GroundNumber { get; private init; }

    public LocalDate? GroundSignedOn { get; private init; }

    public string? GroundParties { get; private init; }

    /// <summary>Whether it is in force on a day or will be.</summary>
    public bool StandsFrom(LocalDate day) => Superseded is null && (ValidTo is null || ValidTo > day);

    /// <summary>The same holder and the same account.</summary>
    public bool Is(PayeeTerms terms) =>
        Kind == terms.Kind && Holder == terms.Holder && string.Equals(HolderName, terms.HolderName, StringComparison.Ordinal) && Ward == terms.Ward
        && string.Equals(Bank, terms.Bank, StringComparison.Ordinal) && AccountHash.AsSpan().SequenceEqual(terms.AccountHash)
        && (HolderNumberHash ?? []).AsSpan().SequenceEqual(terms.HolderNumberHash ?? []);

    public PayeeAccount Until(LocalDate day, Instant now)
    {
        var until = (PayeeAccount)Again(ValidFrom, day, now);
        until.Id = PayeeId.New();
        return until;
    }
}
