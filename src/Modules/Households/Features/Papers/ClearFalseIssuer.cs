using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Papers;

/// <summary>Clears an issuer: papers filed from then on are flagged no more, and after a mistake none at all.</summary>
internal sealed record ClearFalseIssuer(Guid Issuer, string Reason, bool Mistaken) : ICommand<FalseIssuerView>, IConcern
{
    Guid IConcern.Concern => Issuer;

    /// <summary>Why it is cleared.</summary>
    /// <param name="Reason" example="the court has set the finding aside">4 to 200 characters.</param>
    /// <param name="Mistaken" example="false">The entry was wrong from the beginning.</param>
    internal sealed record Body(string Reason, bool Mistaken = false);

    internal sealed class Validator : AbstractValidator<ClearFalseIssuer>
    {
        public Validator() => RuleFor(c => c.Reason).IsReason();
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<ClearFalseIssuer, FalseIssuerView>
    {
        public async Task<Result<FalseIssuerView>> Handle(ClearFalseIssuer request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.FalseIssuers.FirstOrDefaultAsync(f => f.Id == request.Issuer, cancellationToken), "出具人", "issuer");
            if (found.Refused) return found.Error;
            var cleared = found.Value.Clear(request.Reason.Trim(), request.Mistaken, db.Caller.Subject, today.Date);
            return cleared.Refused ? cleared.Error : FalseIssuerView.Of(found.Value, found.Value.Version + 1);
        }
    }

    /// <summary>Clears an issuer of false papers.</summary>
    /// <remarks>Law Art 72. The entry stays on record; papers filed while it stood stay flagged, unless it was a mistake.</remarks>
    internal static Task<Results<Ok<FalseIssuerView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ClearFalseIssuer(id, body.Reason, body.Mistaken), cancellation).Ok();
}
