using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Papers;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Persistence;

/// <summary>Papers, declarations, credit record and the register of issuers of false papers.</summary>
internal static class PapersModel
{
    extension(DibaoDbContext db)
    {
        public DbSet<Paper> Papers => db.Set<Paper>();

        public DbSet<FalseIssuer> FalseIssuers => db.Set<FalseIssuer>();

        public DbSet<Declaration> Declarations => db.Set<Declaration>();

        public DbSet<CreditEntry> CreditEntries => db.Set<CreditEntry>();

        /// <summary>A household with what is now believed of it, not to be changed; its version is compared with the one seen.</summary>
        public Task<Household?> HouseholdToRead(HouseholdId id, CancellationToken cancellation) => db.Households.AsNoTracking().AsSplitQuery()
            .Include(h => h.Members.Where(m => m.Superseded == null))
            .Include(h => h.Income.Where(l => l.Superseded == null))
            .Include(h => h.Assets.Where(l => l.Superseded == null))
            .Include(h => h.Payees.Where(p => p.Superseded == null))
            .FirstOrDefaultAsync(h => h.Id == id, cancellation);

        /// <summary>
        /// The entries of the province against whoever issued these papers, by the name as it is compared. A county's entries flag papers of its
        /// whole province, so that the caller's division does not bound this look; nothing but the flag is told.
        /// </summary>
        public async Task<ILookup<string, FalseIssuer>> EntriesAgainst(IEnumerable<Paper> papers, DivisionCode place, CancellationToken cancellation)
        {
            var names = papers.Select(p => p.PlainIssuer).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            var province = FalseIssuer.ProvinceOf(place);
            var last = province.Last;
            var entries = names.Count == 0 ? [] : await db.FalseIssuers.IgnoreQueryFilters().AsNoTracking()
                .Where(f => names.Contains(f.PlainName) && f.Division >= province && f.Division <= last && !f.Mistaken).ToListAsync(cancellation);
            return entries.ToLookup(f => f.PlainName, StringComparer.Ordinal);
        }
    }

    public static void Map(ModelBuilder model, string schema)
    {
        model.Entity<Paper>(paper =>
        {
            paper.ToTable("paper", schema);
            paper.HasKey(p => p.Id);
            paper.Property(p => p.Agent).HasMaxLength(200);
            paper.Property(p => p.Kind).HasMaxLength(40);
            paper.Property(p => p.Hash).HasMaxLength(32);
            paper.Property(p => p.Issuer).HasMaxLength(100);
            paper.Property(p => p.PlainIssuer).HasMaxLength(100);
            paper.Property(p => p.UploadedBy).HasMaxLength(200);
            paper.Property(p => p.WithdrawnBy).HasMaxLength(200);
            paper.Property(p => p.WithdrawalReason).HasMaxLength(200);
            paper.HasMany(p => p.Readings).WithOne().HasForeignKey(r => r.Paper);
            paper.HasOne<PaperContent>().WithMany().HasForeignKey(p => new { p.Household, p.Hash }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PaperContent>(content =>
        {
            content.ToTable("paper_content", schema);
            content.HasKey(c => new { c.Household, c.Hash });
            content.Property(c => c.Hash).HasMaxLength(32);
            content.HasOne<Household>().WithMany().HasForeignKey(c => c.Household).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PaperReading>(reading =>
        {
            reading.ToTable("paper_reading", schema);
            reading.HasKey(r => r.Id);
            reading.Property(r => r.SealedName).HasMaxLength(400);
            reading.Property(r => r.NameHash).HasMaxLength(32);
            reading.Property(r => r.SealedNumber).HasMaxLength(200);
            reading.Property(r => r.NumberHash).HasMaxLength(32);
            reading.Property(r => r.By).HasMaxLength(200);
        });
        model.Entity<FalseIssuer>(issuer =>
        {
            issuer.ToTable("false_issuer", schema);
            issuer.HasKey(f => f.Id);
            issuer.Property(f => f.Name).HasMaxLength(100);
            issuer.Property(f => f.PlainName).HasMaxLength(100);
            issuer.Property(f => f.PaperKind).HasMaxLength(40);
            issuer.Property(f => f.DocumentNumber).HasMaxLength(100);
            issuer.Property(f => f.Note).HasMaxLength(400);
            issuer.Property(f => f.EnteredBy).HasMaxLength(200);
            issuer.Property(f => f.ClearedBy).HasMaxLength(200);
            issuer.Property(f => f.ClearingReason).HasMaxLength(200);
            issuer.HasIndex(f => new { f.PlainName, f.Division });
            issuer.HasIndex(f => new { f.Division, f.Id });
        });
        model.Entity<Declaration>(declaration =>
        {
            declaration.ToTable("declaration", schema);
            declaration.HasKey(d => d.Id);
            declaration.Property(d => d.Agent).HasMaxLength(200);
            declaration.Property(d => d.ForPaper).HasMaxLength(40);
            declaration.Property(d => d.TextVersion).HasMaxLength(40);
            declaration.Property(d => d.RecordedBy).HasMaxLength(200);
            declaration.HasOne<Household>().WithMany().HasForeignKey(d => d.Household).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CreditEntry>(entry =>
        {
            entry.ToTable("credit_entry", schema);
            entry.HasKey(e => e.Id);
            entry.Property(e => e.Agent).HasMaxLength(200);
            entry.Property(e => e.Article).HasMaxLength(100);
            entry.Property(e => e.Note).HasMaxLength(400);
            entry.Property(e => e.RecordedBy).HasMaxLength(200);
            entry.Property(e => e.StruckOutBy).HasMaxLength(200);
            entry.Property(e => e.StrikingReason).HasMaxLength(200);
            entry.HasOne<Household>().WithMany().HasForeignKey(e => e.Household).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
