using Dibao.Api.Scheduling;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>A system that ticked on the machine's clock before it was put on a scenario's runs the scenario's timetable all the same.</summary>
public sealed class TheClockTests
{
    [EveryEngine]
    public async Task What_the_machines_clock_ran_does_not_keep_the_scenarios_timetable_from_running()
    {
        await using var api = await RunningApi.Start();
        await api.Services.GetRequiredService<Timetable>().RunDue(CancellationToken.None);
        // A minute passed on the machine's clock: the trail was sealed, and the run is on record.
        await api.Ask(async db =>
        {
            var run = await db.Set<TimetableRun>().FirstAsync();
            db.Add(new TimetableRun { Entry = "seal-audit-trail", Period = run.Period + Duration.FromMinutes(1), RunAt = run.RunAt });
            return await db.SaveChangesAsync();
        });

        await api.MoveClockTo(2012, 3, 1);
        await api.Register();
        await api.MoveClockTo(2012, 3, 2);
        await api.Settle();
        (await api.Database.Column("SELECT Entry FROM timetable_run WHERE Period < '2013-01-01'")).Should().Contain(["seal-audit-trail", "close-due-notices", "open-due-reviews"]);
        var clock = await api.As(Roles.Auditor).Read("/clock");
        (clock["today"].GetValue<string>(), clock["scenario"].GetValue<string>()).Should().Be(("2012-03-02", "test"));
        var trail = await api.As(Roles.Auditor, "32").Read("/audit-entries/verification");
        trail["sealed"].GetValue<long>().Should().BePositive(trail.Text);
    }
}
