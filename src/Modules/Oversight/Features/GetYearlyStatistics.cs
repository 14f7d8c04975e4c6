using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Funds;
using Dibao.Contracts.Households;
using Dibao.Contracts.Oversight;
using Dibao.Contracts.ReviewCycle;
using Dibao.Oversight.Domain;
using Dibao.Oversight.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Oversight.Features;

/// <summary>A county's year: who draws, who came and went, what was decided and reviewed, and its special account.</summary>
internal sealed record GetYearlyStatistics(int Year, DivisionCode Division) : IQuery<YearStatistics>
{
    internal sealed class Validator : AbstractValidator<GetYearlyStatistics>
    {
        public Validator()
        {
            RuleFor(q => q.Year).InclusiveBetween(1999, 2200).WithMessage("年度须在 1999 至 2200 之间|A year lies between 1999 and 2200");
            RuleFor(q => q.Division).Digits(6).WithMessage("须指定县级区划,6 位代码|Name a county: 6 digits");
        }
    }

    internal sealed class Handler(DibaoDbContext db, IMediator mediator, Today today) : IQueryHandler<GetYearlyStatistics, YearStatistics>
    {
        public async Task<Result<YearStatistics>> Handle(GetYearlyStatistics request, CancellationToken cancellationToken)
        {
            var county = request.Division;
            if (!db.Caller.Serves(county)) return PlumbingProblems.OutsideDivision.Plain();
            if (request.Year > today.Date.Year)
                return OversightErrors.YearNotBegun.Because($"今天是 {today.Date:uuuu-MM-dd},{request.Year} 年度尚未开始。", $"Today is {today.Date:uuuu-MM-dd}: {request.Year} has not begun.");
            var (from, to) = (Month.Of(request.Year, 1), Month.Of(request.Year, 12));
            var last = today.Month < to ? today.Month : to;

            var caseload = await mediator.Send(new GetCaseload(county, from, last), cancellationToken);
            if (caseload.Refused) return caseload.Error;
            var decisions = await mediator.Send(new GetDecisionFigures(county, from.FirstDay, to.LastDay), cancellationToken);
            if (decisions.Refused) return decisions.Error;
            var reviews = await mediator.Send(new GetReviewFigures(county, from.FirstDay, to.LastDay), cancellationToken);
            if (reviews.Refused) return reviews.Error;
            var funds = await mediator.Send(new GetFundFigures(county, from.FirstDay, to.LastDay), cancellationToken);
            if (funds.Refused) return funds.Error;

            return new YearStatistics(
                request.Year, county, MonthStatistics.Of(last, caseload.Value.Where(f => f.Month == last)),
                caseload.Value.Sum(f => f.Admitted), caseload.Value.Sum(f => f.TakenOver), caseload.Value.Sum(f => f.Ended), decisions.Value, reviews.Value,
                funds.Value);
        }
    }

    /// <summary>Sums up a county's year.</summary>
    /// <remarks>The statement of the special account holds to the fen: opening + received + returned - transferred = closing.</remarks>
    /// <param name="year" example="2012">The year; not in the future.</param>
    /// <param name="division" example="320706">The county, 6 digits, within the caller's division.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<YearStatistics>, ProblemHttpResult>> Endpoint(int year, DivisionCode division, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetYearlyStatistics(year, division), cancellation).Ok();
}

/// <summary>A county's year.</summary>
/// <param name="Year">The year.</param>
/// <param name="County">The county.</param>
/// <param name="Caseload">Who draws in December; in the running year, in the present month.</param>
/// <param name="Admitted">Households whose first month lies in the year; taken over not counted.</param>
/// <param name="TakenOver">Households taken over whose first month here lies in the year.</param>
/// <param name="Ended">Households whose last month was one from last December to this November.</param>
/// <param name="Decisions">Applications decided.</param>
/// <param name="Reviews">Reviews concluded.</param>
/// <param name="Funds">The special account: money by source, transferred, returned, balances.</param>
internal sealed record YearStatistics(
    int Year, DivisionCode County, MonthStatistics Caseload, int Admitted, int TakenOver, int Ended, DecisionFigures Decisions, ReviewFigures Reviews,
    FundFigures Funds);
