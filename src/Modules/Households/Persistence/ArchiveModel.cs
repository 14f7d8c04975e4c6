using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Archive;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Persistence;

/// <summary>Where the paper files lie.</summary>
internal static class ArchiveModel
{
    extension(DibaoDbContext db)
    {
        /// <summary>The containers of the caller's place.</summary>
        public DbSet<ArchiveContainer> ArchiveContainers => db.Set<ArchiveContainer>();

        /// <summary>Those of the caller's place and those above it, which his own lie in: the cabinets, rooms and the library of his township, county and city.</summary>
        public IQueryable<ArchiveContainer> ArchiveAround()
        {
            var (place, last) = (db.Caller.Division, db.Caller.Division.Last);
            var above = new[] { 4, 6, 9 }.Where(d => d < place.Digits).Select(d => DivisionCode.Parse(place.ToString()[..d])).ToList();
            return db.ArchiveContainers.IgnoreQueryFilters().Where(c => (c.Division >= place && c.Division <= last) || above.Contains(c.Division));
        }

        /// <summary>Some households as they are now, page by page in the order of their ids: for what is counted in many.</summary>
        public Task<List<Household>> SomeHouseholds(DivisionCode place, Guid after, int most, CancellationToken cancellation)
        {
            var last = place.Last;
            return db.Households.AsNoTracking().AsSplitQuery().Where(h => h.Division >= place && h.Division <= last).After(h => h.Id, after)
                .Include(h => h.Members.Where(m => m.Superseded == null))
                .Include(h => h.Income.Where(l => l.Superseded == null))
                .Include(h => h.Assets.Where(l => l.Superseded == null))
                .Include(h => h.Payees.Where(p => p.Superseded == null))
                .OrderBy(h => h.Id).Take(most).ToListAsync(cancellation);
        }
    }

    public static void Map(ModelBuilder model, string schema) => model.Entity<ArchiveContainer>(container =>
    {
        container.ToTable("archive_container", schema);
        container.HasKey(c => c.Id);
        container.Property(c => c.Code).HasMaxLength(40);
        container.HasIndex(c => new { c.Division, c.Level, c.Code }).IsUnique();
        container.HasIndex(c => new { c.Parent, c.Id });
        container.HasIndex(c => c.Household).IsUnique();
        container.HasOne<Household>().WithMany().HasForeignKey(c => c.Household).OnDelete(DeleteBehavior.Restrict);
        container.HasOne<ArchiveContainer>().WithMany().HasForeignKey(c => c.Parent).OnDelete(DeleteBehavior.Restrict);
    });
}
