namespace Dibao.Api.Startup;

/// <summary>What the command line asks for; everything else on it is configuration.</summary>
internal sealed record Options(string? Scenario, bool Exit, string? Report, string? Tokens, bool Reset, bool Migrate, string? Spec, string[] Configuration)
{
    public static Options Parse(string[] args)
    {
        string? scenario = null, report = null, tokens = null, spec = null;
        bool exit = false, reset = false, migrate = false;
        var rest = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--scenario": scenario = Value(args, ref i); break;
                case "--report": report = Value(args, ref i); break;
                case "--tokens": tokens = Value(args, ref i); break;
                case "--spec": spec = Value(args, ref i); break;
                case "--exit": exit = true; break;
                case "--reset": reset = true; break;
                case "--migrate": migrate = true; break;
                default: rest.Add(args[i]); break;
            }
        }
        if (scenario is null && (exit || reset || report is not null))
            throw new StartupRefusal("--exit, --reset and --report go with --scenario NAME.", 64);
        return new(scenario, exit, report, tokens, reset, migrate, spec, [.. rest]);
    }

    private static string Value(string[] args, ref int i) =>
        i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[++i] : throw new StartupRefusal($"{args[i]} needs a value.", 64);
}
