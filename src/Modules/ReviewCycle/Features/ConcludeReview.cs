using System.Text.Json;
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

/// <summary>Concludes a review: the amount stays, rises, falls or ends from next month on.</summary>
internal sealed record ConcludeReview(ReviewId Review, ReviewOutcome Outcome, string Reasons) : ICommand<ReviewView>, IConcern
{
    public const int MaxText = 2_000;

    Guid IConcern.Concern => Review.Value;

    /// <summary>A conclusion.</summary>
    /// <param name="Outcome" example="reduce">The outcome proposed, or <c>continue</c>.</param>
    /// <param name="Reasons" example="wage income of one member rose to 18000 yuan a year">As told to the household, at most 2000 characters; at least 10 for a reduction or an end.</param>
    internal sealed record Body(ReviewOutcome Outcome, string Reasons);

    internal sealed class Validator : AbstractValidator<ConcludeReview>
    {
        public Validator()
        {
            RuleFor(c => c.Outcome).IsInEnum();
            RuleFor(c => c.Reasons).MaximumLength(MaxText).WithMessage("理由不超过 2000 个字符|Reasons have at most 2000 characters");
        }
    }

    internal sealed class Handler(DibaoDbContext db, IMediator mediator, Today today) : ICommandHandler<ConcludeReview, ReviewView>
    {
        public async Task<Result<ReviewView>> Handle(ConcludeReview request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Reviews.FirstOrDefaultAsync(r => r.Id == request.Review, cancellationToken), "复核", "review");
            if (found.Refused) return found.Error;
            var review = found.Value;
            var plan = await db.ReviewPlans.FirstAsync(p => p.Entitlement == review.Entitlement, cancellationToken);
            // No rule of the day means no duty: before the Law a cut was told with reasons only (57 Art 32).
            var hearing = await mediator.Send(new ResolvePolicy(PolicyKeys.HearingBeforeCut, review.Division, review.Scheme, today.Date), cancellationToken);
            var needed = !hearing.Refused && hearing.Value.Value == 1;
            if (request.Outcome == ReviewOutcome.Continue && review.Proposal is { } proposed && proposed.Persons != plan.Persons)
                return ReviewErrors.MembersChanged.Because(
                    $"现计 {plan.Persons} 人,核查时为 {proposed.Persons} 人,不能维持不变,请按核查结果作出结论。", $"{plan.Persons} persons are covered and {proposed.Persons} were found: the amount cannot stay, conclude what the findings propose.");
            var standard = await mediator.Send(new ResolvePolicy(PolicyKeys.Standard, review.Division, review.Scheme, today.Date), cancellationToken);
            if (standard.Refused) return standard.Error;
            if (review.DeterminationJson is { } text && !StandsOn(text, standard.Value))
                return ReviewErrors.StandardChanged.Because(
                    $"核查后保障标准已变为 {new Money(standard.Value.Value)} 元,请重新记录核查结果。", $"The standard is {new Money(standard.Value.Value)} yuan since the findings: record them anew.");
            var concluded = review.Conclude(request.Outcome, request.Reasons, needed, plan.MonthlyFen, db.Caller.Subject, today.Date, plan.Only);
            if (concluded.Refused) return concluded.Error;
            if (concluded.Value.Outcome != ReviewOutcome.End) plan.Change(concluded.Value.Persons, concluded.Value.MonthlyFen);
            plan.EndReview();
            return ReviewView.Of(review, review.Version + 1);
        }
    }

    private static bool StandsOn(string determination, PolicyFigure standard) =>
        JsonSerializer.Deserialize<Determination>(determination, DibaoJson.Options)!.Policies.Contains(standard);

    /// <summary>Concludes a review.</summary>
    /// <remarks>57 Art 32; Law Art 48. By a county approver who neither investigated nor heard. What is stored is what the household is told.</remarks>
    internal static Task<Results<Ok<ReviewView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ConcludeReview(new(id), body.Outcome, body.Reasons), cancellation).Ok();
}
