using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Dibao.SharedKernel;

/// <summary>
/// An administrative division (GB/T 2260 and its extension): 2 digits province, 2 city, 2 county, 3 township, 3 village.
/// Kept as 12 digits padded with zeros on the right, so that everything below a place is one range of numbers.
/// </summary>
public readonly record struct DivisionCode : IParsable<DivisionCode>
{
    private static readonly (int Digits, long Unit)[] Levels =
        [(2, 10_000_000_000), (4, 100_000_000), (6, 1_000_000), (9, 1_000), (12, 1)];

    private DivisionCode(long code) => Code = code;

    /// <summary>Twelve digits as a number.</summary>
    public long Code { get; }

    /// <summary>The whole country: the division every other lies in.</summary>
    public static DivisionCode Nation => default;

    /// <summary>From the stored twelve-digit number.</summary>
    public static DivisionCode FromCode(long code) =>
        code is >= 0 and <= 999_999_999_999 ? new(code) : throw new ArgumentOutOfRangeException(nameof(code));

    /// <summary>How many digits say something: 0 (nation), 2, 4, 6, 9 or 12.</summary>
    public int Digits
    {
        get
        {
            if (Code == 0) return 0;
            foreach (var (digits, unit) in Levels) if (Code % unit == 0) return digits;
            return 12;
        }
    }

    /// <summary>The county (6 digits) this place lies in.</summary>
    public DivisionCode County => new(Code - Code % 1_000_000);

    /// <summary>The township (9 digits) this place lies in.</summary>
    public DivisionCode Township => new(Code - Code % 1_000);

    /// <summary>The last division code that lies inside this one.</summary>
    public DivisionCode Last => new(Code + Span - 1);

    private long Span => Digits switch { 0 => 1_000_000_000_000, 2 => 10_000_000_000, 4 => 100_000_000, 6 => 1_000_000, 9 => 1_000, _ => 1 };

    /// <summary>True when <paramref name="other"/> is this place or lies inside it.</summary>
    public bool Contains(DivisionCode other) => other.Code >= Code && other.Code <= Last.Code;

    /// <summary>The digits that say something: <c>320706</c>, <c>320706001</c>, <c>320706001001</c>; the nation is <c>0</c>.</summary>
    public override string ToString() =>
        Digits == 0 ? "0" : Code.ToString("000000000000", CultureInfo.InvariantCulture)[..Digits];

    /// <summary>At or after, in code order.</summary>
    public static bool operator >=(DivisionCode left, DivisionCode right) => left.Code >= right.Code;

    /// <summary>At or before, in code order.</summary>
    public static bool operator <=(DivisionCode left, DivisionCode right) => left.Code <= right.Code;

    /// <summary>Reads twelve, nine, six, four or two digits; throws on anything else.</summary>
    public static DivisionCode Parse(string s) => Parse(s, null);

    /// <summary>Reads 2, 4, 6, 9 or 12 digits, or <c>0</c> for the nation; throws on anything else.</summary>
    public static DivisionCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"'{s}' is not a division code.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DivisionCode result)
    {
        result = default;
        if (s == "0") return true;
        if (s is null || s.Length is not (2 or 4 or 6 or 9 or 12)) return false;
        if (!long.TryParse(s.PadRight(12, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var code)) return false;
        if (code < 110_000_000_000) return false; // provinces begin at 11
        result = new(code);
        return true;
    }
}
