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

/// <summary>Conclusions of a period in a place, counted by household; asked by other modules, not over HTTP.</summary>
internal sealed class AnswerReviewFigures(DibaoDbContext db) : IQueryHandler<GetReviewFigures, ReviewFigures>
{
    public async Task<Result<ReviewFigures>> Handle(GetReviewFigures request, CancellationToken cancellationToken)
    {
        var (first, last, from, to) = (request.Division, request.Division.Last, request.From, request.To);
        var counts = await db.Reviews.AsNoTracking()
            .Where(r => r.Division >= first && r.Division <= last && r.Status == ReviewStatus.Concluded && r.ClosedOn >= from && r.ClosedOn <= to)
            .GroupBy(r => new { r.Outcome, r.EndedFor })
            .Select(g => new { g.Key.Outcome, g.Key.EndedFor, Households = g.Select(r => r.Household).Distinct().Count() })
            .ToListAsync(cancellationToken);
        int Of(ReviewOutcome outcome) => counts.Where(c => c.Outcome == outcome).Sum(c => c.Households);
        return new ReviewFigures(
            Of(ReviewOutcome.Continue), Of(ReviewOutcome.Increase), Of(ReviewOutcome.Reduce), Of(ReviewOutcome.End),
            [.. counts.Where(c => c.EndedFor is not null).OrderBy(c => c.EndedFor).Select(c => new EndedByReason(c.EndedFor!.Value, c.Households))]);
    }
}
