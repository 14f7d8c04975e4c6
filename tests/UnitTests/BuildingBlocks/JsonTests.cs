using System.Text.Json;
using Dibao.BuildingBlocks.Http;
using Dibao.Contracts.Households;

namespace Dibao.UnitTests;

/// <summary>JSON as the API speaks it, and as facts and kept answers are stored.</summary>
public sealed class JsonTests
{
    private sealed record Letter(string Name, HouseholdId Household, LocalDate On, Month Month, DivisionCode Place, HukouKind Kind, long Fen, IReadOnlyList<string> Lines, string? Note);

    private const string Right =
        """{"name":"王建国","household":"01980000-0000-7000-8000-000000000001","on":"2012-02-29","month":"2012-02","place":"320706","kind":"agricultural","fen":100,"lines":["a"],"note":null}""";

    [Fact]
    public void What_is_read_is_written_again_alike() => JsonSerializer.Serialize(Read(Right), DibaoJson.Options).Should().Be(Right);

    [Theory]
    [InlineData("\"2012-02-29\"", "\"2011-02-29\"")]
    [InlineData("\"2012-02-29\"", "\"9999-12-31\"")]
    [InlineData("\"2012-02-29\"", "\"-0001-01-01\"")]
    [InlineData("\"2012-02\"", "\"2012-2\"")]
    [InlineData("\"320706\"", "320706")]
    [InlineData("\"agricultural\"", "2")]
    [InlineData("\"agricultural\"", "\"nomadic\"")]
    [InlineData("100", "\"100\"")]
    [InlineData("100", "1.0e2")]
    [InlineData("100", "9223372036854775808")]
    [InlineData("[\"a\"]", "[null]")]
    [InlineData("[\"a\"]", "null")]
    [InlineData("\"王建国\"", "null")]
    [InlineData("\"王建国\"", "\"王\\u0000\"")]
    [InlineData("\"王建国\"", "\"\\ud800\"")]
    [InlineData("\"01980000-0000-7000-8000-000000000001\"", "\"01980000000070008000000000000001\"")]
    [InlineData("\"note\":null", "\"note\":null,\"note\":null")]
    [InlineData("\"note\":null", "\"note\":null,\"more\":1")]
    [InlineData(",\"note\":null", "")]
    [InlineData("\"note\"", "\"Note\"")]
    public void Anything_else_is_refused(string right, string wrong)
    {
        var text = Right.Replace(right, wrong, StringComparison.Ordinal);
        text.Should().NotBe(Right);
        FluentActions.Invoking(() => Read(text)).Should().Throw<JsonException>();
    }

    private static Letter? Read(string text) => JsonSerializer.Deserialize<Letter>(text, DibaoJson.Options);
}
