using System.Diagnostics;
using System.Net;

namespace Dibao.Benchmarks;

/// <summary>From process start to the first answered request: Release publish, existing database.</summary>
internal static class Startup
{
    private const int Rounds = 5;
    private const double GoalSeconds = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<int> Run()
    {
        var figure = await Measure();
        Console.WriteLine(figure.Line);
        return figure.Reached ? 0 : 1;
    }

    private static async Task<Figure> Measure()
    {
        var folder = Directory.CreateTempSubdirectory("dibao-bench-").FullName;
        try
        {
            var published = Path.Combine(folder, "app");
            var app = await Programs.Publish(published);
            var database = $"--Database:Path={Path.Combine(folder, "dibao.db")}";
            await Programs.Run("dotnet", [app, "--migrate", database], "Development");
            var rounds = new List<double>();
            for (var i = 0; i < Rounds; i++) rounds.Add(await Once(app, database));
            rounds.Sort();
            return new Figure("startup", rounds[Rounds / 2], GoalSeconds, "s");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> Once(string app, string database)
    {
        var address = $"http://127.0.0.1:{Loopback.FreePort()}";
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var watch = Stopwatch.StartNew();
        using var process = Programs.Begin("dotnet", [app, database, "--urls", address], "Development");
        try
        {
            while (watch.Elapsed < Patience)
            {
                try
                {
                    using var answer = await client.GetAsync("/api/v1/clock");
                    if (answer.StatusCode == HttpStatusCode.OK) return watch.Elapsed.TotalSeconds;
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(5); // not listening yet
                }
            }
            throw new TimeoutException("It never answered.");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }
}
