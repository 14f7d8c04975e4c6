using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Dibao.BuildingBlocks.Persistence;
using Dibao.SharedKernel;
using NodaTime;
using NodaTime.Text;

namespace Dibao.BuildingBlocks.Http;

/// <summary>JSON as the API speaks it: camelCase, strict, nothing unknown taken, nothing twice, enums by name.</summary>
public static class DibaoJson
{
    private const int FirstYear = 1850;
    private const int LastYear = 2199;

    /// <summary>The one set of options.</summary>
    public static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Configures other options alike.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.MaxDepth = 32;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new Text<LocalDate>(LocalDatePattern.Iso.Format, s => TryDate(s, out var date) ? date : throw new FormatException()));
        options.Converters.Add(new Text<Instant>(InstantPattern.ExtendedIso.Format, s => TryInstant(s, out var instant) ? instant : throw new FormatException()));
        options.Converters.Add(new Text<Month>(m => m.ToString(), Month.Parse));
        options.Converters.Add(new Text<DivisionCode>(d => d.ToString(), DivisionCode.Parse));
        options.Converters.Add(new IdConverterFactory());
        options.Converters.Add(new PlainText());
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RefuseNullItems);
        return options;
    }

    /// <summary>An item of a list is never null: what the type says of its items is checked here, since the serializer checks members only.</summary>
    private static void RefuseNullItems(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable && type.ElementType is { IsValueType: false })
            type.OnDeserialized = static list => { foreach (var item in (IEnumerable)list) if (item is null) throw new JsonException("An item is null."); };
    }

    /// <summary>Text without NUL, which not every engine can store.</summary>
    private sealed class PlainText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String) throw new JsonException("Not text.");
            var text = reader.GetString();
            return text!.Contains('\0', StringComparison.Ordinal) ? throw new JsonException("Text with NUL.") : text;
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class Text<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return read(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new FormatException());
            }
            catch (Exception failure) when (failure is FormatException or UnparsableValueException or ArgumentException)
            {
                throw new JsonException($"Not a {typeof(T).Name}.");
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }

    private sealed class IdConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsValueType && typeToConvert.IsAssignableTo(typeof(IId));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(IdConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class IdConverter<T> : JsonConverter<T> where T : struct, IId
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var id) ? IdFactory<T>.From(id) : throw new JsonException("Not a UUID.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    /// <summary>Reads a date such as 2026-11-22, from 1850 to 2199: nothing the system deals with lies outside, and every engine and sum can hold it.</summary>
    public static bool TryDate(string? text, out LocalDate date)
    {
        var parsed = LocalDatePattern.Iso.Parse(text ?? "");
        date = parsed.Success ? parsed.Value : default;
        return parsed.Success && date.Year is >= FirstYear and <= LastYear;
    }

    /// <summary>Reads an instant such as 2026-11-22T08:00:00Z, in the same years.</summary>
    public static bool TryInstant(string? text, out Instant instant)
    {
        var parsed = InstantPattern.ExtendedIso.Parse(text ?? "");
        instant = parsed.Success ? parsed.Value : default;
        return parsed.Success && instant.InUtc().Year is >= FirstYear and <= LastYear;
    }

    /// <summary>An ETag as sent.</summary>
    public static string ETag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}

/// <summary>A date in a query string: 2026-11-22.</summary>
public readonly record struct QueryDate(LocalDate Value) : IParsable<QueryDate>
{
    /// <summary>The date itself.</summary>
    public static implicit operator LocalDate(QueryDate date) => date.Value;

    /// <inheritdoc />
    public static QueryDate Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var date) ? date : throw new FormatException();

    /// <inheritdoc />
    public static bool TryParse(string? s, IFormatProvider? provider, out QueryDate result)
    {
        var read = DibaoJson.TryDate(s, out var date);
        result = new(date);
        return read;
    }
}

/// <summary>An instant in a query string: 2026-11-22T08:00:00Z.</summary>
public readonly record struct QueryInstant(Instant Value) : IParsable<QueryInstant>
{
    /// <summary>The instant itself.</summary>
    public static implicit operator Instant(QueryInstant instant) => instant.Value;

    /// <inheritdoc />
    public static QueryInstant Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var instant) ? instant : throw new FormatException();

    /// <inheritdoc />
    public static bool TryParse(string? s, IFormatProvider? provider, out QueryInstant result)
    {
        var read = DibaoJson.TryInstant(s, out var instant);
        result = new(instant);
        return read;
    }
}

/// <summary>A code in a query string, written as in the bodies: camelCase, exactly.</summary>
public readonly record struct QueryCode<T>(T Value) : IParsable<QueryCode<T>> where T : struct, Enum
{
    private static readonly Dictionary<string, T> Names =
        Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()), StringComparer.Ordinal);

    /// <summary>The code itself.</summary>
    public static implicit operator T(QueryCode<T> code) => code.Value;

    /// <inheritdoc />
    public static QueryCode<T> Parse(string s, IFormatProvider? provider) => new(Names[s]);

    /// <inheritdoc />
    public static bool TryParse(string? s, IFormatProvider? provider, out QueryCode<T> result)
    {
        result = Names.TryGetValue(s ?? "", out var value) ? new(value) : default;
        return s is not null && Names.ContainsKey(s);
    }
}
