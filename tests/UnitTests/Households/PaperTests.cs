using System.Text;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Papers;

namespace Dibao.UnitTests.Households;

/// <summary>A paper is what it says it is, and three papers say the same.</summary>
public sealed class PaperTests
{
    private static readonly LocalDate Day = new(2012, 6, 1);
    private readonly Household household = A.Household(Day);

    private PersonId Head => household.Members[0].Person;

    [Theory]
    [InlineData("application/pdf", 1)]
    [InlineData("Application/PDF; name=\"x.pdf\"", 1)]
    [InlineData("image/jpeg", 2)]
    [InlineData("image/png", 3)]
    [InlineData("image/tiff", 4)]
    [InlineData("image/gif", null)]
    [InlineData("application/octet-stream", null)]
    [InlineData("text/html", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Four_media_types_are_taken(string? header, int? media) => PaperMedias.Named(header).Should().Be((PaperMedia?)media);

    [Theory]
    [InlineData("255044462D312E37", 1)]
    [InlineData("FFD8FFE000104A464946", 2)]
    [InlineData("89504E470D0A1A0A0000000D", 3)]
    [InlineData("49492A0008000000", 4)]
    [InlineData("4D4D002A00000008", 4)]
    [InlineData("4D5A900003000000", null)]
    [InlineData("2025504446", null)]
    [InlineData("2550", null)]
    [InlineData("89504E470A1A0A", null)]
    [InlineData("", null)]
    public void A_file_tells_its_kind_by_its_first_bytes(string bytes, int? media) => PaperMedias.Told(Convert.FromHexString(bytes)).Should().Be((PaperMedia?)media);

    [Theory]
    [InlineData("diagnosis", "", "县医院", null, "households.paper_empty")]
    [InlineData("diagnosis", "MZ not a pdf", "县医院", null, "households.paper_other_content")]
    [InlineData("diagnosis", "%PDF-1.4", null, null, "households.paper_issuer_needed")]
    [InlineData("diagnosis", "%PDF-1.4", "县医院", "2012-06-02", "households.paper_issued_later")]
    [InlineData("diagnosis", "%PDF-1.4", "县医院", "2012-06-01", null)]
    [InlineData("mandate", "%PDF-1.4", null, null, null)]
    public void A_paper_is_filed_as_it_should_be_or_refused(string kind, string content, string? issuer, string? issued, string? refusal)
    {
        LocalDate? issuedOn = issued is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(issued).Value;
        (Paper.File(household, new(kind, PaperMedia.Pdf, Encoding.UTF8.GetBytes(content), issuer, issuedOn, Head), "officer", Day, A.Now).Error?.Type.Code).Should().Be(refusal);
    }

    [Fact]
    public void A_paper_concerns_a_member() =>
        Paper.File(household, new("diagnosis", PaperMedia.Pdf, A.Pdf(), "县医院", null, PersonId.New()), "officer", Day, A.Now).Error!.Type.Should().Be(HouseholdErrors.NotMember);

    [Fact]
    public void A_paper_is_withdrawn_once_and_then_neither_read_nor_the_same_again()
    {
        var paper = A.Paper(household, "disabilityCard", Head);
        paper.IsAgain(paper).Should().BeTrue();
        paper.Withdraw("wrong member", "officer", A.Now).Refused.Should().BeFalse();
        paper.IsAgain(paper).Should().BeFalse();
        paper.Withdraw("wrong member", "officer", A.Now).Error!.Type.Should().Be(PaperErrors.Withdrawn);
        paper.Read(A.Reading(paper, Head, 1, 2), Day).Error!.Type.Should().Be(PaperErrors.Withdrawn);
    }

    [Fact]
    public void A_reading_is_of_the_papers_member_with_a_number_where_it_has_one_and_of_a_day_that_has_been()
    {
        var card = A.Paper(household, "idCard", Head);
        card.Read(A.Reading(card, PersonId.New(), 1, 2), Day).Error!.Type.Should().Be(PaperErrors.OtherPerson);
        card.Read(A.Reading(card, Head, 1, null), Day).Error!.Type.Should().Be(PaperErrors.NumberNeeded);
        card.Read(A.Reading(card, Head, 1, 2, Day.PlusDays(1)), Day).Error!.Type.Should().Be(PaperErrors.StatedLater);
        card.Read(A.Reading(card, Head, 1, 2, Day), Day).Refused.Should().BeFalse();
    }

    [Theory]
    [InlineData(1, 2, PaperMatch.Agrees)]
    [InlineData(1, null, PaperMatch.Agrees)]
    [InlineData(9, 2, PaperMatch.Contradicts)]
    [InlineData(1, 9, PaperMatch.Contradicts)]
    [InlineData(9, 9, PaperMatch.Contradicts)]
    public void A_supporting_paper_agrees_when_it_states_the_same_name_and_number(int name, int? number, object state)
    {
        var card = A.Paper(household, "disabilityCard", Head);
        card.Read(A.Reading(card, Head, (byte)name, (byte?)number), Day).Refused.Should().BeFalse();
        var matched = Match([card]).Papers.Single(p => p.Kind == "disabilityCard");
        matched.State.Should().Be((PaperMatch)state);
        (matched.NameDiffers, matched.NumberDiffers).Should().Be((name != 1, number is not null and not 2));
    }

    [Fact]
    public void Three_papers_match_when_each_of_them_agrees_and_the_latest_reading_counts()
    {
        var (book, card, disability) = (A.Paper(household, "hukouBook"), A.Paper(household, "idCard", Head), A.Paper(household, "disabilityCard", Head));
        Match([]).Papers.Select(p => (p.Kind, p.State)).Should().Equal(("hukouBook", PaperMatch.Missing), ("idCard", PaperMatch.Missing), ("disabilityCard", PaperMatch.Missing));
        Match([book, card]).Papers.Select(p => p.State).Should().Equal(PaperMatch.Unread, PaperMatch.Unread, PaperMatch.Missing);
        foreach (var paper in new[] { book, card }) paper.Read(A.Reading(paper, Head, 1, 2), Day);
        disability.Read(A.Reading(disability, Head, 9, 2), Day);
        Match([book, card, disability]).Agrees.Should().BeFalse();
        disability.Read(A.Reading(disability, Head, 1, 2, later: 1), Day);
        Match([book, card, disability]).Agrees.Should().BeTrue();
    }

    [Fact]
    public void A_paper_that_the_check_supplies_is_not_missing() =>
        Match([], new LocalDate(2026, 11, 22)).Papers.Select(p => (p.Kind, p.State)).Should().Equal(("hukouBook", PaperMatch.NotAsked), ("idCard", PaperMatch.NotAsked), ("disabilityCard", PaperMatch.Missing));

    private PersonMatch Match(Paper[] papers, LocalDate? day = null) => ThreePapersMatch.Of(
        new(Head, [1], [2]),
        MissingPapers.Of([new(Circumstance.Always), new(Circumstance.Disabled, Head)], household.Members, [.. papers.Select(p => new BroughtPaper(p.Kind, p.Person))], [], day ?? Day),
        papers);
}
