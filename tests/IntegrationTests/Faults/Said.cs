using System.Text.Json;
using Dibao.Api.Startup;
using Dibao.BuildingBlocks.Outbox;

namespace Dibao.IntegrationTests.Faults;

/// <summary>A fact as it stands in the database, with who was to hear it (true: its effect is saved).</summary>
internal sealed record Fact(long Id, string Type, Guid Subject, long County, long? Sequence, JsonElement Body, IReadOnlyDictionary<string, bool> Deliveries)
{
    public Guid Guid(string property) => Body.GetProperty(property).GetGuid();

    public long Number(string property) => Body.GetProperty(property).GetInt64();

    public string Text(string property) => Body.GetProperty(property).GetString()!;

    public IEnumerable<JsonElement> Items(string property) => Body.GetProperty(property).EnumerateArray();
}

/// <summary>All that was said, read from the database without the product.</summary>
internal sealed class Said
{
    /// <summary>Who hears what, looked up in the modules without asking the product's own list.</summary>
    private static readonly ILookup<string, string> Hearers = Roof.Modules
        .SelectMany(module => module.GetType().Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }), (module, type) => (module.Name, type))
        .SelectMany(
            m => m.type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ISubscriber<>)),
            (m, heard) => (Fact: NameOf(heard.GetGenericArguments()[0]), Subscriber: $"{m.Name}.{m.type.Name}"))
        .Distinct().ToLookup(h => h.Fact, h => h.Subscriber, StringComparer.Ordinal);

    private Said(IReadOnlyList<Fact> facts) => Facts = facts;

    /// <summary>In the order of writing.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    public static async Task<Said> In(TestDatabase database)
    {
        var deliveries = (await database.Rows("SELECT FactId, Subscriber, state FROM outbox_delivery"))
            .ToLookup(r => Cell.Number(r[0]), r => KeyValuePair.Create((string)r[1], Cell.Number(r[2]) == (long)DeliveryState.Done));
        var facts = await database.Rows("SELECT Id, Type, Subject, County, sequence, Body FROM outbox_fact ORDER BY Id");
        return new(facts.ConvertAll(r => new Fact(
            Cell.Number(r[0]), (string)r[1], Cell.Id(r[2]), Cell.Number(r[3]), r[4] is DBNull ? null : Cell.Number(r[4]),
            JsonDocument.Parse((string)r[5]).RootElement, new Dictionary<string, bool>(deliveries[Cell.Number(r[0])], StringComparer.Ordinal))));
    }

    public static IEnumerable<string> WhoHears(string type) => Hearers[type];

    public IEnumerable<Fact> Of(string type) => Facts.Where(f => f.Type == type);

    /// <summary>Facts of a type whose effect at a subscriber is saved.</summary>
    public IEnumerable<Fact> Heard(string subscriber, string type) => Of(type).Where(f => f.Deliveries.GetValueOrDefault(subscriber));

    private static string NameOf(Type fact) => $"{fact.Namespace!.Split('.')[^1].ToLowerInvariant()}.{JsonNamingPolicy.SnakeCaseLower.ConvertName(fact.Name)}";
}

/// <summary>Values as either driver gives them.</summary>
internal static class Cell
{
    public static long Number(object value) => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);

    public static Guid Id(object value) => value as Guid? ?? new Guid((byte[])value, bigEndian: true);

    public static bool Flag(object value) => Convert.ToBoolean(value, System.Globalization.CultureInfo.InvariantCulture);

    public static string Date(object value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => ((string)value)[..10],
    };

    /// <summary>An instant in UTC, ISO 8601, without needless zeros.</summary>
    public static string Instant(object value)
    {
        var time = value as DateTime? ?? DateTime.Parse((string)value, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal);
        return NodaTime.Text.InstantPattern.ExtendedIso.Format(NodaTime.Instant.FromDateTimeUtc(DateTime.SpecifyKind(time, DateTimeKind.Utc)));
    }
}
