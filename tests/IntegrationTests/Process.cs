using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Dibao.IntegrationTests;

/// <summary>The system as an operator starts it: a process of its own.</summary>
internal sealed class Process : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly System.Diagnostics.Process process;
    private readonly TemporaryFolder folder;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource<Uri> serving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyDictionary<string, string> tokens = new Dictionary<string, string>();

    private Process(System.Diagnostics.Process process, TemporaryFolder folder) => (this.process, this.folder) = (process, folder);

    public sealed record Ended(int ExitCode, string Output, string Error);

    /// <summary>Runs it to its end.</summary>
    public static async Task<Ended> Run(string environment, params string[] arguments)
    {
        using var process = Begin(environment, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"It did not end: {await output}");
        }
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Starts it in Development on a port of its choice and waits until it serves.</summary>
    public static async Task<Process> Serve(TestDatabase database, params string[] arguments)
    {
        var folder = new TemporaryFolder();
        var tokens = folder.At("tokens.json");
        var process = Begin("Development", [.. arguments, "--urls", "http://127.0.0.1:0", $"--Keys:Path={folder.At("keys")}", .. database.Arguments, "--tokens", tokens]);
        var serving = new Process(process, folder);
        serving.process.OutputDataReceived += (_, line) => serving.Hear(line.Data);
        serving.process.ErrorDataReceived += (_, line) => serving.Hear(line.Data);
        serving.process.BeginOutputReadLine();
        serving.process.BeginErrorReadLine();
        serving.Address = await serving.serving.Task.WaitAsync(Patience);
        serving.tokens = JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(tokens))!;
        return serving;
    }

    public Uri Address { get; private set; } = null!;

    public HttpClient As(string role)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens[role]);
        return client;
    }

    /// <summary>Ends it and answers all it has said.</summary>
    public async Task<string> Stop()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        return string.Join('\n', lines);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        process.Dispose();
        folder.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lines.Enqueue(line);
        if (line.StartsWith("Serving on ", StringComparison.Ordinal)) serving.TrySetResult(new Uri(line["Serving on ".Length..].Split([',', ';'])[0]));
    }

    private static System.Diagnostics.Process Begin(string environment, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Dibao.Api.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        return System.Diagnostics.Process.Start(start)!;
    }
}

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("dibao-test-").FullName;

    public string At(string name) => Path.Combine(path, name);

    public void Dispose() => Directory.Delete(path, recursive: true);
}
