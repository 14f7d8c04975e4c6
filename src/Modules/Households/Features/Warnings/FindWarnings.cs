using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Warnings;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Warnings;

/// <summary>Warnings of the caller's place, the sorts in their order and the oldest first, page by page.</summary>
internal sealed record FindWarnings(WarningSort? Sort, string? Rule, bool? Open, bool? Handled, DivisionCode? Division, HouseholdId? Household, string? After, int Limit)
    : IQuery<Page<WarningView>>
{
    internal sealed class Validator : AbstractValidator<FindWarnings>
    {
        public Validator()
        {
            RuleFor(q => q.Rule).Must(r => r is null || WarningRule.Table.Any(rule => rule.Code == r)).WithMessage("预警规则不存在|There is no such rule, see GET /warning-rules");
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"warnings:{Sort}:{Rule}:{Open}:{Handled}:{Division}:{Household?.Value}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindWarnings, Page<WarningView>>
    {
        public async Task<Result<Page<WarningView>>> Handle(FindWarnings request, CancellationToken cancellationToken)
        {
            var found = Filtered(request);
            Cursor.TryRead(request.After, request.Filter, out var after);
            if (after != Guid.Empty)
            {
                // The ids of a sort are in the order of their age; a case keeps its sort, so that the cursor need not tell it.
                var sort = await db.WarningCases.Where(w => w.Id == after).Select(w => w.Sort).FirstOrDefaultAsync(cancellationToken);
                found = found.Where(w => w.Sort > sort || (w.Sort == sort && w.Id > after));
            }
            var cases = await found.OrderBy(w => w.Sort).ThenBy(w => w.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return cases.ConvertAll(w => WarningView.Of(w, w.Version)).Page(request.Limit, request.Filter, w => w.Id);
        }

        private IQueryable<WarningCase> Filtered(FindWarnings request)
        {
            var found = db.WarningCases.AsNoTracking();
            if (request.Sort is { } sort) found = found.Where(w => w.Sort == sort);
            if (request.Rule is { } rule) found = found.Where(w => w.Rule == rule);
            if (request.Open is { } open) found = found.Where(w => (w.ClearedOn == null) == open);
            if (request.Handled is { } handled) found = found.Where(w => (w.HandledOn != null) == handled);
            if (request.Household is { } household) found = found.Where(w => w.Household == household);
            if (request.Division is not { } division) return found;
            var last = division.Last;
            return found.Where(w => w.Division >= division && w.Division <= last);
        }
    }

    /// <summary>Lists warnings.</summary>
    /// <remarks>国办发〔2023〕39号: (a) policy not delivered, (b) may qualify, (c) complex, each on its own, (d) may no longer qualify; in this order, the oldest first.</remarks>
    /// <param name="sort" example="b">Only of this sort.</param>
    /// <param name="rule" example="payeeMissing">Only of this rule, GET /warning-rules.</param>
    /// <param name="open" example="true">Only those not cleared, or only those cleared.</param>
    /// <param name="handled" example="false">Only those handled, or only the others.</param>
    /// <param name="division" example="320706001">Only of this place and what lies in it.</param>
    /// <param name="household" example="01980000-0000-7000-8000-000000000001">Only of this household.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<WarningView>>, ProblemHttpResult>> Endpoint(
        QueryCode<WarningSort>? sort, string? rule, bool? open, bool? handled, DivisionCode? division, Guid? household, string? after, IMediator mediator,
        CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindWarnings(sort?.Value, rule, open, handled, division, household is { } h ? new HouseholdId(h) : null, after, limit), cancellation).Ok();
}

/// <summary>A warning.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Rule" example="payeeMissing">Code of its rule.</param>
/// <param name="Sort">What it asks for: a, b, c or d.</param>
/// <param name="Zh" example="享受低保而未登记收款账户">What it says, in Chinese.</param>
/// <param name="En" example="It draws dibao and has named no account">What it says, in English.</param>
/// <param name="Article" example="39; 57 Art 25">What it stands on.</param>
/// <param name="Division" example="320706001001">Village or community.</param>
/// <param name="Household">The household; null when it is about a discovery.</param>
/// <param name="Discovery">The discovery; null when it is about a household.</param>
/// <param name="AppearedOn">When it appeared.</param>
/// <param name="ClearedOn">When it cleared by itself; null while it is open.</param>
/// <param name="HandledOn">When it was last handled.</param>
/// <param name="HandledBy" example="demo-township-officer">By whom.</param>
/// <param name="HandlingNote" example="已上门核实,协助办理银行卡">What was done.</param>
internal sealed record WarningView(
    Guid Id, long Version, string Rule, WarningSort Sort, string Zh, string En, string Article, DivisionCode Division, HouseholdId? Household, Guid? Discovery, LocalDate AppearedOn,
    LocalDate? ClearedOn, LocalDate? HandledOn, string? HandledBy, string? HandlingNote) : IVersioned, IConcern
{
    Guid IConcern.Concern => Household?.Value ?? Id;

    public static WarningView Of(WarningCase w, long saved)
    {
        var rule = WarningRule.Of(w.Rule);
        return new(
            w.Id, saved, w.Rule, w.Sort, rule.Zh, rule.En, rule.Article, w.Division, w.Household, w.Discovery, w.AppearedOn, w.ClearedOn, w.HandledOn, w.HandledBy, w.HandlingNote);
    }
}
