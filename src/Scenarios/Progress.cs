using Spectre.Console;

namespace Dibao.Scenarios;

/// <summary>Shows how far the story is: a bar per month on a terminal, a plain line per month elsewhere.</summary>
internal static class Progress
{
    public static async Task Of(IReadOnlyList<Month> months, Func<Month, Action<double>, Task<string>> play)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
        {
            foreach (var month in months) Console.WriteLine($"{month}  {await play(month, _ => { })}");
            return;
        }
        await AnsiConsole.Progress().Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).StartAsync(async context =>
        {
            foreach (var month in months)
            {
                var bar = context.AddTask(month.ToString(), maxValue: 1);
                var said = await play(month, done => bar.Value = done);
                bar.Value = 1;
                bar.Description = Markup.Escape($"{month}  {said}");
            }
        });
    }
}
