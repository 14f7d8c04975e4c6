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

/// <summary>Changes told, page by page; never outside the caller's division.</summary>
internal sealed record FindChanges(HouseholdId? Household, DivisionCode? Division, ChangeKind? Kind, bool? Untold, string? After, int Limit) : IQuery<Page<ChangeReportView>>
{
    internal sealed class Validator : AbstractValidator<FindChanges>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"changes:{Household?.Value}:{Division}:{Kind}:{Untold}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindChanges, Page<ChangeReportView>>
    {
        public async Task<Result<Page<ChangeReportView>>> Handle(FindChanges request, CancellationToken cancellationToken)
        {
            var found = db.Set<ChangeReport>().AsNoTracking();
            if (request.Household is { } household) found = found.Where(r => r.Household == household);
            if (request.Division is { } division)
            {
                var last = division.Last;
                found = found.Where(r => r.Division >= division && r.Division <= last);
            }
            if (request.Kind is { } kind) found = found.Where(r => r.Kind == kind);
            if (request.Untold is { } untold) found = found.Where(r => r.Untold == untold);
            Cursor.TryRead(request.After, request.Filter, out var after);
            var reports = await found.After(r => r.Id, after).OrderBy(r => r.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return reports.ConvertAll(ChangeReportView.Of).Page(request.Limit, request.Filter, r => r.Id);
        }
    }

    /// <summary>Lists the changes that households told.</summary>
    /// <remarks>57 Art 30; Law Art 46. With untold=true those that 83 V(5) flags.</remarks>
    /// <param name="household" example="01980000-0000-7000-8000-000000000001">Of one household only.</param>
    /// <param name="division" example="320706">Of a division only, of any level.</param>
    /// <param name="kind" example="job">Of one kind only.</param>
    /// <param name="untold" example="true">Only what was untold for longer than the text allows, or only the rest.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<ChangeReportView>>, ProblemHttpResult>> Endpoint(
        DivisionCode? division, Guid? household, QueryCode<ChangeKind>? kind, bool? untold, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindChanges(household is { } id ? new HouseholdId(id) : null, division, kind, untold, after, limit), cancellation).Ok();
}
