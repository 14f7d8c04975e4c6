using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
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
/// What a good engineer writes without a framework: authenticated minimal endpoints over ADO.NET. Same Kestrel, same bearer tokens, same tables, same rows.
/// </summary>
internal static class BareServer
{
    /// <summary>The word on the command line that starts it.</summary>
    public const string Mode = "serve-bare";

    /// <summary>JSON as it is sent.</summary>
    public static readonly JsonSerializerOptions Json = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    private static readonly DateTime Lastly = new(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
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
        app.MapPost("/api/v1/households/search", Search).RequireAuthorization();
        app.MapGet("/api/v1/households", Find).RequireAuthorization();
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

    private static async Task<IResult> Read(Guid id, DateOnly? validAt, DateTimeOffset? knownAt, ClaimsPrincipal user, IHouseholdTables tables, CancellationToken cancellation) =>
        await tables.Read(id, Who(user).Division, validAt ?? Today(), knownAt?.UtcDateTime ?? Lastly, cancellation) is { } household ? Results.Ok(household) : Results.NotFound();

    private static async Task<IResult> Search(SearchBody body, ClaimsPrincipal user, IHouseholdTables tables, CancellationToken cancellation)
    {
        if (!ResidentIdNumber.TryParse(body.IdNumber, out var number)) return Results.BadRequest();
        var hash = App.Sealing.Hash("id-number", number.Value);
        return Results.Ok(new { items = await tables.SearchNumber(hash, Who(user), TimeProvider.System.GetUtcNow().UtcDateTime, cancellation) });
    }

    private static async Task<IResult> Find(string? fileNumber, string? name, ClaimsPrincipal user, IHouseholdTables tables, CancellationToken cancellation, int limit = 50)
    {
        var place = Who(user).Division;
        if (fileNumber is not null) return Results.Ok(new { items = await tables.SearchFile(fileNumber, place, Today(), cancellation), next = (string?)null });
        if (string.IsNullOrWhiteSpace(name)) return Results.BadRequest();
        var found = await tables.SearchName(name, Keyset.Beyond(name), place, Today(), limit, cancellation);
        var next = found.Count > limit ? Cursor.After(found[limit - 1].Row, $"households:{null}:{null}:{null}:{null}:{null}:{null}:{name}") : null;
        return Results.Ok(new { items = found.Take(limit).Select(f => f.Found), next });
    }

    private static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(China).DateTime);

    private static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        return options;
    }

    private static Officer Who(ClaimsPrincipal user) =>
        new(user.FindFirstValue("sub")!, user.FindFirstValue("roles")!, DivisionCode.Parse(user.FindFirstValue("division")!));
}
