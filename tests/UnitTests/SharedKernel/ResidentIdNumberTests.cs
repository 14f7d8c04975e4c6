namespace Dibao.UnitTests;

/// <summary>GB 11643-1999: area, birth date, sequence, check digit (ISO 7064 MOD 11-2).</summary>
public sealed class ResidentIdNumberTests
{
    [Theory]
    [InlineData("11010519491231002X", 1949, 12, 31, Sex.Female)] // the standard's own examples
    [InlineData("440524188001010014", 1880, 1, 1, Sex.Male)]
    [InlineData("11010519491231002x", 1949, 12, 31, Sex.Female)]
    public void A_valid_number_tells_birth_and_sex(string text, int year, int month, int day, Sex sex)
    {
        ResidentIdNumber.TryParse(text, out var number).Should().BeTrue();
        (number!.BirthDate, number.Sex, number.Value).Should().Be((new LocalDate(year, month, day), sex, text.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("110105491231002", "11010519491231002X")]
    [InlineData("990001600314001", "990001196003140010")]
    public void A_number_of_fifteen_digits_is_read_as_the_one_that_took_its_place(string fifteen, string eighteen) =>
        ResidentIdNumber.Parse(fifteen).Should().Be(ResidentIdNumber.Parse(eighteen));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("110105194912310020")]
    [InlineData("1101051949123100X2")]
    [InlineData("11010549123100")]
    [InlineData("11010549123100X")]
    [InlineData("110105490231002")]
    [InlineData(" 1010519491231002X")]
    [InlineData("１10105194912310025")]
    public void Anything_else_is_none(string? text) => ResidentIdNumber.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("20110229", false)]
    [InlineData("20120229", true)]
    [InlineData("20120431", false)]
    [InlineData("20121301", false)]
    [InlineData("20120100", false)]
    [InlineData("18491231", false)]
    [InlineData("18500101", true)]
    [InlineData("00000000", false)]
    public void The_birth_date_is_a_day_of_the_calendar_even_when_the_check_digit_fits(string born, bool valid)
    {
        var first17 = "990001" + born + "001";
        ResidentIdNumber.TryParse(first17 + ResidentIdNumber.CheckDigit(first17), out _).Should().Be(valid);
    }

    [Fact]
    public void Each_single_wrong_digit_is_found()
    {
        const string right = "11010519491231002X";
        for (var place = 0; place < 17; place++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (right[place] == digit) continue;
                var wrong = right.ToCharArray();
                wrong[place] = digit;
                ResidentIdNumber.TryParse(new string(wrong), out _).Should().BeFalse("{0} at {1}", digit, place);
            }
        }
    }

    [Fact]
    public void It_is_shown_masked()
    {
        ResidentIdNumber.TryParse("11010519491231002X", out var number).Should().BeTrue();
        number!.ToString().Should().Be(number.Masked).And.Be("110***************").And.HaveLength(18);
    }
}
