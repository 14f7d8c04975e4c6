#pragma warning disable CS0618 // OpenAPI 3.0 knows "example" only; the serializer writes the right word for each version
using Dibao.BuildingBlocks.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Dibao.Api.Contract;

/// <summary>The headers that operations ask for, each described once.</summary>
internal sealed class AskedHeaders : IDocumentFilter
{
    private const string Language = "AcceptLanguage";
    private const string KeyTaken = "IdempotencyKey";
    private const string KeyNeeded = "IdempotencyKeyNeeded";
    private const string VersionTaken = "IfMatch";
    private const string VersionNeeded = "IfMatchNeeded";

    /// <summary>Those of a route, by their names in the contract.</summary>
    public static IEnumerable<string> Of(RouteTerms terms)
    {
        yield return Language;
        if (terms.Key != KeyTerms.None) yield return terms.Key == KeyTerms.Needed ? KeyNeeded : KeyTaken;
        if (terms.Version != VersionTerms.None) yield return terms.Version == VersionTerms.Needed ? VersionNeeded : VersionTaken;
    }

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Components ??= new OpenApiComponents();
        swaggerDoc.Components.Parameters = new Dictionary<string, IOpenApiParameter>
        {
            [Language] = Header("Accept-Language", false, "In which language refusals are told: zh-CN, or en; Chinese otherwise.", "en"),
            [KeyTaken] = Key(needed: false),
            [KeyNeeded] = Key(needed: true),
            [VersionTaken] = Version(needed: false),
            [VersionNeeded] = Version(needed: true),
        };
    }

    private static OpenApiParameter Key(bool needed) => Header(
        "Idempotency-Key", needed,
        "A key of your own, 1 to 120 characters, kept 30 days: a repeat gets the same answer again with Idempotency-Replayed: true; another body under the same key is refused (422).", "0b6f6c1e-apply-1");

    private static OpenApiParameter Version(bool needed) => Header(
        "If-Match", needed,
        "The ETag of what the step changes, as it was read or last changed: the household, the application and so on, or the paper, declaration, entry or standing where the path names one of them. Refused with 412 when it changed meanwhile.", "\"1\"");

    private static OpenApiParameter Header(string name, bool required, string description, string example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Example = example },
    };
}
