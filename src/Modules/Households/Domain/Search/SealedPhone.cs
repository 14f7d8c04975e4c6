namespace Dibao.Households.Domain;

/// <summary>A phone number as stored: encrypted, its keyed hash, and its last four digits.</summary>
internal sealed record SealedPhone(byte[] Number, byte[] Hash, string Masked)
{
    public const string SealColumn = "households.household.phone";
    public const string HashKind = "phone";
}
