using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Funds;
using Dibao.Funds.Domain;
using Dibao.Funds.Domain.Ledger;
using Dibao.Funds.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Features.Payrolls;

/// <summary>Takes the bank's report on a payroll: what it lists came back, the rest was paid.</summary>
internal sealed record ReportBankResult(PayrollId Payroll, LocalDate PaidOn, IReadOnlyList<ReturnedLine> Returned) : ICommand<PayrollView>, IConcern
{
    private const int Chunk = 500;

    Guid IConcern.Concern => Payroll.Value;

    /// <summary>The bank's report.</summary>
    /// <param name="PaidOn" example="2012-03-09">The day the bank paid; not before the transfer, not after today.</param>
    /// <param name="Returned">The lines that could not be paid, each once; empty when all were.</param>
    internal sealed record Body(LocalDate PaidOn, IReadOnlyList<ReturnedLine> Returned);

    internal sealed class Validator : AbstractValidator<ReportBankResult>
    {
        public Validator() => RuleForEach(c => c.Returned).Must(l => l is not null && Enum.IsDefined(l.Reason)).WithMessage("退票原因不正确|Not a reason for a return");
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<ReportBankResult, PayrollView>
    {
        public async Task<Result<PayrollView>> Handle(ReportBankResult request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Payrolls.FirstOrDefaultAsync(p => p.Id == request.Payroll, cancellationToken), "名册", "payroll");
            if (found.Refused) return found.Error;
            var (payroll, day) = (found.Value, today.Date);
            var right = payroll.Check(request.PaidOn, request.Returned, db.Caller.Subject, day);
            if (right.Refused) return right.Error;

            var returnedFen = await Mark(request, cancellationToken);
            payroll.Settle(returnedFen, db.Caller.Subject, day);
            Voucher[] vouchers =
            [
                Voucher.Paid(payroll.PaidFen, request.PaidOn, payroll.Id, payroll.Memo),
                Voucher.Returned(payroll.ReturnedFen, request.PaidOn, payroll.Id, payroll.Memo),
            ];
            foreach (var voucher in vouchers.Where(v => v.Postings.Any(p => p.DebitFen > 0)))
            {
                var entered = await db.Post(payroll.Division, voucher, day, cancellationToken);
                if (entered.Refused) return entered.Error;
            }
            return PayrollView.Of(payroll, payroll.Version + 1);
        }

        /// <summary>Marks every line paid or returned and answers what came back, fen.</summary>
        private async Task<long> Mark(ReportBankResult request, CancellationToken cancellation)
        {
            var lines = db.PayrollLines.Where(l => l.Payroll == request.Payroll);
            foreach (var reason in request.Returned.GroupBy(r => r.Reason))
            {
                foreach (var chunk in reason.Select(r => r.LineNo).Chunk(Chunk))
                {
                    ReturnReason? why = reason.Key;
                    await lines.Where(l => chunk.Contains(l.LineNo)).ExecuteUpdateAsync(
                        set => set.SetProperty(l => l.State, LineState.Returned).SetProperty(l => l.Reason, why), cancellation);
                }
            }
            await lines.Where(l => l.State == LineState.Pending).ExecuteUpdateAsync(set => set.SetProperty(l => l.State, LineState.Paid), cancellation);
            return await lines.Where(l => l.State == LineState.Returned).SumAsync(l => l.AmountFen, cancellation);
        }
    }

    /// <summary>Reports the bank's result on a payroll.</summary>
    /// <remarks>Every line that is not listed counts as paid. What came back returns to the special account and stays owed until it is paid again.</remarks>
    internal static Task<Results<Ok<PayrollView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ReportBankResult(new(id), body.PaidOn, body.Returned), cancellation).Ok();
}
