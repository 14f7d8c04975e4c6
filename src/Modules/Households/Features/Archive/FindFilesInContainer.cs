using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Archive;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Archive;

/// <summary>The bags in a container, whatever they lie in within it, page by page.</summary>
internal sealed record FindFilesInContainer(Guid Container, string? After, int Limit) : IQuery<Page<ContainerView>>
{
    internal sealed class Validator : AbstractValidator<FindFilesInContainer>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"files-in:{Container}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindFilesInContainer, Page<ContainerView>>
    {
        public async Task<Result<Page<ContainerView>>> Handle(FindFilesInContainer request, CancellationToken cancellationToken)
        {
            if (await db.ArchiveAround().AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.Container, cancellationToken) is not { } container) return ContainerView.None();
            var (place, last) = (db.Caller.Division, db.Caller.Division.Last);
            var all = db.ArchiveContainers.IgnoreQueryFilters().AsNoTracking(); // a chain may run through places above the caller's; the files are his
            var within = all.Where(c => c.Id == request.Container || c.Parent == request.Container).Select(c => (Guid?)c.Id);
            for (var level = container.Level - 2; level > ArchiveLevel.Bag; level--)
            {
                var (outer, inner) = (within, level);
                within = all.Where(c => c.Level == inner && outer.Contains(c.Parent)).Select(c => (Guid?)c.Id);
            }
            Cursor.TryRead(request.After, request.Filter, out var after);
            var bags = await all.Where(c => c.Level == ArchiveLevel.Bag && c.Division >= place && c.Division <= last && (c.Id == request.Container || within.Contains(c.Parent)))
                .After(c => c.Id, after).OrderBy(c => c.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return bags.ConvertAll(c => ContainerView.Of(c, c.Version)).Page(request.Limit, request.Filter, c => c.Id);
        }
    }

    /// <summary>Lists the files that lie in a container.</summary>
    /// <remarks>Of a room or a library those of the caller's own division.</remarks>
    /// <param name="id" example="01980000-0000-7000-8000-000000000001">The container.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<ContainerView>>, ProblemHttpResult>> Endpoint(
        Guid id, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindFilesInContainer(id, after, limit), cancellation).Ok();
}
