using Dibao.Contracts.Funds;

namespace Dibao.Funds.Domain.Ledger;

/// <summary>What the journal says of one account under one kind of entry in a period, fen.</summary>
internal sealed record Movement(EntryKind Kind, AccountKind Account, SourceLevel? Source, long DebitFen, long CreditFen);

internal static class SpecialAccountMovements
{
    /// <summary>The special account over a period: opening + received + returned − transferred = closing, to the fen.</summary>
    public static FundFigures Figures(long openingFen, IReadOnlyCollection<Movement> period)
    {
        var special = period.Where(m => m.Account == AccountKind.SpecialAccount).ToList();
        openingFen += special.Where(m => m.Kind == EntryKind.OpeningBalance).Sum(m => m.DebitFen); // carried over: it was there, it did not come in
        return new FundFigures(
            openingFen,
            [.. period.Where(m => m is { Account: AccountKind.Source, Kind: EntryKind.Appropriation, Source: not null })
                .GroupBy(m => m.Source!.Value).OrderBy(g => g.Key).Select(g => new ReceivedFromSource(g.Key, g.Sum(m => m.CreditFen)))],
            special.Where(m => m.Kind == EntryKind.Transfer).Sum(m => m.CreditFen),
            special.Where(m => m.Kind == EntryKind.BankReturned).Sum(m => m.DebitFen),
            openingFen + special.Where(m => m.Kind != EntryKind.OpeningBalance).Sum(m => m.DebitFen - m.CreditFen),
            period.Where(m => m is { Kind: EntryKind.BankPaid, Account: AccountKind.BenefitPayable }).Sum(m => m.DebitFen));
    }
}
