using Dibao.Households.Features;

namespace Dibao.UnitTests.Oversight;

public class MinorsNameTests
{
    [Theory]
    [InlineData(2004, 3, 1, true)] // eighteen today
    [InlineData(2004, 3, 2, false)] // eighteen tomorrow
    [InlineData(2015, 6, 1, false)]
    [InlineData(1950, 1, 1, true)]
    public void A_minor_is_posted_without_a_name(int year, int month, int day, bool shown) =>
        AnswerNoticeParticulars.NameOf("王某", new LocalDate(year, month, day), new LocalDate(2022, 3, 1)).Should().Be(shown ? "王某" : null);
}
