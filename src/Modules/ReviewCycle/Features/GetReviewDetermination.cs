using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.ReviewCycle;
using Dibao.ReviewCycle.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.ReviewCycle.Features;

/// <summary>The means test a review stands on: inputs, policies and reasoning.</summary>
internal sealed record GetReviewDetermination(ReviewId Review) : IQuery<Determination>
{
    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<GetReviewDetermination, Determination>
    {
        public async Task<Result<Determination>> Handle(GetReviewDetermination request, CancellationToken cancellationToken)
        {
            var review = await db.Reviews.AsNoTracking().FirstOrDefaultAsync(r => r.Id == request.Review, cancellationToken);
            return review is not null && ReviewView.Determination(review) is { } determination
                ? determination
                : PlumbingProblems.NotFound.Because("没有该复核或尚未核查,或不在您的管辖区域内。", "There is no such review with findings in the division you serve.");
        }
    }

    /// <summary>Reads the means test of a review.</summary>
    /// <remarks>It can be replayed from this alone. 404 before the findings are recorded.</remarks>
    /// <param name="id" example="01980000-0000-7000-8000-000000000001">The review.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<Determination>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetReviewDetermination(new ReviewId(id)), cancellation).Ok();
}
