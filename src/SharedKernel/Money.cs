using System.Globalization;

namespace Dibao.SharedKernel;

/// <summary>An amount of Chinese currency in whole fen (1 yuan = 100 fen). Arithmetic is exact and checked.</summary>
/// <param name="Fen">Whole fen; may be negative only in intermediate results.</param>
public readonly record struct Money(long Fen) : IComparable<Money>
{
    /// <summary>Nothing.</summary>
    public static readonly Money Zero;

    /// <summary>Whole yuan.</summary>
    public static Money Yuan(long yuan) => new(yuan * 100);

    /// <summary>The sum.</summary>
    public static Money operator +(Money left, Money right) => new(left.Fen + right.Fen);

    /// <summary>The difference; may be negative.</summary>
    public static Money operator -(Money left, Money right) => new(left.Fen - right.Fen);

    /// <summary>The amount taken <paramref name="times"/> times.</summary>
    public static Money operator *(Money amount, long times) => new(amount.Fen * times);

    /// <summary>Less than.</summary>
    public static bool operator <(Money left, Money right) => left.Fen < right.Fen;

    /// <summary>More than.</summary>
    public static bool operator >(Money left, Money right) => left.Fen > right.Fen;

    /// <summary>At most.</summary>
    public static bool operator <=(Money left, Money right) => left.Fen <= right.Fen;

    /// <summary>At least.</summary>
    public static bool operator >=(Money left, Money right) => left.Fen >= right.Fen;

    /// <inheritdoc />
    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>The larger of two amounts.</summary>
    public static Money Max(Money left, Money right) => left >= right ? left : right;

    /// <summary>Rounds up to the next whole multiple of <paramref name="unit"/>; never below zero for an amount of zero or less.</summary>
    public Money RoundUpTo(Money unit)
    {
        if (Fen <= 0) return Zero;
        return new((Fen + unit.Fen - 1) / unit.Fen * unit.Fen);
    }

    /// <summary>Yuan with two digits, for people: <c>1234.50</c>.</summary>
    public override string ToString() => (Fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
