using System.Globalization;
using Dibao.Api.Scheduling;
using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Access;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Dibao.IntegrationTests.Faults;

/// <summary>Two nodes on one database do everything at once: where both cannot, one does.</summary>
public sealed class TwoNodesTests(ITestOutputHelper output)
{
    private const string County = "320706";
    private const int Each = 40;
    private const int Shared = 600;

    [OneEngine("PostgreSql")]
    public async Task Doing_everything_at_once_they_have_one_set_of_books()
    {
        await using var one = await RunningApi.Start();
        await using var two = await RunningApi.Start(modules: null, beside: one);
        RunningApi[] nodes = [one, two];
        var database = one.Database;
        await database.Change("UPDATE timetable_run SET Period = '2020-01-01 00:00:00+00' WHERE Entry = '(first day)'"); // all periods are due
        var shared = Cases.File(Shared);

        await Task.WhenAll(nodes.SelectMany((node, i) => new Func<Task>[]
        {
            () => Repeatedly(Each, n => Done(node.As(Roles.TownshipOfficer).Post("/households", Fictitious.Household(), $"register-{i}-{n}"))),
            () => Done(node.As(Roles.CountyOfficer).PostText(Cases.Route, shared, Cases.MediaType)),
            () => Done(node.As(Roles.CountyOfficer).PostText(Cases.Route, Cases.File(Shared), Cases.MediaType)),
            () => Repeatedly(Each, n => Done(node.As(Roles.FinanceTreasurer).Post("/appropriations", Money(i, n), $"money-{i}-{n}"))),
            () => Repeatedly(Each, _ => Tick(node)),
            () => Repeatedly(Each, _ => node.Settle()),
        }).Select(work => Task.Run(work)));
        foreach (var node in nodes) await Done(node.As(Roles.CountyOfficer).PostText(Cases.Route, shared, Cases.MediaType)); // whoever was refused sends it again
        await Waiting.UntilAllIsDelivered(database);
        (await database.Count("SELECT count(*) FROM households_household")).Should().Be(2 * Each + 3 * Shared);
        (await database.Count("SELECT count(*) FROM funds_entry")).Should().Be(2 * Each);
        await Hold(database, "registered, took over, received money, ticked, sealed and delivered side by side");

        // One decision, one payroll and each of its steps, asked for by both at the same moment: one has it.
        var ended = 0;
        foreach (var leaving in await database.Rows("SELECT Id, Applicant FROM eligibility_entitlement ORDER BY Id LIMIT 10"))
        {
            var path = $"/entitlements/{Cell.Id(leaving[0])}";
            var seen = (await one.As(Roles.CountyOfficer).Read(path)).ETag;
            var answers = await Both(nodes, (node, i) => node.As(Roles.CountyApprover, subject: $"approver-{i}")
                .Decide($"{path}/withdrawal", new JsonObject { ["requestedBy"] = Cell.Id(leaving[1]).ToString() }, seen));
            answers.Should().ContainSingle(s => s == 200, string.Join(' ', answers));
            ended++;
        }
        await Waiting.UntilAllIsDelivered(database);
        var month = (await one.Anonymous.Read("/clock"))["today"].GetValue<string>()[..7];
        (await Both(nodes, (node, i) => node.As(Roles.PayrollClerk, subject: $"clerk-{i}").Decide("/payrolls", new JsonObject { ["county"] = County, ["month"] = month })))
            .Should().ContainSingle(s => s == 201);
        var payroll = $"/payrolls/{Cell.Id((await database.Rows("SELECT Id FROM funds_payroll")).Single()[0])}";
        foreach (var (step, role) in new[] { ("lock", Roles.PayrollClerk), ("payment-request", Roles.PayrollLeader), ("approval", Roles.FinanceApprover), ("transfer", Roles.FinanceTreasurer) })
        {
            var seen = (await one.As(Roles.PayrollClerk).Read(payroll)).ETag;
            (await Both(nodes, (node, i) => node.As(role, subject: $"{step}-{i}").Decide($"{payroll}/{step}", new JsonObject(), seen))).Should().ContainSingle(s => s == 200, step);
        }
        await Task.WhenAll(nodes.Select(node => Task.Run(() => Repeatedly(5, _ => Seal(node)))));
        await Waiting.UntilAllIsDelivered(database);
        (await database.Count("SELECT count(*) FROM funds_payroll_line")).Should().Be(3 * Shared);
        (await database.Count("SELECT count(*) FROM audit_entry WHERE SealNumber IS NOT NULL")).Should().BePositive("the trail was sealed");
        await Hold(database, $"decided {ended} cases and took a payroll to the bank, each step asked for twice and done once");
    }

    private static async Task Tick(RunningApi node) => await node.Services.GetRequiredService<Timetable>().RunDue(CancellationToken.None);

    /// <summary>Seals as the timetable does, which would wait for the next minute.</summary>
    private static async Task Seal(RunningApi node)
    {
        await using var scope = node.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeSystem();
        var seal = node.Services.GetRequiredService<IReadOnlyList<IModule>>().SelectMany(m => m.Timetable).Single(e => e.Name == "seal-audit-trail");
        var answer = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(seal.Command(default));
        if (answer.Refused) answer.Error.Type.Code.Should().Be("request.contended");
    }

    private static JsonObject Money(int node, int number) => new()
    {
        ["county"] = County,
        ["source"] = node == 0 ? "county" : "province",
        ["amountFen"] = 10_000_000,
        ["documentNumber"] = string.Create(CultureInfo.InvariantCulture, $"{node}-{number}"),
        ["arrivedOn"] = "2026-01-05",
    };

    private static async Task Repeatedly(int times, Func<int, Task> work)
    {
        for (var n = 0; n < times; n++) await work(n);
    }

    /// <summary>Done, or refused because the other was at it: an upload and a kept key may be sent again.</summary>
    private static async Task Done(Task<Answer> command)
    {
        var answer = await command;
        if (answer.Status != 201) (answer.Status, answer.Problem).Should().Be((409, "request.contended"), answer.Text);
    }

    private static async Task<List<int>> Both(RunningApi[] nodes, Func<RunningApi, int, Task<Answer>> ask)
    {
        var answers = await Task.WhenAll(nodes.Select((node, i) => Task.Run(() => ask(node, i))));
        answers.Should().OnlyContain(a => a.Status < 500);
        return [.. answers.Select(a => a.Status)];
    }

    private async Task Hold(TestDatabase database, string what)
    {
        (await Invariants.Broken(database)).Should().BeEmpty();
        Rounds.Say(output, $"{TestEngine.Current,-10}     nodes    two nodes {what}; {Invariants.Names.Count()} invariants ok");
    }
}
