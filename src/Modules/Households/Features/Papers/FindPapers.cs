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

/// <summary>The papers of a household, page by page, without their content.</summary>
internal sealed record FindPapers(HouseholdId Household, string? Kind, string? After, int Limit) : IQuery<Page<PaperView>>
{
    internal sealed class Validator : AbstractValidator<FindPapers>
    {
        public Validator()
        {
            RuleFor(q => q.Kind).Must(k => k is null || PaperShapes.IsKind(k)).WithMessage(PaperShapes.KindMessage);
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"papers:{Household.Value}:{Kind}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindPapers, Page<PaperView>>
    {
        public async Task<Result<Page<PaperView>>> Handle(FindPapers request, CancellationToken cancellationToken)
        {
            var place = await db.Households.Where(h => h.Id == request.Household).Select(h => (DivisionCode?)h.Division).FirstOrDefaultAsync(cancellationToken);
            if (place is null) return PaperShapes.NoHousehold();
            Cursor.TryRead(request.After, request.Filter, out var after);
            var found = db.Papers.AsNoTracking().Where(p => p.Household == request.Household);
            if (request.Kind is not null) found = found.Where(p => p.Kind == request.Kind);
            var papers = await found.After(p => p.Id, after).OrderBy(p => p.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            var entries = await db.EntriesAgainst(papers, place.Value, cancellationToken);
            return papers.ConvertAll(p => PaperView.Of(p, entries, p.Version)).Page(request.Limit, request.Filter, p => p.Id);
        }
    }

    /// <summary>Lists the papers of a household.</summary>
    /// <remarks>A paper whose issuer stands on the register of issuers of false papers in the same province is flagged (Law Art 72).</remarks>
    /// <param name="id">The household.</param>
    /// <param name="kind" example="disabilityCard">Only this kind.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<PaperView>>, ProblemHttpResult>> Endpoint(
        Guid id, string? kind, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindPapers(new(id), kind, after, limit), cancellation).Ok();
}
