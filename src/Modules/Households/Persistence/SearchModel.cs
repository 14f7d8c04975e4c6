using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Persistence;

/// <summary>The indexes by which households are sought, and by which likely duplicates find each other.</summary>
internal static class SearchModel
{
    private const int HashBytes = 32;

    extension(DibaoDbContext db)
    {
        /// <summary>Households of a place within the caller's; none when the two have nothing in common. Within one county its column leads the index.</summary>
        public IQueryable<Household> HouseholdsIn(DivisionCode place)
        {
            var (county, last) = (place.County, place.Last);
            var all = db.Households.AsNoTracking();
            if (place.Digits >= 6) all = all.Where(h => h.County == county);
            return place.Digits == 6 ? all : all.Where(h => h.Division >= place && h.Division <= last);
        }

        /// <summary>The narrower of the place asked for and the caller's; the place asked for when they have nothing in common.</summary>
        public DivisionCode PlaceSought(DivisionCode? asked) =>
            asked is not { } place || place.Contains(db.Caller.Division) ? db.Caller.Division : place;
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<Household>(household =>
        {
            household.Property(h => h.PhoneHash).HasMaxLength(HashBytes);
            household.Property(h => h.MaskedPhone).HasMaxLength(15);
            household.HasIndex(h => new { h.County, h.Case, h.Id });
            household.HasIndex(h => h.Division);
            household.HasIndex(h => h.PhoneHash);
        });
        model.Entity<Member>(member =>
        {
            member.HasIndex(m => new { m.Name, m.BirthDate });
            member.HasIndex(m => new { m.County, m.Household }).HasDatabaseName("ix_member_special").HasFilter("\"Categories\" <> 0");
            member.HasIndex(m => new { m.County, m.PersonClass, m.Household }).HasFilter("\"PersonClass\" is not null");
        });
        model.Entity<Transfer>(transfer => transfer.HasIndex(t => t.OldFileNumber));
    }
}
