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

namespace Dibao.Eligibility.Features.Successions;

/// <summary>Successions of a place or a household, page by page; never outside the caller's division.</summary>
internal sealed record FindSuccessions(HouseholdId? Household, SuccessionState? State, string? After, int Limit) : IQuery<Page<SuccessionView>>
{
    internal sealed class Validator : AbstractValidator<FindSuccessions>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit).WithMessage("每页 1 至 200 条|A page has 1 to 200 items");
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage("游标与查询条件不符|This cursor belongs to another list");
        }
    }

    private string Filter => $"successions:{Household?.Value}:{State}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindSuccessions, Page<SuccessionView>>
    {
        public async Task<Result<Page<SuccessionView>>> Handle(FindSuccessions request, CancellationToken cancellationToken)
        {
            var found = db.Successions.AsNoTracking();
            if (request.Household?.Value.ToString() is { } household) found = found.Where(s => s.About.Contains(household));
            if (request.State is { } state) found = found.Where(s => s.State == state);
            Cursor.TryRead(request.After, request.Filter, out var after);
            var rows = await found.After(s => s.Id, after).OrderBy(s => s.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return rows.ConvertAll(s => SuccessionView.Of(s, s.Version, db.Caller)).Page(request.Limit, request.Filter, s => s.Id);
        }
    }

    /// <summary>Lists cases that go on in others.</summary>
    /// <remarks>After a split, a merger, the death of a head, a conversion or a transfer.</remarks>
    /// <param name="household" example="01980000-0000-7000-8000-000000000001">Only those about this household: the one that was, or one in which its case goes on.</param>
    /// <param name="state" example="open">Only those that stand there.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<SuccessionView>>, ProblemHttpResult>> Endpoint(
        Guid? household, QueryCode<SuccessionState>? state, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindSuccessions(household is { } id ? new HouseholdId(id) : null, state, after, limit), cancellation).Ok();
}
