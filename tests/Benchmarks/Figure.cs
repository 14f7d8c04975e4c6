namespace Dibao.Benchmarks;

/// <summary>What a measure found, against its goal.</summary>
internal interface IFinding
{
    bool Reached { get; }

    string Line { get; }
}

/// <summary>A measured figure against its goal; less is better.</summary>
internal sealed record Figure(string Name, double Ours, double Goal, string Unit) : IFinding
{
    public bool Reached => Ours <= Goal;

    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Name} {Ours:0.00} {Unit} {Goal:0.00} {Unit} {(Reached ? "ok" : "MISS")}");
}
