using System.Collections.Concurrent;
using Dibao.Api.Startup;
using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Microsoft.EntityFrameworkCore;

namespace Dibao.IntegrationTests;

/// <summary>A module that listens, and can be told to stumble over one subject.</summary>
internal sealed class ListeningModule : IModule
{
    public static readonly ConcurrentDictionary<Guid, int> Stumbles = new();

    public string Name => "listening";

    public void Model(ModelBuilder model)
    {
        // it writes number series only
    }

    public void Routes(RouteTable routes)
    {
        // it only listens
    }
}

/// <summary>Writes down what it hears, in the transaction of the delivery: subject, place in the order, fact.</summary>
internal sealed class WriteDown(DibaoDbContext db) : ISubscriber<HouseholdRegistered>, ISubscriber<MeansDeclared>, ISubscriber<PayeeNamed>
{
    public Task When(HouseholdRegistered fact, CancellationToken cancellation) => Write(fact, cancellation);

    public Task When(MeansDeclared fact, CancellationToken cancellation) => Write(fact, cancellation);

    public Task When(PayeeNamed fact, CancellationToken cancellation) => Write(fact, cancellation);

    private async Task Write(IFact fact, CancellationToken cancellation)
    {
        var place = await db.TakeNumbers($"heard:{fact.Subject}", 1, cancellation);
        await db.TakeNumbers($"effect:{fact.Subject}:{place}:{fact.GetType().Name}", 1, cancellation);
        if (ListeningModule.Stumbles.TryGetValue(fact.Subject, out var at) && at == place) throw new InvalidOperationException("told to stumble");
    }
}

/// <summary>Notes how much had been heard of a household when its payee was named; its name is before the other's.</summary>
internal sealed class LookBack(DibaoDbContext db) : ISubscriber<PayeeNamed>
{
    public async Task When(PayeeNamed fact, CancellationToken cancellation)
    {
        var heard = $"heard:{fact.Subject}";
        var last = await db.Set<NumberSeries>().Where(s => s.Name == heard).Select(s => s.Last).SingleOrDefaultAsync(cancellation);
        await db.TakeNumbers($"found:{fact.Subject}", last, cancellation);
    }
}

/// <summary>What a module says has its effect elsewhere once, in order, whoever stumbles and however many nodes carry it.</summary>
public sealed class OutboxTests
{
    private static readonly IReadOnlyList<IModule> Modules = [.. Roof.Modules, new ListeningModule()];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] WholeStory = ["1:HouseholdRegistered=1", "2:PayeeNamed=1", "3:MeansDeclared=1"];

    [EveryEngine]
    public async Task A_stumble_holds_back_its_own_subject_only_and_is_made_good_in_order()
    {
        await using var api = await RunningApi.Start(Modules, beside: null);
        var unlucky = Guid.Empty;
        try
        {
            var first = await api.Register(WithoutPayee());
            await api.Settle();
            unlucky = Guid.Parse(first.Id);
            ListeningModule.Stumbles[unlucky] = 2; // over its second fact
            await Continue(api, first);
            var others = new List<Answer>();
            for (var i = 0; i < 5; i++) others.Add(await Story(api));
            await Until(async () =>
            {
                foreach (var other in others) if ((await Effects(api, other.Id)).Count != 3) return false;
                return true;
            });
            foreach (var other in others) (await Effects(api, other.Id)).Should().Equal(WholeStory);
            (await Effects(api, first.Id)).Should().Equal("1:HouseholdRegistered=1");
            await api.Settle();
            var failing = (await api.As(Roles.Administrator).Read("/deliveries")).Json.AsArray().Select(d => (d!["subscriber"]!.GetValue<string>(), d["state"]!.GetValue<string>(), d["count"]!.GetValue<int>()));
            failing.Should().BeEquivalentTo([("listening.WriteDown", "failing", 1), ("listening.WriteDown", "waiting", 1)], "operators see what is held back");

            ListeningModule.Stumbles.TryRemove(unlucky, out _);
            await Until(async () => (await Effects(api, first.Id)).Count == 3);
            (await Effects(api, first.Id)).Should().Equal(WholeStory);
            (await api.As(Roles.Administrator).Read("/deliveries")).Json.AsArray().Should().BeEmpty();
        }
        finally
        {
            ListeningModule.Stumbles.TryRemove(unlucky, out _);
        }
    }

    [EveryEngine]
    public async Task What_was_given_up_holds_back_its_subject_until_an_operator_has_it_tried_again()
    {
        await using var api = await RunningApi.Start(Modules, beside: null);
        var household = await api.Register(WithoutPayee());
        await api.Settle();
        var unlucky = Guid.Parse(household.Id);
        try
        {
            ListeningModule.Stumbles[unlucky] = 2;
            await Continue(api, household);
            await api.Settle();
            var givenUp = await api.Ask(db => db.Set<DeliveryRow>().Where(d => d.Subject == unlucky && d.State == DeliveryState.Failing)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DeliveryState.Stuck)));
            givenUp.Should().Be(1);
        }
        finally
        {
            ListeningModule.Stumbles.TryRemove(unlucky, out _);
        }
        await api.Settle();
        (await Effects(api, household.Id)).Should().Equal("1:HouseholdRegistered=1");

        var retried = await api.As(Roles.Administrator).Post("/deliveries/retries", new JsonObject { ["subscriber"] = "listening.WriteDown" });
        retried.Json["count"]!.GetValue<int>().Should().Be(1, retried.Text);
        await api.Settle();
        (await Effects(api, household.Id)).Should().Equal(WholeStory);
    }

    [EveryEngine]
    public async Task What_was_said_first_has_its_effect_first_with_every_subscriber()
    {
        await using var api = await RunningApi.Start(Modules, beside: null);
        var (household, place, day) = (HouseholdId.New(), DivisionCode.Parse(Fictitious.Village), new LocalDate(2026, 7, 1));
        await api.Ask(async db => // one transaction, one batch
        {
            db.Say(new HouseholdRegistered(household, place, day));
            db.Say(new PayeeNamed(household, PayeeId.New(), place, day));
            return await db.SaveChangesAsync();
        });
        await api.Settle();
        var found = $"found:{household.Value}";
        (await api.Ask(db => db.Set<NumberSeries>().AsNoTracking().SingleAsync(s => s.Name == found))).Last.Should().Be(1, "the registration was heard by then, and nothing later");
    }

    [EveryEngine]
    public async Task Two_nodes_that_race_have_one_effect_and_one_numbering()
    {
        await using var one = await RunningApi.Start(Modules, beside: null);
        await using var two = await RunningApi.Start(Modules, beside: one);
        var told = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Story(i % 2 == 0 ? one : two)));
        await Task.WhenAll(one.Settle(), two.Settle());
        await Until(async () => (await one.As(Roles.Administrator).Read("/deliveries")).Json.AsArray().Count == 0);
        foreach (var household in told) (await Effects(one, household.Id)).Should().Equal(WholeStory);
        var numbers = await one.Ask(db => db.Set<FactRow>().OrderBy(f => f.Sequence).Select(f => f.Sequence).ToListAsync());
        numbers.Should().Equal(Enumerable.Range(1, 900).Select(n => (long?)n));
    }

    [EveryEngine]
    public async Task A_fact_tells_no_name_and_no_number()
    {
        await using var api = await RunningApi.Start(Modules, beside: null);
        var number = Fictitious.IdNumber();
        await api.Register(Fictitious.Household(members: Fictitious.Member(idNumber: number, name: "欧阳不见")));
        var bodies = await api.Ask(db => db.Set<FactRow>().Select(f => f.Body).ToListAsync());
        bodies.Should().NotBeEmpty().And.OnlyContain(b => !b.Contains(number, StringComparison.Ordinal) && !b.Contains("欧阳不见", StringComparison.Ordinal));
    }

    private static JsonObject WithoutPayee()
    {
        var household = Fictitious.Household();
        household["payee"] = null;
        household["income"] = new JsonArray(new JsonObject { ["kind"] = "wage", ["yearlyFen"] = 100 });
        return household;
    }

    private static async Task<Answer> Story(RunningApi api)
    {
        var registered = await api.Register(WithoutPayee());
        await Continue(api, registered);
        return registered;
    }

    private static async Task Continue(RunningApi api, Answer registered)
    {
        var officer = api.As(Roles.TownshipOfficer);
        var payee = new JsonObject { ["holder"] = registered["members"][0]!["person"]!.GetValue<string>(), ["bank"] = "农村商业银行", ["accountNumber"] = "6221880000000000012" };
        var named = await officer.Put($"/households/{registered.Id}/payee", payee, registered.ETag);
        named.Status.Should().Be(200, named.Text);
        var declared = await officer.Put($"/households/{registered.Id}/means", new JsonObject { ["income"] = new JsonArray(), ["assets"] = new JsonArray() }, named.ETag);
        declared.Status.Should().Be(200, declared.Text);
    }

    private static async Task<List<string>> Effects(RunningApi api, string subject)
    {
        var prefix = $"effect:{subject}:";
        var written = await api.Ask(db => db.Set<NumberSeries>().AsNoTracking().Where(s => s.Name.StartsWith(prefix)).OrderBy(s => s.Name).ToListAsync());
        return written.ConvertAll(s => $"{s.Name[prefix.Length..]}={s.Last}");
    }

    private static async Task Until(Func<Task<bool>> done)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (!await done())
        {
            waited.Elapsed.Should().BeLessThan(Patience, "it should have come about by now");
            await Task.Delay(50);
        }
    }
}
