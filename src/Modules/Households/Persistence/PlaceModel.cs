using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Place;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Persistence;

/// <summary>Requests from the place that handles a household to the place where it lives or is registered.</summary>
internal static class PlaceModel
{
    extension(DibaoDbContext db)
    {
        public DbSet<PlaceRequest> PlaceRequests => db.Set<PlaceRequest>();

        /// <summary>A household with its members wherever it is handled: only for a place that was asked about it.</summary>
        public Task<Household?> HouseholdAskedAbout(HouseholdId id, CancellationToken cancellation) => db.Households.IgnoreQueryFilters().AsNoTracking()
            .Include(h => h.Members.Where(m => m.Superseded == null)).FirstOrDefaultAsync(h => h.Id == id, cancellation);
    }

    public static void Map(ModelBuilder model, string schema) => model.Entity<PlaceRequest>(request =>
    {
        request.ToTable("place_request", schema);
        request.HasKey(r => r.Id);
        request.Property(r => r.FileNumber).HasMaxLength(20);
        request.Property(r => r.Text).HasMaxLength(1000);
        request.Property(r => r.AskedBy).HasMaxLength(200);
        request.Property(r => r.Article).HasMaxLength(100);
        request.Property(r => r.AnsweredBy).HasMaxLength(200);
        request.Property(r => r.Answer).HasMaxLength(1000);
        request.Property(r => r.WithdrawnBy).HasMaxLength(200);
        request.Property(r => r.WithdrawalReason).HasMaxLength(200);
        request.HasIndex(r => new { r.Division, r.Id });
        request.HasIndex(r => new { r.OtherDivision, r.Id });
        request.HasOne<Household>().WithMany().HasForeignKey(r => r.Household).OnDelete(DeleteBehavior.Restrict);
    });
}
