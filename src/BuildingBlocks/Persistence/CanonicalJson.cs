using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dibao.BuildingBlocks.Http;

namespace Dibao.BuildingBlocks.Persistence;

/// <summary>
/// Canonical JSON (RFC 8785) of what is hashed: members sorted by their UTF-16 code units, no white space, integers only.
/// The same value gives the same text on every machine, and so the same hash.
/// </summary>
public static class CanonicalJson
{
    private const long MaxSafeInteger = 9_007_199_254_740_991;

    /// <summary>The canonical text of a value; throws where it holds a number that is not a whole one within ±(2^53 − 1).</summary>
    public static string Write<T>(T value)
    {
        var text = new StringBuilder();
        Write(JsonSerializer.SerializeToElement(value, DibaoJson.Options), text);
        return text.ToString();
    }

    /// <summary>SHA-256 of a text in UTF-8, 64 lower-case hexadecimal digits.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void Write(JsonElement element, StringBuilder text)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                Members(element, text);
                break;
            case JsonValueKind.Array:
                Items(element, text);
                break;
            case JsonValueKind.String:
                Quote(element.GetString()!, text);
                break;
            case JsonValueKind.Number:
                if (!element.TryGetInt64(out var number) || Math.Abs(number) > MaxSafeInteger)
                    throw new NotSupportedException($"Canonical JSON takes whole numbers only, not {element.GetRawText()}.");
                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(element.GetRawText()); // true, false, null
                break;
        }
    }

    private static void Members(JsonElement element, StringBuilder text)
    {
        text.Append('{');
        var first = true;
        foreach (var member in element.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            if (!first) text.Append(',');
            first = false;
            Quote(member.Name, text);
            text.Append(':');
            Write(member.Value, text);
        }
        text.Append('}');
    }

    private static void Items(JsonElement element, StringBuilder text)
    {
        text.Append('[');
        var first = true;
        foreach (var item in element.EnumerateArray())
        {
            if (!first) text.Append(',');
            first = false;
            Write(item, text);
        }
        text.Append(']');
    }

    private static void Quote(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }
        text.Append('"');
    }
}
