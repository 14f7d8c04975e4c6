using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dibao.BuildingBlocks.Http;

namespace Dibao.BuildingBlocks.Persistence;

/// <summary>JSON with one form per value (RFC 8785, integers only): what is hashed is written so, and anybody can write it again.</summary>
public static class CanonicalJson
{
    /// <summary>Writes a value: keys in code-unit order, no white space, nothing escaped that need not be.</summary>
    public static string Write<T>(T value)
    {
        var text = new StringBuilder();
        Write(text, JsonSerializer.SerializeToNode(value, DibaoJson.Options));
        return text.ToString();
    }

    /// <summary>SHA-256 of the UTF-8 of a text, 64 lower-case hex digits.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                text.Append('{');
                foreach (var (name, member) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
                {
                    if (text[^1] != '{') text.Append(',');
                    Quote(text, name);
                    text.Append(':');
                    Write(text, member);
                }
                text.Append('}');
                break;
            case JsonArray items:
                text.Append('[');
                for (var i = 0; i < items.Count; i++)
                {
                    if (i > 0) text.Append(',');
                    Write(text, items[i]);
                }
                text.Append(']');
                break;
            default:
                Value(text, node);
                break;
        }
    }

    private static void Value(StringBuilder text, JsonNode node)
    {
        switch (node.GetValueKind())
        {
            case JsonValueKind.String:
                Quote(text, node.GetValue<string>());
                break;
            case JsonValueKind.Number:
                var digits = node.ToJsonString();
                if (!long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
                    throw new InvalidOperationException("What is hashed holds whole numbers only.");
                text.Append(digits);
                break;
            default:
                text.Append(node.GetValueKind() == JsonValueKind.True ? "true" : "false");
                break;
        }
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\t': text.Append("\\t"); break;
                case '\n': text.Append("\\n"); break;
                case '\f': text.Append("\\f"); break;
                case '\r': text.Append("\\r"); break;
                case < ' ': text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"); break;
                default: text.Append(c); break;
            }
        }
        text.Append('"');
    }
}
