#pragma warning disable CS0618 // OpenAPI 3.0 knows "example" only; the serializer writes the right word for each version
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Dibao.Api.Contract;

/// <summary>Gives the fields of a record what its doc comment says of its parameters: description and example.</summary>
internal sealed class RecordExamples(IEnumerable<XElement> members) : ISchemaFilter
{
    private readonly Dictionary<(string Type, string Parameter), XElement> said = members.SelectMany(m => m.Elements("param").Select(p => (Key: (((string?)m.Attribute("name"))!, ((string?)p.Attribute("name"))!), Said: p)))
        .Where(p => p.Key.Item1.StartsWith("T:", StringComparison.Ordinal)).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.First().Said);

    /// <summary>
    /// Examples of fields that are codes, or are left out: such a field only points to the schema of its type and cannot carry its own.
    /// </summary>
    public static readonly ConcurrentDictionary<(string Schema, string Field), JsonNode?> OfCodes = new();

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (context.MemberInfo is null && context.ParameterInfo is null) TakeCodes(context.Type);
        if (schema is not OpenApiSchema field || context.MemberInfo is not PropertyInfo { DeclaringType.FullName: { } type } property) return;
        if (!said.TryGetValue(($"T:{type.Replace('+', '.')}", property.Name), out var parameter)) return;
        if (parameter.Value is { Length: > 0 } text) field.Description = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if ((string?)parameter.Attribute("example") is { } example && example != "null") field.Example = Value(field.Type, example);
    }

    private void TakeCodes(Type record)
    {
        foreach (var property in record.GetProperties())
        {
            if (!said.TryGetValue(($"T:{record.FullName?.Replace('+', '.')}", property.Name), out var parameter) || (string?)parameter.Attribute("example") is not { } example) continue;
            if (example == "null") OfCodes[(Contract.SchemaId(record), JsonNamingPolicy.CamelCase.ConvertName(property.Name))] = null;
            else if ((Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).IsEnum)
                OfCodes[(Contract.SchemaId(record), JsonNamingPolicy.CamelCase.ConvertName(property.Name))] = example;
        }
    }

    private static JsonNode? Value(JsonSchemaType? type, string example) => (type & ~JsonSchemaType.Null) switch
    {
        JsonSchemaType.Integer => long.Parse(example, CultureInfo.InvariantCulture),
        JsonSchemaType.Boolean => bool.Parse(example),
        JsonSchemaType.Array or JsonSchemaType.Object => JsonNode.Parse(example),
        _ => example,
    };
}
