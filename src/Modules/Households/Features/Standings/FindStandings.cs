using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Standings;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Standings;

/// <summary>The low-income households of the caller's place by standing, page by page.</summary>
internal sealed record FindStandings(StandingKind? Kind, DivisionCode? Division, LocalDate? On, string? After, int Limit) : IQuery<Page<StandingView>>
{
    internal sealed class Validator : AbstractValidator<FindStandings>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"standings:{Kind}:{Division}:{On}";

    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<FindStandings, Page<StandingView>>
    {
        public async Task<Result<Page<StandingView>>> Handle(FindStandings request, CancellationToken cancellationToken)
        {
            var day = request.On ?? today.Date;
            var found = db.Standings.AsNoTracking().Where(s => s.ValidFrom <= day && (s.ValidTo == null || s.ValidTo > day));
            if (request.Kind is { } kind) found = found.Where(s => s.Kind == kind);
            if (request.Division is { } division)
            {
                var last = division.Last;
                found = found.Where(s => s.Division >= division && s.Division <= last);
            }
            Cursor.TryRead(request.After, request.Filter, out var after);
            var standings = await found.After(s => s.Id, after).OrderBy(s => s.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return standings.ConvertAll(s => StandingView.Of(s, today.Date, s.Version)).Page(request.Limit, request.Filter, s => s.Id);
        }
    }

    /// <summary>Lists low-income households by standing.</summary>
    /// <param name="kind" example="margin">Only of this kind.</param>
    /// <param name="division" example="320706001">Only of this place and what lies in it.</param>
    /// <param name="on" example="2024-06-30">The day on which the standing holds; today when left out.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<StandingView>>, ProblemHttpResult>> Endpoint(
        QueryCode<StandingKind>? kind, DivisionCode? division, QueryDate? on, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindStandings(kind?.Value, division, on, after, limit), cancellation).Ok();
}
