using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Operations;
using Microsoft.IdentityModel.Tokens;

namespace Dibao.Api.Authentication;

/// <summary>Issues demonstration tokens in Development, one per role. Production never has it: it refuses to start without an authority.</summary>
internal sealed class DemonstrationIssuer(DevelopmentKeys keys, DibaoClock clock)
{
    public const string Issuer = "dibao-demonstration";
    public const string Audience = "dibao";
    private static readonly Duration Lifetime = Duration.FromDays(30);

    public SymmetricSecurityKey Key { get; } = new(keys.Token);

    /// <summary>A token for one person in one role.</summary>
    public string Issue(string subject, string role, DivisionCode division)
    {
        var now = clock.MachineTime;
        var token = new JwtSecurityToken(
            Issuer, Audience,
            [new Claim(CallerClaims.Subject, subject), new Claim(CallerClaims.Roles, role), new Claim(CallerClaims.Division, division.ToString())],
            now.ToDateTimeUtc().AddMinutes(-5), (now + Lifetime).ToDateTimeUtc(), new SigningCredentials(Key, SecurityAlgorithms.HmacSha256));
        return new JwtSecurityTokenHandler().WriteToken(token);
    }

    /// <summary>One token per role, each for the division of its level around one village.</summary>
    public IReadOnlyDictionary<string, string> OnePerRole(DivisionCode village) =>
        Roles.All.ToDictionary(r => r.Name, r => Issue($"demo-{r.Name.Replace('_', '-')}", r.Name, Around(village, r.Level)));

    private static DivisionCode Around(DivisionCode village, int level) => DivisionCode.Parse(village.ToString().PadRight(12, '0')[..level]);
}
