using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Funds;
using Dibao.Contracts.Households;
using Dibao.Funds.Domain;

namespace Dibao.UnitTests.Funds;

public class PayrollTests
{
    private static readonly DivisionCode County = DivisionCode.Parse("320706");
    private static readonly DivisionCode Village = DivisionCode.Parse("320706001001");
    private static readonly LocalDate Day = new(2012, 3, 8);
    private static readonly Month March = Month.Of(2012, 3);

    // Arrears: every month owed and on no payroll yet, none twice.
    [Theory]
    [InlineData("2012-03", null, null, "2012-03", "2012-03")]
    [InlineData("2012-01", null, null, "2012-03", "2012-01 2012-02 2012-03")]
    [InlineData("2011-12", null, "2012-01", "2012-03", "2012-02 2012-03")]
    [InlineData("2012-01", null, "2012-03", "2012-03", "")]
    [InlineData("2012-04", null, null, "2012-03", "")]
    [InlineData("2012-01", "2012-02", null, "2012-03", "2012-01 2012-02")]
    [InlineData("2012-01", "2012-02", "2012-01", "2012-03", "2012-02")]
    [InlineData("2012-01", "2012-02", "2012-02", "2012-03", "")]
    [InlineData("2012-02", "2012-01", null, "2012-03", "")]
    [InlineData("2011-11", "2012-06", null, "2012-01", "2011-11 2011-12 2012-01")]
    public void Every_month_owed_is_due_once(string first, string? last, string? paidThrough, string upTo, string due)
    {
        var payable = A(first, last, paidThrough);
        payable.Due(Month.Parse(upTo), [Worth(payable, first, 300)]).Select(d => d.Month.ToString()).Should().Equal(due.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Each_month_is_paid_at_the_amount_of_that_month()
    {
        var payable = A("2012-01", null, null);
        payable.Due(Month.Parse("2012-04"), [Worth(payable, "2012-03", 200), Worth(payable, "2012-01", 300, persons: 3)])
            .Should().Equal(new DueMonth(Month.Parse("2012-01"), 300, 3), new(Month.Parse("2012-02"), 300, 3), new(Month.Parse("2012-03"), 200, 2), new(Month.Parse("2012-04"), 200, 2));
    }

    [Fact]
    public void A_month_without_benefit_is_passed_over()
    {
        var payable = A("2012-01", null, null);
        payable.Due(March, [Worth(payable, "2012-01", 300), Worth(payable, "2012-02", 0), Worth(payable, "2012-03", 100)]).Select(d => d.AmountFen).Should().Equal(300, 100);
    }

    [Fact]
    public void No_payroll_is_built_ahead_of_its_month()
    {
        Payroll.Build(PayrollKind.Regular, County, March.Next, 1, 5, "clerk", Day).Error!.Type.Should().Be(FundErrors.MonthAhead);
        Payroll.Build(PayrollKind.Regular, County, March, 1, 5, "clerk", Day).Refused.Should().BeFalse();
    }

    [Theory]
    [InlineData("lock", nameof(PayrollState.Built))]
    [InlineData("request", nameof(PayrollState.Locked))]
    [InlineData("approve", nameof(PayrollState.Requested))]
    [InlineData("transfer", nameof(PayrollState.Approved))]
    [InlineData("settle", nameof(PayrollState.Transferred))]
    public void Each_step_follows_the_one_before_and_no_other(string step, string needed)
    {
        foreach (var state in Enum.GetValues<PayrollState>())
        {
            var refused = Do(In(state), step, $"other-{step}");
            if (state.ToString() == needed) refused.Should().BeNull();
            else refused!.Type.Should().Be(FundErrors.WrongState, "{0} in {1}", step, state);
        }
    }

    // 649 Art 64: who did one step does not do the next.
    [Theory]
    [InlineData("lock", "clerk", true)]
    [InlineData("request", "clerk", false)]
    [InlineData("request", "locker", false)]
    [InlineData("request", "leader", true)]
    [InlineData("approve", "leader", false)]
    [InlineData("approve", "approver", true)]
    [InlineData("transfer", "approver", false)]
    [InlineData("transfer", "leader", false)]
    [InlineData("transfer", "treasurer", true)]
    [InlineData("settle", "treasurer", false)]
    [InlineData("settle", "bank", true)]
    public void Duties_are_separated(string step, string by, bool allowed)
    {
        var state = step switch
        {
            "lock" => PayrollState.Built,
            "request" => PayrollState.Locked,
            "approve" => PayrollState.Requested,
            "transfer" => PayrollState.Approved,
            _ => PayrollState.Transferred,
        };
        (Do(In(state), step, by)?.Type).Should().Be(allowed ? null : FundErrors.SamePerson);
    }

    [Fact]
    public void A_payroll_changed_after_its_lock_is_not_approved()
    {
        var lines = Lines(3).ToList();
        var requested = Requested(lines);
        requested.Approve(Count([.. lines.Take(2)]), "approver", Day).Error!.Type.Should().Be(FundErrors.PayrollAltered);
        requested.Approve(Count(lines) with { TotalFen = 1 }, "approver", Day).Error!.Type.Should().Be(FundErrors.PayrollAltered);
        requested.Approve(Count(lines), "approver", Day).Refused.Should().BeFalse();
    }

    public static TheoryData<string, object> LineFields => new()
    {
        { nameof(PayrollLine.LineNo), 9 },
        { nameof(PayrollLine.Entitlement), EntitlementId.New() },
        { nameof(PayrollLine.Household), HouseholdId.New() },
        { nameof(PayrollLine.Division), DivisionCode.Parse("320706001002") },
        { nameof(PayrollLine.Scheme), Scheme.Rural },
        { nameof(PayrollLine.BenefitMonth), Month.Of(2011, 1) },
        { nameof(PayrollLine.Attempt), 2 },
        { nameof(PayrollLine.Persons), 7 },
        { nameof(PayrollLine.AmountFen), 1L },
        { nameof(PayrollLine.Payee), PayeeId.New() },
        { nameof(PayrollLine.Holder), "李四" },
        { nameof(PayrollLine.Bank), "他行" },
        { nameof(PayrollLine.SealedAccount), new byte[] { 9 } },
        { nameof(PayrollLine.MaskedAccount), "***9999" },
    };

    [Theory]
    [MemberData(nameof(LineFields))]
    public void Whatever_decides_who_is_paid_how_much_changes_the_hash(string field, object value)
    {
        var lines = Lines(2).ToList();
        var before = Count(lines).Hash;
        typeof(PayrollLine).GetProperty(field)!.SetValue(lines[1], value);
        Count(lines).Hash.Should().NotBe(before);
    }

    [Fact]
    public void What_the_bank_reports_does_not_change_the_hash()
    {
        var lines = Lines(2).ToList();
        var before = Count(lines).Hash;
        typeof(PayrollLine).GetProperty(nameof(PayrollLine.State))!.SetValue(lines[1], LineState.Returned);
        Count(lines).Hash.Should().Be(before);
    }

    [Fact]
    public void A_household_paid_for_several_months_counts_once_with_its_persons_of_the_latest()
    {
        var payable = A("2012-01", null, null);
        var payee = PayeeOf(payable);
        var id = PayrollId.New();
        PayrollLine[] lines =
        [
            PayrollLine.For(id, 1, payable, new(Month.Parse("2012-02"), 300, 3), payee), PayrollLine.For(id, 2, payable, new(March, 200, 2), payee),
            PayrollLine.For(id, 3, payable, new(Month.Parse("2012-01"), 300, 3), payee),
        ];
        var total = Count(lines);
        (total.Lines, total.Households, total.Persons, total.TotalFen).Should().Be((3, 1, 2, 800));
    }

    [Theory]
    [InlineData("2012-03-08", new[] { 1, 3 }, null)]
    [InlineData("2012-03-08", new int[0], null)]
    [InlineData("2012-03-08", new[] { 4 }, "funds.unknown_line")]
    [InlineData("2012-03-08", new[] { 0 }, "funds.unknown_line")]
    [InlineData("2012-03-08", new[] { 2, 2 }, "funds.doubled_line")]
    [InlineData("2012-03-09", new int[0], "funds.payment_date")]
    [InlineData("2012-03-07", new int[0], "funds.payment_date")]
    public void The_bank_reports_each_line_at_most_once_and_none_of_its_own(string paidOn, int[] returned, string? refusal)
    {
        var checkedReport = In(PayrollState.Transferred).Check(
            NodaTime.Text.LocalDatePattern.Iso.Parse(paidOn).Value, [.. returned.Select(n => new ReturnedLine(n, ReturnReason.AccountClosed))], "bank", Day);
        (checkedReport.Error?.Type.Code).Should().Be(refusal);
    }

    [Theory]
    [InlineData(0, 600)]
    [InlineData(200, 400)]
    [InlineData(600, 0)]
    public void What_did_not_come_back_was_paid_and_it_is_said_aloud(long returned, long paid)
    {
        var payroll = In(PayrollState.Transferred);
        payroll.Settle(returned, "bank", Day);
        payroll.State.Should().Be(PayrollState.Settled);
        payroll.Facts.Should().Equal(new PayrollSettled(payroll.Id, County, March, paid, returned, Day));
    }

    // A return is paid again into another account, once.
    [Theory]
    [InlineData(nameof(LineState.Returned), true, false, true)]
    [InlineData(nameof(LineState.Returned), false, false, false)]
    [InlineData(nameof(LineState.Returned), true, true, false)]
    [InlineData(nameof(LineState.Paid), true, false, false)]
    [InlineData(nameof(LineState.Pending), true, false, false)]
    public void A_return_is_paid_again_once_the_account_has_changed(string state, bool otherAccount, bool alreadyRepaid, bool again)
    {
        var payable = A("2012-01", null, null);
        var payee = PayeeOf(payable);
        var line = PayrollLine.For(PayrollId.New(), 1, payable, new(March, 300, 2), payee);
        typeof(PayrollLine).GetProperty(nameof(PayrollLine.State))!.SetValue(line, Enum.Parse<LineState>(state));
        if (alreadyRepaid) typeof(PayrollLine).GetProperty(nameof(PayrollLine.RepaidBy))!.SetValue(line, PayrollId.New());

        line.CanBeRepaidTo(otherAccount ? PayeeOf(payable) : payee).Should().Be(again);
    }

    [Fact]
    public void A_payment_again_is_for_the_same_month_and_amount_and_is_the_next_attempt()
    {
        var payable = A("2012-01", null, null);
        var line = PayrollLine.For(PayrollId.New(), 4, payable, new(March, 300, 2), PayeeOf(payable));
        var (other, payroll) = (PayeeOf(payable), PayrollId.New());
        var again = line.Again(payroll, 1, other);
        (again.Entitlement, again.BenefitMonth, again.AmountFen, again.Attempt).Should().Be((line.Entitlement, March, 300, 2));
        (again.Payroll, again.LineNo, again.Payee, again.State).Should().Be((payroll, 1, other.Account, LineState.Pending));
    }

    [Theory]
    [InlineData("王建国", "王建国")]
    [InlineData("农行,东支行", "\"农行,东支行\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x,y", "\"'@x,y\"")]
    [InlineData("\tx", "'\tx")]
    [InlineData("", "")]
    [InlineData("6221880000000000012", "6221880000000000012")]
    public void The_bank_file_quotes_what_needs_quoting_and_disarms_formulas(string text, string field) => BankFile.Field(text).Should().Be(field);

    [Fact]
    public void A_line_of_the_bank_file_is_number_holder_bank_account_and_fen()
    {
        var payable = A("2012-01", null, null);
        BankFile.Line(PayrollLine.For(PayrollId.New(), 12, payable, new(March, 30_050, 2), PayeeOf(payable)), "6221").Should().Be("12,王建国,农行,6221,30050\r\n");
    }

    private static Payable A(string first, string? last, string? paidThrough)
    {
        var payable = new Payable
        {
            Entitlement = EntitlementId.New(),
            Household = HouseholdId.New(),
            Division = Village,
            County = County,
            Scheme = Scheme.Urban,
            FirstMonth = Month.Parse(first),
            PaidThrough = paidThrough is null ? null : Month.Parse(paidThrough),
        };
        if (last is not null) payable.StopAfter(Month.Parse(last));
        return payable;
    }

    private static PayableAmount Worth(Payable payable, string from, long fen, int persons = 2) =>
        new() { Entitlement = payable.Entitlement, FromMonth = Month.Parse(from), MonthlyFen = fen, Persons = persons };

    private static Payee PayeeOf(Payable payable) => new(payable.Household, PayeeId.New(), "王建国", "农行", [1, 2, 3], "***0012");

    private static IEnumerable<PayrollLine> Lines(int count)
    {
        var id = PayrollId.New();
        for (var i = 1; i <= count; i++)
        {
            var payable = A("2012-03", null, null);
            yield return PayrollLine.For(id, i, payable, new(March, 200, 2), PayeeOf(payable));
        }
    }

    private static RosterTotals Count(IEnumerable<PayrollLine> lines)
    {
        using var count = new RosterCount();
        foreach (var line in lines) count.Add(line);
        return count.Total();
    }

    private static Payroll Requested(List<PayrollLine> lines)
    {
        var payroll = Payroll.Build(PayrollKind.Regular, County, March, 1, 5, "clerk", Day).Value;
        payroll.Fill(lines.Count, 0);
        payroll.Lock(Count(lines), "locker", Day).Refused.Should().BeFalse();
        payroll.Request("leader", Day).Refused.Should().BeFalse();
        return payroll;
    }

    /// <summary>A payroll of three payments of 200 fen that has come as far as a state, each step by somebody else.</summary>
    private static Payroll In(PayrollState state)
    {
        var payroll = Payroll.Build(PayrollKind.Regular, County, March, 1, 5, "clerk", Day).Value;
        payroll.Fill(3, 0);
        if (state >= PayrollState.Locked) Do(payroll, "lock", "locker").Should().BeNull();
        if (state >= PayrollState.Requested) Do(payroll, "request", "leader").Should().BeNull();
        if (state >= PayrollState.Approved) Do(payroll, "approve", "approver").Should().BeNull();
        if (state >= PayrollState.Transferred) Do(payroll, "transfer", "treasurer").Should().BeNull();
        if (state >= PayrollState.Settled) payroll.Settle(0, "bank", Day);
        return payroll;
    }

    private static readonly RosterTotals Three = Count(Lines(3));

    private static Error? Do(Payroll payroll, string step, string by) => step switch
    {
        "lock" => payroll.Lock(Three, by, Day).Error,
        "request" => payroll.Request(by, Day).Error,
        "approve" => payroll.Approve(Three, by, Day).Error,
        "transfer" => payroll.Transfer(by, Day).Error,
        _ => payroll.Check(Day, [], by, Day).Error,
    };
}
