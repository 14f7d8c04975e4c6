using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Papers;

/// <summary>The credit record of a household, page by page, with what was struck out.</summary>
internal sealed record FindCreditEntries(HouseholdId Household, string? After, int Limit) : IQuery<Page<CreditEntryView>>
{
    internal sealed class Validator : AbstractValidator<FindCreditEntries>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"credit:{Household.Value}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindCreditEntries, Page<CreditEntryView>>
    {
        public async Task<Result<Page<CreditEntryView>>> Handle(FindCreditEntries request, CancellationToken cancellationToken)
        {
            if (!await db.Households.AnyAsync(h => h.Id == request.Household, cancellationToken)) return PaperShapes.NoHousehold();
            Cursor.TryRead(request.After, request.Filter, out var after);
            var found = await db.CreditEntries.AsNoTracking().Where(e => e.Household == request.Household).After(e => e.Id, after)
                .OrderBy(e => e.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return found.ConvertAll(e => CreditEntryView.Of(e, e.Version)).Page(request.Limit, request.Filter, e => e.Id);
        }
    }

    /// <summary>Lists the credit record of a household.</summary>
    /// <param name="id">The household.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<CreditEntryView>>, ProblemHttpResult>> Endpoint(
        Guid id, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindCreditEntries(new(id), after, limit), cancellation).Ok();
}
