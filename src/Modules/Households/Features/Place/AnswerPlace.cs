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

/// <summary>Answers what another place asked, once.</summary>
internal sealed record AnswerPlace(Guid Request, bool Found, string Text) : ICommand<PlaceRequestView>, IConcern
{
    Guid IConcern.Concern => Request;

    /// <summary>An answer.</summary>
    /// <param name="Found" example="true">Whether what was asked for was found.</param>
    /// <param name="Text" example="该户三人常住,两间平房">What was found, 4 to 1000 characters.</param>
    internal sealed record Body(bool Found, string Text);

    internal sealed class Validator : AbstractValidator<AnswerPlace>
    {
        public Validator() => RuleFor(c => c.Text).Plain(1000, 4).WithMessage(PlaceRequestView.TextMessage);
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<AnswerPlace, PlaceRequestView>
    {
        public async Task<Result<PlaceRequestView>> Handle(AnswerPlace request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.PlaceRequests.FirstOrDefaultAsync(r => r.Id == request.Request, cancellationToken), "协助请求", "request");
            if (found.Refused) return found.Error;
            var answered = found.Value.Reply(request.Found, request.Text.Trim(), db.Caller.Division, db.Caller.Subject, today.Date);
            return answered.Refused ? answered.Error : PlaceRequestView.Of(found.Value, today.Date, found.Value.Version + 1);
        }
    }

    /// <summary>Answers a request of another place.</summary>
    /// <remarks>57 Art 5. Once, by the place that was asked; a scan goes to POST /place-requests/{id}/papers before.</remarks>
    internal static Task<Results<Ok<PlaceRequestView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new AnswerPlace(id, body.Found, body.Text), cancellation).Ok();
}
