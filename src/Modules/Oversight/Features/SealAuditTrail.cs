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

/// <summary>
/// Seals the tail of the audit trail, each minute. It leaves no entry of its own, so that an idle trail stays as it is.
/// </summary>
internal sealed record SealAuditTrail : ICommand<Done>, ILeavesNoEntry
{
    private const int Most = 10_000;
    private static readonly Duration Settling = Duration.FromSeconds(2);

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<SealAuditTrail, Done>
    {
        public async Task<Result<Done>> Handle(SealAuditTrail request, CancellationToken cancellationToken)
        {
            var settled = today.Now - Settling;
            var tail = db.Set<AuditEntry>().Where(e => e.SealNumber == null && e.At <= settled);
            if (!await tail.AnyAsync(cancellationToken)) return Done.It;

            await db.TakeNumbers(SealChain.Series, 0, cancellationToken); // locks the series: two nodes never seal the same entry
            var entries = await tail.OrderBy(e => e.Id).Take(Most).ToListAsync(cancellationToken);
            var number = await db.TakeNumbers(SealChain.Series, entries.Count, cancellationToken) - entries.Count;
            var hash = await db.Set<AuditEntry>().Where(e => e.SealNumber == number).Select(e => e.SealHash).FirstOrDefaultAsync(cancellationToken) ?? SealChain.Origin;
            foreach (var entry in entries)
            {
                hash = SealChain.Next(hash, entry, ++number);
                entry.SealNumber = number;
                entry.SealHash = hash;
            }
            return Done.It;
        }
    }
}
