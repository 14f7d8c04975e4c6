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

/// <summary>Recomputes the sealed chain of the audit trail from its beginning.</summary>
internal sealed record VerifyAuditTrail : IQuery<AuditTrailVerification>
{
    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<VerifyAuditTrail, AuditTrailVerification>
    {
        public async Task<Result<AuditTrailVerification>> Handle(VerifyAuditTrail request, CancellationToken cancellationToken)
        {
            // What is sealed while this runs lies behind the last number read here.
            var given = await db.Set<NumberSeries>().Where(s => s.Name == SealChain.Series).Select(s => (long?)s.Last).FirstOrDefaultAsync(cancellationToken) ?? 0;
            var check = new ChainCheck();
            var entries = db.Set<AuditEntry>().AsNoTracking().Where(e => e.SealNumber != null && e.SealNumber <= given).OrderBy(e => e.SealNumber);
            await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                if (!check.See(entry)) break;
            }
            check.End(given);
            var unsealed = await db.Set<AuditEntry>().LongCountAsync(e => e.SealNumber == null, cancellationToken);
            return new AuditTrailVerification(given, unsealed, check.BrokenAt is null, check.BrokenAt, check.Hash);
        }
    }

    /// <summary>Verifies the audit trail.</summary>
    /// <remarks>The chain is recomputed from its first seal; altered, inserted, missing and cut-off entries are seen. It reads the whole trail.</remarks>
    internal static Task<Results<Ok<AuditTrailVerification>, ProblemHttpResult>> Endpoint(IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new VerifyAuditTrail(), cancellation).Ok();
}

/// <summary>Whether the chain holds.</summary>
/// <param name="Sealed">Seals given.</param>
/// <param name="Unsealed">Entries in the unsealed tail.</param>
/// <param name="Ok">Whether every seal holds.</param>
/// <param name="BrokenAt">Number of the first seal that is missing or wrong; null when every seal holds.</param>
/// <param name="LastHash">The last seal that holds: kept elsewhere, it proves later that nothing before it was altered.</param>
internal sealed record AuditTrailVerification(long Sealed, long Unsealed, bool Ok, long? BrokenAt, string LastHash);
