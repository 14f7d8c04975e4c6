using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Api.Features;

/// <summary>What one subscriber has still to hear.</summary>
/// <param name="Subscriber" example="funds.StartPaying">The subscriber.</param>
/// <param name="State">waiting, failing or stuck.</param>
/// <param name="Count">How many.</param>
internal sealed record GetDeliveries(string Subscriber, DeliveryState State, int Count)
{
    /// <summary>Counts the facts that are still on their way, by subscriber and state; empty when all is delivered.</summary>
    internal static async Task<Ok<IReadOnlyList<GetDeliveries>>> Endpoint(DibaoDbContext db, CancellationToken cancellation)
    {
        var waiting = await db.Set<DeliveryRow>().Where(d => d.State != DeliveryState.Done).GroupBy(d => new { d.Subscriber, d.State })
            .Select(g => new { g.Key.Subscriber, g.Key.State, Count = g.Count() }).ToListAsync(cancellation);
        return TypedResults.Ok<IReadOnlyList<GetDeliveries>>(
            [.. waiting.Select(w => new GetDeliveries(w.Subscriber, w.State, w.Count)).OrderBy(w => w.Subscriber, StringComparer.Ordinal).ThenBy(w => w.State)]);
    }
}
