using Dibao.BuildingBlocks.Operations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dibao.Api.Features;

/// <summary>The system's one clock.</summary>
/// <param name="Now">The instant, UTC.</param>
/// <param name="Today" example="2013-07-01">The date in China.</param>
/// <param name="Scenario" example="haizhou">Whose clock it is; null on the machine's clock.</param>
internal sealed record GetClock(Instant Now, LocalDate Today, string? Scenario)
{
    /// <summary>Tells the time by which the system acts.</summary>
    internal static Ok<GetClock> Endpoint(Today today, DibaoClock clock) => TypedResults.Ok(new GetClock(today.Now, today.Date, clock.Scenario));
}
