using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Households.Domain.Imports;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Imports;

/// <summary>The imports of the counties that the caller serves, page by page.</summary>
internal sealed record FindImports(DivisionCode? Division, ImportState? State, string? After, int Limit) : IQuery<Page<ImportView>>
{
    internal sealed class Validator : AbstractValidator<FindImports>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"imports:{Division}:{State}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindImports, Page<ImportView>>
    {
        public async Task<Result<Page<ImportView>>> Handle(FindImports request, CancellationToken cancellationToken)
        {
            Cursor.TryRead(request.After, request.Filter, out var after);
            var found = db.Imports.AsNoTracking();
            if (request.Division is { } division)
            {
                var last = division.Last;
                found = found.Where(i => i.Division >= division && i.Division <= last);
            }
            if (request.State is { } state) found = found.Where(i => i.State == state);
            var imports = await found.After(i => i.Id, after).OrderBy(i => i.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return imports.ConvertAll(ImportView.Of).Page(request.Limit, request.Filter, i => i.Id);
        }
    }

    /// <summary>Lists the imports of live cases.</summary>
    /// <param name="division" example="320706">Only those of the counties in this division.</param>
    /// <param name="state" example="finished">Only those in this state.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<ImportView>>, ProblemHttpResult>> Endpoint(
        DivisionCode? division, QueryCode<ImportState>? state, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindImports(division, state?.Value, after, limit), cancellation).Ok();
}
