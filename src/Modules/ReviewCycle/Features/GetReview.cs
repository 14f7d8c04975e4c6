using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.ReviewCycle;
using Dibao.ReviewCycle.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.ReviewCycle.Features;

/// <summary>One review with all its steps.</summary>
internal sealed record GetReview(ReviewId Review) : IQuery<ReviewView>
{
    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<GetReview, ReviewView>
    {
        public async Task<Result<ReviewView>> Handle(GetReview request, CancellationToken cancellationToken)
        {
            var review = await db.Reviews.AsNoTracking().FirstOrDefaultAsync(r => r.Id == request.Review, cancellationToken);
            return review is null
                ? PlumbingProblems.NotFound.Because("没有该复核,或不在您的管辖区域内。", "There is no such review in the division you serve.")
                : ReviewView.Of(review, review.Version);
        }
    }

    /// <summary>Reads a review.</summary>
    /// <param name="id" example="01980000-0000-7000-8000-000000000001">The review.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<ReviewView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetReview(new ReviewId(id)), cancellation).Ok();
}
