using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Payees;

/// <summary>Confirms another payee that somebody else proposed; it is paid from that day on.</summary>
internal sealed record ConfirmPayeeChange(Guid Change) : ICommand<PayeeChangeView>, IConcern
{
    Guid IConcern.Concern => Change;

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<ConfirmPayeeChange, PayeeChangeView>
    {
        public async Task<Result<PayeeChangeView>> Handle(ConfirmPayeeChange request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.PayeeChanges.FirstOrDefaultAsync(c => c.Id == request.Change, cancellationToken), "变更", "change");
            if (found.Refused) return found.Error;
            var change = found.Value;
            var household = await db.HouseholdToChange(change.Household.Value, cancellationToken);
            if (household is null) return PaperShapes.NoHousehold();
            if (change.State == PayeeChangeState.Waiting && await db.NotOnFile(change.Household, [change.Terms.GroundPaper, change.ProofPaper], cancellationToken) is { } missing) return missing;
            var confirmed = change.Confirm(household, db.Caller.Subject, today.Date, today.Now);
            return confirmed.Refused ? confirmed.Error : PayeeChangeView.Of(change, change.Version + 1);
        }
    }

    /// <summary>Confirms another payee account.</summary>
    /// <remarks>57 Art 25 and 26. Nobody confirms what he proposed himself.</remarks>
    /// <param name="change" example="01980000-0000-7000-8000-000000000001">The change.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<PayeeChangeView>, ProblemHttpResult>> Endpoint(Guid change, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ConfirmPayeeChange(change), cancellation).Ok();
}
