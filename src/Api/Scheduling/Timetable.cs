using Dibao.Api.Startup;
using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Dibao.Api.Scheduling;

/// <summary>
/// Runs what is due by the database's clock. A row per entry and period, written with the command's own changes, makes each period
/// run once however many nodes tick. After a pause only the latest missed period runs: what is due is data, not a job per day.
/// </summary>
internal sealed partial class Timetable(
    IServiceScopeFactory scopes, IReadOnlyList<IModule> modules, IEngine engine, DibaoClock clock, Dispatcher dispatcher, ILogger<Timetable> log)
{
    private static readonly Duration[] Windows = [Duration.FromMinutes(1), Duration.FromHours(1), Duration.FromDays(1), Duration.FromDays(32), Duration.FromDays(367)];
    private static readonly TimeZoneInfo China = TimeZoneInfo.CreateCustomTimeZone("China", TimeSpan.FromHours(8), "China", "China");
    private readonly IReadOnlyList<(TimetableEntry Entry, CronExpression Cron)> page =
        [.. modules.SelectMany(m => m.Timetable).Select(e => (e, new CronExpression(e.Cron, China)))];
    private readonly Dictionary<string, Instant> ran = [];
    private readonly SemaphoreSlim one = new(1, 1);

    public async Task RunDue(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            var now = clock.GetCurrentInstant();
            foreach (var (entry, cron) in page)
            {
                if (LatestPeriod(cron, now) is not { } period || (ran.TryGetValue(entry.Name, out var last) && period <= last && last <= now)) continue; // later than now: run by another clock
                try
                {
                    await Run(entry, period, cancellation);
                    ran[entry.Name] = period;
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    LogEntryFailed(entry.Name, failure.Told(), failure.StackTrace?.Split('\n')[0].Trim() ?? ""); // the next tick tries again; the other entries go on
                }
            }
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Changes the clock while nothing runs: a tick of the old clock must not stand on record under the new one.</summary>
    public async Task BetweenRuns(Func<Task> change, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            await change();
        }
        finally
        {
            one.Release();
        }
    }

    private async Task Run(TimetableEntry entry, Instant period, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeSystem();
        var db = scope.ServiceProvider.GetRequiredService<DibaoDbContext>();
        using (await engine.TurnToWrite(cancellation))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var runs = db.Set<TimetableRun>();
            if (await runs.AnyAsync(r => (r.Entry == entry.Name || r.Entry == Database.FirstDay) && r.Period >= period, cancellation)) return;
            runs.Add(new TimetableRun { Entry = entry.Name, Period = period, RunAt = clock.MachineTime });
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (Exception failure) when (engine.IsDuplicate(failure))
            {
                return; // another node runs this period
            }
            var answer = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(entry.Command(period), cancellation);
            if (answer.Refused) throw new InvalidOperationException($"{entry.Name}: {answer.Error.Type.Code}");
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        dispatcher.Wake();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Timetable entry {Entry} failed: {Failure} {Where}")]
    private partial void LogEntryFailed(string entry, string failure, string where);

    private static Instant? LatestPeriod(CronExpression cron, Instant now)
    {
        foreach (var window in Windows)
        {
            Instant? latest = null;
            var from = (now - window).ToDateTimeOffset();
            while (cron.GetNextValidTimeAfter(from) is { } next && Instant.FromDateTimeOffset(next) <= now)
            {
                latest = Instant.FromDateTimeOffset(next);
                from = next;
            }
            if (latest is not null) return latest;
        }
        return null;
    }
}

/// <summary>Ticks once a minute.</summary>
[DisallowConcurrentExecution]
internal sealed class Tick(Timetable timetable) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await timetable.RunDue(cancellationToken);
}
