using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Payees;

/// <summary>Refuses another payee that somebody else proposed; the old account stands.</summary>
internal sealed record RefusePayeeChange(Guid Change, string Reason) : ICommand<PayeeChangeView>, IConcern
{
    Guid IConcern.Concern => Change;

    /// <summary>Why it is refused.</summary>
    /// <param name="Reason" example="the passbook is another person's">4 to 200 characters.</param>
    internal sealed record Body(string Reason);

    internal sealed class Validator : AbstractValidator<RefusePayeeChange>
    {
        public Validator() => RuleFor(c => c.Reason).IsReason();
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<RefusePayeeChange, PayeeChangeView>
    {
        public async Task<Result<PayeeChangeView>> Handle(RefusePayeeChange request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.PayeeChanges.FirstOrDefaultAsync(c => c.Id == request.Change, cancellationToken), "变更", "change");
            if (found.Refused) return found.Error;
            var refused = found.Value.Refuse(request.Reason.Trim(), db.Caller.Subject, today.Date);
            return refused.Refused ? refused.Error : PayeeChangeView.Of(found.Value, found.Value.Version + 1);
        }
    }

    /// <summary>Refuses another payee account.</summary>
    /// <remarks>57 Art 25. The reason is kept; the household is paid as before and may be proposed for anew.</remarks>
    /// <param name="change" example="01980000-0000-7000-8000-000000000001">The change.</param>
    /// <param name="body"></param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<PayeeChangeView>, ProblemHttpResult>> Endpoint(Guid change, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new RefusePayeeChange(change, body.Reason), cancellation).Ok();
}
