using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Funds;
using Dibao.Funds.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dibao.Funds.Features.Ledger;

/// <summary>The special account of a county over a period.</summary>
internal sealed record GetSpecialAccountStatement(DivisionCode County, LocalDate From, LocalDate To) : IQuery<SpecialAccountStatementView>
{
    internal sealed class Validator : AbstractValidator<GetSpecialAccountStatement>
    {
        public Validator()
        {
            RuleFor(q => q.County).IsCounty();
            RuleFor(q => q.To).GreaterThanOrEqualTo(q => q.From).WithMessage("止日不得早于起日|The period ends before it begins");
        }
    }

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<GetSpecialAccountStatement, SpecialAccountStatementView>
    {
        public async Task<Result<SpecialAccountStatementView>> Handle(GetSpecialAccountStatement request, CancellationToken cancellationToken)
        {
            if (!db.Caller.Serves(request.County)) return PlumbingProblems.OutsideDivision.Plain();
            var f = await db.FundFigures(request.County, request.From, request.To, cancellationToken);
            return new SpecialAccountStatementView(
                request.County, request.From, request.To, f.OpeningFen, f.Received, f.TransferredFen, f.ReturnedFen, f.ClosingFen, f.PaidFen);
        }
    }

    /// <summary>Reads the statement of a county's special account.</summary>
    /// <remarks>649 Art 5. Opening + received + returned − transferred = closing, to the fen, by the day of entry.</remarks>
    /// <param name="county" example="320706">The county, 6 digits.</param>
    /// <param name="from" example="2012-01-01">First day.</param>
    /// <param name="to" example="2012-12-31">Last day.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<SpecialAccountStatementView>, ProblemHttpResult>> Endpoint(
        DivisionCode county, QueryDate from, QueryDate to, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetSpecialAccountStatement(county, from, to), cancellation).Ok();
}

/// <summary>Statement of a special account, fen.</summary>
/// <param name="County" example="320706">The county.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="OpeningFen">Balance before the first day.</param>
/// <param name="Received">Received by level of government.</param>
/// <param name="TransferredFen">Transferred to the agent bank.</param>
/// <param name="ReturnedFen">Come back from the bank.</param>
/// <param name="ClosingFen">Balance after the last day.</param>
/// <param name="PaidFen">Paid to households, as the bank reported.</param>
internal sealed record SpecialAccountStatementView(
    DivisionCode County, LocalDate From, LocalDate To, long OpeningFen, IReadOnlyList<ReceivedFromSource> Received,
    long TransferredFen, long ReturnedFen, long ClosingFen, long PaidFen);
