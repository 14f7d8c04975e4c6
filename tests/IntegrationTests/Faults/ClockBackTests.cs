using Dibao.Api.Scheduling;
using Dibao.BuildingBlocks.Access;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Dibao.IntegrationTests.Faults;

/// <summary>The machine's clock goes back an hour: nothing is done again, and what was kept and planned stays so.</summary>
public sealed class ClockBackTests(ITestOutputHelper output)
{
    private const string Trail = "/audit-entries/verification";

    [EveryEngine]
    public async Task An_hour_that_comes_twice_is_lived_once()
    {
        var clock = new Turned { Ahead = TimeSpan.FromHours(-3) };
        await using var api = await RunningApi.StartWith(services => services.AddSingleton<TimeProvider>(clock));
        var officer = api.As(Roles.TownshipOfficer);
        var household = Fictitious.Household();
        var first = await officer.Post("/households", household.DeepClone(), "kept");
        (await api.As(Roles.CountyOfficer).PostText(Cases.Route, Cases.File(20), Cases.MediaType)).Status.Should().Be(201);
        clock.Ahead = TimeSpan.Zero;
        await Tick(api);
        await api.Settle();
        var (runs, facts, seals) = (await Runs(api), await Sequence(api), await Sealed(api));
        var (due, kept) = (await api.Database.Column("SELECT NextDueOn FROM reviewcycle_plan ORDER BY Entitlement"), await api.Database.Column("SELECT KeptUntil FROM pipeline_idempotency ORDER BY Caller, Key"));
        runs.Should().HaveCountGreaterThan(1, "the timetable ran");
        seals.Should().BePositive();
        due.Should().HaveCount(20);

        clock.Ahead = TimeSpan.FromHours(-1);
        for (var i = 0; i < 5; i++) (await officer.Post("/households", Fictitious.Household(), $"later-{i}")).Status.Should().Be(201);
        var repeated = await officer.Post("/households", household.DeepClone(), "kept");
        (repeated.Status, repeated.Id, repeated.Headers.Contains("Idempotency-Replayed")).Should().Be((201, first.Id, true));
        await Tick(api);
        await api.Settle();
        (await Runs(api)).Should().Equal(runs, "no period is run again");
        (await Sequence(api)).Should().HaveCountGreaterThan(facts.Count).And.Subject.Take(facts.Count).Should().Equal(facts, "what was said before stands before");
        (await api.Database.Column("SELECT NextDueOn FROM reviewcycle_plan ORDER BY Entitlement")).Should().Equal(due);
        (await api.Database.Column("SELECT KeptUntil FROM pipeline_idempotency WHERE Key = 'kept'")).Should().BeSubsetOf(kept);
        (await Invariants.Broken(api.Database)).Should().BeEmpty();

        clock.Ahead = TimeSpan.FromMinutes(2);
        await Tick(api);
        await api.Settle();
        (await Sealed(api)).Should().BeGreaterThan(seals, "the hour's entries are sealed behind those of the hour before it");
        (await api.As(Roles.Auditor, "32").Read(Trail))["ok"].GetValue<bool>().Should().BeTrue();
        (await Invariants.OnTheirWay(api.Database)).Should().Be(0);
        (await Invariants.Broken(api.Database)).Should().BeEmpty();
        Rounds.Say(output, $"{TestEngine.Current,-10}     clock    an hour back: {runs.Count} periods run once, {facts.Count} facts keep their order; {Invariants.Names.Count()} invariants ok");
    }

    private static Task Tick(RunningApi api) => api.Services.GetRequiredService<Timetable>().RunDue(CancellationToken.None);

    private static Task<List<string>> Runs(RunningApi api) => api.Database.Column("SELECT Period FROM timetable_run ORDER BY Period, Entry");

    private static Task<List<string>> Sequence(RunningApi api) => api.Database.Column("SELECT Id FROM outbox_fact WHERE sequence IS NOT NULL ORDER BY County, sequence");

    private static async Task<long> Sealed(RunningApi api) => (await api.As(Roles.Auditor, "32").Read(Trail))["sealed"].GetValue<long>();

    /// <summary>The machine's clock, set ahead or back.</summary>
    private sealed class Turned : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }
}
