using Dibao.Households.Domain.Reference;

namespace Dibao.UnitTests.Households;

/// <summary>The years by which the law tells people apart are data with days and articles.</summary>
public sealed class AgesTests
{
    [Theory]
    [InlineData("full", "2006-02-28", "2024-02-27", false)]
    [InlineData("full", "2006-02-28", "2024-02-28", true)]
    [InlineData("full", "1994-06-01", "2012-06-01", true)]
    [InlineData("full", "2004-02-29", "2022-02-28", true)]
    [InlineData("elderly", "1964-03-02", "2024-03-01", false)]
    [InlineData("elderly", "1964-03-01", "2024-03-01", true)]
    [InlineData("clergyApart", "2021-03-02", "2024-03-01", false)]
    [InlineData("clergyApart", "2021-03-01", "2024-03-01", true)]
    [InlineData("shownToAll", "2010-03-02", "2024-03-01", false)]
    [InlineData("shownToAll", "2010-03-01", "2024-03-01", true)]
    [InlineData("shownToAll", "1998-03-01", "2012-03-01", true)]
    public void Years_are_reached_on_their_day(string age, string since, string day, bool reached) =>
        Enum.Parse<Age>(age, ignoreCase: true).IsReached(Day(since), Day(day)).Should().Be(reached);

    [Fact]
    public void Every_age_has_its_years_on_every_day_since_dibao_began()
    {
        foreach (var age in Enum.GetValues<Age>())
            for (var day = new LocalDate(1999, 10, 1); day < new LocalDate(2030, 1, 1); day = day.PlusMonths(3)) age.Years(day).Should().BePositive();
    }

    private static LocalDate Day(string text) => EmbeddedTable.Day(text);
}
