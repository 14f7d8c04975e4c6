using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Funds;
using Dibao.Contracts.Households;
using Dibao.Contracts.Oversight;
using Dibao.Contracts.ReviewCycle;
using Dibao.Oversight.Domain;
using Dibao.Oversight.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Oversight.Features;

/// <summary>Who did what, when, with which outcome; entries of the caller's division and of the system itself.</summary>
internal sealed record FindAuditEntries(Guid? Concern, string? Caller, string? Action, LocalDate? From, LocalDate? To, string? After, int Limit)
    : IQuery<Page<AuditEntryView>>
{
    internal sealed class Validator : AbstractValidator<FindAuditEntries>
    {
        public Validator()
        {
            RuleFor(q => q.To).Must((q, to) => q.From is null || to is null || q.From <= to).WithMessage("起止日期须先后有序|From comes no later than to");
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit).WithMessage("每页 1 至 200 条|A page has 1 to 200 items");
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage("游标与查询条件不符|This cursor belongs to another list");
        }
    }

    private string Filter => $"audit:{Concern}:{Caller}:{Action}:{From:uuuu-MM-dd}:{To:uuuu-MM-dd}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindAuditEntries, Page<AuditEntryView>>
    {
        public async Task<Result<Page<AuditEntryView>>> Handle(FindAuditEntries request, CancellationToken cancellationToken)
        {
            var (nation, first, last) = (DivisionCode.Nation, db.Caller.Division, db.Caller.Division.Last);
            var found = db.Set<AuditEntry>().AsNoTracking().Where(e => e.Office == nation || (e.Office >= first && e.Office <= last));
            if (request.Concern is { } concern) found = found.Where(e => e.Concern == concern);
            if (request.Caller is { } caller) found = found.Where(e => e.Caller == caller);
            if (request.Action is { } action) found = found.Where(e => e.Action == action);
            if (request.From is { } from)
            {
                var begin = from.AtStartOfDayInZone(Today.Zone).ToInstant();
                found = found.Where(e => e.At >= begin);
            }
            if (request.To is { } to)
            {
                var end = to.PlusDays(1).AtStartOfDayInZone(Today.Zone).ToInstant();
                found = found.Where(e => e.At < end);
            }
            Cursor.TryRead(request.After, request.Filter, out var after);
            if (after != Guid.Empty) found = found.Where(e => e.Id > after);
            var items = await found.OrderBy(e => e.Id).Take(request.Limit + 1)
                .Select(e => new AuditEntryView(e.Id, e.At, e.Caller, e.Roles, e.Office, e.Action, e.Concern, e.Outcome, e.SealNumber, e.SealHash))
                .ToListAsync(cancellationToken);
            return items.Page(request.Limit, request.Filter, e => e.Id);
        }
    }

    /// <summary>Lists audit entries, oldest first.</summary>
    /// <param name="concern" example="01980000-0000-7000-8000-000000000001">Only what concerns this household, application, review, payroll …</param>
    /// <param name="caller" example="officer-zhang">Only what this subject did; <c>system</c> for the system itself.</param>
    /// <param name="action" example="RegisterHousehold">Only this command.</param>
    /// <param name="from" example="2012-06-01">From this day on, China time.</param>
    /// <param name="to" example="2012-06-30">To the end of this day, China time.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<AuditEntryView>>, ProblemHttpResult>> Endpoint(
        Guid? concern, string? caller, string? action, QueryDate? from, QueryDate? to, string? after, IMediator mediator, CancellationToken cancellation,
        int limit = 50) =>
        mediator.Send(new FindAuditEntries(concern, caller, action, from, to, after, limit), cancellation).Ok();
}

/// <summary>An audit entry.</summary>
/// <param name="Id">The entry.</param>
/// <param name="At">When.</param>
/// <param name="Caller">Subject of the token; <c>system</c> or <c>public</c> without one.</param>
/// <param name="Roles">His roles, parted by blanks.</param>
/// <param name="Office">The place he serves; 0 for the system and the public.</param>
/// <param name="Action">Name of the command.</param>
/// <param name="Concern">What it was about; null where nothing came of it.</param>
/// <param name="Outcome"><c>done</c>, or the code of the refusal.</param>
/// <param name="SealNumber">Place in the sealed chain; null in the unsealed tail.</param>
/// <param name="SealHash">SHA-256 over the seal before and this entry; null in the unsealed tail.</param>
internal sealed record AuditEntryView(
    Guid Id, Instant At, string Caller, string Roles, DivisionCode Office, string Action, Guid? Concern, string Outcome, long? SealNumber, string? SealHash);
