using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Archive;

/// <summary>How complete the files of a place are on average, by the places of the next level.</summary>
internal sealed record GetCompletenessByPlace(DivisionCode Division) : IQuery<IReadOnlyList<CompletenessOfPlace>>
{
    private const int Chunk = 500;
    private const int CountyDigits = 6;

    internal sealed class Validator : AbstractValidator<GetCompletenessByPlace>
    {
        public Validator() => RuleFor(q => q.Division).Must(d => d.Digits >= CountyDigits).WithMessage("请按县、乡镇或者村查询|Ask for a county, township or village");
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<GetCompletenessByPlace, IReadOnlyList<CompletenessOfPlace>>
    {
        public async Task<Result<IReadOnlyList<CompletenessOfPlace>>> Handle(GetCompletenessByPlace request, CancellationToken cancellationToken)
        {
            if (!db.Caller.Serves(request.Division)) return PlumbingProblems.OutsideDivision.Plain();
            var sums = new SortedDictionary<long, CompletenessOfPlace>();
            var after = Guid.Empty;
            for (var more = true; more;)
            {
                var households = await db.SomeHouseholds(request.Division, after, Chunk, cancellationToken);
                var scores = await db.CompletenessOf(households, today.Date, cancellationToken);
                foreach (var (household, scored) in households.Zip(scores))
                {
                    var place = request.Division.Digits == CountyDigits ? household.Division.Township : household.Division;
                    sums[place.Code] = sums.GetValueOrDefault(place.Code, new(place, 0, 0, 0, 0)).With(scored.Score);
                }
                more = households.Count == Chunk;
                if (more) after = households[^1].Id.Value;
            }
            return sums.Values.ToList();
        }
    }

    /// <summary>Averages how complete the files of a place are.</summary>
    /// <remarks>Of a county by township, of a township by village. Sum and number are told with the average, so that averages can be put together.</remarks>
    /// <param name="division" example="320706">County, township or village.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<IReadOnlyList<CompletenessOfPlace>>, ProblemHttpResult>> Endpoint(DivisionCode division, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetCompletenessByPlace(division), cancellation).Ok();
}

/// <summary>How complete the files of a place are.</summary>
/// <param name="Division" example="320706001">The place.</param>
/// <param name="Households" example="412">Households.</param>
/// <param name="Complete" example="350">Households whose file is complete.</param>
/// <param name="Points" example="38316">Sum of the scores.</param>
/// <param name="Average" example="93">Average score, rounded down: 100 only when every file is complete.</param>
internal sealed record CompletenessOfPlace(DivisionCode Division, int Households, int Complete, long Points, int Average)
{
    public CompletenessOfPlace With(int score) =>
        new(Division, Households + 1, Complete + (score == 100 ? 1 : 0), Points + score, (int)((Points + score) / (Households + 1)));
}
