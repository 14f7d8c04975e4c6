using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Place;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Place;

/// <summary>Withdraws a request to another place that is not answered yet.</summary>
internal sealed record WithdrawPlaceRequest(Guid Request, string Reason) : ICommand<PlaceRequestView>, IConcern
{
    Guid IConcern.Concern => Request;

    /// <summary>Why.</summary>
    /// <param name="Reason" example="该户已迁回">4 to 200 characters.</param>
    internal sealed record Body(string Reason);

    internal sealed class Validator : AbstractValidator<WithdrawPlaceRequest>
    {
        public Validator() => RuleFor(c => c.Reason).IsReason();
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<WithdrawPlaceRequest, PlaceRequestView>
    {
        public async Task<Result<PlaceRequestView>> Handle(WithdrawPlaceRequest request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.PlaceRequests.FirstOrDefaultAsync(r => r.Id == request.Request, cancellationToken), "协助请求", "request");
            if (found.Refused) return found.Error;
            var withdrawn = found.Value.Withdraw(request.Reason.Trim(), db.Caller.Division, db.Caller.Subject, today.Date);
            return withdrawn.Refused ? withdrawn.Error : PlaceRequestView.Of(found.Value, today.Date, found.Value.Version + 1);
        }
    }

    /// <summary>Withdraws a request to another place.</summary>
    /// <remarks>By the place that asked, as long as it is not answered; it stays on record.</remarks>
    internal static Task<Results<Ok<PlaceRequestView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new WithdrawPlaceRequest(id, body.Reason), cancellation).Ok();
}
