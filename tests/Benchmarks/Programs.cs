using System.Diagnostics;

namespace Dibao.Benchmarks;

/// <summary>Other processes that a measure needs.</summary>
internal static class Programs
{
    /// <summary>Publishes the system in Release and answers its assembly.</summary>
    public static async Task<string> Publish(string folder)
    {
        await Run("dotnet", ["publish", Repository.At("src", "Api"), "-c", "Release", "-o", folder, "-v", "q"]);
        return Path.Combine(folder, "Dibao.Api.dll");
    }

    /// <summary>Runs a program to its end; throws when it fails.</summary>
    public static async Task Run(string program, IEnumerable<string> arguments, string environment = "Production")
    {
        using var process = Begin(program, arguments, environment);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', process.StartInfo.ArgumentList)} ended with {process.ExitCode}.");
    }

    /// <summary>Begins a program; what it complains of is passed on.</summary>
    public static Process Begin(string program, IEnumerable<string> arguments, string environment = "Production")
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}
