using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Officers;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Persistence;

/// <summary>The register of officers with their kin, and the filings of households.</summary>
internal static class OfficersModel
{
    private static readonly Func<DibaoDbContext, DivisionCode, LocalDate, byte[][], CancellationToken, Task<List<OfficersKin>>> KinByNumber =
        CompiledQuery.Of((DibaoDbContext db, DivisionCode county, LocalDate day, byte[][] hashes) =>
            from kin in db.Set<OfficerKin>().Where(k => hashes.Contains(k.NumberHash)).Where(TwoTimes.Holding<OfficerKin>(day, TwoTimes.Lastly))
            join officer in db.Set<Officer>().IgnoreQueryFilters().Where(o => o.Division == county && o.From <= day && (o.To == null || o.To > day)) on kin.Officer equals officer.Id
            select new OfficersKin(officer.Id, officer.Kind, officer.Office, kin.Kinship, kin.NumberHash));

    extension(DibaoDbContext db)
    {
        public DbSet<Officer> Officers => db.Set<Officer>();

        public DbSet<Filing> Filings => db.Set<Filing>();

        /// <summary>An officer with what is now believed of his kin, to be changed.</summary>
        public Task<Officer?> OfficerToChange(Guid id, CancellationToken cancellation) => db.Officers
            .Include(o => o.Kin.Where(k => k.Superseded == null)).FirstOrDefaultAsync(o => o.Id == id, cancellation);

        /// <summary>
        /// Files a household whose members have the identity number of an officer's relative. Who enters a household does not see the register
        /// of officers: the caller's division does not bound this look, and nothing of it is told.
        /// </summary>
        public async Task FileRelatives(Household household, IEnumerable<Person> persons, Today today, CancellationToken cancellation)
        {
            await db.TakeTurn(household.County, today.Date, cancellation);
            var byHash = persons.ToDictionary(p => Convert.ToHexString(p.IdNumberHash), p => p, StringComparer.Ordinal);
            var kin = await KinByNumber(db, household.County, today.Date, [.. byHash.Values.Select(p => p.IdNumberHash)], cancellation);
            await db.File(kin.Select(k => new Related(household.Id, household.Division, byHash[Convert.ToHexString(k.NumberHash)].Id, k)), today, cancellation);
        }

        /// <summary>The same of members who are registered already.</summary>
        public async Task FileRelatives(Household household, IReadOnlyCollection<PersonId> persons, Today today, CancellationToken cancellation) =>
            await db.FileRelatives(household, await db.Persons.AsNoTracking().Where(p => persons.Contains(p.Id)).ToListAsync(cancellation), today, cancellation);

        /// <summary>The same of many households whose persons are written already, in one statement.</summary>
        public async Task FileRelatives(DivisionCode county, IReadOnlyCollection<Household> households, Today today, CancellationToken cancellation)
        {
            var ids = households.Select(h => h.Id).ToList();
            var found = await db.KinInForce(county, today.Date)
                .Join(db.Persons.Where(p => ids.Contains(p.Household) && p.State == PersonState.Member), k => k.NumberHash, p => p.IdNumberHash, (k, p) => new { Kin = k, p.Id, p.Household })
                .ToListAsync(cancellation);
            if (found.Count == 0) return;
            var places = households.ToDictionary(h => h.Id, h => h.Division);
            await db.File(found.Select(f => new Related(f.Household, places[f.Household], f.Id, f.Kin.Said())), today, cancellation);
        }

        /// <summary>Files the households of an officer's county in which he or one of his kin lives.</summary>
        public async Task FileHouseholdsOf(Officer officer, IEnumerable<OfficerKin> entered, Today today, CancellationToken cancellation)
        {
            if (!officer.ServesOn(today.Date)) return;
            await db.TakeTurn(officer.Division, today.Date, cancellation);
            var kin = entered.Where(k => k.HoldsOn(today.Date)).ToDictionary(k => Convert.ToHexString(k.NumberHash), k => k, StringComparer.Ordinal);
            var hashes = kin.Values.Select(k => k.NumberHash).ToList();
            var found = await db.Persons.Where(p => hashes.Contains(p.IdNumberHash) && p.State == PersonState.Member)
                .Join(db.Households.Where(h => h.County == officer.Division), p => p.Household, h => h.Id, (p, h) => new { p.Id, p.IdNumberHash, p.Household, h.Division }).ToListAsync(cancellation);
            await db.File(
                found.Select(f => new Related(f.Household, f.Division, f.Id, new(officer.Id, officer.Kind, officer.Office, kin[Convert.ToHexString(f.IdNumberHash)].Kinship, f.IdNumberHash))),
                today, cancellation);
        }

        /// <summary>Who is near to an officer of a county on a day.</summary>
        private IQueryable<KinRow> KinInForce(DivisionCode county, LocalDate day) => db.Set<OfficerKin>().AsOf(day).Join(
            db.Officers.IgnoreQueryFilters().Where(o => o.Division == county && o.From <= day && (o.To == null || o.To > day)),
            k => k.Officer, o => o.Id, (k, o) => new KinRow { Officer = o.Id, Kind = o.Kind, Office = o.Office, Kinship = k.Kinship, NumberHash = k.NumberHash });

        /// <summary>A household stands on file once for an officer; what was ended as wrong is not filed again for the same member.</summary>
        private async Task File(IEnumerable<Related> related, Today today, CancellationToken cancellation)
        {
            var all = related.ToList();
            if (all.Count == 0) return;
            var (households, officers) = (all.Select(r => r.Household).Distinct().ToList(), all.Select(r => r.Kin.Officer).Distinct().ToList());
            var before = await db.Filings.IgnoreQueryFilters().Where(f => households.Contains(f.Household) && f.Officer != null && officers.Contains(f.Officer.Value))
                .Select(f => new { f.Household, f.Officer, f.Person, Stands = f.EndedOn == null }).ToListAsync(cancellation);
            foreach (var one in all.GroupBy(r => (r.Household, r.Kin.Officer)))
            {
                var known = before.FindAll(f => f.Household == one.Key.Household && f.Officer == one.Key.Officer);
                if (known.Exists(f => f.Stands)) continue;
                var fresh = one.Where(r => !known.Exists(f => f.Person == r.Person))
                    .Select(r => Filing.Detect(r.Household, r.Division, r.Person, r.Kin, db.Caller.Subject, today.Date)).FirstOrDefault(f => f is not null);
                if (fresh is not null) db.Add(fresh);
            }
        }
    }

    public static void Map(ModelBuilder model, string schema)
    {
        model.Entity<Officer>(officer =>
        {
            officer.ToTable("officer", schema);
            officer.HasKey(o => o.Id);
            officer.Property(o => o.Post).HasMaxLength(100);
            officer.Property(o => o.SealedName).HasMaxLength(400);
            officer.Property(o => o.SealedNumber).HasMaxLength(200);
            officer.Property(o => o.NumberHash).HasMaxLength(32);
            officer.Property(o => o.MaskedNumber).HasMaxLength(18);
            officer.Property(o => o.EnteredBy).HasMaxLength(200);
            officer.HasMany(o => o.Kin).WithOne().HasForeignKey(k => k.Officer);
            officer.HasIndex(o => new { o.Division, o.Id });
            officer.HasIndex(o => o.NumberHash);
        });
        model.Entity<OfficerKin>(kin =>
        {
            kin.ToTable("officer_kin", schema);
            kin.HasKey(k => k.Id);
            kin.Property(k => k.SealedName).HasMaxLength(400);
            kin.Property(k => k.SealedNumber).HasMaxLength(200);
            kin.Property(k => k.NumberHash).HasMaxLength(32);
            kin.Property(k => k.MaskedNumber).HasMaxLength(18);
            kin.HasIndex(k => k.NumberHash);
        });
        model.Entity<Filing>(filing =>
        {
            filing.ToTable("filing", schema);
            filing.HasKey(f => f.Id);
            filing.Property(f => f.SealedOfficerName).HasMaxLength(400);
            filing.Property(f => f.Article).HasMaxLength(100);
            filing.Property(f => f.FiledBy).HasMaxLength(200);
            filing.Property(f => f.EndedBy).HasMaxLength(200);
            filing.Property(f => f.EndReason).HasMaxLength(200);
            filing.HasOne<Household>().WithMany().HasForeignKey(f => f.Household).OnDelete(DeleteBehavior.Restrict);
            filing.HasIndex(f => new { f.StandsFor, f.Officer }).IsUnique();
            filing.HasIndex(f => new { f.Division, f.Id });
        });
    }

    /// <summary>A member who is near to an officer.</summary>
    private sealed record Related(HouseholdId Household, DivisionCode Division, PersonId Person, OfficersKin Kin);

    private sealed class KinRow
    {
        public Guid Officer { get; init; }

        public OfficerKind Kind { get; init; }

        public DivisionCode Office { get; init; }

        public Kinship Kinship { get; init; }

        public byte[] NumberHash { get; init; } = [];

        public OfficersKin Said() => new(Officer, Kind, Office, Kinship, NumberHash);
    }
}
