using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Discovery;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Discovery;

/// <summary>Discoveries of the caller's place, page by page.</summary>
internal sealed record FindDiscoveries(DiscoveryState? State, bool? Overdue, AidScheme? Scheme, DivisionCode? Division, string? After, int Limit) : IQuery<Page<DiscoveryView>>
{
    internal sealed class Validator : AbstractValidator<FindDiscoveries>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"discoveries:{State}:{Overdue}:{Scheme}:{Division}";

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : IQueryHandler<FindDiscoveries, Page<DiscoveryView>>
    {
        public async Task<Result<Page<DiscoveryView>>> Handle(FindDiscoveries request, CancellationToken cancellationToken)
        {
            var (found, day) = (db.Discoveries.AsNoTracking(), today.Date);
            if (request.State is { } state) found = found.Where(d => d.State == state);
            if (request.Overdue is { } overdue) found = found.Where(d => (d.DueOn != null && d.DueOn < day) == overdue);
            if (request.Scheme is { } scheme) found = found.Where(d => d.Scheme == scheme);
            if (request.Division is { } division)
            {
                var last = division.Last;
                found = found.Where(d => d.Division >= division && d.Division <= last);
            }
            Cursor.TryRead(request.After, request.Filter, out var after);
            var discoveries = await found.After(d => d.Id, after).OrderBy(d => d.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return discoveries.ConvertAll(d => DiscoveryView.Of(d, day, d.Version, db.Caller, sealing)).Page(request.Limit, request.Filter, d => d.Id);
        }
    }

    /// <summary>Lists persons found in need.</summary>
    /// <remarks>57 Art 6; Law Art 39.</remarks>
    /// <param name="state" example="found">Only in this state.</param>
    /// <param name="overdue" example="true">Only those whose step is overdue, or only the others.</param>
    /// <param name="scheme" example="dibao">Only those routed to this scheme.</param>
    /// <param name="division" example="320706001">Only of this place and what lies in it.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<DiscoveryView>>, ProblemHttpResult>> Endpoint(
        QueryCode<DiscoveryState>? state, bool? overdue, QueryCode<AidScheme>? scheme, DivisionCode? division, string? after, IMediator mediator, CancellationToken cancellation,
        int limit = 50) =>
        mediator.Send(new FindDiscoveries(state?.Value, overdue, scheme?.Value, division, after, limit), cancellation).Ok();
}
