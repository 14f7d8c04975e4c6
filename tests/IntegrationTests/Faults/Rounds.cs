using System.Globalization;
using Xunit.Abstractions;

namespace Dibao.IntegrationTests.Faults;

/// <summary>How many kills, by which seed, and the line that each leaves.</summary>
internal static class Rounds
{
    private const string Variable = "DIBAO_FAULT_REPORT";
    private static readonly Lock OneAtATime = new();

    /// <summary>Kills per engine: 3 unless DIBAO_FAULT_ROUNDS says otherwise.</summary>
    public static int Count { get; } = Number("DIBAO_FAULT_ROUNDS", 3);

    /// <summary>What chooses the moments; DIBAO_FAULT_SEED repeats a run.</summary>
    public static int Seed { get; } = Number("DIBAO_FAULT_SEED", 20_120_101);

    /// <summary>Tells the test's output and, where DIBAO_FAULT_REPORT names a file, whoever reads it meanwhile.</summary>
    public static void Say(ITestOutputHelper output, string line)
    {
        output.WriteLine(line);
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } file) return;
        lock (OneAtATime) File.AppendAllText(file, line + "\n");
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
