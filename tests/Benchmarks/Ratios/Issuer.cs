using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Dibao.Benchmarks.Ratios;

/// <summary>The issuer of tokens that Production asks for: what OpenID Connect discovery needs, and RS256.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    public const string Audience = "dibao";
    private readonly WebApplication app;
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "1" };

    private Issuer(WebApplication app, Uri address) => (this.app, Address) = (app, address);

    public Uri Address { get; }

    public static async Task<Issuer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var address = new Uri($"http://127.0.0.1:{Loopback.FreePort()}");
        builder.WebHost.UseUrls(address.ToString());
        var issuer = new Issuer(builder.Build(), address);
        issuer.Map();
        await issuer.app.StartAsync(CancellationToken.None);
        return issuer;
    }

    /// <summary>A token for one officer in one role at one place.</summary>
    public string Token(string subject, string role, string division)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = new JwtSecurityToken(
            Address.ToString(), Audience, [new Claim("sub", subject), new Claim("roles", role), new Claim("division", division)],
            now.AddMinutes(-5), now.AddDays(1), new SigningCredentials(key, SecurityAlgorithms.RsaSha256));
        return new JwtSecurityTokenHandler().WriteToken(token);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        key.Rsa.Dispose();
    }

    private void Map()
    {
        var open = key.Rsa.ExportParameters(false);
        app.MapGet("/.well-known/openid-configuration", () => new { issuer = Address.ToString(), jwks_uri = new Uri(Address, "keys").ToString() });
        app.MapGet("/keys", () => new
        {
            keys = new[]
            {
                new { kty = "RSA", use = "sig", alg = "RS256", kid = key.KeyId, n = Base64UrlEncoder.Encode(open.Modulus), e = Base64UrlEncoder.Encode(open.Exponent) },
            },
        });
    }
}
