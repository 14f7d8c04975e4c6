using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Dibao.Benchmarks.Ratios.Bare;

/// <summary>
/// What a good engineer writes without a framework: two authenticated minimal endpoints over ADO.NET. Same Kestrel, same bearer tokens, same tables, same rows.
/// </summary>
internal static class BareServer
{
    /// <summary>The word on the command line that starts it.</summary>
    public const string Mode = "serve-bare";

    /// <summary>JSON as it is sent.</summary>
    public static readonly JsonSerializerOptions Json = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static async Task<int> Serve(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Services.ConfigureHttpJsonOptions(o => Configure(o.SerializerOptions));
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(o =>
        {
            o.MapInboundClaims = false;
            o.Authority = builder.Configuration["Authentication:Authority"];
            o.Audience = builder.Configuration["Authentication:Audience"];
        });
        builder.Services.AddAuthorization();
        builder.Services.AddSingleton(_ => Tables(builder.Configuration["Database:Path"], builder.Configuration["Database:ConnectionString"]));
        await using var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapPost("/api/v1/households", Register).RequireAuthorization();
        app.MapGet("/api/v1/households/{id:guid}", Read).RequireAuthorization();
        app.MapGet("/health/live", () => "alive");
        await app.RunAsync();
        return 0;
    }

    /// <summary>The tables of a database, on the engine that its settings name.</summary>
    public static IHouseholdTables Tables(string? file, string? connectionString) => connectionString is null
        ? new SqliteHouseholds(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ConnectionString)
        : new PostgresHouseholds(NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 200 }));

    private static async Task<IResult> Register(HouseholdBody body, ClaimsPrincipal user, IHouseholdTables tables, CancellationToken cancellation)
    {
        if (HouseholdRows.Of(body, Who(user), TimeProvider.System.GetUtcNow().UtcDateTime) is not { } rows) return Results.BadRequest();
        var file = await tables.Register(rows, cancellation);
        return Results.Created($"/api/v1/households/{rows.Id}", rows.View(file));
    }

    private static async Task<IResult> Read(Guid id, ClaimsPrincipal user, IHouseholdTables tables, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(China).DateTime);
        return await tables.Read(id, Who(user).Division, today, cancellation) is { } household ? Results.Ok(household) : Results.NotFound();
    }

    private static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        return options;
    }

    private static Officer Who(ClaimsPrincipal user) =>
        new(user.FindFirstValue("sub")!, user.FindFirstValue("roles")!, DivisionCode.Parse(user.FindFirstValue("division")!));
}
