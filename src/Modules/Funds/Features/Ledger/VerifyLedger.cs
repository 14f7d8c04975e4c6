using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Funds.Domain.Ledger;
using Dibao.Funds.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Features.Ledger;

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
