using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace Dibao.SharedKernel;

/// <summary>A calendar month, written <c>2026-11</c> and stored as 202611.</summary>
public readonly record struct Month : IComparable<Month>, IParsable<Month>
{
    private Month(int code) => Code = code;

    /// <summary>year × 100 + month, so that months sort as numbers.</summary>
    public int Code { get; }

    /// <summary>The year.</summary>
    public int Year => Code / 100;

    /// <summary>1 to 12.</summary>
    public int Number => Code % 100;

    /// <summary>The month of a year; throws outside 1 to 12 or the years 1900 to 9999.</summary>
    public static Month Of(int year, int number)
    {
        if (year is < 1900 or > 9999 || number is < 1 or > 12) throw new ArgumentOutOfRangeException(nameof(number), $"{year}-{number}");
        return new(year * 100 + number);
    }

    /// <summary>The month of a date.</summary>
    public static Month Of(LocalDate date) => Of(date.Year, date.Month);

    /// <summary>From the stored form 202611.</summary>
    public static Month FromCode(int code) => Of(code / 100, code % 100);

    /// <summary>The month that many months later (or earlier).</summary>
    public Month Plus(int months)
    {
        var index = Year * 12 + Number - 1 + months;
        return Of(index / 12, index % 12 + 1);
    }

    /// <summary>The following month.</summary>
    public Month Next => Plus(1);

    /// <summary>The month before.</summary>
    public Month Previous => Plus(-1);

    /// <summary>The later of two.</summary>
    public static Month Max(Month left, Month right) => left > right ? left : right;

    /// <summary>Its first day.</summary>
    public LocalDate FirstDay => new(Year, Number, 1);

    /// <summary>Its last day.</summary>
    public LocalDate LastDay => FirstDay.PlusMonths(1).PlusDays(-1);

    /// <summary>Earlier than.</summary>
    public static bool operator <(Month left, Month right) => left.Code < right.Code;

    /// <summary>Later than.</summary>
    public static bool operator >(Month left, Month right) => left.Code > right.Code;

    /// <summary>No later than.</summary>
    public static bool operator <=(Month left, Month right) => left.Code <= right.Code;

    /// <summary>No earlier than.</summary>
    public static bool operator >=(Month left, Month right) => left.Code >= right.Code;

    /// <inheritdoc />
    public int CompareTo(Month other) => Code.CompareTo(other.Code);

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");

    /// <summary>Reads <c>2026-11</c>; throws on anything else.</summary>
    public static Month Parse(string s) => Parse(s, null);

    /// <summary>Reads <c>2026-11</c>; throws on anything else.</summary>
    public static Month Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var month) ? month : throw new FormatException($"'{s}' is not a month such as 2026-11.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Month result)
    {
        result = default;
        if (s is not { Length: 7 } || s[4] != '-') return false;
        if (!int.TryParse(s.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return false;
        if (!int.TryParse(s.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        if (year is < 1901 or > 2199 || number is < 1 or > 12) return false;
        result = Of(year, number);
        return true;
    }
}
