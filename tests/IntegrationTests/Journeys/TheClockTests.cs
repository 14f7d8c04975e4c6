using Dibao.Api.Scheduling;
using Dibao.BuildingBlocks.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>A system that ticked on the machine's clock before it was put on a scenario's runs the scenario's timetable all the same.</summary>
public sealed class TheClockTests
{
    [Fact]
    public async Task What_the_machines_clock_ran_does_not_keep_the_scenarios_timetable_from_running()
    {
        await using var api = await RunningApi.Start();
        await api.Services.GetRequiredService<Timetable>().RunDue(CancellationToken.None);
        await using (var database = await api.OpenDatabase())
        {
            // A minute passed on the machine's clock: the trail was sealed, and the run is on record.
            await using var tick = database.CreateCommand();
            tick.CommandText = "INSERT INTO timetable_run (Entry, Period, RunAt) SELECT 'seal-audit-trail', datetime(Period, '+1 minute'), RunAt FROM timetable_run LIMIT 1";
            (await tick.ExecuteNonQueryAsync()).Should().Be(1);
        }

        await api.MoveClockTo(2012, 3, 1);
        await api.Register();
        await api.MoveClockTo(2012, 3, 2);
        await api.Settle();
        await using var after = await api.OpenDatabase();
        (await RunningApi.Column(after, "SELECT Entry FROM timetable_run WHERE Period < '2013'")).Should().Contain(["seal-audit-trail", "close-due-notices", "open-due-reviews"]);
        var clock = await api.As(Roles.Auditor).Read("/clock");
        (clock["today"].GetValue<string>(), clock["scenario"].GetValue<string>()).Should().Be(("2012-03-02", "test"));
        var trail = await api.As(Roles.Auditor, "32").Read("/audit-entries/verification");
        trail["sealed"].GetValue<long>().Should().BePositive(trail.Text);
    }
}
