using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Funds;
using Dibao.Funds.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Features.Payrolls;

/// <summary>Totals a payroll and hashes its lines; from here on it never changes.</summary>
internal sealed record LockPayroll(PayrollId Payroll) : ICommand<PayrollView>, IConcern
{
    Guid IConcern.Concern => Payroll.Value;

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<LockPayroll, PayrollView>
    {
        public async Task<Result<PayrollView>> Handle(LockPayroll request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Payrolls.FirstOrDefaultAsync(p => p.Id == request.Payroll, cancellationToken), "名册", "payroll");
            if (found.Refused) return found.Error;
            var payroll = found.Value;
            var locked = payroll.Lock(await db.Recount(payroll.Id, cancellationToken), db.Caller.Subject, today.Date);
            if (locked.Refused) return locked.Error;
            return PayrollView.Of(payroll, payroll.Version + 1);
        }
    }

    /// <summary>Locks a payroll.</summary>
    /// <remarks>The hash is SHA-256 over the canonical form of every line in the order of the line numbers.</remarks>
    internal static Task<Results<Ok<PayrollView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new LockPayroll(new PayrollId(id)), cancellation).Ok();
}
