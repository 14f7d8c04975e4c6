using Dibao.BuildingBlocks.Persistence;
using Dibao.Households.Domain.Imports;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Persistence;

/// <summary>Imports of live cases, their files and rows while they are worked at, and the rows given back.</summary>
internal static class ImportsModel
{
    extension(DibaoDbContext db)
    {
        public DbSet<Import> Imports => db.Set<Import>();

        /// <summary>What there is to work at.</summary>
        public IQueryable<Import> OpenImports => db.Imports.Where(i => i.State <= ImportState.Entering);

        /// <summary>Forgets the files and rows of an import.</summary>
        public async Task ForgetContent(Guid import, CancellationToken cancellation)
        {
            await db.Set<ImportPiece>().Where(p => p.Import == import).ExecuteDeleteAsync(cancellation);
            await db.Set<ImportRows>().Where(r => r.Import == import).ExecuteDeleteAsync(cancellation);
        }
    }

    public static void Map(ModelBuilder model, string schema)
    {
        model.Entity<Import>(import =>
        {
            import.ToTable("import", schema);
            import.HasKey(i => i.Id);
            import.Property(i => i.StartedBy).HasMaxLength(200);
            import.Property(i => i.Content).HasMaxLength(32).HasColumnName("content");
            import.Property(i => i.State).HasColumnName("state");
            import.Property(i => i.Code).HasMaxLength(100);
            import.Property(i => i.ReasonZh).HasMaxLength(400);
            import.Property(i => i.ReasonEn).HasMaxLength(400);
            import.Property(i => i.LastFailure).HasMaxLength(200);
            import.HasIndex(i => new { i.Division, i.Content }).IsUnique().HasFilter("content is not null");
            import.HasIndex(i => new { i.Division, i.Id });
            import.HasIndex(i => i.Id).HasDatabaseName("ix_import_open").HasFilter("state <= 3");
        });
        model.Entity<ImportPiece>(piece =>
        {
            piece.ToTable("import_piece", schema);
            piece.HasKey(p => new { p.Import, p.Sheet, p.Number });
        });
        model.Entity<ImportRows>(rows =>
        {
            rows.ToTable("import_rows", schema);
            rows.HasKey(r => new { r.Import, r.Batch, r.Number });
        });
        model.Entity<RejectedRow>(row =>
        {
            row.ToTable("import_rejected", schema);
            row.HasKey(r => new { r.Import, r.Number });
            row.Property(r => r.Code).HasMaxLength(100);
            row.Property(r => r.ReasonZh).HasMaxLength(400);
            row.Property(r => r.ReasonEn).HasMaxLength(400);
        });
    }
}
