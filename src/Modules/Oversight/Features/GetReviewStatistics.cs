using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.ReviewCycle;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dibao.Oversight.Features;

/// <summary>What the reviews of a place concluded in a period.</summary>
internal sealed record GetReviewStatistics(DivisionCode Division, LocalDate From, LocalDate To) : IQuery<ReviewFigures>
{
    internal sealed class Validator : AbstractValidator<GetReviewStatistics>
    {
        public Validator() => RuleFor(q => q.To).Must((q, to) => to >= q.From).WithMessage("止日不得早于起日|The period ends before it begins");
    }

    internal sealed class Handler(DibaoDbContext db, IMediator mediator) : IQueryHandler<GetReviewStatistics, ReviewFigures>
    {
        public async Task<Result<ReviewFigures>> Handle(GetReviewStatistics request, CancellationToken cancellationToken) =>
            db.Caller.Serves(request.Division)
                ? await mediator.Send(new GetReviewFigures(request.Division, request.From, request.To), cancellationToken)
                : PlumbingProblems.OutsideDivision.Plain();
    }

    /// <summary>Counts review conclusions.</summary>
    /// <remarks>57 Art 31 and 32. Deaths and voluntary exits are not conclusions and are not counted here.</remarks>
    /// <param name="division" example="320706">The place, within the caller's division.</param>
    /// <param name="from" example="2013-01-01">First day of decision.</param>
    /// <param name="to" example="2013-06-15">Last day of decision.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<ReviewFigures>, ProblemHttpResult>> Endpoint(
        DivisionCode division, QueryDate from, QueryDate to, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetReviewStatistics(division, from, to), cancellation).Ok();
}
