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

/// <summary>The reviews of a place, page by page; never outside the caller's division.</summary>
internal sealed record FindReviews(ReviewStatus? Status, LocalDate? DueBefore, DivisionCode? Division, HouseholdId? Household, string? After, int Limit)
    : IQuery<Page<FoundReview>>
{
    internal sealed class Validator : AbstractValidator<FindReviews>
    {
        public Validator()
        {
            RuleFor(q => q.Status).IsInEnum();
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit).WithMessage("每页 1 至 200 条|A page has 1 to 200 items");
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage("游标与查询条件不符|This cursor belongs to another list");
        }
    }

    private string Filter => $"reviews:{Status}:{DueBefore:uuuu-MM-dd}:{Division}:{Household?.Value}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindReviews, Page<FoundReview>>
    {
        public async Task<Result<Page<FoundReview>>> Handle(FindReviews request, CancellationToken cancellationToken)
        {
            var found = db.Reviews.AsNoTracking();
            if (request.Status is { } status) found = found.Where(r => r.Status == status);
            if (request.DueBefore is { } before) found = found.Where(r => r.DueOn < before);
            if (request.Household is { } household) found = found.Where(r => r.Household == household);
            if (request.Division is { } division)
            {
                var last = division.Last;
                found = found.Where(r => r.Division >= division && r.Division <= last);
            }
            Cursor.TryRead(request.After, request.Filter, out var after);
            var items = await found.After(r => r.Id, after).OrderBy(r => r.Id).Take(request.Limit + 1)
                .Select(r => new FoundReview(r.Id, r.Entitlement, r.Household, r.Division, r.Scheme, r.Cause, r.DueOn, r.Status, r.Proposal == null ? null : r.Proposal.Outcome, r.Outcome, r.ClosedOn))
                .ToListAsync(cancellationToken);
            return items.Page(request.Limit, request.Filter, r => r.Id.Value);
        }
    }

    /// <summary>Lists reviews.</summary>
    /// <param name="status" example="open">Only those that stand there.</param>
    /// <param name="dueBefore" example="2012-07-01">Only those due before this day.</param>
    /// <param name="division" example="320706001">Only this place and what lies in it.</param>
    /// <param name="household" example="01980000-0000-7000-8000-000000000001">Only those of this household.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<FoundReview>>, ProblemHttpResult>> Endpoint(
        QueryCode<ReviewStatus>? status, QueryDate? dueBefore, DivisionCode? division, Guid? household, string? after, IMediator mediator, CancellationToken cancellation,
        int limit = 50) =>
        mediator.Send(new FindReviews(status, dueBefore, division, household is { } id ? new HouseholdId(id) : null, after, limit), cancellation).Ok();
}

/// <summary>A review in a list.</summary>
/// <param name="Id">The review.</param>
/// <param name="Entitlement">The entitlement reviewed.</param>
/// <param name="Household">Whose it is.</param>
/// <param name="Division">Village or community of registration.</param>
/// <param name="Scheme">Urban or rural dibao.</param>
/// <param name="Cause">Why it is held: it fell due, a member died, or a change was told.</param>
/// <param name="DueOn">By when it is to be concluded.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Proposed">What the findings propose; null before.</param>
/// <param name="Outcome">What was concluded; null before.</param>
/// <param name="ClosedOn">When it was concluded or lapsed; null before.</param>
internal sealed record FoundReview(
    ReviewId Id, EntitlementId Entitlement, HouseholdId Household, DivisionCode Division, Scheme Scheme, ReviewCause Cause, LocalDate DueOn,
    ReviewStatus Status, ReviewOutcome? Proposed, ReviewOutcome? Outcome, LocalDate? ClosedOn);
