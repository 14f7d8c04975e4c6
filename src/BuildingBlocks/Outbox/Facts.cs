using System.Text.Json;
using Dibao.BuildingBlocks.Http;
using Dibao.SharedKernel;
using NodaTime;

namespace Dibao.BuildingBlocks.Outbox;

/// <summary>A fact as written: once, in the transaction that made it true.</summary>
public sealed class FactRow
{
    /// <summary>Order of writing; not the order of commits.</summary>
    public long Id { get; init; }

    /// <summary>Stable name: <c>eligibility.entitlement_confirmed</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The subject whose facts keep their order.</summary>
    public required Guid Subject { get; init; }

    /// <summary>County of the fact, twelve digits.</summary>
    public required DivisionCode County { get; init; }

    /// <summary>Number among the committed facts of the county, without gaps; null until it was handed out to its subscribers.</summary>
    public long? Sequence { get; set; }

    /// <summary>When it was said.</summary>
    public required Instant At { get; init; }

    /// <summary>The fact, JSON.</summary>
    public required string Body { get; init; }
}

/// <summary>Where a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>Not tried yet.</summary>
    Waiting = 0,

    /// <summary>Tried and failed; holds back later facts of its subject.</summary>
    Failing = 1,

    /// <summary>Its effect is saved.</summary>
    Done = 2,

    /// <summary>Given up until an operator has it tried again; holds back its subject.</summary>
    Stuck = 3,
}

/// <summary>One fact on its way to one subscriber.</summary>
public sealed class DeliveryRow
{
    /// <summary>Order of handing out: what comes later has the higher, on every node.</summary>
    public long Id { get; init; }

    /// <summary>The fact.</summary>
    public long FactId { get; init; }

    /// <summary>The fact.</summary>
    public FactRow Fact { get; init; } = null!;

    /// <summary>Name of the subscriber: <c>funds.StartPaying</c>.</summary>
    public required string Subscriber { get; init; }

    /// <summary>The fact's subject.</summary>
    public required Guid Subject { get; init; }

    /// <summary>Where it stands.</summary>
    public DeliveryState State { get; set; }

    /// <summary>How often it failed.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before this machine time.</summary>
    public Instant? NotBefore { get; set; }

    /// <summary>Type of the last failure; never its data.</summary>
    public string? LastFailure { get; set; }
}

/// <summary>What happens in a module when another says something. One class per consequence.</summary>
public interface ISubscriber<in TFact> where TFact : IFact
{
    /// <summary>Does it, with the context of the delivery; whoever calls saves.</summary>
    Task When(TFact fact, CancellationToken cancellation);
}

/// <summary>Who hears what, found by an assembly walk.</summary>
public sealed class Subscriptions
{
    private readonly Dictionary<string, Type> factTypes = [];
    private readonly Dictionary<string, Type> subscribers = [];
    private readonly ILookup<string, string> hearers;

    /// <summary>Walks the assemblies of the modules and of the contracts.</summary>
    public Subscriptions(IEnumerable<IModule> modules)
    {
        foreach (var type in typeof(Contracts.Households.HouseholdId).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IFact))))
            factTypes.Add(NameOf(type), type);
        var heard = new List<(string Fact, string Subscriber)>();
        foreach (var module in modules)
        {
            foreach (var type in module.GetType().Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
            {
                foreach (var heardFact in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ISubscriber<>)))
                {
                    var name = $"{module.Name}.{type.Name}";
                    subscribers[name] = type;
                    heard.Add((NameOf(heardFact.GetGenericArguments()[0]), name));
                }
            }
        }
        hearers = heard.OrderBy(h => h.Subscriber, StringComparer.Ordinal).ToLookup(h => h.Fact, h => h.Subscriber);
    }

    /// <summary>All subscribers by name.</summary>
    public IReadOnlyDictionary<string, Type> Subscribers => subscribers;

    /// <summary>Types of the facts that any of these subscribers hears.</summary>
    public List<string> HeardBy(IReadOnlyCollection<string> subscribers) => [.. hearers.Where(h => h.Any(subscribers.Contains)).Select(h => h.Key)];

    /// <summary>Who hears facts of a type.</summary>
    internal IEnumerable<string> HearersOf(string type) => hearers[type];

    /// <summary>The row of a fact.</summary>
    internal FactRow Write(IFact fact, Instant now) => new()
    {
        Type = NameOf(fact.GetType()),
        Subject = fact.Subject,
        County = fact.Division.County,
        At = now,
        Body = JsonSerializer.Serialize(fact, fact.GetType(), DibaoJson.Options),
    };

    /// <summary>The fact as it was said.</summary>
    internal IFact Read(string type, string body) => (IFact)JsonSerializer.Deserialize(body, factTypes[type], DibaoJson.Options)!;

    private static string NameOf(Type fact) =>
        $"{fact.Namespace!.Split('.')[^1].ToLowerInvariant()}.{JsonNamingPolicy.SnakeCaseLower.ConvertName(fact.Name)}";
}
