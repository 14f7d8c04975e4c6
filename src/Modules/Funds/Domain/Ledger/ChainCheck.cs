using Dibao.BuildingBlocks.Persistence;

namespace Dibao.Funds.Domain.Ledger;

/// <summary>Follows a county's chain from its first entry and finds where it breaks.</summary>
internal sealed class ChainCheck
{
    private string previous = "";

    /// <summary>Entries followed.</summary>
    public long Entries { get; private set; }

    /// <summary>Number at which the chain breaks first; null while it holds.</summary>
    public long? BrokenAt { get; private set; }

    /// <summary>Takes the next entry: its number, its link, its balance and its hash must be right.</summary>
    public void Follow(JournalEntry entry)
    {
        Entries++;
        if (BrokenAt is not null) return;
        if (entry.Number != Entries || entry.PreviousHash != previous || !entry.Balanced || entry.Hash != CanonicalJson.Hash(entry.Canonical()))
            BrokenAt = Entries;
        previous = entry.Hash;
    }

    /// <summary>The last entry must be the one the head of the books names: an end cut off shows.</summary>
    public void EndAt(LedgerHead? head)
    {
        if (BrokenAt is null && ((head?.Number ?? 0) != Entries || (head?.Hash ?? "") != previous)) BrokenAt = Entries + 1;
    }
}
