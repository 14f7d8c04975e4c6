using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Members;
using Dibao.Households.Domain.Payees;

namespace Dibao.UnitTests.Households;

/// <summary>Who is paid, and how another comes in his place.</summary>
public sealed class PayeeTests
{
    private static readonly LocalDate Day = new(2024, 3, 1);
    private static readonly NewMember Head = A.Member(new LocalDate(1960, 3, 14));
    private static readonly NewMember Wife = A.Member(new LocalDate(1962, 3, 14), Relationship.Spouse);
    private static readonly NewMember Child = A.Member(Day.PlusYears(-18).PlusDays(1), Relationship.Son);
    private static readonly OutsideNumber Grown = new(new LocalDate(1970, 1, 1), [1], [2], "990***************");
    private static readonly OutsideNumber Youth = new(Day.PlusYears(-18).PlusDays(1), [1], [2], "990***************");
    private static readonly HoldingGround Paper = new(Guid.NewGuid(), null, null, null);
    private static readonly HoldingGround Agreement = new(null, "代管〔2024〕3号", Day, "镇人民政府与本户");
    private readonly Household household = A.Household(Day, members: [Head, Wife, Child]);

    private static readonly (string Who, NamedPayee Named, string? Refusal)[] Payees =
    [
        ("the applicant", Of(HolderKind.Head, Head), null),
        ("the applicant, kind left out", Of(null, Head), null),
        ("another member", Of(HolderKind.Member, Wife), null),
        ("another member as the applicant", Of(HolderKind.Head, Wife), "households.holder_kind"),
        ("the applicant as another member", Of(HolderKind.Member, Head), "households.holder_kind"),
        ("somebody who is no member", Of(null, A.Member(new LocalDate(1970, 1, 1))), "households.not_a_member"),
        ("a member in whose name the account stands", Of(null, Head) with { HolderName = "王 建国" }, null),
        ("a member, the account in another name", Of(null, Head) with { HolderName = "李四" }, "households.account_of_another"),
        ("a joint account", Of(null, Head) with { Holders = 2 }, "households.joint_account"),
        ("a mother for her child", Of(HolderKind.Guardian, Wife, Child), null),
        ("a guardian from outside for a child, with the proof on file", Outside(HolderKind.Guardian, Grown, Child) with { Ground = Paper }, null),
        ("a guardian from outside for a child, without proof", Outside(HolderKind.Guardian, Grown, Child), "households.payee_ground"),
        ("a guardian from outside without a number", Outside(HolderKind.Guardian, null, Child), "households.holder_kind"),
        ("a guardian who is a minor", Outside(HolderKind.Guardian, Youth, Child), "households.not_a_guardian"),
        ("a guardian of nobody", Outside(HolderKind.Guardian, Grown), "households.not_a_guardian"),
        ("a guardian of himself", Of(HolderKind.Guardian, Wife, Wife), "households.not_a_guardian"),
        ("a guardian of one who is no member", Outside(HolderKind.Guardian, Grown, A.Member(Day)), "households.not_a_guardian"),
        ("a guardian of a grown person without a judgment", Outside(HolderKind.Guardian, Grown, Wife), "households.payee_ground"),
        ("a guardian of a grown person by a judgment on file", Outside(HolderKind.Guardian, Grown, Wife) with { Ground = Paper }, null),
        ("a township under an agreement on file", Outside(HolderKind.Custodian) with { Ground = Paper }, null),
        ("a township under a numbered agreement", Outside(HolderKind.Custodian) with { Ground = Agreement }, null),
        ("a township without an agreement", Outside(HolderKind.Custodian), "households.payee_ground"),
        ("a township under half an agreement", Outside(HolderKind.Custodian) with { Ground = Agreement with { SignedOn = null } }, "households.payee_ground"),
        ("a township under an agreement of tomorrow", Outside(HolderKind.Custodian) with { Ground = Agreement with { SignedOn = Day.PlusDays(1) } }, "households.payee_ground"),
        ("a custodian who is a member", Of(HolderKind.Custodian, Wife) with { Ground = Agreement }, "households.holder_kind"),
        ("an institution", Outside(HolderKind.Institution), null),
    ];

    public static TheoryData<string> Names => [.. Payees.Select(p => p.Who)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_holder_of_the_account_is_the_payee(string who)
    {
        var (_, named, refusal) = Payees.Single(p => p.Who == who);
        (household.NamePayee(named, Day, null, Day, A.Now).Error?.Type.Code).Should().Be(refusal);
    }

    [Theory]
    [InlineData("2024-03-01", null, null)]
    [InlineData("2024-03-05", "2025-03-05", null)]
    [InlineData("2024-02-29", null, "households.payee_validity")]
    [InlineData("2024-03-05", "2024-03-05", "households.payee_validity")]
    public void It_is_paid_from_today_on_or_later(string from, string? to, string? refusal) =>
        (household.NamePayee(Of(null, Head), The(from), to is null ? null : The(to), Day, A.Now).Error?.Type.Code).Should().Be(refusal);

    [Theory]
    [InlineData("6228480402564890018", true)]
    [InlineData("6228480402564890019", false)]
    [InlineData("79927398713", true)]
    [InlineData("79927398710", false)]
    public void A_wrong_check_digit_is_told_and_refuses_nothing(string number, bool checks)
    {
        SealedAccount.Checks(number).Should().Be(checks);
        var named = household.NamePayee(Of(null, Head) with { Account = A.Account(number) }, Day, null, Day, A.Now).Value;
        named.FailsCheckDigit.Should().Be(!checks);
        named.AccountHash.Should().NotBeEmpty();
    }

    [Fact]
    public void One_person_names_the_first_account_and_no_other()
    {
        var first = household.NamePayee(Of(null, Head), Day, null, Day, A.Now).Value;
        household.NamePayee(Of(null, Head), Day, null, Day, A.Now).Value.Should().BeSameAs(first, "the same again changes nothing");
        household.NamePayee(Of(null, Wife), Day, null, Day, A.Now).Error!.Type.Should().Be(PayeeErrors.Stands);
        household.NamePayee(Of(null, Head) with { Account = A.Account("6222000000000000") }, Day, null, Day, A.Now).Error!.Type.Should().Be(PayeeErrors.Stands);
        household.Payees.Should().ContainSingle();
    }

    [Fact]
    public void After_an_account_has_ended_the_next_is_a_first_one()
    {
        household.NamePayee(Of(null, Head), Day, Day.PlusDays(30), Day, A.Now);
        household.NamePayee(Of(null, Wife), Day.PlusDays(29), null, Day.PlusDays(29), A.Now).Error!.Type.Should().Be(PayeeErrors.Stands);
        household.NamePayee(Of(null, Wife), Day.PlusDays(30), null, Day.PlusDays(30), A.Now).Refused.Should().BeFalse();
    }

    [Fact]
    public void Two_persons_change_it_and_until_then_the_old_one_is_paid()
    {
        household.NamePayee(Of(null, Head), Day, null, Day, A.Now);
        var change = Propose(Of(null, Wife)).Value;
        household.Payees.Should().ContainSingle(p => p.HoldsOn(Day) && p.Holder == Head.Person);
        change.Confirm(household, "village", Day, A.Now).Error!.Type.Should().Be(PayeeErrors.SamePerson);
        change.Refuse("not his", "village", Day).Error!.Type.Should().Be(PayeeErrors.SamePerson);

        change.Confirm(household, "township", Day.PlusDays(9), A.Now).Refused.Should().BeFalse();
        household.Payees.Should().ContainSingle(p => p.HoldsOn(Day.PlusDays(8)) && p.Holder == Head.Person, "nothing changes before the confirmation");
        household.Payees.Should().ContainSingle(p => p.HoldsOn(Day.PlusDays(9)) && p.Holder == Wife.Person);
        change.Refuse("too late", "township", Day.PlusDays(9)).Error!.Type.Should().Be(PayeeErrors.Answered);
    }

    [Fact]
    public void A_refused_change_leaves_the_old_one()
    {
        household.NamePayee(Of(null, Head), Day, null, Day, A.Now);
        var change = Propose(Of(null, Wife)).Value;
        change.Refuse("the passbook is another person's", "township", Day).Refused.Should().BeFalse();
        (change.State, change.OpenFor, change.Reason).Should().Be((PayeeChangeState.Refused, null, "the passbook is another person's"));
        household.Payees.Should().ContainSingle(p => p.HoldsOn(Day) && p.Holder == Head.Person);
    }

    [Fact]
    public void A_change_needs_a_payee_that_stands_a_proof_and_something_that_changes()
    {
        Propose(Of(null, Wife)).Error!.Type.Should().Be(PayeeErrors.NoneStands);
        household.NamePayee(Of(null, Head), Day, null, Day, A.Now);
        PayeeChange.Propose(household, Of(null, Wife), Day, null, new(null, null), "village", Day).Error!.Type.Should().Be(PayeeErrors.ProofNeeded);
        PayeeChange.Propose(household, Of(null, Wife), Day, null, new(Guid.NewGuid(), null), "village", Day).Refused.Should().BeFalse();
        Propose(Of(null, Head)).Error!.Type.Should().Be(PayeeErrors.Same);
        Propose(Of(null, Wife) with { Holders = 2 }).Error!.Type.Should().Be(PayeeErrors.JointAccount);
    }

    [Fact]
    public void Who_has_left_meanwhile_is_not_paid()
    {
        household.NamePayee(Of(null, Head), Day, null, Day, A.Now);
        var change = Propose(Of(null, Wife)).Value;
        household.ReportDeath(Wife.Person, Day, Day.PlusDays(1), A.Now).Refused.Should().BeFalse();
        change.Confirm(household, "township", Day.PlusDays(1), A.Now).Error!.Type.Should().Be(HouseholdErrors.NotMember);
    }

    private Result<PayeeChange> Propose(NamedPayee named) => PayeeChange.Propose(household, named, Day, null, new(null, "old passbook lost"), "village", Day);

    private static NamedPayee Of(HolderKind? kind, NewMember holder, NewMember? ward = null) => new(kind, holder.Person, null, null, ward?.Person, "农村商业银行", A.Account());

    private static NamedPayee Outside(HolderKind kind, OutsideNumber? number = null, NewMember? ward = null) => new(kind, null, "某镇人民政府", number, ward?.Person, "农村商业银行", A.Account());

    private static LocalDate The(string day) => NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
}
