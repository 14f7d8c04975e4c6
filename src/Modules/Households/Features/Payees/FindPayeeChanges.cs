using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Payees;

/// <summary>Proposed changes of payees in the caller's division, page by page.</summary>
internal sealed record FindPayeeChanges(PayeeChangeState? State, HouseholdId? Household, string? After, int Limit) : IQuery<Page<PayeeChangeView>>
{
    internal sealed class Validator : AbstractValidator<FindPayeeChanges>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"payee-changes:{State}:{Household?.Value}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindPayeeChanges, Page<PayeeChangeView>>
    {
        public async Task<Result<Page<PayeeChangeView>>> Handle(FindPayeeChanges request, CancellationToken cancellationToken)
        {
            Cursor.TryRead(request.After, request.Filter, out var after);
            var found = db.PayeeChanges.AsNoTracking();
            if (request.State is { } state) found = found.Where(c => c.State == state);
            if (request.Household is { } household) found = found.Where(c => c.Household == household);
            var changes = await found.After(c => c.Id, after).OrderBy(c => c.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return changes.ConvertAll(c => PayeeChangeView.Of(c, c.Version)).Page(request.Limit, request.Filter, c => c.Id);
        }
    }

    /// <summary>Lists proposed changes of payees.</summary>
    /// <remarks>57 Art 25. Those that wait are for a second person to answer.</remarks>
    /// <param name="state" example="waiting">Only those that stand there: waiting, confirmed or refused.</param>
    /// <param name="household">Only of this household.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<PayeeChangeView>>, ProblemHttpResult>> Endpoint(
        QueryCode<PayeeChangeState>? state, Guid? household, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindPayeeChanges(state, household is { } id ? new HouseholdId(id) : null, after, limit), cancellation).Ok();
}
