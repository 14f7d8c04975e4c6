using System.Globalization;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Funds;
using Dibao.Funds.Domain.Ledger;
using Dibao.Funds.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Features.Ledger;

/// <summary>The journal of a county in the order of its numbers, with everything needed to hash it again.</summary>
internal sealed record FindLedgerEntries(DivisionCode County, long After, int Limit) : IQuery<Page<LedgerEntryView>>
{
    internal sealed class Validator : AbstractValidator<FindLedgerEntries>
    {
        public Validator()
        {
            RuleFor(q => q.County).IsCounty();
            RuleFor(q => q.After).GreaterThanOrEqualTo(0);
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
        }
    }

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindLedgerEntries, Page<LedgerEntryView>>
    {
        public async Task<Result<Page<LedgerEntryView>>> Handle(FindLedgerEntries request, CancellationToken cancellationToken)
        {
            if (!db.Caller.Serves(request.County)) return PlumbingProblems.OutsideDivision.Plain();
            var entries = await db.JournalEntries.AsNoTracking().Include(e => e.Lines)
                .Where(e => e.Division == request.County && e.Number > request.After)
                .OrderBy(e => e.Number).Take(request.Limit + 1).ToListAsync(cancellationToken);
            var more = entries.Count > request.Limit;
            var page = entries.Take(request.Limit).Select(LedgerEntryView.Of).ToList();
            return new Page<LedgerEntryView>(page, more ? page[^1].Number.ToString(CultureInfo.InvariantCulture) : null);
        }
    }

    /// <summary>Lists the journal of a county.</summary>
    /// <remarks>
    /// The hash of an entry is SHA-256 (hex) over canonical JSON (RFC 8785) of <c>{format: 1, county, number, postedOn, valueOn, kind, reference, memo,
    /// lines: [{line, account, source, debitFen, creditFen}], previous}</c>; <c>previous</c> is the hash of the entry before, empty for the first.
    /// </remarks>
    /// <param name="county" example="320706">The county, 6 digits.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="after" example="0">Number of the last entry seen; <c>next</c> of the page before.</param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<LedgerEntryView>>, ProblemHttpResult>> Endpoint(
        DivisionCode county, IMediator mediator, CancellationToken cancellation, long after = 0, int limit = 50) =>
        mediator.Send(new FindLedgerEntries(county, after, limit), cancellation).Ok();
}

/// <summary>An entry of the journal.</summary>
/// <param name="Number">1, 2, 3 … within the county, without gaps.</param>
/// <param name="County" example="320706">The county.</param>
/// <param name="Kind">What it records.</param>
/// <param name="PostedOn">The day of the entry.</param>
/// <param name="ValueOn">The day on which the money moved.</param>
/// <param name="Reference">The appropriation or payroll.</param>
/// <param name="Memo">Document number, or month, kind and number of the payroll.</param>
/// <param name="Lines">Debits and credits, equal in sum.</param>
/// <param name="PreviousHash">Hash of the entry before; empty for the first.</param>
/// <param name="Hash">SHA-256 of this entry.</param>
internal sealed record LedgerEntryView(
    long Number, DivisionCode County, EntryKind Kind, LocalDate PostedOn, LocalDate ValueOn, Guid Reference, string Memo,
    IReadOnlyList<LedgerLineView> Lines, string PreviousHash, string Hash)
{
    public static LedgerEntryView Of(JournalEntry e) => new(
        e.Number, e.Division, e.Kind, e.PostedOn, e.ValueOn, e.Reference, e.Memo,
        [.. e.Lines.OrderBy(l => l.Line).Select(l => new LedgerLineView(l.Line, l.Account, l.Source, l.DebitFen, l.CreditFen))], e.PreviousHash, e.Hash);
}

/// <summary>One line of an entry, fen; one of the two amounts is 0.</summary>
internal sealed record LedgerLineView(int Line, AccountKind Account, SourceLevel? Source, long DebitFen, long CreditFen);

/// <summary>The trial balance of a county.</summary>
internal sealed record GetTrialBalance(DivisionCode County) : IQuery<TrialBalanceView>
{
    internal sealed class Validator : AbstractValidator<GetTrialBalance>
    {
        public Validator() => RuleFor(q => q.County).IsCounty();
    }

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<GetTrialBalance, TrialBalanceView>
    {
        public async Task<Result<TrialBalanceView>> Handle(GetTrialBalance request, CancellationToken cancellationToken)
        {
            if (!db.Caller.Serves(request.County)) return PlumbingProblems.OutsideDivision.Plain();
            var accounts = await db.LedgerAccounts.AsNoTracking().Where(a => a.Division == request.County).OrderBy(a => a.Code)
                .Select(a => new AccountView(a.Kind, a.Source, a.BalanceFen)).ToListAsync(cancellationToken);
            return new TrialBalanceView(request.County, accounts, accounts.Sum(a => a.BalanceFen));
        }
    }

    /// <summary>Reads the balances of a county's accounts.</summary>
    /// <param name="county" example="320706">The county, 6 digits.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<TrialBalanceView>, ProblemHttpResult>> Endpoint(DivisionCode county, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetTrialBalance(county), cancellation).Ok();
}

/// <summary>The accounts of a county; their balances sum to 0.</summary>
internal sealed record TrialBalanceView(DivisionCode County, IReadOnlyList<AccountView> Accounts, long SumFen);

/// <summary>An account: debits less credits, fen.</summary>
internal sealed record AccountView(AccountKind Kind, SourceLevel? Source, long BalanceFen);

/// <summary>Follows a county's journal from its first entry and hashes every one again.</summary>
internal sealed record VerifyLedger(DivisionCode County) : IQuery<LedgerVerificationView>
{
    private const int Step = 500;

    internal sealed class Validator : AbstractValidator<VerifyLedger>
    {
        public Validator() => RuleFor(q => q.County).IsCounty();
    }

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<VerifyLedger, LedgerVerificationView>
    {
        public async Task<Result<LedgerVerificationView>> Handle(VerifyLedger request, CancellationToken cancellationToken)
        {
            if (!db.Caller.Serves(request.County)) return PlumbingProblems.OutsideDivision.Plain();
            var head = await db.LedgerHeads.AsNoTracking().FirstOrDefaultAsync(h => h.Division == request.County, cancellationToken);
            var end = head?.Number ?? long.MaxValue; // what is entered meanwhile is not followed
            var chain = new ChainCheck();
            List<JournalEntry> entries;
            var after = 0L;
            do
            {
                entries = await db.JournalEntries.AsNoTracking().Include(e => e.Lines)
                    .Where(e => e.Division == request.County && e.Number > after && e.Number <= end)
                    .OrderBy(e => e.Number).Take(Step).ToListAsync(cancellationToken);
                entries.ForEach(chain.Follow);
                after = entries.Count == 0 ? after : entries[^1].Number;
            }
            while (entries.Count == Step);
            chain.EndAt(head);
            // both sides in one statement, so that no entry falls between them
            var (accounts, journal) = (db.LedgerAccounts, db.JournalEntries);
            var sides = await db.LedgerHeads.Where(h => h.Division == request.County).Select(h => new
            {
                Kept = accounts.Where(a => a.Division == h.Division && a.Kind == AccountKind.SpecialAccount).Sum(a => a.BalanceFen),
                Posted = journal.Where(e => e.Division == h.Division).SelectMany(e => e.Lines)
                    .Where(l => l.Account == AccountKind.SpecialAccount).Sum(l => l.DebitFen - l.CreditFen),
            }).FirstOrDefaultAsync(cancellationToken);
            var balanced = sides is null || sides.Kept == sides.Posted;
            return new LedgerVerificationView(request.County, chain.Entries, chain.BrokenAt is null && balanced, chain.BrokenAt, balanced);
        }
    }

    /// <summary>Verifies the hash chain of a county's journal.</summary>
    /// <param name="county" example="320706">The county, 6 digits.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<LedgerVerificationView>, ProblemHttpResult>> Endpoint(DivisionCode county, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new VerifyLedger(county), cancellation).Ok();
}

/// <summary>What following the chain showed.</summary>
/// <param name="County" example="320706">The county.</param>
/// <param name="Entries">Entries followed.</param>
/// <param name="Ok">Whether every number, link, balance and hash is right and the last entry is the one the books name.</param>
/// <param name="BrokenAt">Number at which the chain breaks first; null while it holds.</param>
/// <param name="Balanced">Whether the balance that bounds transfers is the one the journal adds up to.</param>
internal sealed record LedgerVerificationView(DivisionCode County, long Entries, bool Ok, long? BrokenAt, bool Balanced);

/// <summary>The special account of a county over a period.</summary>
internal sealed record GetSpecialAccountStatement(DivisionCode County, LocalDate From, LocalDate To) : IQuery<SpecialAccountStatementView>
{
    internal sealed class Validator : AbstractValidator<GetSpecialAccountStatement>
    {
        public Validator()
        {
            RuleFor(q => q.County).IsCounty();
            RuleFor(q => q.To).GreaterThanOrEqualTo(q => q.From).WithMessage("止日不得早于起日|The period ends before it begins");
        }
    }

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<GetSpecialAccountStatement, SpecialAccountStatementView>
    {
        public async Task<Result<SpecialAccountStatementView>> Handle(GetSpecialAccountStatement request, CancellationToken cancellationToken)
        {
            if (!db.Caller.Serves(request.County)) return PlumbingProblems.OutsideDivision.Plain();
            var f = await db.FundFigures(request.County, request.From, request.To, cancellationToken);
            return new SpecialAccountStatementView(
                request.County, request.From, request.To, f.OpeningFen, f.Received, f.TransferredFen, f.ReturnedFen, f.ClosingFen, f.PaidFen);
        }
    }

    /// <summary>Reads the statement of a county's special account.</summary>
    /// <remarks>649 Art 5. Opening + received + returned − transferred = closing, to the fen, by the day of entry.</remarks>
    /// <param name="county" example="320706">The county, 6 digits.</param>
    /// <param name="from" example="2012-01-01">First day.</param>
    /// <param name="to" example="2012-12-31">Last day.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<SpecialAccountStatementView>, ProblemHttpResult>> Endpoint(
        DivisionCode county, QueryDate from, QueryDate to, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetSpecialAccountStatement(county, from, to), cancellation).Ok();
}

/// <summary>Statement of a special account, fen.</summary>
/// <param name="County" example="320706">The county.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="OpeningFen">Balance before the first day.</param>
/// <param name="Received">Received by level of government.</param>
/// <param name="TransferredFen">Transferred to the agent bank.</param>
/// <param name="ReturnedFen">Come back from the bank.</param>
/// <param name="ClosingFen">Balance after the last day.</param>
/// <param name="PaidFen">Paid to households, as the bank reported.</param>
internal sealed record SpecialAccountStatementView(
    DivisionCode County, LocalDate From, LocalDate To, long OpeningFen, IReadOnlyList<ReceivedFromSource> Received,
    long TransferredFen, long ReturnedFen, long ClosingFen, long PaidFen);
