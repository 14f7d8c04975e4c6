using System.Diagnostics;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.SharedKernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dibao.BuildingBlocks.Http;

/// <summary>Makes RFC 9457 problem details of refusals, in the caller's language.</summary>
public static class Problems
{
    /// <summary>Prefix of every problem type.</summary>
    public const string Urn = "urn:dibao:";

    /// <summary>The HTTP status of a kind of refusal.</summary>
    public static int Status(ErrorKind kind) => kind switch
    {
        ErrorKind.Shape => 400,
        ErrorKind.Unauthenticated => 401,
        ErrorKind.Forbidden => 403,
        ErrorKind.NotFound => 404,
        ErrorKind.MethodNotAllowed => 405,
        ErrorKind.Conflict => 409,
        ErrorKind.Stale => 412,
        ErrorKind.TooLarge => 413,
        ErrorKind.MediaType => 415,
        ErrorKind.Rule => 422,
        ErrorKind.PreconditionRequired => 428,
        ErrorKind.TooMany => 429,
        ErrorKind.Unavailable => 503,
        _ => 500,
    };

    /// <summary>The answer for a refusal.</summary>
    public static ProblemHttpResult Answer(this Error error) => new Refusal(error).Result;

    /// <summary>Writes the refusal as the whole response.</summary>
    public static Task Write(this Error error, HttpContext context) => TypedResults.Problem(Details(error, context)).ExecuteAsync(context);

    /// <summary>The problem details of a refusal for a request.</summary>
    public static ProblemDetails Details(Error error, HttpContext context)
    {
        var zh = PrefersChinese(context.Request);
        var details = new ProblemDetails();
        Fill(details, error, zh);
        details.Extensions["traceId"] = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        return details;
    }

    internal static void Fill(ProblemDetails details, Error error, bool zh)
    {
        details.Type = Urn + error.Type.Code;
        details.Title = zh ? error.Type.TitleZh : error.Type.TitleEn;
        details.Detail = zh ? error.DetailZh : error.DetailEn;
        details.Status = Status(error.Type.Kind);
        if (error.Type.Article is { } article) details.Extensions["article"] = article;
        if (error.Fields.Count > 0)
            details.Extensions["errors"] = error.Fields.GroupBy(f => f.Path).ToDictionary(g => g.Key, g => g.Select(f => zh ? f.Zh : f.En).ToArray());
    }

    private static bool PrefersChinese(HttpRequest request)
    {
        // Chinese unless the caller ranks English above it.
        foreach (var language in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1))
        {
            if (language.Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase)) return true;
            if (language.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return false;
        }
        return true;
    }

    /// <summary>Carries the refusal to the filter that knows the request's language.</summary>
    internal sealed class Refusal(Error error)
    {
        public ProblemHttpResult Result { get; } = TypedResults.Problem(new ProblemDetails { Status = Status(error.Type.Kind), Extensions = { [Key] = error } });

        public const string Key = "dibao.error";
    }
}
