using Dibao.Contracts.Households;

namespace Dibao.Households.Domain;

/// <summary>An account number as stored: encrypted, its last four digits, and its keyed hash.</summary>
internal sealed record SealedAccount(byte[] Number, string Masked, byte[]? Hash)
{
    public const string SealColumn = "households.payee.account";
    public const string HashKind = "account";

    /// <summary>Hides all but the last four digits.</summary>
    public static string Mask(string number) => new string('*', number.Length - 4) + number[^4..];
}

/// <summary>The account into which a household is paid, from a day on.</summary>
internal sealed class PayeeAccount : TwoTimeRow
{
    private PayeeAccount()
    {
    }

    public PayeeAccount(HouseholdId household, PersonId holder, string holderName, string bank, SealedAccount account, LocalDate from, Instant now)
    {
        Id = PayeeId.New();
        Household = household;
        Holder = holder;
        HolderName = holderName;
        Bank = bank;
        SealedNumber = account.Number;
        MaskedNumber = account.Masked;
        AccountHash = account.Hash;
        ValidFrom = from;
        Recorded = now;
    }

    public PayeeId Id { get; private init; }

    public HouseholdId Household { get; private init; }

    public PersonId Holder { get; private init; }

    public string HolderName { get; private init; } = "";

    public string Bank { get; private init; } = "";

    public byte[] SealedNumber { get; private init; } = [];

    public string MaskedNumber { get; private init; } = "";

    /// <summary>Keyed hash of the number, by which the same account of another household is found.</summary>
    public byte[]? AccountHash { get; private init; }

    public PayeeAccount Until(LocalDate day, Instant now) =>
        new(Household, Holder, HolderName, Bank, new SealedAccount(SealedNumber, MaskedNumber, AccountHash), ValidFrom, now) { ValidTo = day };
}
