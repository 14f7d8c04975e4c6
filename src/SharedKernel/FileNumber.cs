using System.Globalization;

namespace Dibao.SharedKernel;

/// <summary>
/// The one number of a household's file, <c>CCCCCC-YYYY-NNNNNN</c>: county, year of filing, sequence without gaps.
/// It is archive, system and approval number in one (三号合一).
/// </summary>
public static class FileNumber
{
    /// <summary>The largest sequence that six digits hold.</summary>
    public const int MaxSequence = 999_999;

    /// <summary>Writes the number.</summary>
    public static string Of(DivisionCode county, int year, long sequence)
    {
        if (sequence is < 1 or > MaxSequence) throw new ArgumentOutOfRangeException(nameof(sequence));
        return string.Create(CultureInfo.InvariantCulture, $"{county.County}-{year:0000}-{sequence:000000}");
    }
}
