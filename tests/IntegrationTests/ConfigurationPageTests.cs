using System.Text.RegularExpressions;

namespace Dibao.IntegrationTests;

/// <summary>docs/configuration.md names every setting that is read, and none that is not.</summary>
public sealed partial class ConfigurationPageTests
{
    /// <summary>Read by the platform, not by a line of ours that names them.</summary>
    private static readonly string[] Platform = ["urls", "http_ports", "https_ports", "AllowedHosts", "Logging:LogLevel", "Logging:Console:FormatterName"];

    private static readonly string Page = File.ReadAllText(Repository.At("docs", "configuration.md"));

    [Fact]
    public void Every_setting_read_stands_on_the_page_and_the_other_way_round()
    {
        var read = Sources().SelectMany(s => Keys().Matches(s)).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        read.Should().Contain(["Database:Path", "Sealing:Keys"], "the sources are seen");
        Settings().Should().OnlyHaveUniqueItems().And.BeEquivalentTo(read.Union(Platform));
    }

    [Fact]
    public void What_the_product_brings_along_is_on_the_page()
    {
        var brought = Leaves(JsonNode.Parse(File.ReadAllText(Repository.At("src", "Api", "appsettings.json")))!, "").ToList();
        brought.Should().Contain("RateLimits:PublicPerMinute");
        brought.Where(key => !Settings().Any(s => key == s || key.StartsWith(s + ":", StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Theory]
    [InlineData("Dockerfile")]
    [InlineData("build/docker-compose.yml")]
    public void What_a_container_sets_is_on_the_page(string file)
    {
        var set = EnvironmentNames().Matches(File.ReadAllText(Repository.At(file))).Select(m => m.Value.Replace("__", ":", StringComparison.Ordinal)).ToList();
        set.Should().NotBeEmpty();
        set.Where(key => !Settings().Any(s => key == s || key.StartsWith(s + ":", StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Fact]
    public void Every_option_of_the_command_line_is_on_the_page_and_the_other_way_round()
    {
        var options = OptionsRead().Matches(File.ReadAllText(Repository.At("src", "Api", "Startup", "Options.cs"))).Select(m => m.Groups[1].Value);
        OptionRows().Matches(Page).Select(m => m.Groups[1].Value).Should().BeEquivalentTo(options).And.Contain("--migrate");
    }

    /// <summary>First column of the page's table, without what is said in angle brackets.</summary>
    private static IEnumerable<string> Settings() =>
        from row in SettingRows().Matches(Page)
        from key in Backticked().Matches(row.Groups[1].Value)
        select key.Groups[1].Value.Split(":<")[0];

    private static IEnumerable<string> Sources() =>
        from file in Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
        where !file.Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin" or "Migrations")
        select File.ReadAllText(file);

    private static IEnumerable<string> Leaves(JsonNode node, string path) => node is JsonObject section
        ? section.SelectMany(p => Leaves(p.Value!, path.Length == 0 ? p.Key : $"{path}:{p.Key}"))
        : [path];

    [GeneratedRegex(@"""([A-Z][A-Za-z]*(?::[A-Z][A-Za-z]*)+)""", RegexOptions.None, 1000)]
    private static partial Regex Keys();

    [GeneratedRegex(@"^\| ((?:`[A-Za-z][\w:<>]*`(?:, )?)+) \|", RegexOptions.Multiline, 1000)]
    private static partial Regex SettingRows();

    [GeneratedRegex("`([^`]+)`", RegexOptions.None, 1000)]
    private static partial Regex Backticked();

    [GeneratedRegex(@"\b[A-Z][a-zA-Z]+(?:__\w+)+", RegexOptions.None, 1000)]
    private static partial Regex EnvironmentNames();

    [GeneratedRegex(@"case ""(--\w+)""", RegexOptions.None, 1000)]
    private static partial Regex OptionsRead();

    [GeneratedRegex(@"^\| `(--\w+)", RegexOptions.Multiline, 1000)]
    private static partial Regex OptionRows();
}
