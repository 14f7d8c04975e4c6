using System.Text.RegularExpressions;

namespace Dibao.IntegrationTests;

/// <summary>docs/coverage.csv says which endpoint and which test stand for which demand; each of them is there.</summary>
public sealed class CoverageTests(OneApi one) : IClassFixture<OneApi>
{
    private static readonly string[] Columns = ["id", "endpoint", "test"];

    [Fact]
    public async Task Every_endpoint_named_is_in_the_contract()
    {
        var known = (await Operation.All(one.Api)).Select(o => o.Name).ToHashSet();
        Lines().Select(l => l.Endpoint).Where(e => !known.Contains(e)).Should().BeEmpty();
    }

    [Fact]
    public void Every_test_named_exists()
    {
        var known = Tests().ToHashSet();
        known.Should().Contain($"{nameof(CoverageTests)}.{nameof(Every_test_named_exists)}");
        Lines().Select(l => string.Join('.', l.Test.Split('.')[^2..])).Where(t => !known.Contains(t)).Should().BeEmpty();
    }

    [Fact]
    public void Every_line_is_whole()
    {
        File.ReadLines(Repository.At("docs", "coverage.csv")).First().Split(',').Should().Equal(Columns);
        Lines().Should().NotBeEmpty().And.OnlyHaveUniqueItems().And.OnlyContain(l => Regex.IsMatch(l.Id, "^F[0-9]{3}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private static IEnumerable<(string Id, string Endpoint, string Test)> Lines() =>
        from line in File.ReadLines(Repository.At("docs", "coverage.csv")).Skip(1)
        where line.Length > 0
        let parts = line.Split(',')
        select (parts[0].Trim(), parts[1].Trim(), parts[2].Trim());

    /// <summary>Class.Method of every test in the sources: those of other test projects are not loaded here.</summary>
    private static IEnumerable<string> Tests() =>
        from file in Directory.EnumerateFiles(Repository.At("tests"), "*.cs", SearchOption.AllDirectories)
        where !file.Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin")
        let text = File.ReadAllText(file)
        from type in Regex.Matches(text, @"class (\w+)", RegexOptions.None, TimeSpan.FromSeconds(1))
        from test in Regex.Matches(text, @"\[(?:Fact|Theory|Property|EveryEngine|EveryEngineTheory)[^\]]*\](?:\s*\[[^\n]*\])*\s*public (?:async )?\w+ (\w+)\(", RegexOptions.None, TimeSpan.FromSeconds(5))
        select $"{type.Groups[1].Value}.{test.Groups[1].Value}";
}
