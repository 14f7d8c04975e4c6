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

/// <summary>Containers of the caller's place and of those above it, page by page.</summary>
internal sealed record FindContainers(ArchiveLevel? Level, DivisionCode? Division, Guid? Parent, string? Code, string? After, int Limit) : IQuery<Page<ContainerView>>
{
    internal sealed class Validator : AbstractValidator<FindContainers>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"containers:{Level}:{Division}:{Parent}:{Code}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindContainers, Page<ContainerView>>
    {
        public async Task<Result<Page<ContainerView>>> Handle(FindContainers request, CancellationToken cancellationToken)
        {
            var found = db.ArchiveAround().AsNoTracking();
            if (request.Level is { } level) found = found.Where(c => c.Level == level);
            if (request.Division is { } division)
            {
                var last = division.Last;
                found = found.Where(c => c.Division >= division && c.Division <= last);
            }
            if (request.Parent is { } parent) found = found.Where(c => c.Parent == parent);
            if (request.Code is { } code) found = found.Where(c => c.Code == code);
            Cursor.TryRead(request.After, request.Filter, out var after);
            var containers = await found.After(c => c.Id, after).OrderBy(c => c.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return containers.ConvertAll(c => ContainerView.Of(c, c.Version)).Page(request.Limit, request.Filter, c => c.Id);
        }
    }

    /// <summary>Lists containers of paper files.</summary>
    /// <param name="level" example="box">Only of this level.</param>
    /// <param name="division" example="320706001">Only of this place and what lies in it.</param>
    /// <param name="parent" example="01980000-0000-7000-8000-000000000001">Only what lies right in this container.</param>
    /// <param name="code" example="柜3-盒12">Only with this code.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<ContainerView>>, ProblemHttpResult>> Endpoint(
        QueryCode<ArchiveLevel>? level, DivisionCode? division, Guid? parent, string? code, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindContainers(level?.Value, division, parent, code, after, limit), cancellation).Ok();
}
