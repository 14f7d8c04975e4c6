using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Dibao.Scenarios;

/// <summary>A row of the closing table. Money is in yuan.</summary>
/// <param name="Name">What it counts.</param>
/// <param name="Kind"><c>computed</c> from cases and ledger, or <c>input</c>.</param>
/// <param name="Seed">What the seed document says.</param>
/// <param name="Computed">What the system answers.</param>
internal sealed record Figure(string Name, string Kind, decimal Seed, decimal Computed)
{
    public bool Equal => Seed == Computed;
}

/// <summary>The closing table, for people and for programs.</summary>
internal static class Figures
{
    private const int PlainWidth = 140;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Print(string title, IReadOnlyList<Figure> figures, IEnumerable<(string What, string Value)> assumptions)
    {
        var console = Console.IsOutputRedirected
            ? AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors })
            : AnsiConsole.Console;
        if (Console.IsOutputRedirected) console.Profile.Width = PlainWidth;
        console.WriteLine(title);
        var table = new Table().AddColumns("figure", "kind").AddColumn(new TableColumn("seed").RightAligned()).AddColumn(new TableColumn("computed").RightAligned()).AddColumn("equal");
        foreach (var f in figures) table.AddRow(f.Name, f.Kind, Text(f.Seed), Text(f.Computed), f.Equal ? "yes" : "NO");
        console.Write(table);
        console.WriteLine("Assumed, because the seed does not state it:");
        foreach (var (what, value) in assumptions) console.WriteLine($"  {what}: {value}");
    }

    public static async Task Write(string file, IReadOnlyList<Figure> figures, CancellationToken cancellation)
    {
        var rows = figures.Select(f => new { figure = f.Name, kind = f.Kind, seed = f.Seed, computed = f.Computed, equal = f.Equal });
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(rows, Json), cancellation);
    }

    private static string Text(decimal value) => value.ToString(value == decimal.Truncate(value) ? "#,##0" : "#,##0.00", CultureInfo.InvariantCulture);
}
