using Dibao.Api.Authentication;
using Dibao.Api.Scheduling;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Api.Startup;

/// <summary>The running system as the player of a scenario sees it.</summary>
internal sealed class Stage(
    Uri address, IServiceScopeFactory scopes, DemonstrationIssuer issuer, DibaoClock clock, IEngine engine, Timetable timetable, Dispatcher dispatcher) : IStage
{
    public Uri Address => address;

    public string Token(string subject, string role, DivisionCode division) => issuer.Issue(subject, role, division);

    public async Task<Instant?> Progress(string scenario, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DibaoDbContext>();
        var row = await db.Set<ClockRow>().AsNoTracking().SingleOrDefaultAsync(cancellation);
        if (row is null)
        {
            if (await db.Set<FactRow>().AnyAsync(cancellation))
                throw new StartupRefusal("This database is already in use and belongs to no scenario; point Database:Path at another file.");
            return null;
        }
        if (!string.Equals(row.Scenario, scenario, StringComparison.Ordinal))
            throw new StartupRefusal($"This database belongs to the scenario '{row.Scenario}'; point Database:Path at another file or use --reset.");
        if (row.Finished) throw new StartupRefusal($"The scenario '{scenario}' is played to its end in this database. Use --reset to play it anew, or leave out --scenario to serve it.", 2);
        return row.ScenarioTime;
    }

    public async Task MoveClockTo(string scenario, Instant instant, CancellationToken cancellation)
    {
        await timetable.BetweenRuns(() => Keep(row => row.ScenarioTime = instant, scenario, instant, cancellation), cancellation);
        await timetable.RunDue(cancellation);
    }

    public Task Settle(CancellationToken cancellation) => dispatcher.Settle(cancellation);

    public Task Finish(CancellationToken cancellation) => Keep(
        row =>
        {
            row.Finished = true;
            row.RunsSince = clock.MachineTime;
        },
        null, default, cancellation);

    private async Task Keep(Action<ClockRow> change, string? scenario, Instant start, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeSystem();
        var db = scope.ServiceProvider.GetRequiredService<DibaoDbContext>();
        using var turn = await engine.TurnToWrite(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await db.Set<ClockRow>().SingleOrDefaultAsync(cancellation);
        if (row is null)
        {
            row = new ClockRow { Scenario = scenario!, ScenarioTime = start };
            db.Add(row);
            await db.Set<TimetableRun>().Where(r => r.Entry != Database.FirstDay).ExecuteDeleteAsync(cancellation); // runs by another clock
            await db.Set<TimetableRun>().Where(r => r.Entry == Database.FirstDay)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.Period, start), cancellation); // the story begins on its own first day
        }
        change(row);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        clock.Follow(row);
    }
}
