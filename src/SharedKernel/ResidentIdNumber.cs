using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace Dibao.SharedKernel;

/// <summary>Sex as the seventeenth digit of a citizen number tells it (GB/T 2261.1: 1 male, 2 female). Labels: code table sex.</summary>
public enum Sex
{
    /// <summary>Male (odd sequence).</summary>
    Male = 1,

    /// <summary>Female (even sequence).</summary>
    Female = 2,
}

/// <summary>
/// A citizen number (GB 11643-1999): six digits of the place of first registration, birth date, sequence, check digit. A number of the
/// first generation (fifteen digits, born 19yy) is read as the number of eighteen that took its place.
/// The area digits are never read as the present township: people move.
/// </summary>
public sealed record ResidentIdNumber
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private const string CheckDigits = "10X98765432";
    private const int FirstGeneration = 15;

    private ResidentIdNumber(string value, LocalDate birthDate)
    {
        Value = value;
        BirthDate = birthDate;
    }

    /// <summary>The eighteen characters, X upper case.</summary>
    public string Value { get; }

    /// <summary>The birth date the number states.</summary>
    public LocalDate BirthDate { get; }

    /// <summary>The sex the number states.</summary>
    public Sex Sex => (Value[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>The first three characters; the rest hidden, for with the birth date the last four would give the number away.</summary>
    public string Masked => string.Concat(Value.AsSpan(0, 3), "***************");

    /// <summary>Reads a number whose shape was checked; throws on any other.</summary>
    public static ResidentIdNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("Not a citizen number."); // never the text itself

    /// <summary>Reads a number of eighteen characters, or of fifteen digits; lower-case x is accepted. False when shape, date or check digit is wrong.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ResidentIdNumber? number)
    {
        number = null;
        if (text is { Length: FirstGeneration }) text = Converted(text);
        if (text is not { Length: 18 }) return false;
        var value = text.ToUpperInvariant();
        for (var i = 0; i < 17; i++) if (!char.IsAsciiDigit(value[i])) return false;
        if (value[17] != CheckDigit(value)) return false;
        var year = int.Parse(value.AsSpan(6, 4), CultureInfo.InvariantCulture);
        var month = int.Parse(value.AsSpan(10, 2), CultureInfo.InvariantCulture);
        var day = int.Parse(value.AsSpan(12, 2), CultureInfo.InvariantCulture);
        if (year < 1850 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)) return false;
        number = new ResidentIdNumber(value, new LocalDate(year, month, day));
        return true;
    }

    private static string? Converted(string fifteen)
    {
        if (!fifteen.All(char.IsAsciiDigit)) return null;
        var first17 = string.Concat(fifteen.AsSpan(0, 6), "19", fifteen.AsSpan(6));
        return first17 + CheckDigit(first17);
    }

    /// <summary>The check digit of the first seventeen characters (ISO 7064 MOD 11-2).</summary>
    public static char CheckDigit(ReadOnlySpan<char> first17)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += Weights[i] * (first17[i] - '0');
        return CheckDigits[sum % 11];
    }

    /// <summary>The masked form, so that a number never slips into a log.</summary>
    public override string ToString() => Masked;
}
