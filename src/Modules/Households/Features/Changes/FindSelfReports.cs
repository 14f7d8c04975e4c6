using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Changes;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Changes;

/// <summary>When households report next, and who is overdue; never outside the caller's division.</summary>
internal sealed record FindSelfReports(DivisionCode? Division, HouseholdId? Household, bool? Overdue, string? After, int Limit) : IQuery<Page<DueSelfReport>>
{
    internal sealed class Validator : AbstractValidator<FindSelfReports>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"self-reports:{Division}:{Household?.Value}:{Overdue}";

    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<FindSelfReports, Page<DueSelfReport>>
    {
        public async Task<Result<Page<DueSelfReport>>> Handle(FindSelfReports request, CancellationToken cancellationToken)
        {
            var (found, day) = (db.SelfReportPlans.AsNoTracking(), today.Date);
            if (request.Division is { } division)
            {
                var last = division.Last;
                found = found.Where(p => p.Division >= division && p.Division <= last);
            }
            if (request.Household is { } household) found = found.Where(p => p.Household == household);
            if (request.Overdue is { } overdue) found = overdue ? found.Where(p => p.DueOn < day) : found.Where(p => p.DueOn == null || p.DueOn >= day);
            Cursor.TryRead(request.After, request.Filter, out var after);
            var plans = await found.After(p => p.Household, after).OrderBy(p => p.Household).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return plans.ConvertAll(p => new DueSelfReport(p.Household, p.Division, p.ReportedOn, p.DueOn, p.DueOn < day ? Period.DaysBetween(p.DueOn.Value, day) : 0))
                .Page(request.Limit, request.Filter, p => p.Household.Value);
        }
    }

    /// <summary>Lists when households report next.</summary>
    /// <remarks>57 Art 30; 220 Art 32. With overdue=true those who have not reported in time.</remarks>
    /// <param name="division" example="320706">Of a division only, of any level.</param>
    /// <param name="household" example="01980000-0000-7000-8000-000000000001">Of one household only.</param>
    /// <param name="overdue" example="true">Only those overdue, or only the others.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<DueSelfReport>>, ProblemHttpResult>> Endpoint(
        DivisionCode? division, Guid? household, bool? overdue, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindSelfReports(division, household is { } id ? new HouseholdId(id) : null, overdue, after, limit), cancellation).Ok();
}

/// <summary>When a household reports next.</summary>
/// <param name="Household">The household.</param>
/// <param name="Division" example="320706001001">Village or community of registration.</param>
/// <param name="ReportedOn">When it reported last; null when it has not yet.</param>
/// <param name="DueOn">The day by which it reports; null while no text asks for reports.</param>
/// <param name="DaysOverdue" example="0">Days since then; 0 when it is not overdue.</param>
internal sealed record DueSelfReport(HouseholdId Household, DivisionCode Division, LocalDate? ReportedOn, LocalDate? DueOn, int DaysOverdue);
