using System.Reflection;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dibao.BuildingBlocks.Http;

/// <summary>What a route says of itself beyond its path: read by the access check and by the contract.</summary>
/// <param name="Permission">What the caller must be allowed.</param>
/// <param name="Key">Whether an Idempotency-Key is needed, taken or unknown.</param>
/// <param name="Version">Whether If-Match is needed or taken.</param>
public sealed record RouteTerms(Permission Permission, KeyTerms Key, VersionTerms Version);

/// <summary>What an upload consists of; read by the contract.</summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="Line">What each of its lines is.</param>
public sealed record UploadTerms(string MediaType, Type Line);

/// <summary>The media types of a file that is uploaded, or given out, as it is; read by the contract.</summary>
/// <param name="MediaTypes">One of these, told in the header and by the file itself.</param>
/// <param name="Parts">The files of a form, by name; empty when no form is taken.</param>
public sealed record FileTerms(IReadOnlyList<string> MediaTypes, params IReadOnlyList<string> Parts);

/// <summary>What a route makes of an Idempotency-Key.</summary>
public enum KeyTerms
{
    /// <summary>Reads take none.</summary>
    None,

    /// <summary>Taken when sent.</summary>
    Taken,

    /// <summary>Needed: the route decides or moves money.</summary>
    Needed,
}

/// <summary>What a route makes of If-Match.</summary>
public enum VersionTerms
{
    /// <summary>Nothing to match.</summary>
    None,

    /// <summary>Checked when sent.</summary>
    Taken,

    /// <summary>Needed: the route overwrites.</summary>
    Needed,
}

/// <summary>A module's routes. The operationId of a route is the name of its message.</summary>
public sealed class RouteTable(IEndpointRouteBuilder routes, string tag)
{
    private const int JsonLimit = 1_000_000;

    /// <summary>A read.</summary>
    public RouteHandlerBuilder Get(string path, Delegate endpoint, Permission permission) =>
        Add("GET", path, endpoint, new(permission, KeyTerms.None, VersionTerms.None));

    /// <summary>A read that gives out a file.</summary>
    public RouteHandlerBuilder Get(string path, Delegate endpoint, Permission permission, FileTerms file) => Get(path, endpoint, permission).WithMetadata(file);

    /// <summary>A search or simulation whose terms do not belong in a URL; changes nothing.</summary>
    public RouteHandlerBuilder Ask(string path, Delegate endpoint, Permission permission) =>
        Add("POST", path, endpoint, new(permission, KeyTerms.None, VersionTerms.None));

    /// <summary>A step of the procedure that may be repeated under a key.</summary>
    public RouteHandlerBuilder Post(string path, Delegate endpoint, Permission permission) =>
        Add("POST", path, endpoint, permission == Permission.Public
            ? new(permission, KeyTerms.None, VersionTerms.None) // callers without a token share no keys
            : new(permission, KeyTerms.Taken, OfOne(path)));

    /// <summary>A step that decides or moves money: the key is needed.</summary>
    public RouteHandlerBuilder Decide(string path, Delegate endpoint, Permission permission) =>
        Add("POST", path, endpoint, new(permission, KeyTerms.Needed, OfOne(path)));

    /// <summary>Replaces what is there: the version seen is needed.</summary>
    public RouteHandlerBuilder Put(string path, Delegate endpoint, Permission permission) =>
        Add("PUT", path, endpoint, new(permission, KeyTerms.Taken, VersionTerms.Needed));

    /// <summary>A streamed upload with a limit of its own, which the message enforces by content hash.</summary>
    public RouteHandlerBuilder Upload(string path, Delegate endpoint, Permission permission, long limit, UploadTerms upload) =>
        Add("POST", path, endpoint, new(permission, KeyTerms.None, VersionTerms.None), limit).WithMetadata(upload);

    /// <summary>An upload of one file with a limit of its own, which the message enforces by content hash.</summary>
    public RouteHandlerBuilder Upload(string path, Delegate endpoint, Permission permission, long limit, FileTerms file) =>
        Add("POST", path, endpoint, new(permission, KeyTerms.None, VersionTerms.None), limit).WithMetadata(file);

    /// <summary>Only what is there already has a version: a path that names it.</summary>
    private static VersionTerms OfOne(string path) => path.Contains('{', StringComparison.Ordinal) ? VersionTerms.Taken : VersionTerms.None;

    private RouteHandlerBuilder Add(string method, string path, Delegate endpoint, RouteTerms terms, long limit = JsonLimit)
    {
        var name = endpoint.Method.DeclaringType!.Name;
        return routes.MapMethods(path, [method], endpoint).WithName(name).WithTags(tag)
            .WithMetadata(terms, new BodyLimit(limit), new QueryNames([.. endpoint.Method.GetParameters().Where(p => IsQuery(p, path)).Select(p => p.Name!)]))
            .AddEndpointFilter(Terms);
    }

    /// <summary>Reads the headers, runs the endpoint, and turns a refusal into the caller's language and a version into an ETag.</summary>
    private static async ValueTask<object?> Terms(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        var terms = http.GetEndpoint()!.Metadata.GetMetadata<RouteTerms>()!;
        var caller = http.RequestServices.GetRequiredService<Caller>();
        if ((Headers(http.Request, terms, caller) ?? WrongFilter(http)) is { } wrong) return TypedResults.Problem(Problems.Details(wrong, http));

        var answer = await next(invocation);
        var inner = answer is INestedHttpResult nested ? nested.Result : answer;
        if (inner is ProblemHttpResult problem && problem.ProblemDetails.Extensions.TryGetValue(Problems.Refusal.Key, out var error))
            return TypedResults.Problem(Problems.Details((Error)error!, http));
        if (caller.Replayed) http.Response.Headers["Idempotency-Replayed"] = "true";
        if (inner is IValueHttpResult { Value: IVersioned versioned }) http.Response.Headers.ETag = DibaoJson.ETag(versioned.Version);
        return answer;
    }

    /// <summary>An unknown filter, or one that nothing can match, is refused: it must never widen a list to everything.</summary>
    private static Error? WrongFilter(HttpContext http)
    {
        if (http.Request.Query.Count == 0) return null;
        var known = http.GetEndpoint()!.Metadata.GetMetadata<QueryNames>()!.Names;
        var unknown = http.Request.Query.Keys.Where(k => !known.Contains(k)).ToList();
        if (unknown.Count == 0) return http.Request.Query.Any(q => q.Value.Any(v => v?.Contains('\0', StringComparison.Ordinal) == true)) ? Unprintable() : null;
        var names = string.Join(", ", known);
        return PlumbingProblems.InvalidRequest.Because($"查询参数不存在;可用参数:{names}。", $"There is no such query parameter; known here: {names}.") with
        {
            Fields = [.. unknown.Select(u => new FieldError(u.Length > 40 ? u[..40] : u, "未知参数", "unknown parameter"))],
        };
    }

    /// <summary>No database keeps the character NUL in a text, so that nothing can be found by it.</summary>
    private static Error Unprintable() => PlumbingProblems.InvalidRequest.Because("查询参数含有不可用的字符。", "A query parameter holds a character that no text has.");

    private static Error? Headers(HttpRequest request, RouteTerms terms, Caller caller)
    {
        if (terms.Key != KeyTerms.None && request.Headers.TryGetValue("Idempotency-Key", out var key))
        {
            if (key.Count != 1 || string.IsNullOrWhiteSpace(key[0]) || key[0]!.Length > IdempotencyRecord.MaxKeyLength)
                return PlumbingProblems.InvalidRequest.Because(
                    $"Idempotency-Key 须为 1 至 {IdempotencyRecord.MaxKeyLength} 个字符。", $"Idempotency-Key takes 1 to {IdempotencyRecord.MaxKeyLength} characters.");
            caller.IdempotencyKey = key[0];
        }
        if (terms.Key == KeyTerms.Needed && caller.IdempotencyKey is null) return PlumbingProblems.KeyNeeded.Plain();

        if (terms.Version != VersionTerms.None && request.Headers.TryGetValue("If-Match", out var match))
        {
            if (match.Count != 1 || match[0] is not ['"', .. var digits, '"'] || !long.TryParse(digits, out var version))
                return PlumbingProblems.InvalidRequest.Because("If-Match 须为读取时所得的 ETag,例如 \"3\"。", "If-Match takes the ETag you were given, such as \"3\".");
            caller.SeenVersion = version;
        }
        return terms.Version == VersionTerms.Needed && caller.SeenVersion is null ? PlumbingProblems.VersionNeeded.Plain() : null;
    }

    private static bool IsQuery(ParameterInfo parameter, string path)
    {
        if (path.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal)) return false;
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type == typeof(string) || (type.IsValueType && type != typeof(CancellationToken));
    }

    private sealed record QueryNames(HashSet<string> Names);

    private sealed class BodyLimit(long bytes) : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => bytes;
    }
}
