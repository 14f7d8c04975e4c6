using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Standings;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Standings;

/// <summary>Ends a standing before its time.</summary>
internal sealed record EndStanding(HouseholdId Household, Guid Standing, LocalDate On, string Reason) : ICommand<StandingView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>The end.</summary>
    /// <param name="On" example="2024-09-01">First day on which it holds no longer; within its validity.</param>
    /// <param name="Reason" example="household income has risen">4 to 200 characters.</param>
    internal sealed record Body(LocalDate On, string Reason);

    internal sealed class Validator : AbstractValidator<EndStanding>
    {
        public Validator() => RuleFor(c => c.Reason).IsReason();
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<EndStanding, StandingView>
    {
        public async Task<Result<StandingView>> Handle(EndStanding request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Standings.FirstOrDefaultAsync(s => s.Id == request.Standing && s.Household == request.Household, cancellationToken), "认定", "standing");
            if (found.Refused) return found.Error;
            var ended = found.Value.End(request.On, request.Reason.Trim(), db.Caller.Subject, today.Date);
            return ended.Refused ? ended.Error : StandingView.Of(found.Value, today.Date, found.Value.Version + 1);
        }
    }

    /// <summary>Ends a standing of a low-income household.</summary>
    internal static Task<Results<Ok<StandingView>, ProblemHttpResult>> Endpoint(Guid id, Guid standing, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new EndStanding(new(id), standing, body.On, body.Reason), cancellation).Ok();
}
