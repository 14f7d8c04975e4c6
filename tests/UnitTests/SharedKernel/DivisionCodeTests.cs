namespace Dibao.UnitTests;

public sealed class DivisionCodeTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("32", 2)]
    [InlineData("3207", 4)]
    [InlineData("320706", 6)]
    [InlineData("320706001", 9)]
    [InlineData("320706001001", 12)]
    [InlineData("320706000000", 6)]
    public void A_code_says_its_level(string code, int digits) => DivisionCode.Parse(code).Digits.Should().Be(digits);

    [Theory]
    [InlineData("32070")]
    [InlineData("3207060010010")]
    [InlineData("10")]
    [InlineData("00")]
    [InlineData("-1")]
    [InlineData("3x0706")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_code_is_refused(string? code) => DivisionCode.TryParse(code, null, out _).Should().BeFalse();

    [Theory]
    [InlineData("0", "320706001001", true)]
    [InlineData("32", "320706001001", true)]
    [InlineData("32", "330106", false)]
    [InlineData("320706", "320706", true)]
    [InlineData("320706", "320706999999", true)]
    [InlineData("320706", "320707", false)]
    [InlineData("320706", "3207", false)]
    [InlineData("320706001", "320706002001", false)]
    [InlineData("320706001001", "320706001001", true)]
    [InlineData("320706001001", "320706001", false)]
    public void A_place_holds_what_lies_in_it(string place, string other, bool holds) => DivisionCode.Parse(place).Contains(DivisionCode.Parse(other)).Should().Be(holds);

    [Fact]
    public void A_village_lies_in_its_township_and_county()
    {
        var village = DivisionCode.Parse("320706001001");
        (village.Township.ToString(), village.County.ToString()).Should().Be(("320706001", "320706"));
    }
}
