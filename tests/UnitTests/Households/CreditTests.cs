using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Members;
using Dibao.Households.Domain.Papers;

namespace Dibao.UnitTests.Households;

/// <summary>Declarations, the credit record, and who issued false papers.</summary>
public sealed class CreditTests
{
    private static readonly LocalDate Day = new(2023, 3, 1);
    private static readonly NewMember Head = A.Member(new LocalDate(1960, 3, 14));
    private static readonly NewMember Child = A.Member(Day.PlusYears(-18).PlusDays(1), Relationship.Son);
    private readonly Household household = A.Household(Day, members: [Head, Child]);

    [Theory]
    [InlineData("NoticeAndPromise", "wageCertificate", "2023-03-01", null)]
    [InlineData("NoticeAndPromise", "wageCertificate", "2022-10-19", "households.promise_not_allowed")]
    [InlineData("NoticeAndPromise", "diagnosis", "2023-03-01", "households.promise_not_allowed")]
    [InlineData("NoticeAndPromise", "marriageCertificate", "2023-03-01", "households.promise_not_allowed")]
    [InlineData("NoticeAndPromise", null, "2023-03-01", "households.promise_paper")]
    [InlineData("Truth", "wageCertificate", "2023-03-01", "households.promise_paper")]
    [InlineData("Truth", null, "2023-03-01", null)]
    [InlineData("CheckAuthorisation", null, "2023-03-02", "households.signing_date")]
    public void A_declaration_is_signed_as_the_law_lets_it(string kind, string? paper, string signed, string? refusal) =>
        (Sign(Enum.Parse<DeclarationKind>(kind), Head.Person, signed, paper).Error?.Type.Code).Should().Be(refusal);

    [Fact]
    public void Nobody_signs_before_he_is_eighteen_or_for_another_household()
    {
        Sign(DeclarationKind.Truth, Child.Person, "2023-03-01").Error!.Type.Should().Be(PaperErrors.SigningDate);
        Sign(DeclarationKind.Truth, PersonId.New(), "2023-03-01").Error!.Type.Should().Be(HouseholdErrors.NotMember);
    }

    [Fact]
    public void A_false_promise_makes_one_credit_entry()
    {
        var promise = Sign(DeclarationKind.NoticeAndPromise, Head.Person, "2023-02-01", "wageCertificate").Value;
        promise.FindFalse(new LocalDate(2023, 1, 31), "wage list", "officer", Day, A.Now).Error!.Type.Should().Be(PaperErrors.CreditDate);
        promise.FindFalse(Day.PlusDays(1), "wage list", "officer", Day, A.Now).Error!.Type.Should().Be(PaperErrors.CreditDate);
        promise.FoundFalseOn.Should().BeNull();
        var entry = promise.FindFalse(Day, "wage list", "officer", Day, A.Now).Value;
        (entry.Kind, entry.Person, entry.On, entry.Article).Should().Be((CreditKind.FalsePromise, Head.Person, Day, "83 I(2)"));
        promise.FindFalse(Day, "wage list", "officer", Day, A.Now).Error!.Type.Should().Be(PaperErrors.FoundFalseBefore);
        Sign(DeclarationKind.Truth, Head.Person, "2023-02-01").Value.FindFalse(Day, "wage list", "officer", Day, A.Now).Error!.Type.Should().Be(PaperErrors.NoPromise);
    }

    [Fact]
    public void An_entry_is_struck_out_once()
    {
        var entry = CreditEntry.Record(household.Id, household.Division, null, new(Head.Person, CreditKind.VoluntaryExit, Day, "83 V(5)", "left"), "officer", Day, A.Now).Value;
        entry.StrikeOut("wrong member", "another", A.Now).Refused.Should().BeFalse();
        entry.StrikeOut("wrong member", "another", A.Now).Error!.Type.Should().Be(PaperErrors.StruckOut);
    }

    [Theory]
    [InlineData(CreditKind.FalsePromise, false)]
    [InlineData(CreditKind.Concealment, false)]
    [InlineData(CreditKind.FalsePaper, false)]
    [InlineData(CreditKind.HonestDeclaration, true)]
    [InlineData(CreditKind.SelfReport, true)]
    [InlineData(CreditKind.VoluntaryExit, true)]
    public void An_entry_speaks_for_or_against(object kind, bool good) => CreditEntry.IsGood((CreditKind)kind).Should().Be(good);

    [Theory]
    [InlineData("某镇卫生院", "某镇卫生院")]
    [InlineData(" 某镇 卫生院(总院)", "某镇卫生院总院")]
    [InlineData("Ｎｏ．３ Hospital", "NO3HOSPITAL")]
    public void Names_are_compared_without_blanks_width_or_case(string name, string plain) => FalseIssuer.Plain(name).Should().Be(plain);

    [Theory]
    [InlineData("320706001001", "32")]
    [InlineData("110000", "11")]
    [InlineData("0", "0")]
    public void An_entry_flags_in_its_province(string place, string province) => FalseIssuer.ProvinceOf(DivisionCode.Parse(place)).ToString().Should().Be(province);

    [Theory]
    [InlineData(-10, false, true, "uploaded before the proof: it came onto the register later")]
    [InlineData(10, false, true, "uploaded while it stands")]
    [InlineData(-10, true, false, "came on later, and is cleared now")]
    [InlineData(10, true, true, "stood there on the day of upload")]
    [InlineData(20, true, false, "cleared on that day")]
    public void A_paper_is_flagged_when_its_issuer_stands_on_the_register_on_the_day_of_upload_or_later(int uploadedAfter, bool cleared, bool flagged, string because)
    {
        var issuer = Entered();
        if (cleared) issuer.Clear("set aside", mistaken: false, "officer", Day.PlusDays(20)).Refused.Should().BeFalse();
        issuer.Flags(Day.PlusDays(uploadedAfter)).Should().Be(flagged, because);
    }

    [Fact]
    public void A_mistake_flags_nothing_and_is_cleared_once()
    {
        var issuer = Entered();
        issuer.Clear("another unit of that name", mistaken: true, "officer", Day.PlusDays(20));
        issuer.Flags(Day.PlusDays(10)).Should().BeFalse();
        issuer.Clear("again", mistaken: false, "officer", Day.PlusDays(21)).Error!.Type.Should().Be(PaperErrors.IssuerCleared);
    }

    [Fact]
    public void A_proof_has_been_made() =>
        FalseIssuer.Enter(DivisionCode.Parse("320706"), "某镇卫生院", "diagnosis", "17", Day.PlusDays(1), "note", "officer", Day).Error!.Type.Should().Be(PaperErrors.ProvenLater);

    private static FalseIssuer Entered() => FalseIssuer.Enter(DivisionCode.Parse("320706"), "某镇卫生院", "diagnosis", "17", Day, "note", "officer", Day).Value;

    private Result<Declaration> Sign(DeclarationKind kind, PersonId by, string on, string? paper = null) =>
        Declaration.Sign(household, kind, by, NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value, paper, "v1", "officer", Day, A.Now);
}
