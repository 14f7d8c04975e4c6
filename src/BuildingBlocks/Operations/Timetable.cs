using Dibao.SharedKernel;
using MediatR;
using NodaTime;

namespace Dibao.BuildingBlocks.Operations;

/// <summary>A line of the timetable: what is done by the calendar.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Cron">Quartz cron expression in China Standard Time.</param>
/// <param name="Command">The command of the period that begins at an instant.</param>
public sealed record TimetableEntry(string Name, string Cron, Func<Instant, ICommand<Done>> Command);

/// <summary>One period of one line, run once however many nodes tick.</summary>
public sealed class TimetableRun
{
    /// <summary>Name of the line.</summary>
    public required string Entry { get; init; }

    /// <summary>Beginning of the period.</summary>
    public required Instant Period { get; init; }

    /// <summary>When it was run.</summary>
    public required Instant RunAt { get; init; }
}
