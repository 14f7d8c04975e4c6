using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Changes;
using Dibao.Households.Domain.Means;
using Dibao.Households.Domain.Standings;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Persistence;

internal static class ChangesModel
{
    public static string FileSeries(DivisionCode county, LocalDate today) => $"file:{county}:{today.Year}";

    extension(DibaoDbContext db)
    {
        public DbSet<SelfReportPlan> SelfReportPlans => db.Set<SelfReportPlan>();

        /// <summary>Keeps a change with the day it was told, and says it aloud where the case is reviewed for it.</summary>
        public ChangeReport Tell(Household household, ChangeKind kind, PersonId? person, LocalDate happenedOn, string note, Today today)
        {
            var report = ChangeReport.Tell(household, kind, person, happenedOn, note, db.Caller.Subject, today.Date, today.Now);
            db.Add(report);
            if (ChangeRules.IsReviewed(kind)) db.Say(new ChangeTold(household.Id, household.Division, kind.ToString(), report.Major, happenedOn, today.Date));
            return report;
        }

        /// <summary>The next file number of a county: a sequence without gaps.</summary>
        public async Task<string> NextFileNumber(DivisionCode county, LocalDate today, CancellationToken cancellation) =>
            FileNumber.Of(county, today.Year, await db.TakeNumbers(FileSeries(county, today), 1, cancellation));

        /// <summary>Who enters members of a county and who enters relatives of its officers come one after the other: neither overlooks the other.</summary>
        public Task TakeTurn(DivisionCode county, LocalDate today, CancellationToken cancellation) => db.TakeNumbers(FileSeries(county, today), 0, cancellation);

        /// <summary>Some persons belong to another household now, and what was found of their means goes with them, and who owes them support; of all, the household's too.</summary>
        public async Task MovePersons(HouseholdId from, HouseholdId to, IReadOnlyCollection<PersonId> persons, bool all, LocalDate day, Instant now, CancellationToken cancellation)
        {
            foreach (var person in await db.Persons.Where(p => persons.Contains(p.Id) && p.Household == from).ToListAsync(cancellation)) person.Household = to;
            var entries = (await db.BelievedMeans(from, cancellation)).FindAll(e => e.Person is { } of ? persons.Contains(of) : all);
            var moved = entries.Where(e => e.ValidTo is null).Select(e => e.In(to, day < e.ValidFrom ? e.ValidFrom : day, now)).ToList();
            db.End(entries, day, (row, until) => row.Until(until, now), now);
            if (all) await AddUp(db, to, moved, now, cancellation);
            db.AddRange(moved);

            var obligors = await db.Set<Obligor>().Where(o => o.Household == from && o.Superseded == null && persons.Contains(o.Supports)).ToListAsync(cancellation);
            var follow = obligors.Where(o => o.ValidTo is null).Select(o => o.In(to, day < o.ValidFrom ? o.ValidFrom : day, now)).ToList();
            db.End(obligors, day, (row, until) => row.Until(until, now), now);
            db.AddRange(follow);
        }

        /// <summary>A household has moved: what hangs on its file is kept where the file is now.</summary>
        public async Task MoveFile(Household moved, CancellationToken cancellation)
        {
            var (household, to) = (moved.Id, moved.Division);
            foreach (var report in await db.Set<ChangeReport>().IgnoreQueryFilters().Where(r => r.Household == household).ToListAsync(cancellation)) report.Division = to;
            foreach (var paper in await db.Papers.IgnoreQueryFilters().Where(p => p.Household == household).ToListAsync(cancellation)) paper.Division = to;
            foreach (var declaration in await db.Declarations.IgnoreQueryFilters().Where(d => d.Household == household).ToListAsync(cancellation)) declaration.Division = to;
            foreach (var standing in await db.Set<LowIncomeStanding>().IgnoreQueryFilters().Where(l => l.Household == household).ToListAsync(cancellation)) standing.Division = to;
            foreach (var entry in await db.CreditEntries.IgnoreQueryFilters().Where(e => e.Household == household).ToListAsync(cancellation)) entry.Division = to;
            foreach (var change in await db.PayeeChanges.IgnoreQueryFilters().Where(c => c.Household == household).ToListAsync(cancellation)) change.Division = to;
            foreach (var filing in await db.Filings.IgnoreQueryFilters().Where(f => f.Household == household).ToListAsync(cancellation)) filing.Division = to;
            foreach (var warning in await db.WarningCases.IgnoreQueryFilters().Where(w => w.Household == household).ToListAsync(cancellation)) warning.Division = to;
            if (await db.ArchiveContainers.IgnoreQueryFilters().FirstOrDefaultAsync(c => c.Household == household, cancellation) is { } bag) bag.Follow(to, moved.FileNumber);
        }

        /// <summary>Refuses while one of some households is on its way to another county.</summary>
        public async Task<Error?> UnderTransfer(IEnumerable<HouseholdId?> households, CancellationToken cancellation)
        {
            var asked = households.ToList();
            var open = await db.Set<Transfer>().Where(t => asked.Contains(t.OpenFor)).Select(t => t.OldFileNumber).FirstOrDefaultAsync(cancellation);
            return open is null ? null : HouseholdErrors.TransferState.Because(
                $"档案 {open} 有在办迁移,请先办结或退回。", $"File {open} has an open transfer: have it accepted or sent back first.");
        }

        /// <summary>Transfers from or to the caller's division.</summary>
        public IQueryable<Transfer> TransfersSeen()
        {
            var (first, last) = (db.Caller.Division, db.Caller.Division.Last);
            return db.Set<Transfer>().Where(t => (t.From >= first && t.From <= last) || (t.To >= first && t.To <= last));
        }

        public Task<Transfer?> TransferToChange(Guid id, CancellationToken cancellation) => db.TransfersSeen().FirstOrDefaultAsync(t => t.Id == id, cancellation);
    }

    /// <summary>Two households are one: what was stated of each as a whole is added up, and stated of them once.</summary>
    private static async Task AddUp(DibaoDbContext db, HouseholdId to, List<MeansEntry> moved, Instant now, CancellationToken cancellation)
    {
        var there = (await db.BelievedMeans(to, cancellation)).FindAll(e => e.Person is null && e.ValidTo is null);
        foreach (var same in moved.Where(e => e.Person is null).GroupBy(e => (e.Side, e.Kind, e.Against, e.Truth)).ToList())
        {
            var beside = there.FindAll(e => (e.Side, e.Kind, e.Against, e.Truth) == same.Key);
            if (beside.Count == 0) continue;
            var sum = MeansCount.Latest(same);
            sum.Add(MeansCount.Latest(beside));
            db.End(beside, sum.ValidFrom, (row, until) => row.Until(until, now), now);
        }
    }

    public static void Map(ModelBuilder model, string schema)
    {
        model.Entity<ChangeReport>(report =>
        {
            report.ToTable("change_report", schema);
            report.HasKey(r => r.Id);
            report.Property(r => r.Agent).HasMaxLength(200);
            report.Property(r => r.ToldBy).HasMaxLength(200);
            report.Property(r => r.Note).HasMaxLength(400);
            report.HasIndex(r => r.Household);
            report.HasIndex(r => new { r.Division, r.Id });
        });
        model.Entity<SelfReportPlan>(plan =>
        {
            plan.ToTable("self_report_plan", schema);
            plan.HasKey(p => p.Household);
            plan.HasIndex(p => new { p.Division, p.Household });
        });
        model.Entity<SelfReport>(report =>
        {
            report.ToTable("self_report", schema);
            report.HasKey(r => r.Id);
            report.Property(r => r.Note).HasMaxLength(400);
            report.Property(r => r.RecordedBy).HasMaxLength(200);
            report.HasIndex(r => r.Household);
        });
        model.Entity<Transfer>(transfer =>
        {
            transfer.ToTable("transfer", schema);
            transfer.HasKey(t => t.Id);
            transfer.Property(t => t.Note).HasMaxLength(400);
            transfer.Property(t => t.OfferedBy).HasMaxLength(200);
            transfer.Property(t => t.AnsweredBy).HasMaxLength(200);
            transfer.Property(t => t.Reason).HasMaxLength(200);
            transfer.Property(t => t.OldFileNumber).HasMaxLength(20);
            transfer.Property(t => t.NewFileNumber).HasMaxLength(20);
            transfer.Property(t => t.Scheme).HasMaxLength(20);
            transfer.HasIndex(t => t.OpenFor).IsUnique();
            transfer.HasIndex(t => t.Household);
            transfer.HasIndex(t => t.From);
            transfer.HasIndex(t => t.To);
        });
    }
}
