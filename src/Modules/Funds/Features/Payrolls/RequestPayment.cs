using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Funds;
using Dibao.Funds.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Features.Payrolls;

/// <summary>Requests the total of a locked payroll from finance (请款).</summary>
internal sealed record RequestPayment(PayrollId Payroll) : ICommand<PayrollView>, IConcern
{
    Guid IConcern.Concern => Payroll.Value;

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<RequestPayment, PayrollView>
    {
        public async Task<Result<PayrollView>> Handle(RequestPayment request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Payrolls.FirstOrDefaultAsync(p => p.Id == request.Payroll, cancellationToken), "名册", "payroll");
            if (found.Refused) return found.Error;
            var payroll = found.Value;
            var requested = payroll.Request(db.Caller.Subject, today.Date);
            if (requested.Refused) return requested.Error;
            return PayrollView.Of(payroll, payroll.Version + 1);
        }
    }

    /// <summary>Requests payment of a payroll.</summary>
    /// <remarks>649 Art 64: whoever built or locked the payroll does not request its payment.</remarks>
    internal static Task<Results<Ok<PayrollView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new RequestPayment(new PayrollId(id)), cancellation).Ok();
}
