using System.Globalization;
using System.Text;
using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests;

/// <summary>Whatever is sent, by whoever may send it: never a 500, and every refusal is problem details.</summary>
public sealed class FuzzTests(OneApi one) : IClassFixture<OneApi>
{
    private const int Seed = 20_261_122;
    private const int Bodies = 500;
    private readonly RunningApi api = one.Api;

    [EveryEngine]
    public async Task No_body_makes_the_system_fail()
    {
        var random = new Random(Seed);
        var household = await api.Register();
        var steps = (await Operation.All(api)).Where(o => o.Method is "POST" or "PUT").ToList();
        steps.Should().NotBeEmpty();
        for (var i = 0; i < Bodies; i++)
        {
            var step = steps[i % steps.Count];
            var role = Roles.All.First(r => r.Permissions.Any(p => p.ToString() == step.Permission) || step.Permission == "Public");
            var text = Mutation.Of(step.Example, random);
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            content.Headers.TryAddWithoutValidation("Content-Type", step.TakesJson || random.Next(2) == 0 ? "application/json" : "application/x-ndjson");
            var path = step.Filled(random.Next(4) == 0 ? Guid.CreateVersion7().ToString() : household.Id);
            foreach (var needed in step.Parameters.Where(p => p["in"]!.GetValue<string>() == "query" && p["required"]?.GetValue<bool>() == true))
                path += $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{needed["name"]}={needed["schema"]?["example"] ?? needed["example"] ?? "1"}";
            var answer = await api.As(role.Name).Say(new HttpMethod(step.Method), path, content, Guid.NewGuid().ToString(), "\"1\"");
            var sent = string.Create(CultureInfo.InvariantCulture, $"body {i} of seed {Seed}: {step.Name} {text[..Math.Min(text.Length, 400)]}");
            answer.Status.Should().BeLessThan(500, sent);
            if (answer.Status >= 400) answer.Problem.Should().NotBeNull(sent);
        }
    }

    [EveryEngine]
    public async Task No_query_makes_the_system_fail()
    {
        string[] values = ["", "%00", "0", "-1", "9223372036854775808", "2012-02-30", "9999-12-31", "-9998-01-01", "9999-12", "0001-01", "320706", "999999999999", "null", "%F0%9F%92%A5", "%ED%A0%80", "'", new('x', 4000)];
        var household = await api.Register();
        foreach (var read in (await Operation.All(api)).Where(o => o.Method == "GET"))
        {
            var role = Roles.All.First(r => r.Permissions.Any(p => p.ToString() == read.Permission) || read.Permission == "Public");
            var required = read.Parameters.Where(p => p["in"]!.GetValue<string>() == "query" && p["required"]?.GetValue<bool>() == true)
                .Select(p => (Name: p["name"]!.GetValue<string>(), Value: (p["schema"]?["example"] ?? p["example"])?.ToString() ?? "1")).ToList();
            foreach (var name in read.Parameters.Where(p => p["in"]!.GetValue<string>() == "query").Select(p => p["name"]!.GetValue<string>()))
            {
                foreach (var value in values)
                {
                    var query = string.Join('&', required.Where(r => r.Name != name).Select(r => $"{r.Name}={Uri.EscapeDataString(r.Value)}").Append($"{name}={value}"));
                    var answer = await api.As(role.Name).Read($"{read.Filled(household.Id)}?{query}");
                    answer.Status.Should().BeLessThan(500, $"{read.Name} {name}={value[..Math.Min(value.Length, 40)]}");
                }
            }
        }
    }

    /// <summary>One wrong turn somewhere in a body that was right.</summary>
    private static class Mutation
    {
        private static readonly string[] Wrong =
        [
            "null", "true", "0", "-1", "1.5", "1e308", "1e999", "9223372036854775807", "-9223372036854775808", "123456789012345678901234567890", "\"\"", "\" \"",
            "\"\\u0000\"", "\"\\ud800\"", "\"9999-12-31\"", "\"-9998-01-01\"", "\"0000-00-00\"", "\"2012-02-30\"", "\"9999-12\"", "\"999999999999\"", "\"320706001001\"",
            "\"00000000-0000-0000-0000-000000000000\"", "\"ffffffff-ffff-ffff-ffff-ffffffffffff\"", "[]", "[null]", "{}", "[[[[]]]]", "\"💥\"", "\"' OR 1=1 --\"",
        ];

        public static string Of(JsonNode? example, Random random)
        {
            if (example is null) return Wrong[random.Next(Wrong.Length)];
            if (random.Next(8) == 0) return Torn(example.ToJsonString(), random);
            var text = example.ToJsonString();
            for (var turns = random.Next(1, 4); turns > 0; turns--)
            {
                var body = JsonNode.Parse(text)!;
                var places = Places(body).ToList();
                if (places.Count == 0) break;
                text = Turn(body, places[random.Next(places.Count)], random);
                if (!Reads(text)) break;
            }
            return text;
        }

        private static string Turn(JsonNode body, JsonNode place, Random random)
        {
            var mark = Guid.NewGuid().ToString("N");
            switch (random.Next(5))
            {
                case 0 when place.Parent is JsonObject parent:
                    parent.Remove(place.GetPropertyName());
                    return body.ToJsonString();
                case 1 when place.Parent is JsonObject parent:
                    parent[mark] = 1;
                    return body.ToJsonString();
                case 2 when place.Parent is JsonArray list:
                    for (var more = random.Next(1, 300); more > 0; more--) list.Add(place.DeepClone());
                    return body.ToJsonString();
                default:
                    var value = random.Next(12) == 0 ? $"\"{new string('长', random.Next(50, 5000))}\"" : Wrong[random.Next(Wrong.Length)];
                    if (place.Parent is null) return value;
                    place.ReplaceWith(mark);
                    return body.ToJsonString().Replace($"\"{mark}\"", value, StringComparison.Ordinal);
            }
        }

        private static string Torn(string text, Random random) => random.Next(3) switch
        {
            0 => text[..random.Next(text.Length)],
            1 => text.Insert(random.Next(text.Length), ((char)random.Next(1, 0x2FFF)).ToString()),
            _ => text + text,
        };

        private static bool Reads(string text)
        {
            try
            {
                return JsonNode.Parse(text)?.DeepClone().ToJsonString() is not null;
            }
            catch (Exception failure) when (failure is System.Text.Json.JsonException or InvalidOperationException)
            {
                return false;
            }
        }

        private static IEnumerable<JsonNode> Places(JsonNode node)
        {
            yield return node;
            var below = node switch
            {
                JsonObject o => o.Select(p => p.Value),
                JsonArray a => a,
                _ => [],
            };
            foreach (var child in below.OfType<JsonNode>().SelectMany(Places)) yield return child;
        }
    }
}
