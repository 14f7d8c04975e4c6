using System.Diagnostics;
using System.Net;

namespace Dibao.Benchmarks.Ratios;

/// <summary>What a run of requests came to.</summary>
/// <param name="PerSecond">Requests answered in a second.</param>
/// <param name="Median">Milliseconds from request to the end of the answer.</param>
/// <param name="P99">The same of the slowest hundredth.</param>
internal sealed record Loaded(double PerSecond, double Median, double P99);

/// <summary>
/// Sends requests over a number of connections, each with one request on its way at a time (a closed loop): the next goes out when the answer to
/// the last has been read to its end.
/// </summary>
internal sealed class Load(Uri address, int connections, HttpStatusCode expected) : IDisposable
{
    private readonly HttpMessageInvoker[] clients =
        [.. Enumerable.Range(0, connections).Select(_ => new HttpMessageInvoker(new SocketsHttpHandler { MaxConnectionsPerServer = 1, UseCookies = false, ActivityHeadersPropagator = null }))];

    /// <summary>Sends that many requests; <paramref name="make"/> is told the request and the connection.</summary>
    public async Task<Loaded> Run(int requests, Func<int, int, HttpRequestMessage> make)
    {
        var taken = new double[requests];
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients.Length).Select(connection => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < requests; i = Interlocked.Increment(ref next))
            {
                var begun = Stopwatch.GetTimestamp();
                using var request = make(i, connection);
                request.RequestUri = new Uri(address, request.RequestUri!);
                using var answer = await clients[connection].SendAsync(request, CancellationToken.None);
                await answer.Content.CopyToAsync(Stream.Null);
                taken[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                if (answer.StatusCode != expected) throw new InvalidOperationException($"{request.Method} {request.RequestUri} was answered with {(int)answer.StatusCode}.");
            }
        })));
        var seconds = watch.Elapsed.TotalSeconds;
        Array.Sort(taken);
        return new Loaded(requests / seconds, taken[requests / 2], taken[(int)(requests * 0.99)]);
    }

    public void Dispose()
    {
        foreach (var client in clients) client.Dispose();
    }
}
