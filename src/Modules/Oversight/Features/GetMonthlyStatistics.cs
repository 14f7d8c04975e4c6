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

/// <summary>The caseload of a place month by month, composed from the modules that own the figures.</summary>
internal sealed record GetMonthlyStatistics(DivisionCode Division, Month From, Month To) : IQuery<IReadOnlyList<MonthStatistics>>
{
    private const int Most = 60;

    internal sealed class Validator : AbstractValidator<GetMonthlyStatistics>
    {
        public Validator() => RuleFor(q => q.To).Must((q, to) => q.From <= to && to < q.From.Plus(Most))
            .WithMessage("月份须先后有序,最多 60 个月|From comes no later than to, and they span at most 60 months");
    }

    internal sealed class Handler(DibaoDbContext db, IMediator mediator) : IQueryHandler<GetMonthlyStatistics, IReadOnlyList<MonthStatistics>>
    {
        public async Task<Result<IReadOnlyList<MonthStatistics>>> Handle(GetMonthlyStatistics request, CancellationToken cancellationToken)
        {
            if (!db.Caller.Serves(request.Division)) return PlumbingProblems.OutsideDivision.Plain();
            var figures = await mediator.Send(new GetCaseload(request.Division, request.From, request.To), cancellationToken);
            if (figures.Refused) return figures.Error;
            var byMonth = figures.Value.ToLookup(f => f.Month);
            var months = new List<MonthStatistics>();
            for (var month = request.From; month <= request.To; month = month.Next)
            {
                var funds = request.Division.Digits == 6
                    ? await mediator.Send(new GetFundFigures(request.Division, month.FirstDay, month.LastDay), cancellationToken)
                    : default(Result<FundFigures>?);
                if (funds is { Refused: true }) return funds.Value.Error!;
                months.Add(MonthStatistics.Of(month, byMonth[month]) with { Funds = funds?.Value });
            }
            return months;
        }
    }

    /// <summary>Counts the caseload month by month.</summary>
    /// <param name="division" example="320706">The place, 2 to 12 digits, within the caller's division.</param>
    /// <param name="from" example="2012-01">First month.</param>
    /// <param name="to" example="2012-12">Last month; at most 60 months.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<IReadOnlyList<MonthStatistics>>, ProblemHttpResult>> Endpoint(
        DivisionCode division, Month from, Month to, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetMonthlyStatistics(division, from, to), cancellation).Ok();
}

/// <summary>One month: urban, rural, and both.</summary>
/// <param name="Month">The month.</param>
/// <param name="Schemes">Urban and rural dibao, each once, zeros included.</param>
/// <param name="Total">Both together.</param>
/// <param name="Funds">The special account in the month, money by source; for a county.</param>
internal sealed record MonthStatistics(Month Month, IReadOnlyList<SchemeStatistics> Schemes, CaseloadTotal Total, FundFigures? Funds = null)
{
    public static MonthStatistics Of(Month month, IEnumerable<CaseloadFigure> figures)
    {
        var schemes = figures.ToLookup(f => f.Scheme);
        return new(
            month, [.. Enum.GetValues<Scheme>().Select(s => new SchemeStatistics(s, CaseloadTotal.Of(schemes[s])))],
            CaseloadTotal.Of(schemes.SelectMany(s => s)));
    }
}

/// <summary>The figures of one scheme.</summary>
/// <param name="Scheme">Urban or rural dibao.</param>
/// <param name="Figures">Its figures.</param>
internal sealed record SchemeStatistics(Scheme Scheme, CaseloadTotal Figures);

/// <summary>Figures of a month.</summary>
/// <param name="Households">Households entitled for the month.</param>
/// <param name="Persons">Persons entitled for the month.</param>
/// <param name="BenefitFen">Their benefits for the month, fen.</param>
/// <param name="Admitted">Households whose first month it is; taken over not counted.</param>
/// <param name="TakenOver">Households taken over whose first month here it is.</param>
/// <param name="Ended">Households whose last month was the month before.</param>
internal sealed record CaseloadTotal(int Households, int Persons, long BenefitFen, int Admitted, int TakenOver, int Ended)
{
    public static CaseloadTotal Of(IEnumerable<CaseloadFigure> figures) => figures.Aggregate(
        new CaseloadTotal(0, 0, 0, 0, 0, 0),
        (t, f) => new(t.Households + f.Households, t.Persons + f.Persons, t.BenefitFen + f.MonthlyFen, t.Admitted + f.Admitted, t.TakenOver + f.TakenOver, t.Ended + f.Ended));
}
