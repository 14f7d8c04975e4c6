using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Funds.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Features.Ledger;

/// <summary>Money that arrived in the special accounts of a place.</summary>
internal sealed record FindAppropriations(DivisionCode? County, LocalDate? From, LocalDate? To, string? After, int Limit) : IQuery<Page<AppropriationView>>
{
    internal sealed class Validator : AbstractValidator<FindAppropriations>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage("游标与查询条件不符|This cursor belongs to another list");
        }
    }

    private string Filter => $"appropriations:{County}:{From}:{To}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindAppropriations, Page<AppropriationView>>
    {
        public async Task<Result<Page<AppropriationView>>> Handle(FindAppropriations request, CancellationToken cancellationToken)
        {
            var found = db.Appropriations.AsNoTracking();
            if (request.County is { } county)
            {
                var last = county.Last;
                found = found.Where(a => a.Division >= county && a.Division <= last);
            }
            if (request.From is { } from) found = found.Where(a => a.ArrivedOn >= from);
            if (request.To is { } to) found = found.Where(a => a.ArrivedOn <= to);
            Cursor.TryRead(request.After, request.Filter, out var after);
            found = found.After(a => a.Id, after);
            var items = await found.OrderBy(a => a.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return items.ConvertAll(AppropriationView.Of).Page(request.Limit, request.Filter, a => a.Id);
        }
    }

    /// <summary>Lists money that arrived, in the order of its entry.</summary>
    /// <param name="county" example="320706">Only this place.</param>
    /// <param name="from" example="2012-01-01">Arrived on this day or later.</param>
    /// <param name="to" example="2012-12-31">Arrived on this day or earlier.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<AppropriationView>>, ProblemHttpResult>> Endpoint(
        DivisionCode? county, QueryDate? from, QueryDate? to, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindAppropriations(county, from, to, after, limit), cancellation).Ok();
}
