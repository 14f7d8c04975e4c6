using System.Globalization;
using System.Text.Json;
using Dibao.Api.Startup;
using Dibao.BuildingBlocks.Http;
using FluentValidation;
using FluentValidation.Internal;
using FluentValidation.Validators;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Dibao.Api.Contract;

/// <summary>Says of fields and filters the lengths, ranges and patterns that the validators ask for.</summary>
internal sealed class SayRules : ISchemaFilter, IParameterFilter
{
    private static readonly ILookup<(Type Of, string Field), IPropertyValidator> Rules = Roof.Modules.SelectMany(m => m.GetType().Assembly.GetTypes())
        .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(IValidator)))
        .SelectMany(t => Told(t.BaseType!.GetGenericArguments()[0], ((IValidator)Activator.CreateInstance(t)!).CreateDescriptor()))
        .ToLookup(r => (r.Of, r.Field), r => r.Rule);

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties.Count: > 0 } record) return;
        foreach (var (field, property) in record.Properties)
        {
            if (property is not OpenApiSchema said) continue;
            foreach (var rule in Rules[(context.Type, field)].Concat(context.Type.DeclaringType is { } message ? Rules[(message, field)] : [])) Say(said, rule);
        }
    }

    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (context.ParameterInfo?.Member.DeclaringType is not { } message || parameter is not OpenApiParameter { Schema: OpenApiSchema schema }) return;
        foreach (var rule in Rules[(message, parameter.Name ?? "")]) Say(schema, rule);
    }

    /// <summary>The rules of a message, by the name under which a client knows the field; not those that hold at times only.</summary>
    private static IEnumerable<(Type Of, string Field, IPropertyValidator Rule)> Told(Type of, IValidatorDescriptor descriptor) =>
        from rule in descriptor.Rules
        where rule is { PropertyName: not null, HasCondition: false } && !rule.GetType().Name.StartsWith("Collection", StringComparison.Ordinal)
        from component in rule.Components
        where !component.HasCondition
        select (of, JsonNamingPolicy.CamelCase.ConvertName(rule.PropertyName.Split('.')[^1]), component.Validator);

    private static void Say(OpenApiSchema schema, IPropertyValidator rule)
    {
        switch (rule)
        {
            case IShapeRule { Shape: var shape }:
                (schema.MinLength, schema.MaxLength) = (shape.LeastLength ?? schema.MinLength, shape.MostLength ?? schema.MaxLength);
                (schema.MinItems, schema.MaxItems) = (shape.LeastItems ?? schema.MinItems, shape.MostItems ?? schema.MaxItems);
                schema.Pattern = shape.Pattern ?? schema.Pattern;
                break;
            case IBetweenValidator between:
                (schema.Minimum, schema.Maximum) = (Text(between.From), Text(between.To));
                break;
            case ILengthValidator length:
                (schema.MinLength, schema.MaxLength) = (length.Min > 0 ? length.Min : schema.MinLength, length.Max);
                break;
            case IComparisonValidator { Comparison: Comparison.GreaterThanOrEqual, ValueToCompare: { } least }:
                schema.Minimum = Text(least);
                break;
            default:
                break;
        }
    }

    private static string Text(object figure) => Convert.ToString(figure, CultureInfo.InvariantCulture)!;
}
