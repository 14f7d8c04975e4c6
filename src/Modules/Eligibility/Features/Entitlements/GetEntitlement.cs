using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;
using Dibao.Eligibility.Domain.Policies;
using Dibao.Eligibility.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Features.Entitlements;

/// <summary>An entitlement, its term as valid on one day and as known at one instant.</summary>
internal sealed record GetEntitlement(EntitlementId Entitlement, LocalDate? ValidAt, Instant? KnownAt) : IQuery<EntitlementView>
{
    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<GetEntitlement, EntitlementView>
    {
        public async Task<Result<EntitlementView>> Handle(GetEntitlement request, CancellationToken cancellationToken)
        {
            var entitlement = await db.Entitlements.AsNoTracking().FirstOrDefaultAsync(e => e.Id == request.Entitlement, cancellationToken);
            if (entitlement is null) return PlumbingProblems.NotFound.Because("没有该低保待遇,或不在您的管辖区域内。", "There is no such entitlement in the division you serve.");
            var first = entitlement.FirstMonth.FirstDay;
            var day = request.ValidAt ?? (today.Date < first ? first : today.Date);
            var term = await db.Set<EntitlementTerm>().AsNoTracking().Where(t => t.Entitlement == request.Entitlement)
                .AsOf(day, request.KnownAt).FirstOrDefaultAsync(cancellationToken);
            return EntitlementView.Of(entitlement, term, entitlement.Version);
        }
    }

    /// <summary>Reads an entitlement.</summary>
    /// <param name="id">The entitlement.</param>
    /// <param name="validAt" example="2012-06-30">The day on which the term is to be true; today, or the first day drawn, when left out.</param>
    /// <param name="knownAt" example="2012-07-01T00:00:00Z">The instant whose knowledge counts; now when left out.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<EntitlementView>, ProblemHttpResult>> Endpoint(
        Guid id, QueryDate? validAt, QueryInstant? knownAt, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetEntitlement(new EntitlementId(id), validAt, knownAt), cancellation).Ok();
}
