using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dibao.BuildingBlocks.Http;

namespace Dibao.BuildingBlocks.Persistence;

/// <summary>One text for one value (after RFC 8785: keys by code unit, no white space, integers only), so that it can be hashed.</summary>
public static class CanonicalJson
{
    /// <summary>The canonical text of a value.</summary>
    public static string Write<T>(T value) => Sorted(JsonSerializer.SerializeToNode(value, DibaoJson.Options))?.ToJsonString(DibaoJson.Options) ?? "null";

    /// <summary>SHA-256 of a text, 64 lower-case hexadecimal digits.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
