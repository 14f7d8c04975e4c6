using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Funds;
using Dibao.Contracts.Households;
using Dibao.Contracts.Oversight;
using Dibao.Contracts.ReviewCycle;
using Dibao.Oversight.Domain;
using Dibao.Oversight.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Oversight.Features;

/// <summary>Who draws in one village or community, for how much; anybody may read it, no name can be searched.</summary>
internal sealed record FindPublications(DivisionCode Division, string? After, int Limit) : IQuery<Page<PublishedEntitlement>>
{
    internal sealed class Validator : AbstractValidator<FindPublications>
    {
        public Validator()
        {
            RuleFor(q => q.Division).Digits(12).WithMessage("须指定一个村(社区),12 位代码|Name one village or community: 12 digits");
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit).WithMessage("每页 1 至 200 条|A page has 1 to 200 items");
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage("游标与查询条件不符|This cursor belongs to another list");
        }
    }

    private string Filter => $"publications:{Division}";

    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<FindPublications, Page<PublishedEntitlement>>
    {
        public async Task<Result<Page<PublishedEntitlement>>> Handle(FindPublications request, CancellationToken cancellationToken)
        {
            Cursor.TryRead(request.After, request.Filter, out var after);
            var day = today.Date;
            // Public to everybody: a token must not show less than no token.
            var items = await db.Publications.IgnoreQueryFilters().AsNoTracking().Where(p => p.Place == request.Division && (p.WithdrawnOn == null || p.WithdrawnOn > day))
                .After(p => p.Entitlement, after).OrderBy(p => p.Entitlement).Take(request.Limit + 1)
                .Select(p => new PublishedEntitlement(p.Entitlement, p.Scheme, p.ApplicantName, p.Members, p.MonthlyFen, p.FirstMonth, p.PublishedOn))
                .ToListAsync(cancellationToken);
            return items.Page(request.Limit, request.Filter, p => p.Id.Value);
        }
    }

    /// <summary>Lists those who draw in a village or community.</summary>
    /// <remarks>57 Art 24; Law Art 45. No token is needed. One village at a time; a minor's name is left out; shown while the cover lasts.</remarks>
    /// <param name="division" example="320706001001">The village or community, 12 digits.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<PublishedEntitlement>>, ProblemHttpResult>> Endpoint(
        DivisionCode division, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindPublications(division, after, limit), cancellation).Ok();
}

/// <summary>A line of the standing list: what 57 Art 24 allows and nothing else.</summary>
/// <param name="Id">The entitlement.</param>
/// <param name="Scheme">Urban or rural dibao.</param>
/// <param name="ApplicantName">Name of the applicant; null for a minor.</param>
/// <param name="Members">Members covered.</param>
/// <param name="MonthlyFen">Benefit of the household, fen per month.</param>
/// <param name="FirstMonth">First month paid.</param>
/// <param name="PublishedOn">When it was published.</param>
internal sealed record PublishedEntitlement(
    EntitlementId Id, Scheme Scheme, string? ApplicantName, int Members, long MonthlyFen, Month FirstMonth, LocalDate PublishedOn);
