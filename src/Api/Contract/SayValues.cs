using System.Text.Json;
using System.Xml.Linq;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Dibao.Api.Contract;

/// <summary>Says of each value of an enumeration what its doc comment says.</summary>
internal sealed class SayValues(IEnumerable<XElement> members) : ISchemaFilter
{
    private readonly Dictionary<string, string> said = members.Where(m => ((string)m.Attribute("name")!).StartsWith("F:", StringComparison.Ordinal) && m.Element("summary") is not null)
        .ToDictionary(m => (string)m.Attribute("name")!, m => string.Join(' ', m.Element("summary")!.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Enum.Count: > 0 } values || !context.Type.IsEnum) return;
        var told = Enum.GetNames(context.Type).Select(n => (Name: n, Said: said.GetValueOrDefault($"F:{context.Type.FullName!.Replace('+', '.')}.{n}"))).Where(v => v.Said is not null)
            .Select(v => $"- `{JsonNamingPolicy.CamelCase.ConvertName(v.Name)}`: {v.Said}").ToList();
        if (told.Count > 0) values.Description = string.Join('\n', told.Prepend(values.Description + "\n"));
    }
}
