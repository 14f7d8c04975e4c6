using Dibao.BuildingBlocks.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dibao.Api.Features;

/// <summary>Who the token says I am.</summary>
/// <param name="Subject" example="demo-township-officer">Subject of the token.</param>
/// <param name="Roles">Roles.</param>
/// <param name="Division" example="320706001">The place served; nothing outside it is seen.</param>
/// <param name="OwnCasesOnly">Only cases filed by this subject are seen.</param>
/// <param name="Permissions">What the roles allow.</param>
internal sealed record GetMe(string Subject, IReadOnlyList<string> Roles, DivisionCode Division, bool OwnCasesOnly, IReadOnlyList<Permission> Permissions)
{
    /// <summary>Tells who I am and what I may do.</summary>
    internal static Ok<GetMe> Endpoint(Caller caller) => TypedResults.Ok(new GetMe(
        caller.Subject, [.. caller.Roles.Select(r => r.Name)], caller.Division, caller.OwnCasesOnly,
        [.. caller.Roles.SelectMany(r => r.Permissions).Distinct().Order()]));
}
