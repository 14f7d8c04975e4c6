namespace Dibao.Scenarios;

/// <summary>A district's story, played against the running system.</summary>
public abstract class Scenario
{
    private static readonly IReadOnlyDictionary<string, Func<Scenario>> All = new Dictionary<string, Func<Scenario>>(StringComparer.Ordinal)
    {
        [Haizhou.HaizhouSeed.Name] = () => new Haizhou.HaizhouScenario(),
    };

    /// <summary>The scenarios there are.</summary>
    public static IEnumerable<string> Names => All.Keys;

    /// <summary>The village around which demonstration tokens are made: 朐阳街道 of 海州区, first community.</summary>
    public static DivisionCode DemonstrationVillage { get; } = DivisionCode.Parse("320706001001");

    /// <summary>The scenario of that name, or null.</summary>
    public static Scenario? Find(string name) => All.TryGetValue(name, out var make) ? make() : null;

    /// <summary>Plays it (or goes on with it) and prints its table. Answers whether every figure equals the seed's.</summary>
    public abstract Task<bool> Play(IStage stage, string? report, CancellationToken cancellation);
}
