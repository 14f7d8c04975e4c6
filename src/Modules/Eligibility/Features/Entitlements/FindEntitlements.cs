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

namespace Dibao.Eligibility.Features.Entitlements;

/// <summary>The entitlements of a place or a household, page by page; never outside the caller's division.</summary>
internal sealed record FindEntitlements(HouseholdId? Household, DivisionCode? Division, bool? Live, string? After, int Limit) : IQuery<Page<FoundEntitlement>>
{
    internal sealed class Validator : AbstractValidator<FindEntitlements>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit).WithMessage("每页 1 至 200 条|A page has 1 to 200 items");
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage("游标与查询条件不符|This cursor belongs to another list");
        }
    }

    private string Filter => $"entitlements:{Household?.Value}:{Division}:{Live}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindEntitlements, Page<FoundEntitlement>>
    {
        public async Task<Result<Page<FoundEntitlement>>> Handle(FindEntitlements request, CancellationToken cancellationToken)
        {
            var found = db.Entitlements.AsNoTracking();
            if (request.Division is { } division)
            {
                var last = division.Last;
                found = found.Where(e => e.Division >= division && e.Division <= last);
            }
            if (request.Household is { } household) found = found.Where(e => e.Household == household);
            if (request.Live is { } live) found = found.Where(e => e.LastMonth == null == live);
            Cursor.TryRead(request.After, request.Filter, out var after);
            var rows = await found.After(e => e.Id, after).OrderBy(e => e.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            var page = rows.Page(request.Limit, request.Filter, e => e.Id.Value);

            var ids = page.Items.Select(e => e.Id).ToList();
            var terms = (await db.Set<EntitlementTerm>().AsNoTracking().Where(t => ids.Contains(t.Entitlement) && t.Superseded == null).ToListAsync(cancellationToken))
                .ToLookup(t => t.Entitlement);
            return new Page<FoundEntitlement>([.. page.Items.Select(e => FoundEntitlement.Of(e, terms[e.Id].MaxBy(t => t.ValidFrom)))], page.Next);
        }
    }

    /// <summary>Lists entitlements.</summary>
    /// <param name="household">Only those of this household.</param>
    /// <param name="division" example="320706001">Only this place and what lies in it.</param>
    /// <param name="live" example="true">True: only those without a last month; false: only those ended.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<FoundEntitlement>>, ProblemHttpResult>> Endpoint(
        Guid? household, DivisionCode? division, bool? live, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindEntitlements(household is { } id ? new HouseholdId(id) : null, division, live, after, limit), cancellation).Ok();
}

/// <summary>An entitlement in a list, with its latest term.</summary>
/// <param name="Id">The entitlement.</param>
/// <param name="Household">The household.</param>
/// <param name="Division">Village or community of registration.</param>
/// <param name="Scheme">Urban or rural.</param>
/// <param name="FirstMonth">First month drawn.</param>
/// <param name="LastMonth">Last month drawn; null while open.</param>
/// <param name="EndReason">Why it ended.</param>
/// <param name="Persons">Covered members by the latest term; 0 when nothing was ever drawn.</param>
/// <param name="MonthlyFen">Benefit by the latest term, fen per month; 0 when nothing was ever drawn.</param>
internal sealed record FoundEntitlement(
    EntitlementId Id, HouseholdId Household, DivisionCode Division, Scheme Scheme, Month FirstMonth, Month? LastMonth, EndReason? EndReason,
    int Persons, long MonthlyFen)
{
    public static FoundEntitlement Of(Entitlement e, EntitlementTerm? term) =>
        new(e.Id, e.Household, e.Division, e.Scheme, e.FirstMonth, e.LastMonth, e.EndReason, term?.Persons ?? 0, term?.MonthlyFen ?? 0);
}
