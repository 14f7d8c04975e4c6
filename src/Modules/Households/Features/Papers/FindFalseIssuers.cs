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

/// <summary>The register of issuers of false papers, page by page; never outside the caller's division, and not for applicants.</summary>
internal sealed record FindFalseIssuers(bool? Standing, string? After, int Limit) : IQuery<Page<FalseIssuerView>>
{
    internal sealed class Validator : AbstractValidator<FindFalseIssuers>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"false-issuers:{Standing}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindFalseIssuers, Page<FalseIssuerView>>
    {
        public async Task<Result<Page<FalseIssuerView>>> Handle(FindFalseIssuers request, CancellationToken cancellationToken)
        {
            if (db.Caller.OwnCasesOnly) return new Page<FalseIssuerView>([], null);
            var found = db.FalseIssuers.AsNoTracking();
            if (request.Standing is { } standing) found = found.Where(f => (f.ClearedOn == null) == standing);
            Cursor.TryRead(request.After, request.Filter, out var after);
            var entries = await found.After(f => f.Id, after).OrderBy(f => f.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return entries.ConvertAll(f => FalseIssuerView.Of(f, f.Version)).Page(request.Limit, request.Filter, f => f.Id);
        }
    }

    /// <summary>Lists the issuers of false papers.</summary>
    /// <remarks>Law Art 72. The entries of the counties that the caller serves.</remarks>
    /// <param name="standing" example="true">Only what stands, or only what was cleared.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<FalseIssuerView>>, ProblemHttpResult>> Endpoint(
        bool? standing, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindFalseIssuers(standing, after, limit), cancellation).Ok();
}
