namespace Dibao.Scenarios;

/// <summary>What the player needs of the running system besides its HTTP API: the clock, the hand-over of facts, and tokens.</summary>
public interface IStage
{
    /// <summary>Where the API listens.</summary>
    Uri Address { get; }

    /// <summary>A token for one person in one role at one place.</summary>
    string Token(string subject, string role, DivisionCode division);

    /// <summary>How far an earlier run came; null when the scenario never began in this database.</summary>
    Task<Instant?> Progress(string scenario, CancellationToken cancellation);

    /// <summary>Sets the clock forward, keeps it in the database, and runs what the timetable has due.</summary>
    Task MoveClockTo(string scenario, Instant instant, CancellationToken cancellation);

    /// <summary>Waits until every fact said so far has reached its subscribers.</summary>
    Task Settle(CancellationToken cancellation);

    /// <summary>The scenario is played: its clock runs on from here.</summary>
    Task Finish(CancellationToken cancellation);
}
