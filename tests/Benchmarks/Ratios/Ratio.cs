namespace Dibao.Benchmarks.Ratios;

/// <summary>Ours beside the bare baseline of the same run. <paramref name="Times"/> says how many times as dear ours is; less is better.</summary>
internal sealed record Ratio(string Name, double Ours, double Bare, double Times, double Goal, string Unit) : IFinding
{
    public bool Reached => Times <= Goal;

    public string Line => string.Create(
        CultureInfo.InvariantCulture, $"{Name}  {Ours:0.00} {Unit}  {Bare:0.00} {Unit}  {Times:0.00}  {Goal:0.00}  {(Reached ? "ok" : "MISS")}");

    /// <summary>Of two times for the same work.</summary>
    public static Ratio OfTimes(string name, double ours, double bare, double goal) => new(name, ours, bare, ours / bare, goal, "s");

    /// <summary>Of two rates of the same requests.</summary>
    public static Ratio OfRates(string name, double ours, double bare, double goal) => new(name, ours, bare, bare / ours, goal, "req/s");
}
