namespace Dibao.Benchmarks.Ratios;

/// <summary>Measures ours and the baseline by turns, so that what else the machine does falls on both; the median round counts.</summary>
internal static class Rounds
{
    public static async Task<(T[] Ours, T[] Bare)> Alternate<T>(int rounds, Func<Task<T>> ours, Func<Task<T>> bare)
    {
        var (first, second) = (new T[rounds], new T[rounds]);
        for (var i = 0; i < rounds; i++)
        {
            if (i % 2 == 0) first[i] = await ours();
            second[i] = await bare();
            if (i % 2 == 1) first[i] = await ours();
        }
        return (first, second);
    }

    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
