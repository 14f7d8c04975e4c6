using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Officers;
using Dibao.Households.Domain.Reference;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Persistence;

internal static class HouseholdsModel
{
    private const string Schema = "households";

    private static readonly Func<DibaoDbContext, DivisionCode, DivisionCode, DivisionCode, CancellationToken, Task<List<ListedDivision>>> Levels =
        CompiledQuery.Of((DibaoDbContext db, DivisionCode county, DivisionCode township, DivisionCode village) =>
            db.Set<ListedDivision>().AsNoTracking().Where(d => d.Code == county || d.Code == township || d.Code == village));

    private static readonly Func<DibaoDbContext, byte[][], CancellationToken, Task<List<Person>>> ByNumber =
        CompiledQuery.Of((DibaoDbContext db, byte[][] hashes) => db.Set<Person>().Where(p => hashes.Contains(p.IdNumberHash)));

    private static readonly Func<DibaoDbContext, byte[][], CancellationToken, Task<List<byte[]>>> Met =
        CompiledQuery.Of((DibaoDbContext db, byte[][] hashes) => db.Set<Person>().Where(p => hashes.Contains(p.IdNumberHash)).Select(p => p.IdNumberHash)
            .Concat(db.Set<OfficerKin>().Where(k => hashes.Contains(k.NumberHash)).Select(k => k.NumberHash)));

    extension(DibaoDbContext db)
    {
        public DbSet<Household> Households => db.Set<Household>();

        public DbSet<Person> Persons => db.Set<Person>();

        public DbSet<ListedDivision> Divisions => db.Set<ListedDivision>();

        public DbSet<Takeover> Takeovers => db.Set<Takeover>();

        /// <summary>What the list of divisions knows of some villages and of what they lie in.</summary>
        public async Task<List<ListedDivision>> Listed(IEnumerable<DivisionCode> villages, CancellationToken cancellation)
        {
            var listed = new List<ListedDivision>();
            foreach (var levels in KnownPlace.LevelsOf(villages).Chunk(500))
                listed.AddRange(await db.Divisions.AsNoTracking().Where(d => levels.Contains(d.Code)).ToListAsync(cancellation));
            return listed;
        }

        /// <summary>The first of some villages that is no place on a day.</summary>
        public async Task<Error?> WrongPlace(IEnumerable<DivisionCode> villages, LocalDate day, CancellationToken cancellation)
        {
            foreach (var village in villages)
                if (KnownPlace.Wrong(village, day, await Levels(db, village.County, village.Township, village, cancellation)) is { } wrong) return wrong;
            return null;
        }

        /// <summary>Whether one of some identity numbers has been met before, as a member's or as an officer's relative's: of most who are new, none has.</summary>
        public async Task<bool> HasMet(byte[][] hashes, CancellationToken cancellation) => (await Met(db, hashes, cancellation)).Count > 0;

        /// <summary>Those of some identity numbers whom the register knows, to be changed.</summary>
        public Task<List<Person>> PersonsBy(IEnumerable<byte[]> hashes, CancellationToken cancellation) => ByNumber(db, [.. hashes], cancellation);

        /// <summary>Ends what rows said from a day on; what they said of the days before is entered anew.</summary>
        public void End<T>(List<T> rows, LocalDate day, Func<T, LocalDate, T> until, Instant now) where T : TwoTimeRow
        {
            var before = rows.Count;
            rows.CloseFrom(day, until, now);
            db.AddRange(rows.Skip(before));
        }

        /// <summary>What is now believed of a household's means beside its declaration, to be changed.</summary>
        public Task<List<MeansEntry>> BelievedMeans(HouseholdId household, CancellationToken cancellation) =>
            db.Set<MeansEntry>().Where(e => e.Household == household && e.Superseded == null).ToListAsync(cancellation);

        /// <summary>A household with what is now believed of it, to be changed.</summary>
        public Task<Household?> HouseholdToChange(Guid id, CancellationToken cancellation) => db.Households
            .Include(h => h.Members.Where(m => m.Superseded == null))
            .Include(h => h.Income.Where(l => l.Superseded == null))
            .Include(h => h.Assets.Where(l => l.Superseded == null))
            .Include(h => h.Payees.Where(p => p.Superseded == null))
            .AsSplitQuery()
            .FirstOrDefaultAsync(h => h.Id == new HouseholdId(id), cancellation);
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<ListedDivision>(division =>
        {
            division.ToTable("division", Schema);
            division.HasKey(d => new { d.Code, d.ValidFrom });
            division.Property(d => d.Code).ValueGeneratedNever();
            division.Property(d => d.Name).HasMaxLength(50);
            division.HasIndex(d => d.Name);
        });
        model.Entity<Household>(household =>
        {
            household.ToTable("household", Schema);
            household.HasKey(h => h.Id);
            household.Property(h => h.FileNumber).HasMaxLength(20);
            household.Property(h => h.Agent).HasMaxLength(200);
            household.HasIndex(h => h.FileNumber).IsUnique();
            household.HasIndex(h => new { h.County, h.Id });
            household.HasMany(h => h.Members).WithOne().HasForeignKey(m => m.Household);
            household.HasMany(h => h.Income).WithOne().HasForeignKey(l => l.Household);
            household.HasMany(h => h.Assets).WithOne().HasForeignKey(l => l.Household);
            household.HasMany(h => h.Payees).WithOne().HasForeignKey(p => p.Household);
        });
        model.Entity<Member>(member =>
        {
            member.ToTable("member", Schema);
            member.HasKey(m => m.Id);
            member.Property(m => m.Name).HasMaxLength(100);
            member.Property(m => m.MaskedIdNumber).HasMaxLength(18);
            member.Ignore(m => m.Attributes);
            member.Ignore(m => m.Health);
            member.Ignore(m => m.Particulars);
            member.HasIndex(m => m.Person);
            member.HasIndex(m => new { m.County, m.Name, m.Id });
        });
        model.Entity<Person>(person =>
        {
            person.ToTable("person", Schema);
            person.HasKey(p => p.Id);
            person.Property(p => p.IdNumberHash).HasMaxLength(32);
            person.HasIndex(p => p.IdNumberHash).IsUnique();
            person.Property(p => p.State).IsConcurrencyToken();
            person.Property(p => p.Household).IsConcurrencyToken();
        });
        model.Entity<Reveal>(reveal =>
        {
            reveal.ToTable("reveal", Schema);
            reveal.HasKey(r => r.Id);
            reveal.Property(r => r.By).HasMaxLength(200);
            reveal.Property(r => r.Reason).HasMaxLength(200);
            reveal.HasIndex(r => r.Person);
        });
        model.Entity<IncomeLine>(line =>
        {
            line.ToTable("income", Schema);
            line.HasKey(l => l.Id);
        });
        model.Entity<AssetLine>(line =>
        {
            line.ToTable("asset", Schema);
            line.HasKey(l => l.Id);
        });
        model.Entity<MeansEntry>(entry =>
        {
            entry.ToTable("means_entry", Schema);
            entry.HasKey(e => e.Id);
            entry.Property(e => e.Note).HasMaxLength(200);
            entry.Property(e => e.By).HasMaxLength(200);
            entry.HasIndex(e => e.Household);
        });
        model.Entity<Obligor>(obligor =>
        {
            obligor.ToTable("obligor", Schema);
            obligor.HasKey(o => o.Id);
            obligor.Property(o => o.Note).HasMaxLength(200);
            obligor.HasIndex(o => o.Household);
        });
        model.Entity<LivingStandard>(sign =>
        {
            sign.ToTable("living_standard", Schema);
            sign.HasKey(s => s.Id);
            sign.Property(s => s.Note).HasMaxLength(200);
            sign.Property(s => s.By).HasMaxLength(200);
            sign.HasIndex(s => s.Household);
        });
        model.Entity<PayeeAccount>(payee =>
        {
            payee.ToTable("payee", Schema);
            payee.HasKey(p => p.Id);
            payee.Property(p => p.HolderName).HasMaxLength(100);
            payee.Property(p => p.Bank).HasMaxLength(100);
            payee.Property(p => p.MaskedNumber).HasMaxLength(40);
            PayeesModel.Lengths(payee);
        });
        model.Entity<Takeover>(takeover =>
        {
            takeover.ToTable("takeover", Schema);
            takeover.HasKey(t => t.Id);
        });
        model.Entity<TakenOverLine>(line =>
        {
            line.ToTable("takeover_line", Schema);
            line.HasKey(l => new { l.County, l.Line });
            line.Property(l => l.Line).HasMaxLength(32);
        });
        model.Entity<RejectedCase>(rejected =>
        {
            rejected.ToTable("takeover_rejected", Schema);
            rejected.HasKey(r => new { r.Takeover, r.Line });
            rejected.Property(r => r.Code).HasMaxLength(100);
            rejected.Property(r => r.ReasonZh).HasMaxLength(400);
            rejected.Property(r => r.ReasonEn).HasMaxLength(400);
        });
        PapersModel.Map(model, Schema);
        ChangesModel.Map(model, Schema);
        PlaceModel.Map(model, Schema);
        ArchiveModel.Map(model, Schema);
        DiscoveryModel.Map(model, Schema);
        WarningsModel.Map(model, Schema);
        SearchModel.Map(model);
        ImportsModel.Map(model, Schema);
        PayeesModel.Map(model, Schema);
        OfficersModel.Map(model, Schema);
    }
}
