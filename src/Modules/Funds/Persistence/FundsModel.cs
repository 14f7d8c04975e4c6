using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Funds;
using Dibao.Funds.Domain;
using Dibao.Funds.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Persistence;

internal static class FundsModel
{
    private const string Schema = "funds";

    extension(DibaoDbContext db)
    {
        public DbSet<Overpayment> Overpayments => db.Set<Overpayment>();

        public DbSet<Payable> Payables => db.Set<Payable>();

        public DbSet<PayableAmount> PayableAmounts => db.Set<PayableAmount>();

        public DbSet<Payroll> Payrolls => db.Set<Payroll>();

        public DbSet<PayrollLine> PayrollLines => db.Set<PayrollLine>();

        public DbSet<Appropriation> Appropriations => db.Set<Appropriation>();

        public DbSet<LedgerAccount> LedgerAccounts => db.Set<LedgerAccount>();

        public DbSet<JournalEntry> JournalEntries => db.Set<JournalEntry>();

        public DbSet<LedgerHead> LedgerHeads => db.Set<LedgerHead>();
    }

    public static void Map(ModelBuilder model)
    {
        MapLedger(model);
        MapPayrolls(model);
    }

    private static void MapLedger(ModelBuilder model)
    {
        model.Entity<LedgerAccount>(account =>
        {
            account.ToTable("account", Schema);
            account.HasKey(a => new { a.Division, a.Code });
        });
        model.Entity<JournalEntry>(entry =>
        {
            entry.ToTable("entry", Schema);
            entry.HasKey(e => e.Id);
            entry.Property(e => e.Memo).HasMaxLength(100);
            entry.Property(e => e.PreviousHash).HasMaxLength(64);
            entry.Property(e => e.Hash).HasMaxLength(64);
            entry.HasIndex(e => new { e.Division, e.Number }).IsUnique();
            entry.HasIndex(e => new { e.Division, e.PostedOn });
            entry.Ignore(e => e.Balanced);
            entry.HasMany(e => e.Lines).WithOne().HasForeignKey(l => l.Entry);
        });
        model.Entity<JournalLine>(line =>
        {
            line.ToTable("entry_line", Schema);
            line.HasKey(l => new { l.Entry, l.Line });
        });
        model.Entity<LedgerHead>(head =>
        {
            head.ToTable("ledger_head", Schema);
            head.HasKey(h => h.Division);
            head.Property(h => h.Division).ValueGeneratedNever();
            head.Property(h => h.Number).IsConcurrencyToken();
            head.Property(h => h.Hash).HasMaxLength(64);
        });
        model.Entity<Appropriation>(appropriation =>
        {
            appropriation.ToTable("appropriation", Schema);
            appropriation.HasKey(a => a.Id);
            appropriation.Property(a => a.DocumentNumber).HasMaxLength(100);
            appropriation.Property(a => a.By).HasMaxLength(200);
            appropriation.HasIndex(a => new { a.Division, a.Id });
        });
    }

    private static void MapPayrolls(ModelBuilder model)
    {
        model.Entity<Overpayment>(overpayment =>
        {
            overpayment.ToTable("overpayment", Schema);
            overpayment.HasKey(o => o.Entitlement);
            overpayment.HasIndex(o => new { o.County, o.Entitlement });
        });
        model.Entity<Payable>(payable =>
        {
            payable.ToTable("payable", Schema);
            payable.HasKey(p => p.Entitlement);
            payable.Property(p => p.PaidThrough).IsConcurrencyToken(); // an end that comes while a payroll is built sees what the payroll pays
            payable.HasIndex(p => new { p.County, p.PaidThrough });
        });
        model.Entity<PayableAmount>(amount =>
        {
            amount.ToTable("payable_amount", Schema);
            amount.HasKey(a => new { a.Entitlement, a.FromMonth });
        });
        model.Entity<Payroll>(payroll =>
        {
            payroll.ToTable("payroll", Schema);
            payroll.HasKey(p => p.Id);
            payroll.Property(p => p.LinesHash).HasMaxLength(64);
            payroll.Property(p => p.BuiltBy).HasMaxLength(200);
            payroll.Property(p => p.LockedBy).HasMaxLength(200);
            payroll.Property(p => p.RequestedBy).HasMaxLength(200);
            payroll.Property(p => p.ApprovedBy).HasMaxLength(200);
            payroll.Property(p => p.TransferredBy).HasMaxLength(200);
            payroll.Property(p => p.SettledBy).HasMaxLength(200);
            payroll.HasIndex(p => new { p.Division, p.Month, p.Kind, p.Number }).IsUnique();
            payroll.HasIndex(p => new { p.Division, p.Id });
        });
        model.Entity<PayrollLine>(line =>
        {
            line.ToTable("payroll_line", Schema);
            line.HasKey(l => l.Id);
            line.Property(l => l.Holder).HasMaxLength(100);
            line.Property(l => l.Bank).HasMaxLength(100);
            line.Property(l => l.SealedAccount).HasMaxLength(200);
            line.Property(l => l.MaskedAccount).HasMaxLength(40);
            line.Property(l => l.State).HasColumnName("state");
            line.HasIndex(l => new { l.Payroll, l.LineNo }).IsUnique();
            line.HasIndex(l => new { l.Entitlement, l.BenefitMonth, l.Item, l.Attempt }).IsUnique(); // nobody is paid twice for a month
            line.HasIndex(l => new { l.County, l.Id }).HasDatabaseName("ix_payroll_line_returned").HasFilter("state = 3");
        });
    }
}
