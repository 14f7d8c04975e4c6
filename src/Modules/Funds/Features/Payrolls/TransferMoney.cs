using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Funds;
using Dibao.Funds.Domain.Ledger;
using Dibao.Funds.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Features.Payrolls;

/// <summary>Transfers the money of an approved payroll from the special account to the agent bank.</summary>
internal sealed record TransferMoney(PayrollId Payroll) : ICommand<PayrollView>, IConcern
{
    Guid IConcern.Concern => Payroll.Value;

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<TransferMoney, PayrollView>
    {
        public async Task<Result<PayrollView>> Handle(TransferMoney request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Payrolls.FirstOrDefaultAsync(p => p.Id == request.Payroll, cancellationToken), "名册", "payroll");
            if (found.Refused) return found.Error;
            var payroll = found.Value;
            var transferred = payroll.Transfer(db.Caller.Subject, today.Date);
            if (transferred.Refused) return transferred.Error;
            var entered = await db.Post(
                payroll.Division, Voucher.Transferred(payroll.TotalFen, today.Date, payroll.Id, payroll.Memo), today.Date, cancellationToken);
            if (entered.Refused) return entered.Error;
            return PayrollView.Of(payroll, payroll.Version + 1);
        }
    }

    /// <summary>Transfers the money of a payroll to the bank.</summary>
    /// <remarks>649 Art 5, 64: neither by the requester nor by the approver, and never more than the special account holds.</remarks>
    internal static Task<Results<Ok<PayrollView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new TransferMoney(new PayrollId(id)), cancellation).Ok();
}
