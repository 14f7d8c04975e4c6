using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Funds;
using Dibao.Funds.Domain.Ledger;
using Dibao.Funds.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Features.Ledger;

/// <summary>The trial balance of a county.</summary>
internal sealed record GetTrialBalance(DivisionCode County) : IQuery<TrialBalanceView>
{
    internal sealed class Validator : AbstractValidator<GetTrialBalance>
    {
        public Validator() => RuleFor(q => q.County).IsCounty();
    }

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<GetTrialBalance, TrialBalanceView>
    {
        public async Task<Result<TrialBalanceView>> Handle(GetTrialBalance request, CancellationToken cancellationToken)
        {
            if (!db.Caller.Serves(request.County)) return PlumbingProblems.OutsideDivision.Plain();
            var accounts = await db.LedgerAccounts.AsNoTracking().Where(a => a.Division == request.County).OrderBy(a => a.Code)
                .Select(a => new AccountView(a.Kind, a.Source, a.BalanceFen)).ToListAsync(cancellationToken);
            return new TrialBalanceView(request.County, accounts, accounts.Sum(a => a.BalanceFen));
        }
    }

    /// <summary>Reads the balances of a county's accounts.</summary>
    /// <param name="county" example="320706">The county, 6 digits.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<TrialBalanceView>, ProblemHttpResult>> Endpoint(DivisionCode county, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetTrialBalance(county), cancellation).Ok();
}

/// <summary>The accounts of a county; their balances sum to 0.</summary>
internal sealed record TrialBalanceView(DivisionCode County, IReadOnlyList<AccountView> Accounts, long SumFen);

/// <summary>An account: debits less credits, fen.</summary>
internal sealed record AccountView(AccountKind Kind, SourceLevel? Source, long BalanceFen);
