using System.Text.Json;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Eligibility.Domain;
using Dibao.Eligibility.Domain.Policies;
using Dibao.Eligibility.Features.Successions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dibao.Eligibility.Persistence;

internal static class EligibilityModel
{
    private const string Schema = "eligibility";

    extension(DibaoDbContext db)
    {
        public DbSet<Application> Applications => db.Set<Application>();

        public DbSet<Entitlement> Entitlements => db.Set<Entitlement>();

        public DbSet<Cover> Covers => db.Set<Cover>();

        public DbSet<Succession> Successions => db.Set<Succession>();

        public DbSet<PolicyValue> PolicyValues => db.Set<PolicyValue>();

        /// <summary>An application to be changed.</summary>
        public Task<Application?> ApplicationToChange(Guid id, CancellationToken cancellation) =>
            db.Applications.FirstOrDefaultAsync(a => a.Id == new ApplicationId(id), cancellation);

        /// <summary>An entitlement with what is now believed of its terms, to be changed.</summary>
        public Task<Entitlement?> EntitlementToChange(EntitlementId id, CancellationToken cancellation) =>
            db.Entitlements.Include(e => e.Terms.Where(t => t.Superseded == null)).FirstOrDefaultAsync(e => e.Id == id, cancellation);

        /// <summary>Everybody an entitlement covers is covered through its last month.</summary>
        public async Task EndCover(Entitlement entitlement, CancellationToken cancellation)
        {
            foreach (var cover in await db.Covers.Where(c => c.Entitlement == entitlement.Id).ToListAsync(cancellation)) cover.EndWith(entitlement.LastMonth!.Value);
        }

        /// <summary>What the old cases of a succession draw for a month; of a transfer they are another county's.</summary>
        public async Task<DrawnBefore> DrawnBefore(Succession succession, Month month, CancellationToken cancellation)
        {
            var ids = succession.Predecessors;
            var live = await db.Entitlements.IgnoreQueryFilters().Include(e => e.Terms.Where(t => t.Superseded == null))
                .Where(e => ids.Contains(e.Id) && e.LastMonth == null).OrderBy(e => e.Id).ToListAsync(cancellation);
            var terms = live.Select(e => e.Terms.FirstOrDefault(t => t.HoldsOn(month.FirstDay))).OfType<EntitlementTerm>().ToList();
            return new DrawnBefore(live, terms.Sum(t => t.Persons), terms.Sum(t => t.MonthlyFen), [.. terms.SelectMany(t => t.Uplifts)]);
        }

        /// <summary>A case is decided by the figures in force on the day of the decision, not on that of the means test.</summary>
        public async Task<Error?> StandsOnOlderFigures(Guid determination, PoliciesInForce policies, CancellationToken cancellation)
        {
            if (await db.Set<StoredDetermination>().FindAsync([determination], cancellation) is not { } stored) return null;
            var used = JsonSerializer.Deserialize<Determination>(stored.Text, DibaoJson.Options)!.Policies;
            foreach (var key in new[] { PolicyKeys.Standard, PolicyKeys.Rounding, PolicyKeys.FinancialAssetLimit })
            {
                if (policies.Find(key) is { } now && !used.Contains(now))
                    return EligibilityErrors.PolicyChanged.Because($"认定之后 {key} 已有新规定({now.Document}),请退回乡镇(街道)重新认定。", $"{key} has changed since the means test ({now.Document}): have the township assess anew.");
            }
            return null;
        }

        /// <summary>The figures that rule in a place on a day, of the keys asked for.</summary>
        public async Task<PoliciesInForce> Policies(
            DivisionCode place, Scheme scheme, LocalDate on, CancellationToken cancellation, params string[] keys)
        {
            var places = PoliciesInForce.Above(place);
            var values = await db.PolicyValues.AsNoTracking().Where(p => keys.Contains(p.Key) && places.Contains(p.Division)).AsOf(on).ToListAsync(cancellation);
            return new PoliciesInForce(place, scheme, on, values);
        }
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<PolicyValue>(policy =>
        {
            policy.ToTable("policy", Schema);
            policy.HasKey(p => p.Id);
            policy.Property(p => p.Key).HasMaxLength(60);
            policy.Property(p => p.Unit).HasMaxLength(20);
            policy.Property(p => p.Document).HasMaxLength(100);
            policy.Property(p => p.Article).HasMaxLength(60);
            policy.HasIndex(p => new { p.Key, p.Division });
        });
        model.Entity<CalendarDay>(day =>
        {
            day.ToTable("calendar_day", Schema);
            day.HasKey(d => d.Date);
            day.Property(d => d.Date).ValueGeneratedNever();
        });
        model.Entity<Application>(Map);
        model.Entity<StoredDetermination>(determination =>
        {
            determination.ToTable("determination", Schema);
            determination.HasKey(d => d.Id);
            determination.Property(d => d.Hash).HasMaxLength(64);
            determination.HasIndex(d => d.Application);
            determination.HasIndex(d => d.Succession);
        });
        model.Entity<Entitlement>(entitlement =>
        {
            entitlement.ToTable("entitlement", Schema);
            entitlement.HasKey(e => e.Id);
            entitlement.Property(e => e.Agent).HasMaxLength(200);
            entitlement.Property(e => e.EndRequestReason).HasMaxLength(200);
            entitlement.Property(e => e.ApplicantReplacedFor).HasMaxLength(200);
            entitlement.HasIndex(e => new { e.County, e.Id });
            entitlement.HasIndex(e => e.Household);
            entitlement.HasMany(e => e.Terms).WithOne().HasForeignKey(t => t.Entitlement);
        });
        model.Entity<EntitlementTerm>(term =>
        {
            term.ToTable("term", Schema);
            term.HasKey(t => t.Id);
            Json(term.Property(t => t.Uplifts));
            term.HasIndex(t => t.Entitlement);
        });
        model.Entity<Cover>(cover =>
        {
            cover.ToTable("cover", Schema);
            cover.HasKey(c => c.Person);
            cover.HasIndex(c => c.Entitlement);
            // Of two who cover the same person at once, one finds the row changed.
            cover.Property(c => c.Entitlement).IsConcurrencyToken();
            cover.Property(c => c.LastMonth).IsConcurrencyToken();
            cover.Property(c => c.Earlier).HasConversion(
                earlier => JsonSerializer.Serialize(earlier, DibaoJson.Options), text => JsonSerializer.Deserialize<EarlierCover>(text, DibaoJson.Options));
        });
        model.Entity<TakenBackCover>(taken =>
        {
            taken.ToTable("cover_taken_back", Schema);
            taken.HasKey(t => t.Id);
            taken.Property(t => t.By).HasMaxLength(200);
            taken.HasIndex(t => t.Person);
        });
        model.Entity<Succession>(succession =>
        {
            succession.ToTable("succession", Schema);
            succession.HasKey(s => s.Id);
            succession.Property(s => s.Agent).HasMaxLength(200);
            succession.Property(s => s.AssessedBy).HasMaxLength(200);
            succession.Property(s => s.HeardBy).HasMaxLength(200);
            succession.Property(s => s.ConfirmedBy).HasMaxLength(200);
            succession.Property(s => s.Views).HasMaxLength(400);
            Json(succession.Property(s => s.Predecessors));
            Json(succession.Property(s => s.Households));
            Json(succession.Property(s => s.Cases));
            succession.HasIndex(s => new { s.County, s.Id });
            succession.HasIndex(s => s.Household);
            succession.HasIndex(s => new { s.State, s.County });
        });
    }

    private static void Map(EntityTypeBuilder<Application> application)
    {
        application.ToTable("application", Schema);
        application.HasKey(a => a.Id);
        application.Property(a => a.FileNumber).HasMaxLength(20);
        foreach (var subject in (string[])
                 [
                     nameof(Application.Agent), nameof(Application.SubmittedBy), nameof(Application.AcceptedBy), nameof(Application.CheckRequestedBy),
                     nameof(Application.CheckAnsweredBy), nameof(Application.VisitRecordedBy), nameof(Application.AppraisedBy), nameof(Application.AssessedBy),
                     nameof(Application.ReviewedBy), nameof(Application.CountyVisitedBy), nameof(Application.ProposedBy), nameof(Application.DecidedBy), nameof(Application.LastBy),
                 ])
        {
            application.Property(subject).HasMaxLength(200);
        }
        application.Property(a => a.LivingConditions).HasMaxLength(500);
        application.Property(a => a.Opinion).HasMaxLength(500);
        application.Property(a => a.ApplicantReplacedFor).HasMaxLength(200);
        application.Property(a => a.CountyFindings).HasMaxLength(500);
        application.Property(a => a.DeterminationHash).HasMaxLength(64);
        application.Property(a => a.AppealZh).HasMaxLength(400);
        application.Property(a => a.AppealEn).HasMaxLength(400);
        Json(application.Property(a => a.MissingPapers));
        Json(application.Property(a => a.VerifiedIncome));
        Json(application.Property(a => a.VerifiedAssets));
        Json(application.Property(a => a.CheckSources));
        Json(application.Property(a => a.Investigators));
        Json(application.Property(a => a.PresentAtVisit));
        Json(application.Property(a => a.PresentAtCountyVisit));
        Json(application.Property(a => a.Reasons));
        Json(application.Property(a => a.OnlyBy));
        application.HasIndex(a => a.OpenFor).IsUnique();
        application.HasIndex(a => new { a.County, a.Id });
        application.HasIndex(a => a.Household);
        application.HasIndex(a => new { a.Status, a.County });
    }

    /// <summary>Short lists that are read and replaced as a whole, kept as JSON text.</summary>
    private static void Json<T>(PropertyBuilder<IReadOnlyList<T>> property) => property.HasConversion(
        list => JsonSerializer.Serialize(list, DibaoJson.Options),
        text => JsonSerializer.Deserialize<IReadOnlyList<T>>(text, DibaoJson.Options)!,
        new ValueComparer<IReadOnlyList<T>>((left, right) => ReferenceEquals(left, right), list => list.Count, list => list));
}
