using Dibao.Api.Contract;
using Microsoft.OpenApi;

namespace Dibao.IntegrationTests;

/// <summary>An operation of the contract as a client sees it.</summary>
public sealed record Operation(string Method, string Path, JsonObject Terms, JsonObject Shared)
{
    public string Name => $"{Method} {Path}";

    public string? Id => Terms["operationId"]?.GetValue<string>();

    public string? Permission => Terms["x-permission"]?.GetValue<string>() is { Length: > 0 } name ? char.ToUpperInvariant(name[0]) + name[1..] : null;

    public JsonNode? Example => Terms["requestBody"]?["content"]?["application/json"]?["example"];

    /// <summary>Changes something: takes a key, or is an upload. Searches and replays take none.</summary>
    public bool Changes => Method != "GET" && (!TakesJson && Terms["requestBody"] is not null || Parameters.Any(p => p["name"]!.GetValue<string>() == "Idempotency-Key"));

    public bool TakesJson => Terms["requestBody"]?["content"]?["application/json"] is not null;

    public bool Needs(string header) => Parameters.Any(p => p["name"]!.GetValue<string>() == header && p["required"]?.GetValue<bool>() == true);

    public IEnumerable<JsonNode> Parameters =>
        (Terms["parameters"]?.AsArray() ?? []).OfType<JsonNode>().Select(p => p["$ref"] is { } at ? Shared[at.GetValue<string>().Split('/')[^1]]! : p);

    /// <summary>The path with an id of nothing in each place that wants one; a place that wants no id gets its example.</summary>
    public string Filled(string id) => Parameters.Where(p => p["in"]!.GetValue<string>() == "path").Aggregate(Path, (path, p) =>
        path.Replace($"{{{p["name"]!.GetValue<string>()}}}", p["schema"]?["format"]?.GetValue<string>() == "uuid" ? id : p["example"]?.ToString() ?? id, StringComparison.Ordinal));

    /// <summary>Every operation of the running system.</summary>
    public static async Task<IReadOnlyList<Operation>> All(RunningApi api)
    {
        var document = JsonNode.Parse(await ContractFiles.Text(api.Services, OpenApiSpecVersion.OpenApi3_1))!;
        return
        [
            .. from path in document["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               where operation.Key is "get" or "post" or "put" or "delete" or "patch"
               select new Operation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject(), document["components"]!["parameters"]!.AsObject()),
        ];
    }
}
