using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Contracts.ReviewCycle;
using Dibao.ReviewCycle.Domain;
using Dibao.ReviewCycle.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.ReviewCycle.Features;

/// <summary>
/// Opens, a month ahead, every review that falls due. It runs daily; a plan under review is passed over, and rounds that were missed
/// are made up by one review.
/// </summary>
internal sealed record OpenDueReviews(LocalDate Day) : ICommand<Done>
{
    private const int DaysAhead = 30;
    private const int Chunk = 1_000;

    internal sealed class Handler(DibaoDbContext db) : ICommandHandler<OpenDueReviews, Done>
    {
        public async Task<Result<Done>> Handle(OpenDueReviews request, CancellationToken cancellationToken)
        {
            var horizon = request.Day.PlusDays(DaysAhead);
            while (await OpenSome(request.Day, horizon, cancellationToken))
            {
            }
            return Done.It;
        }

        /// <summary>Opens a chunk of reviews and moves their plans on; false when none is left.</summary>
        private async Task<bool> OpenSome(LocalDate day, LocalDate horizon, CancellationToken cancellation)
        {
            var due = await db.ReviewPlans.AsNoTracking().Where(p => !p.Ended && !p.UnderReview && p.NextDueOn <= horizon)
                .OrderBy(p => p.NextDueOn).Take(Chunk).ToListAsync(cancellation);
            if (due.Count == 0) return false;
            await db.WriteMany(
                due.Select(p => Review.Open(ReviewCause.Periodic, p.Entitlement, p.Household, p.Division, p.Scheme, p.Agent, p.NextDueOn, day)), cancellation);
            foreach (var round in due.GroupBy(p => ReviewPlan.NextAfter(p.NextDueOn, p.Every, p.CycleDay, day)))
            {
                var (next, plans) = (round.Key, round.Select(p => p.Entitlement).ToList());
                var moved = await db.ReviewPlans.Where(p => plans.Contains(p.Entitlement) && !p.UnderReview && !p.Ended).ExecuteUpdateAsync(
                    set => set.SetProperty(p => p.UnderReview, true).SetProperty(p => p.NextDueOn, next).SetProperty(p => p.Version, p => p.Version + 1),
                    cancellation);
                if (moved != plans.Count) throw new DbUpdateConcurrencyException("A plan ended or came under review meanwhile.");
            }
            return due.Count == Chunk;
        }
    }
}
