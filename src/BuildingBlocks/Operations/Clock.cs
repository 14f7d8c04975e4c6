using Dibao.SharedKernel;
using NodaTime;

namespace Dibao.BuildingBlocks.Operations;

/// <summary>The row that holds a scenario's clock. A database without one runs on the machine's clock.</summary>
public sealed class ClockRow
{
    /// <summary>Always 1: there is one clock.</summary>
    public int Id { get; init; } = 1;

    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Scenario time at the anchor.</summary>
    public Instant ScenarioTime { get; set; }

    /// <summary>Machine time at which the clock began to run on; null while it stands still between steps.</summary>
    public Instant? RunsSince { get; set; }

    /// <summary>Steps of the scenario are all done.</summary>
    public bool Finished { get; set; }
}

/// <summary>The one clock of a database. Instants are cut to microseconds, which every engine keeps.</summary>
public sealed class DibaoClock(TimeProvider machine) : IClock
{
    private sealed record Setting(string Scenario, Instant Time, Instant? RunsSince);

    private volatile Setting? scenario;

    /// <summary>The machine's own time, cut to microseconds: for tokens and technical delays only.</summary>
    public Instant MachineTime => Cut(Instant.FromDateTimeOffset(machine.GetUtcNow()));

    /// <summary>Name of the scenario whose clock this is; null on the machine's clock.</summary>
    public string? Scenario => scenario?.Scenario;

    /// <summary>Runs on the clock kept in the database.</summary>
    public void Follow(ClockRow row) => scenario = new(row.Scenario, row.ScenarioTime, row.RunsSince);

    /// <inheritdoc />
    public Instant GetCurrentInstant()
    {
        if (scenario is not { } setting) return MachineTime;
        return setting.RunsSince is { } since ? setting.Time + (MachineTime - since) : setting.Time;
    }

    private static Instant Cut(Instant instant) => Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks() / 10 * 10);
}

/// <summary>The day it is in China, and the instant, as handlers ask for them.</summary>
public sealed class Today(IClock clock)
{
    /// <summary>China Standard Time; one zone for the whole country.</summary>
    public static readonly DateTimeZone Zone = DateTimeZone.ForOffset(Offset.FromHours(8));

    /// <summary>Now: one instant for all of a command.</summary>
    public Instant Now { get; private set; } = clock.GetCurrentInstant();

    /// <summary>A command tried again is of a later moment than what it lost to.</summary>
    internal void Renew() => Now = clock.GetCurrentInstant();

    /// <summary>The date.</summary>
    public LocalDate Date => Now.InZone(Zone).Date;

    /// <summary>The month.</summary>
    public Month Month => Month.Of(Date);
}
