using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;
using Dibao.Eligibility.Domain.Policies;
using Dibao.Eligibility.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Features.Applications;

/// <summary>The applications of a place, page by page; never outside the caller's division.</summary>
internal sealed record FindApplications(ApplicationStatus? Status, DivisionCode? Division, HouseholdId? Household, string? After, int Limit)
    : IQuery<Page<FoundApplication>>
{
    internal sealed class Validator : AbstractValidator<FindApplications>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit).WithMessage("每页 1 至 200 条|A page has 1 to 200 items");
            RuleFor(q => q.Status).IsInEnum().WithMessage("状态不正确|Not a known status");
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage("游标与查询条件不符|This cursor belongs to another list");
        }
    }

    private string Filter => $"applications:{Status}:{Division}:{Household?.Value}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindApplications, Page<FoundApplication>>
    {
        public async Task<Result<Page<FoundApplication>>> Handle(FindApplications request, CancellationToken cancellationToken)
        {
            var found = db.Applications.AsNoTracking();
            if (request.Division is { } division)
            {
                var last = division.Last;
                found = found.Where(a => a.Division >= division && a.Division <= last);
            }
            if (request.Status is { } status) found = found.Where(a => a.Status == status);
            if (request.Household is { } household) found = found.Where(a => a.Household == household);
            Cursor.TryRead(request.After, request.Filter, out var after);
            var items = await found.After(a => a.Id, after).OrderBy(a => a.Id).Take(request.Limit + 1)
                .Select(a => new FoundApplication(a.Id, a.Household, a.FileNumber, a.Division, a.Scheme, a.Status, a.SubmittedOn, a.DueOn, a.DecidedOn))
                .ToListAsync(cancellationToken);
            return items.Page(request.Limit, request.Filter, a => a.Id.Value);
        }
    }

    /// <summary>Lists applications.</summary>
    /// <param name="status" example="investigating">Only those that stand there.</param>
    /// <param name="division" example="320706001">Only this place and what lies in it.</param>
    /// <param name="household">Only those of this household.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<FoundApplication>>, ProblemHttpResult>> Endpoint(
        QueryCode<ApplicationStatus>? status, DivisionCode? division, Guid? household, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindApplications(status, division, household is { } id ? new HouseholdId(id) : null, after, limit), cancellation).Ok();
}

/// <summary>An application in a list.</summary>
internal sealed record FoundApplication(
    ApplicationId Id, HouseholdId Household, string FileNumber, DivisionCode Division, Scheme Scheme, ApplicationStatus Status,
    LocalDate SubmittedOn, LocalDate? DueOn, LocalDate? DecidedOn);
