using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Members;
using Dibao.Households.Domain.Place;
using Dibao.Households.Domain.Reference;

namespace Dibao.UnitTests.Households;

/// <summary>A household of three places: one handles it, the others assist (57 Art 5).</summary>
public sealed class PlaceTests
{
    private static readonly LocalDate Day = new(2024, 3, 1);
    private static readonly DivisionCode Home = DivisionCode.Parse("320706001");

    [Theory]
    [InlineData("320706001", "320706006", null)] // lives there
    [InlineData("320706001", "320707102", null)] // a member is registered there
    [InlineData("320706001", "320707", null)]
    [InlineData("320706001", "320707103", "households.place_not_of_household")]
    [InlineData("320706001", "3207", "households.place_own")]
    [InlineData("320706001", "330106", "households.place_not_of_household")]
    [InlineData("320706001", "320706001", "households.place_own")]
    [InlineData("320706", "320706006", "households.place_own")] // a county does not ask its own township
    [InlineData("320706001", "320706", "households.place_own")]
    public void A_place_of_the_household_is_asked_and_never_ones_own(string from, string to, string? refusal) =>
        (PlaceRequest.Ask(OfThreePlaces(), DivisionCode.Parse(from), Asked(to), "officer", Day).Error?.Type.Code).Should().Be(refusal);

    [Fact]
    public void Only_the_asked_place_answers_and_once()
    {
        var request = PlaceRequest.Ask(OfThreePlaces(), Home, Asked("320706006"), "officer", Day).Value;
        request.State(Day.PlusDays(10)).Should().Be(PlaceRequestState.Open);
        request.State(Day.PlusDays(11)).Should().Be(PlaceRequestState.Overdue);
        request.Reply(true, "found", Home, "officer", Day).Error!.Type.Should().Be(PlaceErrors.NotAsked);
        request.Withdraw("no need", DivisionCode.Parse("320706006"), "other", Day).Error!.Type.Should().Be(PlaceErrors.NotAsking);
        request.Reply(false, "nobody there", DivisionCode.Parse("320706006"), "other", Day).Refused.Should().BeFalse();
        request.State(Day.PlusDays(11)).Should().Be(PlaceRequestState.Answered);
        request.Reply(true, "found", DivisionCode.Parse("320706006"), "other", Day).Error!.Type.Should().Be(PlaceErrors.Closed);
        request.Withdraw("no need", Home, "officer", Day).Error!.Type.Should().Be(PlaceErrors.Closed);
    }

    [Theory]
    [InlineData("visit", "2012-06-01", 10, true)]
    [InlineData("papers", "2024-03-01", 5, true)]
    [InlineData("other", "2024-03-01", 15, false)]
    public void The_limit_of_each_kind_is_data_and_says_that_it_is_assumed(string kind, string day, int days, bool working)
    {
        var limit = PlaceRequest.Limits.On(kind, EmbeddedTable.Day(day));
        (limit.Days, limit.Working).Should().Be((days, working));
        limit.Article.Should().Contain("assumed");
    }

    private static NewPlaceRequest Asked(string to) => new(DivisionCode.Parse(to), PlaceRequestKind.Visit, "live there?", Day.PlusDays(10), "57 Art 5");

    private static Household OfThreePlaces()
    {
        var head = A.Member(new LocalDate(1960, 3, 14));
        var spouse = A.Member(new LocalDate(1962, 3, 14), Relationship.Spouse);
        spouse = spouse with { Particulars = spouse.Particulars with { Registered = DivisionCode.Parse("320707102003") } };
        return Household.Register(DivisionCode.Parse("320706001001"), DivisionCode.Parse("320706006001"), HukouKind.NonAgricultural, null, [head, spouse], Day, A.Now).Value;
    }
}
