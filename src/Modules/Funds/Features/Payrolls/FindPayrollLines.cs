using System.Globalization;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
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

/// <summary>The lines of a payroll in the order of their numbers; account numbers are masked.</summary>
internal sealed record FindPayrollLines(PayrollId Payroll, int After, int Limit) : IQuery<Page<PayrollLineView>>
{
    internal sealed class Validator : AbstractValidator<FindPayrollLines>
    {
        public Validator()
        {
            RuleFor(q => q.After).GreaterThanOrEqualTo(0);
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
        }
    }

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindPayrollLines, Page<PayrollLineView>>
    {
        public async Task<Result<Page<PayrollLineView>>> Handle(FindPayrollLines request, CancellationToken cancellationToken)
        {
            if (!await db.Payrolls.AnyAsync(p => p.Id == request.Payroll, cancellationToken))
                return PlumbingProblems.NotFound.Because("没有该名册,或不在您的管辖区域内。", "There is no such payroll in the division you serve.");
            var items = await db.PayrollLines.AsNoTracking().Where(l => l.Payroll == request.Payroll && l.LineNo > request.After)
                .OrderBy(l => l.LineNo).Take(request.Limit + 1)
                .Select(l => new PayrollLineView(
                    l.LineNo, l.Entitlement, l.Household, l.Division, l.Scheme, l.BenefitMonth, l.Attempt, l.Persons, l.AmountFen,
                    l.Holder, l.Bank, l.MaskedAccount, l.State, l.Reason, l.RepaidBy)).ToListAsync(cancellationToken);
            if (items.Count <= request.Limit) return new Page<PayrollLineView>(items, null);
            items.RemoveAt(request.Limit);
            return new Page<PayrollLineView>(items, items[^1].LineNo.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Lists the lines of a payroll.</summary>
    /// <param name="id" example="01980000-0000-7000-8000-000000000001">The payroll.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="after" example="0">Number of the last line seen; <c>next</c> of the page before.</param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<PayrollLineView>>, ProblemHttpResult>> Endpoint(
        Guid id, IMediator mediator, CancellationToken cancellation, int after = 0, int limit = 50) =>
        mediator.Send(new FindPayrollLines(new(id), after, limit), cancellation).Ok();
}

/// <summary>One payment.</summary>
/// <param name="LineNo">From 1, as in the bank file.</param>
/// <param name="Entitlement">The entitlement paid.</param>
/// <param name="Household">The household paid.</param>
/// <param name="Division">Its village or community.</param>
/// <param name="Scheme">Urban or rural.</param>
/// <param name="BenefitMonth" example="2012-03">The month paid for; earlier than the payroll's for arrears.</param>
/// <param name="Attempt">1, and one more for each payment again after a return.</param>
/// <param name="Persons">Persons entitled.</param>
/// <param name="AmountFen">Amount, fen.</param>
/// <param name="Holder">Holder of the account.</param>
/// <param name="Bank">Bank.</param>
/// <param name="MaskedAccount">Last four digits of the account.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why the bank returned it.</param>
/// <param name="RepaidBy">The payroll that pays it again.</param>
internal sealed record PayrollLineView(
    int LineNo, EntitlementId Entitlement, HouseholdId Household, DivisionCode Division, Scheme Scheme, Month BenefitMonth, int Attempt, int Persons, long AmountFen,
    string Holder, string Bank, string MaskedAccount, LineState State, ReturnReason? Reason, PayrollId? RepaidBy);
