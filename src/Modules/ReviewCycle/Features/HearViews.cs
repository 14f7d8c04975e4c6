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

/// <summary>Records what the household says of a reduction or an end that is proposed.</summary>
internal sealed record HearViews(ReviewId Review, LocalDate HeldOn, bool Attended, string Views) : ICommand<ReviewView>, IConcern
{
    public const int MaxText = 2_000;

    Guid IConcern.Concern => Review.Value;

    /// <summary>A hearing of the household's views.</summary>
    /// <param name="HeldOn" example="2026-07-20">When it was heard, or was to be heard: from the findings to today.</param>
    /// <param name="Attended" example="true">Whether it came.</param>
    /// <param name="Views" example="the work ended in June">What it said, at most 2000 characters; at least one where it came.</param>
    internal sealed record Body(LocalDate HeldOn, bool Attended, string Views);

    internal sealed class Validator : AbstractValidator<HearViews>
    {
        public Validator() => RuleFor(c => c.Views).Must((c, v) => v.Length <= MaxText && (!c.Attended || !string.IsNullOrWhiteSpace(v)))
            .WithMessage("意见不超过 2000 个字符,到场的不得为空|Views have at most 2000 characters, and at least one where the household came");
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<HearViews, ReviewView>
    {
        public async Task<Result<ReviewView>> Handle(HearViews request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Reviews.FirstOrDefaultAsync(r => r.Id == request.Review, cancellationToken), "复核", "review");
            if (found.Refused) return found.Error;
            var heard = found.Value.HearViews(new(request.HeldOn, request.Attended, request.Views.Trim()), db.Caller.Subject, today.Date);
            return heard.Refused ? heard.Error : ReviewView.Of(found.Value, found.Value.Version + 1);
        }
    }

    /// <summary>Records the hearing of a household.</summary>
    /// <remarks>Law Art 48, from 2026-07-01: who is to lose is heard first. Another officer than the one who recorded the findings.</remarks>
    internal static Task<Results<Ok<ReviewView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new HearViews(new(id), body.HeldOn, body.Attended, body.Views), cancellation).Ok();
}
