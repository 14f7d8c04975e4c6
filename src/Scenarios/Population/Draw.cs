namespace Dibao.Scenarios.Population;

/// <summary>Chance with a seed: the same seed draws the same population on every machine.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random random = new(seed);

    public int Between(int least, int most) => random.Next(least, most + 1);

    public bool OneIn(int n) => random.Next(n) == 0;

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public void Shuffle<T>(List<T> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }
}
