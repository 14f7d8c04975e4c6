using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Funds;
using Dibao.Funds.Domain;
using Dibao.Funds.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Persistence;

/// <summary>The one place where a county's books change, and the sums that are read from them.</summary>
internal static class Books
{
    extension(DibaoDbContext db)
    {
        /// <summary>
        /// Enters a voucher: takes the next number (which holds the county's books until the end of the unit of work), moves the
        /// balances and links the entry to the chain. The special account is credited only as far as there is money.
        /// </summary>
        public async Task<Result<JournalEntry>> Post(DivisionCode county, Voucher voucher, LocalDate today, CancellationToken cancellation)
        {
            var number = await db.TakeNumbers($"ledger:{county}", 1, cancellation);
            if (number == 1) await db.OpenBooks(county, cancellation);
            var head = (await db.LedgerHeads.FindAsync([county], cancellation))!;
            foreach (var posting in voucher.Postings.OrderBy(p => p.Account.Code)) // always in one order, so that two units of work never wait for each other
            {
                if (!await db.Move(county, posting, cancellation)) return await db.Short(county, posting, cancellation);
            }
            var entry = JournalEntry.Post(head, voucher, today);
            if (entry.Number != number) throw new InvalidOperationException($"Entry {entry.Number} of {county} took number {number}.");
            db.Add(entry);
            return entry;
        }

        /// <summary>Counts and hashes the lines of a payroll as they stand.</summary>
        public async Task<RosterTotals> Recount(PayrollId payroll, CancellationToken cancellation)
        {
            using var count = new RosterCount();
            await foreach (var line in db.PayrollLines.AsNoTracking().Where(l => l.Payroll == payroll).OrderBy(l => l.LineNo)
                .AsAsyncEnumerable().WithCancellation(cancellation))
                count.Add(line);
            return count.Total();
        }

        /// <summary>The special accounts of a place over a period, from the journal alone.</summary>
        public async Task<FundFigures> FundFigures(DivisionCode place, LocalDate from, LocalDate to, CancellationToken cancellation)
        {
            var last = place.Last;
            var lines = from entry in db.JournalEntries
                        where entry.Division >= place && entry.Division <= last
                        from line in entry.Lines
                        select new { entry.PostedOn, entry.Kind, line.Account, line.Source, line.DebitFen, line.CreditFen };
            var opening = await lines.Where(l => l.PostedOn < from && l.Account == AccountKind.SpecialAccount)
                .SumAsync(l => l.DebitFen - l.CreditFen, cancellation);
            var period = await lines.Where(l => l.PostedOn >= from && l.PostedOn <= to)
                .GroupBy(l => new { l.Kind, l.Account, l.Source })
                .Select(g => new { g.Key.Kind, g.Key.Account, g.Key.Source, Debit = g.Sum(l => l.DebitFen), Credit = g.Sum(l => l.CreditFen) })
                .ToListAsync(cancellation);
            return SpecialAccountMovements.Figures(opening, period.ConvertAll(m => new Movement(m.Kind, m.Account, m.Source, m.Debit, m.Credit)));
        }

        private async Task OpenBooks(DivisionCode county, CancellationToken cancellation)
        {
            await db.WriteMany(
                Account.Chart.Select(a => new LedgerAccount { Division = county, Code = a.Code, Kind = a.Kind, Source = a.Source }), cancellation);
            db.Add(new LedgerHead { Division = county });
        }

        /// <summary>One update is lock and bound in one, on every engine.</summary>
        private async Task<bool> Move(DivisionCode county, Posting posting, CancellationToken cancellation)
        {
            var (code, change) = (posting.Account.Code, posting.DebitFen - posting.CreditFen);
            var account = db.LedgerAccounts.Where(a => a.Division == county && a.Code == code);
            if (posting.Account.NeverBelowZero) account = account.Where(a => a.BalanceFen + change >= 0);
            return await account.ExecuteUpdateAsync(set => set.SetProperty(a => a.BalanceFen, a => a.BalanceFen + change), cancellation) == 1;
        }

        private async Task<Error> Short(DivisionCode county, Posting posting, CancellationToken cancellation)
        {
            if (posting.Account != Account.SpecialAccount) throw new InvalidOperationException($"Account {posting.Account.Code} of {county} cannot take the posting.");
            var there = await db.LedgerAccounts.Where(a => a.Division == county && a.Kind == AccountKind.SpecialAccount)
                .Select(a => a.BalanceFen).FirstOrDefaultAsync(cancellation);
            return FundErrors.NotEnoughMoney.Because(
                $"专户余额 {there} 分,需划拨 {posting.CreditFen} 分,请待资金到账后再办理。", $"The account holds {there} fen; {posting.CreditFen} fen are to go. Wait until money has arrived.");
        }
    }
}
