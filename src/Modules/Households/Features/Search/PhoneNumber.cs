using Dibao.BuildingBlocks.Persistence;
using Dibao.Households.Domain;

namespace Dibao.Households.Features.Search;

/// <summary>A phone number as entered and as compared: written with spaces, hyphens or the country's prefix it is the same number.</summary>
internal static class PhoneNumber
{
    public const string Message = "电话须为 7 至 15 位数字|A phone number has 7 to 15 digits";
    private const string China = "+86";

    /// <summary>The digits; null when it is no phone number.</summary>
    public static string? Digits(string phone)
    {
        if (phone.Length > 30) return null;
        var plain = phone.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        if (plain.StartsWith(China, StringComparison.Ordinal)) plain = plain[China.Length..];
        else if (plain.StartsWith('+')) plain = plain[1..];
        return plain is { Length: >= 7 and <= 15 } && plain.All(char.IsAsciiDigit) ? plain : null;
    }

    public static SealedPhone Seal(string phone, Sealing sealing)
    {
        var digits = Digits(phone)!;
        return new(sealing.Seal(SealedPhone.SealColumn, digits), sealing.Hash(SealedPhone.HashKind, digits), SealedAccount.Mask(digits));
    }
}
