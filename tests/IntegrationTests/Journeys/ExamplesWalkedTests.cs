using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>The examples are sent in their order, each taking from the answers before what it needs: every one of them is done.</summary>
public sealed class ExamplesWalkedTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    [EveryEngine]
    public async Task The_examples_are_whole_journeys()
    {
        await using var office = await Office.Open(2013, 6, 25);
        await WalkAll(office);
    }

    /// <summary>All of them, in an office that opened on 25 June 2013.</summary>
    internal static async Task WalkAll(Office office)
    {
        var taken = await office.As(Roles.CountyOfficer).PostText($"/takeovers?county={Office.County}", new JsonObject
        {
            ["household"] = Fictitious.Household(),
            ["scheme"] = "urban",
            ["monthlyFen"] = 60_000,
            ["firstMonth"] = "2013-06",
            ["lastReviewedOn"] = "2012-07-20",
            ["reviewEvery"] = 12,
        }.ToJsonString(), "application/x-ndjson");
        taken["accepted"].GetValue<int>().Should().Be(1, taken.Text);
        foreach (var file in new[] { "payroll.http", "re-review.http", "apply.http", "audit.http" })
        {
            if (office.Today < new LocalDate(2013, 7, 1)) await office.GoTo(new LocalDate(2013, 7, 1));
            await Walk(office, file);
        }
    }

    private static async Task Walk(Office office, string file)
    {
        var text = await File.ReadAllTextAsync(Repository.At("api-specs", "examples", file));
        var roles = Regex.Matches(text, @"^@(\w+) = \{\{\$dotenv (\w+)\}\}", RegexOptions.Multiline, Limit).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.ToLowerInvariant());
        var answers = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var request in Regex.Split(text, "^###", RegexOptions.Multiline, Limit).Skip(1))
        {
            if (Regex.Match(request, @"^# after (\d+) days", RegexOptions.Multiline, Limit) is { Success: true } wait) await office.Pass(int.Parse(wait.Groups[1].Value, CultureInfo.InvariantCulture));
            var filled = Regex.Replace(request, @"\{\{(\w+)\.response\.body\.([^}]+)\}\}", m => At(answers[m.Groups[1].Value], m.Groups[2].Value), RegexOptions.None, Limit);
            var parts = Regex.Split(filled.Trim(), @"\r?\n\r?\n", RegexOptions.None, Limit);
            var (head, body) = (parts[0], string.Join("\n\n", parts.Skip(1)));
            var line = Regex.Match(head, @"^(GET|POST|PUT) \{\{host\}\}(\S+)", RegexOptions.Multiline, Limit);
            var token = Regex.Match(head, @"Bearer \{\{(\w+)\}\}", RegexOptions.None, Limit);
            var client = token.Success ? office.As(roles[token.Groups[1].Value]) : office.Public;
            using var content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json");
            var seen = Regex.Match(head, "^If-Match: (.+)$", RegexOptions.Multiline, Limit);
            var answer = await client.Say(
                new HttpMethod(line.Groups[1].Value), line.Groups[2].Value, content,
                head.Contains("Idempotency-Key:", StringComparison.Ordinal) ? Guid.NewGuid().ToString() : null, seen.Success ? seen.Groups[1].Value.Trim() : null);
            answer.Status.Should().BeInRange(200, 299, $"{file}: {line.Value} {answer.Text}");
            if (Regex.Match(head, @"^# @name (\w+)", RegexOptions.Multiline, Limit) is { Success: true } name) answers[name.Groups[1].Value] = answer.Json;
            await office.Api.Settle();
        }
    }

    /// <summary>What an answer says at a path such as <c>items[0].id</c>.</summary>
    private static string At(JsonNode answer, string path)
    {
        var node = answer;
        foreach (Match step in Regex.Matches(path, @"(\w+)|\[(\d+)\]", RegexOptions.None, Limit))
            node = step.Groups[1].Success && !step.Value.StartsWith('[') ? node[step.Value]! : node[int.Parse(step.Groups[2].Value, CultureInfo.InvariantCulture)]!;
        return node.ToString();
    }
}
