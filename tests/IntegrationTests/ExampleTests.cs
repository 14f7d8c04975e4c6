using System.Text;
using System.Text.RegularExpressions;

namespace Dibao.IntegrationTests;

/// <summary>What api-specs/examples show can be sent: the route exists, the role may take it, the body has its shape.</summary>
public sealed class ExampleTests(OneApi one) : IClassFixture<OneApi>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private readonly RunningApi api = one.Api;

    public static TheoryData<string> Files => ["apply.http", "re-review.http", "payroll.http", "audit.http"];

    [Fact]
    public void Every_example_is_tested() =>
        Directory.GetFiles(Repository.At("api-specs", "examples")).Select(Path.GetFileName).Should().BeEquivalentTo(((IEnumerable<object[]>)Files).Select(f => f[0]));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task An_example_can_be_sent(string file)
    {
        var operations = await Operation.All(api);
        var text = await File.ReadAllTextAsync(Repository.At("api-specs", "examples", file));
        var roles = Regex.Matches(text, @"^@(\w+) = \{\{\$dotenv (\w+)\}\}", RegexOptions.Multiline, Limit).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.ToLowerInvariant());
        var requests = Regex.Split(text, "^###.*$", RegexOptions.Multiline, Limit).Skip(1).ToList();
        requests.Should().NotBeEmpty();
        var wrong = new List<string>();
        foreach (var request in requests)
        {
            var (head, body) = Halves(Filled(request));
            var first = Regex.Match(head, @"^(GET|POST|PUT) \{\{host\}\}(\S+)", RegexOptions.Multiline, Limit);
            first.Success.Should().BeTrue(request);
            var (method, path) = (first.Groups[1].Value, first.Groups[2].Value);
            operations.Should().Contain(o => o.Method == method && IsAt(path, o.Path), request);
            var token = Regex.Match(head, @"Bearer \{\{(\w+)\}\}", RegexOptions.None, Limit);
            var client = token.Success ? api.As(roles[token.Groups[1].Value]) : api.Anonymous;
            using var content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json");
            var answer = await client.Say(new HttpMethod(method), path, content, head.Contains("Idempotency-Key:", StringComparison.Ordinal) ? Guid.NewGuid().ToString() : null, head.Contains("If-Match:", StringComparison.Ordinal) ? "\"1\"" : null);
            if (answer.Status is 400 or 401 or 405 or 415 or 428 or >= 500 || answer.Problem == "access.forbidden") wrong.Add($"{method} {path}: {answer.Status} {answer.Text}");
        }
        wrong.Should().BeEmpty();
    }

    private static bool IsAt(string path, string route) =>
        Regex.IsMatch(path.Split('?')[0], $"^{Regex.Replace(route["/api/v1".Length..], @"\{[^}]+\}", "[^/]+", RegexOptions.None, Limit)}$", RegexOptions.None, Limit);

    /// <summary>In place of what only a walk through the journey yields: an id of nothing, a day.</summary>
    private static string Filled(string request)
    {
        var dated = request.Replace("{{$localDatetime 'YYYY-MM-DD'}}", "2013-06-03", StringComparison.Ordinal).Replace("{{$localDatetime 'YYYY-MM'}}", "2013-06", StringComparison.Ordinal);
        return Regex.Replace(dated, @"\{\{\w+\.response[^}]*\}\}", "01980000-0000-7000-8000-00000000dead", RegexOptions.None, Limit);
    }

    private static (string Head, string Body) Halves(string request)
    {
        var lines = request.Split('\n').Where(l => !l.StartsWith('#')).SkipWhile(string.IsNullOrWhiteSpace).ToList();
        var blank = lines.FindIndex(string.IsNullOrWhiteSpace);
        return blank < 0 ? (string.Join('\n', lines), "") : (string.Join('\n', lines[..blank]), string.Join('\n', lines[blank..]).Trim());
    }
}
