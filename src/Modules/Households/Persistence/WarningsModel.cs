using Dibao.BuildingBlocks.Persistence;
using Dibao.Households.Domain.Warnings;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Persistence;

/// <summary>The cases of the hardship monitoring.</summary>
internal static class WarningsModel
{
    extension(DibaoDbContext db)
    {
        public DbSet<WarningCase> WarningCases => db.Set<WarningCase>();
    }

    public static void Map(ModelBuilder model, string schema) => model.Entity<WarningCase>(warning =>
    {
        warning.ToTable("warning", schema);
        warning.HasKey(w => w.Id);
        warning.Property(w => w.Rule).HasMaxLength(40);
        warning.Property(w => w.HandledBy).HasMaxLength(200);
        warning.Property(w => w.HandlingNote).HasMaxLength(400);
        warning.HasIndex(w => new { w.OpenFor, w.Rule }).IsUnique();
        warning.HasIndex(w => new { w.Division, w.Sort, w.Id });
        warning.HasIndex(w => w.Household);
    });
}
