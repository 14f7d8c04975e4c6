using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Funds.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Features.Payrolls;

/// <summary>The payrolls of a place, page by page.</summary>
internal sealed record FindPayrolls(DivisionCode? County, Month? Month, string? After, int Limit) : IQuery<Page<PayrollView>>
{
    internal sealed class Validator : AbstractValidator<FindPayrolls>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage("游标与查询条件不符|This cursor belongs to another list");
        }
    }

    private string Filter => $"payrolls:{County}:{Month}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindPayrolls, Page<PayrollView>>
    {
        public async Task<Result<Page<PayrollView>>> Handle(FindPayrolls request, CancellationToken cancellationToken)
        {
            var found = db.Payrolls.AsNoTracking();
            if (request.County is { } county)
            {
                var last = county.Last;
                found = found.Where(p => p.Division >= county && p.Division <= last);
            }
            if (request.Month is { } month) found = found.Where(p => p.Month == month);
            Cursor.TryRead(request.After, request.Filter, out var after);
            var items = await found.After(p => p.Id, after).OrderBy(p => p.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return items.ConvertAll(p => PayrollView.Of(p, p.Version)).Page(request.Limit, request.Filter, p => p.Id.Value);
        }
    }

    /// <summary>Lists payrolls.</summary>
    /// <param name="county" example="320706">Only this place.</param>
    /// <param name="month" example="2012-03">Only this month.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<PayrollView>>, ProblemHttpResult>> Endpoint(
        DivisionCode? county, Month? month, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindPayrolls(county, month, after, limit), cancellation).Ok();
}
