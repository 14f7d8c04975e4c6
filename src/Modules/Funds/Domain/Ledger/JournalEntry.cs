using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Funds;

namespace Dibao.Funds.Domain.Ledger;

/// <summary>What an entry records.</summary>
internal enum EntryKind
{
    /// <summary>Money carried over from the books before.</summary>
    OpeningBalance = 1,

    /// <summary>Money of a level of government arrived in the special account.</summary>
    Appropriation = 2,

    /// <summary>A payroll was approved: the county owes it.</summary>
    PayrollApproved = 3,

    /// <summary>Money left the special account for the agent bank.</summary>
    Transfer = 4,

    /// <summary>The bank paid households.</summary>
    BankPaid = 5,

    /// <summary>The bank returned what it could not pay (退票).</summary>
    BankReturned = 6,
}

/// <summary>One side of an entry: an amount on an account, fen.</summary>
internal readonly record struct Posting(Account Account, long DebitFen, long CreditFen)
{
    public static Posting Debit(Account account, long fen) => new(account, fen, 0);

    public static Posting Credit(Account account, long fen) => new(account, 0, fen);
}

/// <summary>What is to be entered: the event, its two sides and the papers it stands on.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="ValueOn">The day on which the money moved.</param>
/// <param name="Reference">The appropriation or payroll.</param>
/// <param name="Memo">Document number or month; never personal data.</param>
/// <param name="Postings">Debits and credits, equal in sum.</param>
internal sealed record Voucher(EntryKind Kind, LocalDate ValueOn, Guid Reference, string Memo, IReadOnlyList<Posting> Postings)
{
    public static Voucher Received(SourceLevel source, long fen, LocalDate arrivedOn, Guid appropriation, string document) => new(
        source == SourceLevel.CarriedOver ? EntryKind.OpeningBalance : EntryKind.Appropriation, arrivedOn, appropriation, document,
        [Posting.Debit(Account.SpecialAccount, fen), Posting.Credit(Account.From(source), fen)]);

    public static Voucher Approved(long fen, LocalDate on, PayrollId payroll, string memo) => new(
        EntryKind.PayrollApproved, on, payroll.Value, memo, [Posting.Debit(Account.BenefitExpense, fen), Posting.Credit(Account.BenefitPayable, fen)]);

    /// <summary>The only credit of the special account there is: earmarked money goes to households and nowhere else (649 Art 5).</summary>
    public static Voucher Transferred(long fen, LocalDate on, PayrollId payroll, string memo) => new(
        EntryKind.Transfer, on, payroll.Value, memo, [Posting.Debit(Account.BankInTransit, fen), Posting.Credit(Account.SpecialAccount, fen)]);

    public static Voucher Paid(long fen, LocalDate on, PayrollId payroll, string memo) => new(
        EntryKind.BankPaid, on, payroll.Value, memo, [Posting.Debit(Account.BenefitPayable, fen), Posting.Credit(Account.BankInTransit, fen)]);

    public static Voucher Returned(long fen, LocalDate on, PayrollId payroll, string memo) => new(
        EntryKind.BankReturned, on, payroll.Value, memo, [Posting.Debit(Account.SpecialAccount, fen), Posting.Credit(Account.BankInTransit, fen)]);
}

/// <summary>An entry of a county's journal: balanced, numbered without gaps, chained by hash, never changed.</summary>
internal sealed class JournalEntry : IPlaced
{
    /// <summary>Version of the form that is hashed.</summary>
    public const int Format = 1;

    public Guid Id { get; private init; }

    /// <summary>The county whose books these are.</summary>
    public DivisionCode Division { get; private init; }

    /// <summary>1, 2, 3 … within the county, without gaps.</summary>
    public long Number { get; private init; }

    public EntryKind Kind { get; private init; }

    /// <summary>The day of the entry.</summary>
    public LocalDate PostedOn { get; private init; }

    /// <summary>The day on which the money moved.</summary>
    public LocalDate ValueOn { get; private init; }

    /// <summary>The appropriation or payroll.</summary>
    public Guid Reference { get; private init; }

    public string Memo { get; private init; } = "";

    /// <summary>Hash of the entry before; empty for the first.</summary>
    public string PreviousHash { get; private init; } = "";

    public string Hash { get; private set; } = "";

    public List<JournalLine> Lines { get; private init; } = [];

    /// <summary>Enters a voucher after <paramref name="head"/>, which moves on. An unbalanced voucher is a defect, not a refusal.</summary>
    public static JournalEntry Post(LedgerHead head, Voucher voucher, LocalDate postedOn)
    {
        var id = Guid.CreateVersion7();
        var entry = new JournalEntry
        {
            Id = id,
            Division = head.Division,
            Number = head.Number + 1,
            Kind = voucher.Kind,
            PostedOn = postedOn,
            ValueOn = voucher.ValueOn,
            Reference = voucher.Reference,
            Memo = voucher.Memo,
            PreviousHash = head.Hash,
            Lines = [.. voucher.Postings.Select((p, i) => new JournalLine(id, i + 1, p))],
        };
        if (!entry.Balanced) throw new InvalidOperationException($"An entry of kind {voucher.Kind} does not balance.");
        entry.Hash = CanonicalJson.Hash(entry.Canonical());
        head.MoveTo(entry);
        return entry;
    }

    /// <summary>Debits equal credits, are more than nothing, and each line has one side.</summary>
    public bool Balanced =>
        Lines.Count > 1 && Lines.Sum(l => l.DebitFen) == Lines.Sum(l => l.CreditFen)
        && Lines.All(l => (l.DebitFen > 0 && l.CreditFen == 0) || (l.CreditFen > 0 && l.DebitFen == 0));

    /// <summary>The text that is hashed: format 1, canonical JSON.</summary>
    public string Canonical() => CanonicalJson.Write(new
    {
        format = Format,
        county = Division,
        number = Number,
        postedOn = PostedOn,
        valueOn = ValueOn,
        kind = Kind,
        reference = Reference,
        memo = Memo,
        lines = Lines.OrderBy(l => l.Line).Select(l => new { line = l.Line, account = l.Account, source = l.Source, debitFen = l.DebitFen, creditFen = l.CreditFen }),
        previous = PreviousHash,
    });
}

/// <summary>One line of an entry, fen.</summary>
internal sealed class JournalLine
{
    private JournalLine()
    {
    }

    public JournalLine(Guid entry, int line, Posting posting)
    {
        Entry = entry;
        Line = line;
        Account = posting.Account.Kind;
        Source = posting.Account.Source;
        DebitFen = posting.DebitFen;
        CreditFen = posting.CreditFen;
    }

    public Guid Entry { get; private init; }

    /// <summary>From 1.</summary>
    public int Line { get; private init; }

    public AccountKind Account { get; private init; }

    public SourceLevel? Source { get; private init; }

    public long DebitFen { get; private init; }

    public long CreditFen { get; private init; }
}

/// <summary>The end of a county's chain: number and hash of its last entry.</summary>
internal sealed class LedgerHead : IPlaced
{
    /// <summary>The county whose books these are.</summary>
    public required DivisionCode Division { get; init; }

    public long Number { get; private set; }

    public string Hash { get; private set; } = "";

    internal void MoveTo(JournalEntry entry)
    {
        Number = entry.Number;
        Hash = entry.Hash;
    }
}
