using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using Dibao.Api.Authentication;
using Microsoft.IdentityModel.Tokens;

namespace Dibao.IntegrationTests;

/// <summary>Tokens that the issuer signs but would not write.</summary>
internal static class Tokens
{
    public static string Raw(DemonstrationIssuer issuer, string subject, string role, string division)
    {
        List<Claim> claims = [new(CallerClaims.Subject, subject)];
        if (role.Length > 0) claims.Add(new Claim(CallerClaims.Roles, role));
        if (division.Length > 0) claims.Add(new Claim(CallerClaims.Division, division));
        var sample = new JwtSecurityTokenHandler().ReadJwtToken(issuer.Issue("sample", "auditor", DivisionCode.Parse("32")));
        return new JwtSecurityTokenHandler().WriteToken(new JwtSecurityToken(
            sample.Issuer, sample.Audiences.First(), claims, sample.ValidFrom, sample.ValidTo, new SigningCredentials(issuer.Key, SecurityAlgorithms.HmacSha256)));
    }
}
