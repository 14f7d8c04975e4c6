using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Funds;
using Dibao.Funds.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Features.Payrolls;

/// <summary>One payroll.</summary>
internal sealed record GetPayroll(PayrollId Payroll) : IQuery<PayrollView>
{
    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<GetPayroll, PayrollView>
    {
        public async Task<Result<PayrollView>> Handle(GetPayroll request, CancellationToken cancellationToken) =>
            await db.Payrolls.AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.Payroll, cancellationToken) is { } found
                ? PayrollView.Of(found, found.Version)
                : PlumbingProblems.NotFound.Because("没有该名册,或不在您的管辖区域内。", "There is no such payroll in the division you serve.");
    }

    /// <summary>Reads a payroll.</summary>
    internal static Task<Results<Ok<PayrollView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetPayroll(new PayrollId(id)), cancellation).Ok();
}
