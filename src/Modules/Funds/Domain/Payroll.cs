using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Funds;

namespace Dibao.Funds.Domain;

/// <summary>What a payroll pays.</summary>
internal enum PayrollKind
{
    /// <summary>The month, with arrears.</summary>
    Regular = 1,

    /// <summary>What the bank returned, into new accounts (补发).</summary>
    Repayment = 2,
}

/// <summary>Where a payroll stands; each step follows the one before.</summary>
internal enum PayrollState
{
    /// <summary>Its lines are written.</summary>
    Built = 1,

    /// <summary>Totalled and hashed: it never changes again.</summary>
    Locked = 2,

    /// <summary>Payment was requested (请款).</summary>
    Requested = 3,

    /// <summary>Finance approved the request.</summary>
    Approved = 4,

    /// <summary>The money is with the agent bank.</summary>
    Transferred = 5,

    /// <summary>The bank reported on every line.</summary>
    Settled = 6,
}

/// <summary>A line that the bank could not pay.</summary>
internal sealed record ReturnedLine(int LineNo, ReturnReason Reason);

/// <summary>
/// A payroll of a county (发放名册): built, locked, requested, approved, transferred, settled. Request, approval, transfer and the
/// bank's report are each the work of somebody who did not do the step before (649 Art 64).
/// </summary>
internal sealed class Payroll : AggregateRoot, IPlaced
{
    private Payroll()
    {
    }

    public PayrollId Id { get; private init; }

    public PayrollKind Kind { get; private init; }

    /// <summary>The county.</summary>
    public DivisionCode Division { get; private init; }

    public Month Month { get; private init; }

    /// <summary>1 for the regular payroll of a month; re-payments of a month count on from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Number of the county's last fact that it knows of; null for a re-payment.</summary>
    public long? UpTo { get; private init; }

    public PayrollState State { get; private set; }

    public int Lines { get; private set; }

    /// <summary>Households left out because they have named no account.</summary>
    public int WithoutPayee { get; private set; }

    public int Households { get; private set; }

    public int Persons { get; private set; }

    public long TotalFen { get; private set; }

    /// <summary>SHA-256 over all lines; empty before the lock.</summary>
    public string LinesHash { get; private set; } = "";

    public long RequestedFen { get; private set; }

    public long PaidFen { get; private set; }

    public long ReturnedFen { get; private set; }

    public string BuiltBy { get; private set; } = "";

    public LocalDate BuiltOn { get; private set; }

    public string? LockedBy { get; private set; }

    public LocalDate? LockedOn { get; private set; }

    public string? RequestedBy { get; private set; }

    public LocalDate? RequestedOn { get; private set; }

    public string? ApprovedBy { get; private set; }

    public LocalDate? ApprovedOn { get; private set; }

    public string? TransferredBy { get; private set; }

    public LocalDate? TransferredOn { get; private set; }

    public string? SettledBy { get; private set; }

    public LocalDate? SettledOn { get; private set; }

    /// <summary>What the ledger says of it: <c>2012-03/regular/1</c>.</summary>
    public string Memo => $"{Month}/{(Kind == PayrollKind.Regular ? "regular" : "repayment")}/{Number}";

    /// <summary>Begins the payroll of a month: benefits are paid by the month, and none ahead of it (57 Art 25).</summary>
    public static Result<Payroll> Build(PayrollKind kind, DivisionCode county, Month month, int number, long? upTo, string by, LocalDate today)
    {
        if (month > Month.Of(today))
            return FundErrors.MonthAhead.Because($"{month} 晚于本月 {Month.Of(today)},请在当月生成。", $"{month} is after {Month.Of(today)}: build it when the month has come.");
        return new Payroll
        {
            Id = PayrollId.New(),
            Kind = kind,
            Division = county,
            Month = month,
            Number = number,
            UpTo = upTo,
            State = PayrollState.Built,
            BuiltBy = by,
            BuiltOn = today,
        };
    }

    /// <summary>Says how many lines were written, and for how many households none.</summary>
    public void Fill(int lines, int withoutPayee)
    {
        Lines = lines;
        WithoutPayee = withoutPayee;
    }

    public Result<Done> Lock(RosterTotals totals, string by, LocalDate today)
    {
        if (Not(PayrollState.Built) is { } wrong) return wrong;
        if (totals.Lines != Lines) return Altered(totals);
        (Households, Persons, TotalFen, LinesHash) = (totals.Households, totals.Persons, totals.TotalFen, totals.Hash);
        (State, LockedBy, LockedOn) = (PayrollState.Locked, by, today);
        return Done.It;
    }

    /// <summary>Requests the payroll's total from finance (请款); whoever built or locked it does not.</summary>
    public Result<Done> Request(string by, LocalDate today)
    {
        if (Not(PayrollState.Locked) is { } wrong) return wrong;
        if (Same(by, BuiltBy, LockedBy) is { } same) return same;
        RequestedFen = TotalFen;
        (State, RequestedBy, RequestedOn) = (PayrollState.Requested, by, today);
        return Done.It;
    }

    /// <summary>Approves the request: what is requested must be the sum of the lines as they were locked.</summary>
    public Result<Done> Approve(RosterTotals recounted, string by, LocalDate today)
    {
        if (Not(PayrollState.Requested) is { } wrong) return wrong;
        if (Same(by, RequestedBy) is { } same) return same;
        if (recounted.TotalFen != RequestedFen || recounted.Lines != Lines || recounted.Hash != LinesHash) return Altered(recounted);
        (State, ApprovedBy, ApprovedOn) = (PayrollState.Approved, by, today);
        return Done.It;
    }

    /// <summary>Transfers the money to the agent bank; whoever requested or approved it does not.</summary>
    public Result<Done> Transfer(string by, LocalDate today)
    {
        if (Not(PayrollState.Approved) is { } wrong) return wrong;
        if (Same(by, RequestedBy, ApprovedBy) is { } same) return same;
        (State, TransferredBy, TransferredOn) = (PayrollState.Transferred, by, today);
        return Done.It;
    }

    /// <summary>Whether the bank may have the file: once the money is with it.</summary>
    public Result<Done> OpenToBank() =>
        State >= PayrollState.Transferred
            ? Done.It
            : FundErrors.WrongState.Because($"资金尚未划拨(当前状态 {Name(State)}),请先划拨。", $"The money is not with the bank yet (state {Name(State)}): transfer it first.");

    /// <summary>Whether the bank's report can be taken: each line at most once, none that is not on the payroll.</summary>
    public Result<Done> Check(LocalDate paidOn, IReadOnlyCollection<ReturnedLine> returned, string by, LocalDate today)
    {
        if (Not(PayrollState.Transferred) is { } wrong) return wrong;
        if (Same(by, TransferredBy) is { } same) return same;
        if (paidOn > today || paidOn < TransferredOn)
            return FundErrors.PaymentDate.Because(
                $"支付日期 {paidOn:uuuu-MM-dd} 须在划拨日 {TransferredOn:uuuu-MM-dd} 至今天 {today:uuuu-MM-dd} 之间。",
                $"{paidOn:uuuu-MM-dd} must lie between the transfer, {TransferredOn:uuuu-MM-dd}, and today, {today:uuuu-MM-dd}.");
        var seen = new HashSet<int>();
        foreach (var line in returned)
        {
            if (line.LineNo < 1 || line.LineNo > Lines)
                return FundErrors.UnknownLine.Because($"序号 {line.LineNo} 不在 1 至 {Lines} 之间,请核对回盘文件。", $"Line {line.LineNo} is not between 1 and {Lines}: check the bank's file.");
            if (!seen.Add(line.LineNo))
                return FundErrors.DoubledLine.Because($"序号 {line.LineNo} 列出两次,请核对回盘文件。", $"Line {line.LineNo} is listed twice: check the bank's file.");
        }
        return Done.It;
    }

    /// <summary>Takes the bank's report, already checked: what did not come back was paid.</summary>
    public void Settle(long returnedFen, string by, LocalDate today)
    {
        ReturnedFen = returnedFen;
        PaidFen = TotalFen - returnedFen;
        (State, SettledBy, SettledOn) = (PayrollState.Settled, by, today);
        Raise(new PayrollSettled(Id, Division, Month, PaidFen, ReturnedFen, today));
    }

    private static string Name(PayrollState state) => state.ToString().ToLowerInvariant();

    private Error? Not(PayrollState needed) => State == needed
        ? null
        : FundErrors.WrongState.Because($"名册当前状态为 {Name(State)},该步骤须为 {Name(needed)}。", $"The payroll is {Name(State)}; this step needs it {Name(needed)}.");

    private static Error? Same(string by, params ReadOnlySpan<string?> earlier)
    {
        foreach (var other in earlier)
        {
            if (other == by)
                return FundErrors.SamePerson.Because(
                    "您已办理该名册的前一步骤,请由他人办理本步骤(职责分离)。", "You did an earlier step of this payroll: somebody else must do this one.");
        }
        return null;
    }

    private Error Altered(RosterTotals found) => FundErrors.PayrollAltered.Because(
        $"锁定 {Lines} 笔 {TotalFen} 分,现为 {found.Lines} 笔 {found.TotalFen} 分或内容有改动,请停止办理并查明。",
        $"Locked were {Lines} payments of {TotalFen} fen; found are {found.Lines} of {found.TotalFen} fen, or their content differs. Stop and find out why.");
}
