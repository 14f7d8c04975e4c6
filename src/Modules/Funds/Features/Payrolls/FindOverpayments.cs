using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Funds.Domain;
using Dibao.Funds.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Features.Payrolls;

/// <summary>What was put on payrolls for months after an entitlement had ended.</summary>
internal sealed record FindOverpayments(DivisionCode? County, string? After, int Limit) : IQuery<Page<OverpaymentView>>
{
    internal sealed class Validator : AbstractValidator<FindOverpayments>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit).WithMessage("每页 1 至 200 条|A page has 1 to 200 items");
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage("游标与查询条件不符|This cursor belongs to another list");
        }
    }

    private string Filter => $"overpayments:{County}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindOverpayments, Page<OverpaymentView>>
    {
        public async Task<Result<Page<OverpaymentView>>> Handle(FindOverpayments request, CancellationToken cancellationToken)
        {
            var found = db.Overpayments.AsNoTracking();
            if (request.County is { } place)
            {
                var last = place.Last;
                found = found.Where(o => o.Division >= place && o.Division <= last);
            }
            Cursor.TryRead(request.After, request.Filter, out var after);
            var items = await found.After(o => o.Entitlement, after).OrderBy(o => o.Entitlement).Take(request.Limit + 1)
                .Select(o => new OverpaymentView(o.Entitlement, o.Household, o.Division, o.FromMonth, o.ToMonth, o.AmountFen, o.FoundOn)).ToListAsync(cancellationToken);
            return items.Page(request.Limit, request.Filter, o => o.Entitlement.Value);
        }
    }

    /// <summary>Lists what was paid for months after the end of an entitlement.</summary>
    /// <remarks>An end that becomes known late leaves months already on payrolls; they are to be recovered or explained (83 V(5); 649 Art 68).</remarks>
    /// <param name="county" example="320706">Only this place.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<OverpaymentView>>, ProblemHttpResult>> Endpoint(
        DivisionCode? county, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindOverpayments(county, after, limit), cancellation).Ok();
}

/// <summary>Months on payrolls after the end.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Household">The household.</param>
/// <param name="Division">Its village or community.</param>
/// <param name="FromMonth">First month not due.</param>
/// <param name="ToMonth">Last month that stood on a payroll.</param>
/// <param name="AmountFen">What stands on payrolls for them, fen.</param>
/// <param name="FoundOn">When the end became known.</param>
internal sealed record OverpaymentView(
    EntitlementId Entitlement, HouseholdId Household, DivisionCode Division, Month FromMonth, Month ToMonth, long AmountFen, LocalDate FoundOn);
