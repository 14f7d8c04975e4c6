namespace Dibao.Benchmarks.Ratios;

/// <summary>How much is measured: <c>small</c> while developing, <c>full</c> for a figure that is stated.</summary>
internal sealed record Terms(TestEngine Engine, bool Full, App App)
{
    /// <summary>A count of the full size, or of the small one.</summary>
    public int Of(int full, int small) => Full ? full : small;

    /// <summary>The name of a measure on this engine.</summary>
    public string Name(string measure) => $"{measure}/{Engine}";
}

/// <summary>Every stated ratio beside its bare baseline, measured in one run.</summary>
internal static class AllRatios
{
    private static readonly IReadOnlyList<(string Name, Func<Terms, Task<IReadOnlyList<IFinding>>> Take)> Measures =
    [
        ("bulk-writer", BulkWriting.Measure),
        ("import", Importing.Measure),
        ("fact-delivery", FactDelivery.Measure),
        ("command", Commanding.Measure),
        ("read", Reading.Measure),
        ("search-number", Searching.ByNumber),
        ("search-file", Searching.ByFile),
        ("search-name", Searching.ByName),
        ("read-asof", Searching.AsOf),
    ];

    public static IEnumerable<string> Names => Measures.Select(m => m.Name);

    public static async Task<int> Run(string[] args)
    {
        string? only = null, size = null, engine = null, published = null;
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            switch (args[i])
            {
                case "--only": only = args[i + 1]; break;
                case "--size": size = args[i + 1]; break;
                case "--engine": engine = args[i + 1]; break;
                case "--app": published = args[i + 1]; break;
                default: return Refuse($"{args[i]} is not known.");
            }
        }
        if (args.Length % 2 != 0) return Refuse($"{args[^1]} needs a value.");
        if (only is not null && !Names.Contains(only, StringComparer.Ordinal)) return Refuse($"There is no ratio '{only}'.");
        if (size is not (null or "small" or "full")) return Refuse("--size is small or full.");
        var engines = TestEngine.All.Where(e => engine is null || string.Equals(e.Name, engine, StringComparison.OrdinalIgnoreCase)).ToList();
        if (engines.Count == 0) return Refuse($"There is no engine '{engine}'.");

        PostgresServer.Durable = true;
        await using var app = await App.Publish(published);
        Console.WriteLine("name  ours  baseline  ratio  goal");
        var missed = 0;
        foreach (var (name, take) in Measures.Where(m => only is null || string.Equals(m.Name, only, StringComparison.Ordinal)))
            foreach (var each in engines)
                missed += await Take(take, new Terms(each, size is not "small", app), name);
        return missed == 0 ? 0 : 1;
    }

    private static async Task<int> Take(Func<Terms, Task<IReadOnlyList<IFinding>>> take, Terms terms, string name)
    {
        if (terms.Engine.Missing is { } missing)
        {
            Console.WriteLine($"{terms.Name(name)}  skipped: {missing}");
            return 0;
        }
        var findings = await take(terms);
        foreach (var finding in findings) Console.WriteLine(finding.Line);
        return findings.Count(f => !f.Reached);
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 64;
    }
}
