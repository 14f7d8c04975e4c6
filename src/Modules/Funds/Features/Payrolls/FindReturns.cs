using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Funds;
using Dibao.Contracts.Households;
using Dibao.Funds.Domain;
using Dibao.Funds.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Features.Payrolls;

/// <summary>Payments that came back, each with its follow-up: open, or on a later payroll.</summary>
internal sealed record FindReturns(DivisionCode? County, bool? Open, string? After, int Limit) : IQuery<Page<ReturnView>>
{
    internal sealed class Validator : AbstractValidator<FindReturns>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage("游标与查询条件不符|This cursor belongs to another list");
        }
    }

    private string Filter => $"returns:{County}:{Open}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindReturns, Page<ReturnView>>
    {
        public async Task<Result<Page<ReturnView>>> Handle(FindReturns request, CancellationToken cancellationToken)
        {
            var found = db.PayrollLines.AsNoTracking().Where(l => l.State == LineState.Returned);
            if (request.County is { } place)
            {
                var last = place.Last;
                found = found.Where(l => l.County >= place && l.County <= last);
            }
            if (request.Open is { } open) found = found.Where(l => l.RepaidBy == null == open);
            Cursor.TryRead(request.After, request.Filter, out var after);
            found = found.After(l => l.Id, after);
            var items = await found.OrderBy(l => l.Id).Take(request.Limit + 1)
                .Select(l => new ReturnView(
                    l.Id, l.Payroll, l.LineNo, l.Entitlement, l.Household, l.Division, l.BenefitMonth, l.Attempt, l.AmountFen, l.Bank, l.MaskedAccount,
                    l.Reason ?? ReturnReason.Other, l.RepaidBy == null, l.RepaidBy)).ToListAsync(cancellationToken);
            return items.Page(request.Limit, request.Filter, r => r.Id);
        }
    }

    /// <summary>Lists payments that came back.</summary>
    /// <param name="county" example="320706">Only this county.</param>
    /// <param name="open" example="true">Only those still to be paid again (true), or already on a later payroll (false).</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<ReturnView>>, ProblemHttpResult>> Endpoint(
        DivisionCode? county, bool? open, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindReturns(county, open, after, limit), cancellation).Ok();
}

/// <summary>A payment that came back (退票).</summary>
/// <param name="Id">The payment.</param>
/// <param name="Payroll">The payroll it was on.</param>
/// <param name="LineNo">Its number there.</param>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Household">The household.</param>
/// <param name="Division">Its village or community.</param>
/// <param name="BenefitMonth">The month it pays for.</param>
/// <param name="Attempt">1, and one more for each payment again.</param>
/// <param name="AmountFen">Amount, fen.</param>
/// <param name="Bank">Bank.</param>
/// <param name="MaskedAccount">Last four digits of the account.</param>
/// <param name="Reason">Why it came back.</param>
/// <param name="Open">Whether it is still to be paid again.</param>
/// <param name="RepaidBy">The payroll that pays it again.</param>
internal sealed record ReturnView(
    Guid Id, PayrollId Payroll, int LineNo, EntitlementId Entitlement, HouseholdId Household, DivisionCode Division, Month BenefitMonth, int Attempt,
    long AmountFen, string Bank, string MaskedAccount, ReturnReason Reason, bool Open, PayrollId? RepaidBy);
