using System.Text.Json;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.ReviewCycle.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dibao.ReviewCycle.Persistence;

internal static class ReviewCycleModel
{
    private const string Schema = "reviewcycle";

    extension(DibaoDbContext db)
    {
        public DbSet<ReviewPlan> ReviewPlans => db.Set<ReviewPlan>();

        public DbSet<Review> Reviews => db.Set<Review>();

        /// <summary>
        /// The plan of a household that draws; null when it draws nothing. The plan is made by another subscriber; when that one is behind, this
        /// delivery is tried again.
        /// </summary>
        public async Task<ReviewPlan?> LivePlan(HouseholdId household, IMediator mediator, Today today, CancellationToken cancellation)
        {
            var plans = await db.ReviewPlans.Where(p => p.Household == household).OrderBy(p => p.Ended).ThenBy(p => p.Entitlement).ToListAsync(cancellation);
            if (plans.Count > 0) return plans[0].Ended ? null : plans[0];
            var live = await mediator.Send(new GetLiveCases([household], today.Month), cancellation);
            return live.Value.Count == 0 ? null : throw new InvalidOperationException($"Household {household.Value} draws and is not planned yet.");
        }

        /// <summary>A review by a day at the latest: the open one is brought forward, or one is opened.</summary>
        public async Task ReviewBy(LocalDate due, ReviewCause cause, ReviewPlan plan, Today today, CancellationToken cancellation)
        {
            if (plan.UnderReview)
            {
                // found in the database, or opened by an earlier fact of the same batch
                var open = db.Reviews.Local.FirstOrDefault(r => r.Entitlement == plan.Entitlement && r.IsOpen)
                    ?? await db.Reviews.FirstOrDefaultAsync(r => r.Entitlement == plan.Entitlement && r.Status < ReviewStatus.Concluded, cancellation);
                if (open is null) throw new InvalidOperationException("The open review was concluded at this moment: its plan is read again.");
                open.BringForward(due);
                return;
            }
            plan.BeginReview();
            db.Add(Review.Open(cause, plan.Entitlement, plan.Household, plan.Division, plan.Scheme, plan.Agent, due, today.Date));
        }
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<ReviewPlan>(plan =>
        {
            plan.ToTable("plan", Schema);
            plan.HasKey(p => p.Entitlement);
            plan.Property(p => p.Agent).HasMaxLength(200);
            plan.HasIndex(p => p.Household);
            plan.HasIndex(p => p.NextDueOn);
        });
        model.Entity<Review>(review =>
        {
            review.ToTable("review", Schema);
            review.HasKey(r => r.Id);
            review.Ignore(r => r.IsOpen);
            review.Property(r => r.Agent).HasMaxLength(200);
            review.Property(r => r.FoundBy).HasMaxLength(200);
            review.Property(r => r.HeardBy).HasMaxLength(200);
            review.Property(r => r.ConcludedBy).HasMaxLength(200);
            review.Property(r => r.DeterminationHash).HasMaxLength(64);
            Json(review.Property(r => r.Findings));
            Json(review.Property(r => r.Proposal));
            Json(review.Property(r => r.Hearing));
            Json(review.Property(r => r.Conclusion));
            review.HasIndex(r => r.Entitlement);
            review.HasIndex(r => r.Household);
            review.HasIndex(r => new { r.County, r.Id });
            review.HasIndex(r => new { r.County, r.ClosedOn });
        });
    }

    /// <summary>A record that is written whole and never searched: JSON text. Records do not change, so that the reference tells whether it is the same.</summary>
    private static void Json<T>(PropertyBuilder<T?> property) where T : class => property.HasConversion(
        value => JsonSerializer.Serialize(value, DibaoJson.Options),
        text => JsonSerializer.Deserialize<T>(text, DibaoJson.Options),
        new ValueComparer<T>((left, right) => ReferenceEquals(left, right), value => value.GetHashCode(), value => value));
}
