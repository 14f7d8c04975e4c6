using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;

namespace Dibao.Api.Authentication;

/// <summary>From token to caller, and whether the caller may use the route.</summary>
internal static class CallerClaims
{
    public const string Subject = "sub";
    public const string Roles = "roles";
    public const string Division = "division";

    /// <summary>Fills the caller from the token and holds each route to the permission it names.</summary>
    public static async Task Check(HttpContext http, RequestDelegate next)
    {
        var caller = http.RequestServices.GetRequiredService<Caller>();
        var known = http.User.Identity?.IsAuthenticated == true;
        if (known && !Fill(caller, http))
        {
            await PlumbingProblems.Forbidden.Because("令牌缺少有效的角色或区划。", "The token names no known role or no valid division.").Write(http);
            return;
        }
        if (http.GetEndpoint()?.Metadata.GetMetadata<RouteTerms>() is { } terms)
        {
            if (!known && (terms.Permission != Permission.Public || http.Request.Headers.ContainsKey("Authorization")))
            {
                http.Response.Headers.WWWAuthenticate = "Bearer";
                await PlumbingProblems.Unauthenticated.Because("请携带有效的 Bearer 令牌。", "Send a valid Bearer token.").Write(http);
                return;
            }
            if (!caller.May(terms.Permission))
            {
                await Note(http, caller);
                await PlumbingProblems.Forbidden.Because($"该操作需要权限 {terms.Permission}。", $"This needs the permission {terms.Permission}.").Write(http);
                return;
            }
        }
        await next(http);
    }

    /// <summary>Somebody tried what his role does not allow: that stays on the trail.</summary>
    private static async Task Note(HttpContext http, Caller caller)
    {
        var db = http.RequestServices.GetRequiredService<DibaoDbContext>();
        using var turn = await db.Engine.TurnToWrite(http.RequestAborted);
        var action = http.GetEndpoint()!.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "";
        db.Add(AuditEntry.Of(Guid.CreateVersion7(), caller, http.RequestServices.GetRequiredService<Today>().Now, action, null, PlumbingProblems.Forbidden.Code));
        await db.SaveChangesAsync(http.RequestAborted);
    }

    private static bool Fill(Caller caller, HttpContext http)
    {
        var subject = http.User.FindFirst(Subject)?.Value;
        var roles = http.User.FindAll(Roles).Select(c => BuildingBlocks.Access.Roles.Find(c.Value)).OfType<Role>().ToList();
        if (subject is not { Length: > 0 and <= 200 } || roles.Count == 0) return false;
        if (!DivisionCode.TryParse(http.User.FindFirst(Division)?.Value, null, out var division)) return false;
        caller.Become(subject, roles, division);
        return true;
    }
}
