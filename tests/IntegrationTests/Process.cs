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
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool ownsFolder;
    private IReadOnlyDictionary<string, string> tokens = new Dictionary<string, string>();

    private Process(System.Diagnostics.Process process, TemporaryFolder folder, bool ownsFolder)
    {
        (this.process, this.folder, this.ownsFolder) = (process, folder, ownsFolder);
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

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
    public static Task<Process> Serve(TestDatabase database, params string[] arguments) => Serve(database, new TemporaryFolder(), ownsFolder: true, arguments);

    /// <summary>Starts it with the keys of an earlier start, and waits until it serves.</summary>
    public static Task<Process> ServeAgain(TestDatabase database, TemporaryFolder keys) => Serve(database, keys, ownsFolder: false);

    /// <summary>Starts it and does not wait.</summary>
    public static Process Launch(TestDatabase database, TemporaryFolder keys, params string[] arguments) => new(
        Begin("Development", [.. arguments, "--urls", "http://127.0.0.1:0", $"--Keys:Path={keys.At("keys")}", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information", .. database.Arguments]),
        keys, ownsFolder: false);

    private static async Task<Process> Serve(TestDatabase database, TemporaryFolder folder, bool ownsFolder, params string[] arguments)
    {
        var tokens = folder.At("tokens.json");
        var serving = new Process(
            Begin("Development", [.. arguments, "--urls", "http://127.0.0.1:0", $"--Keys:Path={folder.At("keys")}", .. database.Arguments, "--tokens", tokens]), folder, ownsFolder);
        try
        {
            serving.Address = await serving.serving.Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            var said = await serving.Stop();
            await serving.DisposeAsync();
            throw new TimeoutException($"It does not serve: {said}");
        }
        serving.tokens = JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(tokens))!;
        return serving;
    }

    /// <summary>When it has started and begins to work, or ends before.</summary>
    public Task Listening => Task.WhenAny(listening.Task, process.WaitForExitAsync()).WaitAsync(Patience);

    /// <summary>How it ended; null while it runs.</summary>
    public int? ExitCode => process.HasExited ? process.ExitCode : null;

    /// <summary>Waits until it ends by itself and answers how.</summary>
    public async Task<int> End(TimeSpan patience)
    {
        await process.WaitForExitAsync().WaitAsync(patience);
        return process.ExitCode;
    }

    public Uri Address { get; private set; } = null!;

    public HttpClient As(string role)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens[role]);
        return client;
    }

    /// <summary>Ends it as a power cut would (SIGKILL) and answers all it has said.</summary>
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
        if (ownsFolder) folder.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lines.Enqueue(line);
        if (line.Contains("Now listening on", StringComparison.Ordinal)) listening.TrySetResult();
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
