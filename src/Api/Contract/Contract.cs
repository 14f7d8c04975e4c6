#pragma warning disable CS0618 // OpenAPI 3.0 knows "example" only; the serializer writes the right word for each version
using System.Reflection;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Dibao.Api.Startup;
using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Dibao.Api.Contract;

/// <summary>The contract as the running API tells it: OpenAPI 3.1, and 3.0 for generators that need it.</summary>
internal static class Contract
{
    public const string Document = "v1";

    public static void AddContract(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Document, new OpenApiInfo
            {
                Title = "Dibao",
                Version = "1.0",
                Description = "Administration of the minimum living guarantee (最低生活保障): from application to audited payment. Money is whole fen in fields named …Fen; dates are ISO 8601; months are 2026-11; divisions are GB/T 2260 codes of 2, 4, 6, 9 or 12 digits. Refusals are RFC 9457 problem details whose type is urn:dibao: and a stable code; GET /api/v1/problems lists them.",
                License = new OpenApiLicense { Name = "Apache-2.0" },
            });
            options.AddSecurityDefinition("bearer", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "Bearer token of the configured issuer." });
            options.CustomSchemaIds(SchemaId);
            options.SupportNonNullableReferenceTypes();
            var docs = Roof.Modules.Select(m => m.GetType().Assembly).Append(typeof(IModule).Assembly).Append(typeof(Contracts.Households.HouseholdId).Assembly).Append(typeof(Money).Assembly).Distinct()
                .Select(a => Path.ChangeExtension(a.Location, ".xml")).Where(File.Exists).ToList();
            foreach (var file in docs) options.IncludeXmlComments(file);
            var said = docs.SelectMany(f => XDocument.Load(f).Descendants("member")).ToList();
            options.SchemaFilter<RecordExamples>(said);
            options.SchemaFilter<SayValues>(said);
            Text<LocalDate>(options, "date", "2012-06-15");
            Text<QueryDate>(options, "date", "2012-06-15");
            Text<Instant>(options, "date-time", "2012-06-15T08:00:00Z");
            Text<QueryInstant>(options, "date-time", "2012-06-15T08:00:00Z");
            Text<Month>(options, null, "2012-06", "^[0-9]{4}-(0[1-9]|1[0-2])$");
            Text<DivisionCode>(options, null, "320706001001", "^(0|[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$");
            foreach (var id in typeof(Contracts.Households.HouseholdId).Assembly.GetTypes().Where(t => t.IsValueType && t.IsAssignableTo(typeof(IId))))
            {
                options.MapType(id, () => Uuid());
                options.MapType(typeof(Nullable<>).MakeGenericType(id), () => Uuid());
            }
            options.ParameterFilter<SayCodes>();
            options.SchemaFilter<ShapeOfRecords>();
            options.SchemaFilter<SayRules>();
            options.ParameterFilter<SayRules>();
            options.OperationFilter<SayTerms>();
            options.DocumentFilter<Refusals>();
            options.DocumentFilter<AskedHeaders>();
            options.DocumentFilter<GiveExamples>();
        });
    }

    public static void UseContract(this WebApplication app)
    {
        app.UseSwagger(o => o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        app.UseSwaggerUI(o => o.SwaggerEndpoint($"/swagger/{Document}/swagger.json", "Dibao"));
    }

    /// <summary>Nested bodies carry their message's name: <c>DeclareMeans.Body</c>.</summary>
    public static string SchemaId(Type type)
    {
        var name = type.IsNested ? $"{SchemaId(type.DeclaringType!)}.{type.Name}" : Shared.Contains(type.Name) ? $"{type.Assembly.GetName().Name!.Split('.')[^1]}.{type.Name}" : type.Name;
        return type.IsGenericType ? $"{name.Split('`')[0]}Of{string.Join("And", type.GetGenericArguments().Select(SchemaId))}" : name;
    }

    /// <summary>Names that more than one module uses: those carry their module's name.</summary>
    private static readonly IReadOnlySet<string> Shared = Roof.Modules.Select(m => m.GetType().Assembly).Append(typeof(Contracts.Households.HouseholdId).Assembly).Distinct()
        .SelectMany(a => a.GetTypes()).Where(t => !t.IsNested && !t.Name.StartsWith('<')).GroupBy(t => t.Name).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();

    private static OpenApiSchema Uuid() => new() { Type = JsonSchemaType.String, Format = "uuid", Example = "01980000-0000-7000-8000-000000000001" };

    private static void Text<T>(SwaggerGenOptions options, string? format, string example, string? pattern = null) where T : struct
    {
        OpenApiSchema Make() => new() { Type = JsonSchemaType.String, Format = format, Pattern = pattern, Example = example };
        options.MapType<T>(Make);
        options.MapType<T?>(Make);
    }
}

/// <summary>A code in a query is one of the names that bodies use; days, instants, months and divisions are written as there.</summary>
internal sealed class SayCodes : IParameterFilter
{
    private static readonly Type[] Written = [typeof(QueryDate), typeof(QueryInstant), typeof(LocalDate), typeof(Month), typeof(DivisionCode)];

    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        var type = context.ParameterInfo?.ParameterType is { } declared ? Nullable.GetUnderlyingType(declared) ?? declared : null;
        if (parameter is not OpenApiParameter concrete || type is null) return;
        if (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(QueryCode<>)) type = type.GetGenericArguments()[0];
        else if (!Written.Contains(type)) return;
        concrete.Schema = context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository);
    }
}

/// <summary>
/// The shape of a record as the serializer keeps it: nothing unnamed, every parameter without a default always present,
/// and null where the type says null, also behind a reference.
/// </summary>
internal sealed class ShapeOfRecords : ISchemaFilter
{
    private readonly NullabilityInfoContext nullability = new();

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties.Count: > 0 } record) return;
        record.AdditionalPropertiesAllowed = false;
        if (context.Type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).MaxBy(c => c.GetParameters().Length) is not { } made) return;
        record.Required = new HashSet<string>();
        foreach (var parameter in made.GetParameters())
        {
            var name = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            if (!record.Properties.TryGetValue(name, out var property)) continue;
            if (!parameter.HasDefaultValue) record.Required.Add(name);
            else if (parameter.DefaultValue is { } otherwise) record.Properties[name] = property = Otherwise(property, otherwise);
            if (property is OpenApiSchemaReference && MayBeNull(parameter))
                record.Properties[name] = new OpenApiSchema { OneOf = [property, new OpenApiSchema { Type = JsonSchemaType.Null }] };
        }
    }

    /// <summary>What a field is taken for when it is left out.</summary>
    private static IOpenApiSchema Otherwise(IOpenApiSchema property, object otherwise)
    {
        var schema = property as OpenApiSchema ?? new OpenApiSchema { AllOf = [property] };
        schema.Default = System.Text.Json.JsonSerializer.SerializeToNode(otherwise, DibaoJson.Options);
        return schema;
    }

    private bool MayBeNull(ParameterInfo parameter) =>
        Nullable.GetUnderlyingType(parameter.ParameterType) is not null
        || (!parameter.ParameterType.IsValueType && nullability.Create(parameter).WriteState == NullabilityState.Nullable);
}

/// <summary>A refusal (RFC 9457).</summary>
/// <param name="Type" example="urn:dibao:request.invalid">Problem type, stable; GET /api/v1/problems lists them all.</param>
/// <param name="Title" example="The request has the wrong shape">Title, in the language asked for (Accept-Language zh-CN or en; Chinese otherwise).</param>
/// <param name="Status" example="400">HTTP status.</param>
/// <param name="Detail" example="1 fields are wrong: correct those listed in errors.">What is wrong and what to do, for the clerk who reads it.</param>
/// <param name="TraceId" example="8a35d1287bf441cdf987882f9db48a55">To be told to the operator.</param>
/// <param name="Article" example="57 Art 19">The article it stands on, where there is one.</param>
/// <param name="Errors" example='{"members[0].idNumber": ["Not a valid citizen number (GB 11643: 18 characters, check digit)"]}'>What is wrong by field, when the shape is; the field by its path in the body.</param>
internal sealed record Problem(
    string Type, string Title, int Status, string Detail, string TraceId, string? Article = null, IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null);

/// <summary>Says of each operation its permission, its headers and what it refuses.</summary>
internal sealed class SayTerms : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<RouteTerms>().FirstOrDefault() is not { } terms) return;
        var isPublic = terms.Permission == BuildingBlocks.Access.Permission.Public;
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        operation.Extensions["x-permission"] = new JsonNodeExtension(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(terms.Permission.ToString()));
        if (!isPublic) operation.Security = [new() { [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [] }];

        var changes = !HttpMethods.IsGet(context.ApiDescription.HttpMethod ?? "GET");
        Refuses(operation, context, Refusals.WrongShape);
        Refuses(operation, context, Refusals.TooMany);
        if (!isPublic)
        {
            Refuses(operation, context, Refusals.NoToken);
            Refuses(operation, context, Refusals.NotAllowed);
        }
        if (changes || context.ApiDescription.RelativePath?.Contains('{') == true || operation.Parameters?.Any(p => p.Name == "household") == true) Refuses(operation, context, Refusals.NotFound);
        if (changes)
        {
            Refuses(operation, context, Refusals.Clash);
            Refuses(operation, context, Refusals.TooLarge);
            Refuses(operation, context, Refusals.MediaType);
            Refuses(operation, context, Refusals.Forbidden);
        }
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<UploadTerms>().FirstOrDefault() is { } upload)
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = "One line of JSON after the other, streamed.",
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [upload.MediaType] = new OpenApiMediaType { Schema = context.SchemaGenerator.GenerateSchema(upload.Line, context.SchemaRepository) },
                },
            };
        var file = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<FileTerms>().FirstOrDefault();
        if (changes && file is not null)
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = "The file as it is.",
                Content = file.MediaTypes.ToDictionary(m => m, IOpenApiMediaType (m) => new OpenApiMediaType { Schema = m.StartsWith("multipart/", StringComparison.Ordinal) ? Form(file.Parts) : Binary() }),
            };
        if (Results(context.MethodInfo.ReturnType).Any(r => r == typeof(FileContentHttpResult) || r == typeof(PushStreamHttpResult)))
        {
            operation.Responses!["200"] = new OpenApiResponse
            {
                Description = "The file, as an attachment under its name.",
                Content = file!.MediaTypes.ToDictionary(m => m, IOpenApiMediaType (_) => new OpenApiMediaType { Schema = Binary() }),
            };
            Refuses(operation, context, Refusals.NotReady);
        }
        Refuses(operation, context, Refusals.Other);
        Headers(operation, terms);
        if (file is not null && !changes) ((OpenApiResponse)operation.Responses!["200"]).Headers!["Content-Disposition"] = AnswerHeader.Says("An attachment, and its name.", "attachment; filename=file");
        operation.Parameters ??= [];
        foreach (var header in AskedHeaders.Of(terms)) operation.Parameters.Add(new OpenApiParameterReference(header, context.Document));
        if (terms.Version != VersionTerms.None)
        {
            Refuses(operation, context, Refusals.Changed);
            if (terms.Version == VersionTerms.Needed) Refuses(operation, context, Refusals.VersionMissing);
        }
    }

    private static OpenApiSchema Binary() => new() { Type = JsonSchemaType.String, Format = "binary" };

    private static OpenApiSchema Form(IReadOnlyList<string> parts) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = parts.ToDictionary(p => p, IOpenApiSchema (_) => Binary()),
        Required = parts.ToHashSet(),
    };

    /// <summary>What an endpoint may answer with.</summary>
    private static Type[] Results(Type answer) => answer.IsGenericType ? [.. answer.GetGenericArguments().SelectMany(Results)] : [answer];

    private static void Headers(OpenApiOperation operation, RouteTerms terms)
    {
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (response is not OpenApiResponse answer) continue;
            var headers = new Dictionary<string, IOpenApiHeader>();
            if (status.StartsWith('2')) headers["ETag"] = AnswerHeader.Says("Version of what is shown, where it has one: send it back in If-Match.", "\"3\"");
            if (status is "201") headers["Location"] = AnswerHeader.Says("Where it is: a path of this API.", "/api/v1/…/01980000-0000-7000-8000-000000000001");
            if (status.StartsWith('2') && terms.Key != KeyTerms.None) headers["Idempotency-Replayed"] = AnswerHeader.Says("true when this is the answer of an earlier, equal request.", "true");
            if (headers.Count > 0) answer.Headers = headers;
        }
    }

    private static void Refuses(OpenApiOperation operation, OperationFilterContext context, Refusals.Refusal refusal)
    {
        operation.Responses ??= [];
        operation.Responses[refusal.Status] = new OpenApiResponseReference(refusal.Name, context.Document);
    }
}

/// <summary>The refusals, each described once; operations refer to those they may answer with.</summary>
internal sealed class Refusals : IDocumentFilter
{
    public static readonly Refusal WrongShape = new("WrongShape", "400", "The request has the wrong shape.");
    public static readonly Refusal NoToken = new("NoToken", "401", "No valid token.", ("WWW-Authenticate", AnswerHeader.Says("The scheme asked for.", "Bearer")));
    public static readonly Refusal NotAllowed = new("NotAllowed", "403", "Your role or division does not allow this.");
    public static readonly Refusal NotFound = new("NotFound", "404", "No such thing in the division you serve.");
    public static readonly Refusal Clash = new("Clash", "409", "It clashes with what is there.");
    public static readonly Refusal NotReady = new("NotReady", "409", "It is not ready to be fetched, or what is kept is damaged.");
    public static readonly Refusal Changed = new("Changed", "412", "Changed meanwhile.");
    public static readonly Refusal TooLarge = new("TooLarge", "413", "The body is over the limit of this route.");
    public static readonly Refusal MediaType = new("MediaType", "415", "This media type is not taken here.");
    public static readonly Refusal Forbidden = new("Forbidden", "422", "The law or the procedure forbids it.");
    public static readonly Refusal VersionMissing = new("VersionMissing", "428", "If-Match is missing.");
    public static readonly Refusal TooMany = new("TooMany", "429", "Too many requests: see Retry-After.", ("Retry-After", AnswerHeader.Says("Seconds to wait.", "1")));
    public static readonly Refusal Other = new("Other", "default", "Any other refusal.");

    private static readonly Refusal[] All =
        [WrongShape, NoToken, NotAllowed, NotFound, Clash, NotReady, Changed, TooLarge, MediaType, Forbidden, VersionMissing, TooMany, Other];

    /// <summary>A refusal by its name in the contract.</summary>
    public sealed record Refusal(string Name, string Status, string Why, (string Name, OpenApiHeader Says)? Header = null);

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var problem = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository);
        swaggerDoc.Components ??= new OpenApiComponents();
        swaggerDoc.Components.Responses = All.ToDictionary(r => r.Name, IOpenApiResponse (r) => new OpenApiResponse
        {
            Description = r.Why,
            Headers = r.Header is { } header ? new Dictionary<string, IOpenApiHeader> { [header.Name] = header.Says } : null,
            Content = new Dictionary<string, IOpenApiMediaType> { ["application/problem+json"] = new OpenApiMediaType { Schema = problem } },
        });
    }
}

/// <summary>A header of an answer.</summary>
internal static class AnswerHeader
{
    public static OpenApiHeader Says(string description, string example) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String, Example = example } };
}

/// <summary>Gives every JSON body, asked or answered, an example put together from the examples of its fields.</summary>
internal sealed class GiveExamples : IDocumentFilter
{
    private const int Deepest = 16;

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var schemas = context.SchemaRepository.Schemas;
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(p => p.Operations ?? []).Select(o => o.Value))
        {
            foreach (var content in (operation.RequestBody?.Content ?? new Dictionary<string, IOpenApiMediaType>())
                         .Concat(operation.Responses?.Where(r => r.Key.StartsWith('2')).SelectMany(r => r.Value.Content ?? new Dictionary<string, IOpenApiMediaType>()) ?? []))
            {
                if (content.Value is OpenApiMediaType { Example: null } media) media.Example = Of(media.Schema, schemas, 0);
            }
        }
    }

    private static JsonNode? Of(IOpenApiSchema? schema, IDictionary<string, IOpenApiSchema> schemas, int depth, string? name = null)
    {
        if (schema is null || depth > Deepest) return null;
        if (schema is OpenApiSchemaReference { Reference.Id: { } id }) return schemas.TryGetValue(id, out var target) ? Of(target, schemas, depth + 1, id) : null;
        if (schema.Example is { } given) return given.DeepClone();
        if (schema.AllOf is { Count: 1 } only) return Of(only[0], schemas, depth + 1);
        if (schema.OneOf?.FirstOrDefault(s => s.Type != JsonSchemaType.Null) is { } one) return Of(one, schemas, depth + 1);
        if (schema.Enum is { Count: > 0 } values) return values[0]?.DeepClone();
        var type = schema.Type & ~JsonSchemaType.Null;
        switch (type)
        {
            case JsonSchemaType.Array:
                return Of(schema.Items, schemas, depth + 1) is { } item ? new JsonArray(item) : new JsonArray();
            case JsonSchemaType.Integer or JsonSchemaType.Number:
                return 1;
            case JsonSchemaType.Boolean:
                return true;
            case JsonSchemaType.String:
                return "text";
            default:
                var example = new JsonObject();
                foreach (var (field, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
                    example[field] = name is not null && RecordExamples.OfCodes.TryGetValue((name, field), out var code) ? code?.DeepClone() : Of(property, schemas, depth + 1);
                return example;
        }
    }
}
