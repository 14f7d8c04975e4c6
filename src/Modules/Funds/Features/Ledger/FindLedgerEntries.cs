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
