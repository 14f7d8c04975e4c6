using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;
using Dibao.Eligibility.Domain.Policies;
using Dibao.Eligibility.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Features.Successions;

/// <summary>Records what the household says before something is taken away.</summary>
internal sealed record HearOnSuccession(Guid Succession, LocalDate HeardOn, string Views) : ICommand<SuccessionView>, IConcern
{
    Guid IConcern.Concern => Succession;

    /// <summary>A hearing.</summary>
    /// <param name="HeardOn" example="2026-08-03">When; between the assessment and today.</param>
    /// <param name="Views" example="agrees">What the household said, 2 to 400 characters.</param>
    internal sealed record Body(LocalDate HeardOn, string Views);

    internal sealed class Validator : AbstractValidator<HearOnSuccession>
    {
        public Validator() => RuleFor(c => c.Views).Text(2, 400).WithMessage("意见须为 2 至 400 个字符|The views have 2 to 400 characters");
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<HearOnSuccession, SuccessionView>
    {
        public async Task<Result<SuccessionView>> Handle(HearOnSuccession request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Successions.FirstOrDefaultAsync(s => s.Id == request.Succession, cancellationToken), "接续", "succession");
            if (found.Refused) return found.Error;
            var heard = found.Value.Hear(request.HeardOn, request.Views.Trim(), today.Date, db.Caller.Subject);
            return heard.Refused ? heard.Error : SuccessionView.Of(found.Value, found.Value.Version + 1);
        }
    }

    /// <summary>Hears the household on a succession.</summary>
    /// <remarks>Law Art 48: before a reduction or an end the household is heard.</remarks>
    internal static Task<Results<Ok<SuccessionView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new HearOnSuccession(id, body.HeardOn, body.Views), cancellation).Ok();
}
