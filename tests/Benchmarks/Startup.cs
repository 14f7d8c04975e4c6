using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Dibao.Tests;

namespace Dibao.Benchmarks;

/// <summary>From process start to the first answered request: Release publish, existing database.</summary>
internal static class Startup
{
    private const int Rounds = 5;
    private const double GoalSeconds = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<Figure> Measure()
    {
        var folder = Directory.CreateTempSubdirectory("dibao-bench-").FullName;
        try
        {
            var published = Path.Combine(folder, "app");
            await Run("dotnet", "publish", Repository.At("src", "Api"), "-c", "Release", "-o", published, "-v", "q");
            var app = Path.Combine(published, "Dibao.Api.dll");
            var database = $"--Database:Path={Path.Combine(folder, "dibao.db")}";
            await Run("dotnet", app, "--migrate", database);
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
        var address = $"http://127.0.0.1:{FreePort()}";
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var watch = Stopwatch.StartNew();
        using var process = Begin("dotnet", [app, database, "--urls", address]);
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

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Begin(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static Process Begin(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
