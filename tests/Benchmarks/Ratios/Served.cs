using System.Diagnostics;
using System.Net;

namespace Dibao.Benchmarks.Ratios;

/// <summary>A server in a process of its own, ended when disposed.</summary>
internal sealed class Served : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;

    private Served(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Processor time used so far, in seconds.</summary>
    public double ProcessorSeconds
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    public static async Task<Served> Start(IEnumerable<string> arguments)
    {
        var address = new Uri($"http://127.0.0.1:{Loopback.FreePort()}");
        var served = new Served(Programs.Begin("dotnet", [.. arguments, "--urls", address.ToString()]), address);
        try
        {
            await served.UntilItAnswers();
            return served;
        }
        catch
        {
            await served.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task UntilItAnswers()
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience && !process.HasExited;)
        {
            try
            {
                using var answer = await client.GetAsync("/health/live");
                if (answer.StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20); // not listening yet
            }
        }
        throw new InvalidOperationException($"{process.StartInfo.ArgumentList[0]} does not answer.");
    }
}
