using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Changes;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Transfers;

/// <summary>Ends an open transfer: the new county refuses it, or the old one takes its offer back.</summary>
internal sealed record SendTransferBack(Guid Transfer, string Reason) : ICommand<TransferView>, IConcern
{
    Guid IConcern.Concern => Transfer;

    /// <summary>Why.</summary>
    /// <param name="Reason" example="the household is not registered here">4 to 200 characters.</param>
    internal sealed record Body(string Reason);

    internal sealed class Validator : AbstractValidator<SendTransferBack>
    {
        public Validator() => RuleFor(c => c.Reason).IsReason();
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<SendTransferBack, TransferView>
    {
        public async Task<Result<TransferView>> Handle(SendTransferBack request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.TransferToChange(request.Transfer, cancellationToken), "迁移", "transfer");
            if (found.Refused) return found.Error;
            var (transfer, reason, by) = (found.Value, request.Reason.Trim(), db.Caller.Subject);
            var ended = db.Caller.Serves(transfer.From) ? transfer.Withdraw(reason, by, today.Date) : transfer.Refuse(reason, by, today.Date);
            return ended.Refused ? ended.Error : TransferView.Of(transfer, transfer.Version + 1);
        }
    }

    /// <summary>Sends a transfer back.</summary>
    /// <remarks>By the new county it is refused, by the old one withdrawn; the household stays where it is.</remarks>
    internal static Task<Results<Ok<TransferView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new SendTransferBack(id, body.Reason), cancellation).Ok();
}
