using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Funds;

namespace Dibao.Funds.Domain.Ledger;

/// <summary>The chart of accounts of a county's books.</summary>
internal enum AccountKind
{
    /// <summary>The dedicated account (低保资金专户), an asset (649 Art 5).</summary>
    SpecialAccount = 1,

    /// <summary>Transferred to the agent bank and not yet reported on, an asset.</summary>
    BankInTransit = 2,

    /// <summary>Approved and not yet in the households' accounts, a liability.</summary>
    BenefitPayable = 3,

    /// <summary>Benefits approved, an expense.</summary>
    BenefitExpense = 4,

    /// <summary>Money received, one account per level of government.</summary>
    Source = 5,
}

/// <summary>An account of the chart; <see cref="Source"/> is set for the source accounts and for no other.</summary>
internal readonly record struct Account(AccountKind Kind, SourceLevel? Source)
{
    public static readonly Account SpecialAccount = new(AccountKind.SpecialAccount, null);
    public static readonly Account BankInTransit = new(AccountKind.BankInTransit, null);
    public static readonly Account BenefitPayable = new(AccountKind.BenefitPayable, null);
    public static readonly Account BenefitExpense = new(AccountKind.BenefitExpense, null);

    /// <summary>The account of a level of government.</summary>
    public static Account From(SourceLevel level) => new(AccountKind.Source, level);

    /// <summary>Every account of a county, in the order in which they are locked.</summary>
    public static IEnumerable<Account> Chart =>
        [SpecialAccount, BankInTransit, BenefitPayable, BenefitExpense, .. Enum.GetValues<SourceLevel>().Order().Select(From)];

    /// <summary>Its number in the chart: the kind, then the level of government.</summary>
    public int Code => (int)Kind * 10 + (int)(Source ?? 0);

    /// <summary>Money that is there or on its way cannot be less than nothing.</summary>
    public bool NeverBelowZero => Kind is AccountKind.SpecialAccount or AccountKind.BankInTransit;
}

/// <summary>The balance of an account. It is changed by a posting and by nothing else.</summary>
internal sealed class LedgerAccount : IPlaced
{
    /// <summary>The county whose books these are.</summary>
    public required DivisionCode Division { get; init; }

    /// <summary>Number in the chart.</summary>
    public required int Code { get; init; }

    public required AccountKind Kind { get; init; }

    public required SourceLevel? Source { get; init; }

    /// <summary>Debits less credits, fen.</summary>
    public long BalanceFen { get; init; }
}
