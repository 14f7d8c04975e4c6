using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Funds;
using Dibao.Contracts.Households;
using Dibao.Funds.Domain;
using Dibao.Funds.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Features.Payrolls;

/// <summary>Builds a payroll of all returned payments of a county whose households have named another account since (补发).</summary>
internal sealed record BuildRepayment(DivisionCode County) : ICommand<PayrollView>
{
    private const int Chunk = 500;

    /// <summary>Which county.</summary>
    /// <param name="County" example="320706">The county, 6 digits.</param>
    internal sealed record Body(DivisionCode County);

    internal sealed class Validator : AbstractValidator<BuildRepayment>
    {
        public Validator() => RuleFor(c => c.County).IsCounty();
    }

    internal sealed class Handler(DibaoDbContext db, Today today, IMediator mediator) : ICommandHandler<BuildRepayment, PayrollView>
    {
        public async Task<Result<PayrollView>> Handle(BuildRepayment request, CancellationToken cancellationToken)
        {
            var (county, month) = (request.County, today.Month);
            if (!db.Caller.Serves(county)) return PlumbingProblems.OutsideDivision.Plain();
            var earlier = await db.Payrolls.Where(p => p.Division == county && p.Month == month && p.Kind == PayrollKind.Repayment)
                .MaxAsync(p => (int?)p.Number, cancellationToken) ?? 0;
            var built = Payroll.Build(PayrollKind.Repayment, county, month, earlier + 1, null, db.Caller.Subject, today.Date);
            if (built.Refused) return built.Error;

            var lines = 0;
            PayrollId? id = built.Value.Id;
            var open = await db.PayrollLines.AsNoTracking()
                .Where(l => l.County == county && l.State == LineState.Returned && l.RepaidBy == null).OrderBy(l => l.Id).ToListAsync(cancellationToken);
            foreach (var chunk in open.Chunk(Chunk))
            {
                var payees = (await mediator.Send(new GetPayees([.. chunk.Select(l => l.Household).Distinct()]), cancellationToken)).Value.ToDictionary(p => p.Household);
                var again = chunk.Where(l => payees.TryGetValue(l.Household, out var payee) && l.CanBeRepaidTo(payee)).ToList();
                await db.WriteMany(again.ConvertAll(l => l.Again(id.Value, ++lines, payees[l.Household])), cancellationToken);
                var returns = again.ConvertAll(l => l.Id);
                await db.PayrollLines.Where(l => returns.Contains(l.Id)).ExecuteUpdateAsync(set => set.SetProperty(l => l.RepaidBy, id), cancellationToken);
            }
            if (lines == 0)
                return FundErrors.NothingToRepay.Because(
                    $"{county} 有 {open.Count} 笔退票,但其家庭均未更换账户,请先登记新账户。", $"{county} has {open.Count} returned payments; none of the households has named another account yet.");
            built.Value.Fill(lines, 0);
            db.Add(built.Value);
            return PayrollView.Of(built.Value, built.Value.Version + 1);
        }
    }

    /// <summary>Builds a payroll of returned payments.</summary>
    /// <remarks>A return is paid again once its household has named another account. The payroll then goes through the same steps as any other.</remarks>
    internal static Task<Results<Created<PayrollView>, ProblemHttpResult>> Endpoint(Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new BuildRepayment(body.County), cancellation).Created(p => $"/api/v1/payrolls/{p.Id.Value}");
}
