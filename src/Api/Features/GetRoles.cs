using Dibao.BuildingBlocks.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dibao.Api.Features;

/// <summary>A role and what it may do.</summary>
/// <param name="Name" example="township_officer">As in the token.</param>
/// <param name="Zh">Chinese name.</param>
/// <param name="En">English name.</param>
/// <param name="Level" example="9">Digits of the division it serves: 12 village, 9 township, 6 county, 4 city, 2 province.</param>
/// <param name="OwnCasesOnly">Sees only what it filed itself.</param>
/// <param name="Permissions">What it may do.</param>
internal sealed record GetRoles(string Name, string Zh, string En, int Level, bool OwnCasesOnly, IReadOnlyList<Permission> Permissions)
{
    /// <summary>The page of roles: who may do what, at which level.</summary>
    internal static Ok<IReadOnlyList<GetRoles>> Endpoint() => TypedResults.Ok<IReadOnlyList<GetRoles>>(
        [.. Roles.All.Select(r => new GetRoles(r.Name, r.Zh, r.En, r.Level, r.OwnCasesOnly, r.Permissions))]);
}
