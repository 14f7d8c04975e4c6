using Dibao.BuildingBlocks.Persistence;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Discovery;
using Dibao.Households.Domain.Standings;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Persistence;

/// <summary>Persons found in need, and the standings of low-income households.</summary>
internal static class DiscoveryModel
{
    extension(DibaoDbContext db)
    {
        public DbSet<DiscoveryRecord> Discoveries => db.Set<DiscoveryRecord>();

        public DbSet<LowIncomeStanding> Standings => db.Set<LowIncomeStanding>();

        /// <summary>The households on the margin of dibao on a day (57 Art 8).</summary>
        public IQueryable<LowIncomeStanding> Margins(LocalDate day) =>
            db.Standings.Where(s => s.Kind == StandingKind.Margin && s.ValidFrom <= day && (s.ValidTo == null || s.ValidTo > day));
    }

    public static void Map(ModelBuilder model, string schema)
    {
        model.Entity<DiscoveryRecord>(discovery =>
        {
            discovery.ToTable("discovery", schema);
            discovery.HasKey(d => d.Id);
            discovery.Property(d => d.SealedName).HasMaxLength(400);
            discovery.Property(d => d.Note).HasMaxLength(400);
            discovery.Property(d => d.RecordedBy).HasMaxLength(200);
            discovery.Property(d => d.InformedBy).HasMaxLength(200);
            discovery.Property(d => d.EndedBy).HasMaxLength(200);
            discovery.Property(d => d.ClosingNote).HasMaxLength(400);
            discovery.HasIndex(d => new { d.Division, d.Id });
            discovery.HasIndex(d => d.DueOn);
            discovery.HasOne<Household>().WithMany().HasForeignKey(d => d.Household).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<LowIncomeStanding>(standing =>
        {
            standing.ToTable("standing", schema);
            standing.HasKey(s => s.Id);
            standing.Property(s => s.Basis).HasMaxLength(400);
            standing.Property(s => s.Article).HasMaxLength(100);
            standing.Property(s => s.RecordedBy).HasMaxLength(200);
            standing.Property(s => s.EndedBy).HasMaxLength(200);
            standing.Property(s => s.EndReason).HasMaxLength(200);
            standing.HasIndex(s => new { s.Division, s.Id });
            standing.HasOne<Household>().WithMany().HasForeignKey(s => s.Household).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
