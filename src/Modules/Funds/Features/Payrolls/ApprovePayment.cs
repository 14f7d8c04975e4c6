using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Funds;
using Dibao.Funds.Domain;
using Dibao.Funds.Domain.Ledger;
using Dibao.Funds.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Features.Payrolls;

/// <summary>Approves a payment request: what is requested must be the sum of the lines as they were locked.</summary>
internal sealed record ApprovePayment(PayrollId Payroll) : ICommand<PayrollView>, IConcern
{
    Guid IConcern.Concern => Payroll.Value;

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<ApprovePayment, PayrollView>
    {
        public async Task<Result<PayrollView>> Handle(ApprovePayment request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Payrolls.FirstOrDefaultAsync(p => p.Id == request.Payroll, cancellationToken), "名册", "payroll");
            if (found.Refused) return found.Error;
            var payroll = found.Value;
            var approved = payroll.Approve(await db.Recount(payroll.Id, cancellationToken), db.Caller.Subject, today.Date);
            if (approved.Refused) return approved.Error;
            if (payroll.Kind == PayrollKind.Regular) // a re-payment was approved, and is owed, since its first payroll
            {
                var entered = await db.Post(
                    payroll.Division, Voucher.Approved(payroll.TotalFen, today.Date, payroll.Id, payroll.Memo), today.Date, cancellationToken);
                if (entered.Refused) return entered.Error;
            }
            return PayrollView.Of(payroll, payroll.Version + 1);
        }
    }

    /// <summary>Approves a payment request.</summary>
    /// <remarks>649 Art 64: not by the requester. The lines are summed and hashed again; a regular payroll is entered as expense and liability.</remarks>
    internal static Task<Results<Ok<PayrollView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ApprovePayment(new PayrollId(id)), cancellation).Ok();
}
