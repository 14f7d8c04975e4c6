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

/// <summary>What the members of a household have signed, page by page.</summary>
internal sealed record FindDeclarations(HouseholdId Household, string? After, int Limit) : IQuery<Page<DeclarationView>>
{
    internal sealed class Validator : AbstractValidator<FindDeclarations>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"declarations:{Household.Value}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindDeclarations, Page<DeclarationView>>
    {
        public async Task<Result<Page<DeclarationView>>> Handle(FindDeclarations request, CancellationToken cancellationToken)
        {
            if (!await db.Households.AnyAsync(h => h.Id == request.Household, cancellationToken)) return PaperShapes.NoHousehold();
            Cursor.TryRead(request.After, request.Filter, out var after);
            var found = await db.Declarations.AsNoTracking().Where(d => d.Household == request.Household).After(d => d.Id, after)
                .OrderBy(d => d.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return found.ConvertAll(d => DeclarationView.Of(d, d.Version)).Page(request.Limit, request.Filter, d => d.Id);
        }
    }

    /// <summary>Lists the declarations of a household.</summary>
    /// <param name="id">The household.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<DeclarationView>>, ProblemHttpResult>> Endpoint(
        Guid id, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindDeclarations(new(id), after, limit), cancellation).Ok();
}
