using Dibao.Eligibility.Domain;

namespace Dibao.UnitTests.Eligibility;

/// <summary>One applies at the registration (57 Art 4); at the residence where the province lets one (57 Art 5; Law Art 37).</summary>
public sealed class PlaceOfApplicationTests
{
    [Theory]
    [InlineData("320706001001", false, true)] // registered here
    [InlineData("320706001002", false, true)] // in another village of the township
    [InlineData("320706006001", false, false)] // in another township
    [InlineData("320706006001", true, true)]
    [InlineData("320111001001", true, true)] // in another city of the province
    [InlineData("330106001001", true, false)] // in another province
    [InlineData("330106001001", false, false)]
    [InlineData("330106001001 320706001001", false, true)] // one member is enough (57 Art 5)
    public void A_household_applies_at_its_registration_or_where_the_province_lets_it(string registered, bool atResidence, bool taken)
    {
        var refusal = PlaceOfApplication.Refusal(DivisionCode.Parse("320706001001"), [.. registered.Split(' ').Select(DivisionCode.Parse)], atResidence);
        (refusal is null).Should().Be(taken);
        if (!taken) refusal!.DetailEn.Should().Contain(registered[..9], "the refusal says where to go");
    }
}
