using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Funds;
using Dibao.Contracts.Households;

namespace Dibao.Funds.Domain;

/// <summary>What a line pays for; one payment per household, month and item.</summary>
internal enum PayItem
{
    /// <summary>The monthly benefit (保障金).</summary>
    Benefit = 1,
}

/// <summary>Where a line stands.</summary>
internal enum LineState
{
    /// <summary>Not reported by the bank yet.</summary>
    Pending = 1,

    /// <summary>In the household's account.</summary>
    Paid = 2,

    /// <summary>Come back (退票).</summary>
    Returned = 3,
}

/// <summary>Why the bank returned a payment.</summary>
internal enum ReturnReason
{
    /// <summary>The account is closed.</summary>
    AccountClosed = 1,

    /// <summary>The holder's name does not match.</summary>
    NameMismatch = 2,

    /// <summary>The account number is invalid.</summary>
    AccountInvalid = 3,

    /// <summary>Another reason.</summary>
    Other = 9,
}

/// <summary>One payment of a payroll: one entitlement, one month, one account.</summary>
internal sealed class PayrollLine : IPlaced
{
    public required Guid Id { get; init; }

    public required PayrollId Payroll { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int LineNo { get; init; }

    public required EntitlementId Entitlement { get; init; }

    public required HouseholdId Household { get; init; }

    public required DivisionCode Division { get; init; }

    public required DivisionCode County { get; init; }

    public required Scheme Scheme { get; init; }

    public required Month BenefitMonth { get; init; }

    public PayItem Item { get; init; } = PayItem.Benefit;

    /// <summary>1 when paid for the first time, one more for each payment again after a return.</summary>
    public required int Attempt { get; init; }

    public required int Persons { get; init; }

    public required long AmountFen { get; init; }

    /// <summary>The version of the account into which it is paid.</summary>
    public required PayeeId Payee { get; init; }

    public required string Holder { get; init; }

    public required string Bank { get; init; }

    public required byte[] SealedAccount { get; init; }

    public required string MaskedAccount { get; init; }

    public LineState State { get; init; } = LineState.Pending;

    public ReturnReason? Reason { get; init; }

    /// <summary>The payroll that pays it again; null while a return is open.</summary>
    public PayrollId? RepaidBy { get; init; }

    public static PayrollLine For(PayrollId payroll, int lineNo, Payable payable, DueMonth due, Payee payee) => new()
    {
        Id = Guid.CreateVersion7(),
        Payroll = payroll,
        LineNo = lineNo,
        Entitlement = payable.Entitlement,
        Household = payable.Household,
        Division = payable.Division,
        County = payable.County,
        Scheme = payable.Scheme,
        BenefitMonth = due.Month,
        Attempt = 1,
        Persons = due.Persons,
        AmountFen = due.AmountFen,
        Payee = payee.Account,
        Holder = payee.Holder,
        Bank = payee.Bank,
        SealedAccount = payee.SealedNumber,
        MaskedAccount = payee.MaskedNumber,
    };

    /// <summary>A returned payment is paid again once the household has named another account; to the old one it would only come back.</summary>
    public bool CanBeRepaidTo(Payee payee) => State == LineState.Returned && RepaidBy is null && payee.Household == Household && payee.Account != Payee;

    public PayrollLine Again(PayrollId payroll, int lineNo, Payee payee) => new()
    {
        Id = Guid.CreateVersion7(),
        Payroll = payroll,
        LineNo = lineNo,
        Entitlement = Entitlement,
        Household = Household,
        Division = Division,
        County = County,
        Scheme = Scheme,
        BenefitMonth = BenefitMonth,
        Item = Item,
        Attempt = Attempt + 1,
        Persons = Persons,
        AmountFen = AmountFen,
        Payee = payee.Account,
        Holder = payee.Holder,
        Bank = payee.Bank,
        SealedAccount = payee.SealedNumber,
        MaskedAccount = payee.MaskedNumber,
    };
}
