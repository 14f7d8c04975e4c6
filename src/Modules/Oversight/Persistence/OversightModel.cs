using Dibao.BuildingBlocks.Persistence;
using Dibao.Oversight.Domain;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Oversight.Persistence;

internal static class OversightModel
{
    private const string Schema = "oversight";

    extension(DibaoDbContext db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();

        public DbSet<Publication> Publications => db.Set<Publication>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<Notice>(notice =>
        {
            notice.ToTable("notice", Schema);
            notice.HasKey(n => n.Id);
            notice.Property(n => n.ApplicantName).HasMaxLength(100);
            notice.HasIndex(n => new { n.Application, n.Kind });
            notice.HasIndex(n => new { n.Status, n.ClosesOn });
            notice.HasIndex(n => new { n.Place, n.Id });
            notice.HasIndex(n => new { n.County, n.Id });
            notice.HasMany(n => n.Objections).WithOne().HasForeignKey(o => o.Notice);
        });
        model.Entity<Objection>(objection =>
        {
            objection.ToTable("objection", Schema);
            objection.HasKey(o => o.Id);
            objection.Property(o => o.Text).HasMaxLength(1000);
            objection.Property(o => o.Reasons).HasMaxLength(1000);
            objection.Property(o => o.DecidedBy).HasMaxLength(200);
        });
        model.Entity<Publication>(publication =>
        {
            publication.ToTable("publication", Schema);
            publication.HasKey(p => p.Entitlement);
            publication.Property(p => p.ApplicantName).HasMaxLength(100);
            publication.HasIndex(p => new { p.Place, p.Entitlement });
            publication.HasIndex(p => new { p.County, p.Entitlement });
        });
    }
}
