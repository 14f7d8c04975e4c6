using System.Globalization;
using System.Threading.RateLimiting;
using Dibao.Api.Authentication;
using Dibao.Api.Contract;
using Dibao.Api.Scheduling;
using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Eligibility;
using Dibao.Funds;
using Dibao.Households;
using Dibao.Oversight;
using Dibao.ReviewCycle;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Net.Http.Headers;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Quartz;

namespace Dibao.Api.Startup;

/// <summary>The roof over the five modules: everything that is wired once.</summary>
internal static class Roof
{
    /// <summary>The modules, in the order of the procedure.</summary>
    public static readonly IReadOnlyList<IModule> Modules =
        [new HouseholdsModule(), new EligibilityModule(), new ReviewCycleModule(), new FundsModule(), new OversightModule(), new ApiModule()];

    /// <summary>The application under this roof: wired and mapped, not yet started.</summary>
    public static WebApplication Create(WebApplicationBuilder builder, IReadOnlyList<IModule>? modules = null)
    {
        Build(builder, modules ?? Modules);
        var app = builder.Build();
        Map(app);
        return app;
    }

    private static void Build(WebApplicationBuilder builder, IReadOnlyList<IModule> modules)
    {
        var services = builder.Services;
        var configuration = builder.Configuration;

        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<DibaoClock>();
        services.AddSingleton<IClock>(p => p.GetRequiredService<DibaoClock>());
        services.AddScoped<Today>();
        services.AddScoped<Caller>();
        services.AddModules(modules);

        var engine = Database.Engine(configuration);
        services.AddDatabase(engine);
        services.AddSingleton<Dispatcher>();
        services.AddHostedService(p => p.GetRequiredService<Dispatcher>());
        services.AddHostedService(p => p.GetRequiredService<BackgroundWorker>());
        services.AddSingleton<Timetable>();
        services.AddQuartz(q => q.ScheduleJob<Tick>(t => t.WithIdentity("tick").WithCronSchedule("0 * * * * ?")));
        services.AddQuartzHostedService(q => q.WaitForJobsToComplete = true);

        AddKeys(services, configuration, builder.Environment);
        AddTokens(services, configuration, builder.Environment);
        services.ConfigureHttpJsonOptions(o => DibaoJson.Configure(o.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddDataProtection().UseEphemeralDataProtectionProvider(); // nothing here protects cookies: keep no keys
        services.AddProblemDetails();
        services.AddCors(o => o.AddDefaultPolicy(p => p
            .WithOrigins(configuration.GetSection("Cors:Origins").Get<string[]>() ?? []).AllowAnyHeader().AllowAnyMethod()
            .WithExposedHeaders("ETag", "Location", "Idempotency-Replayed", "Retry-After", "Content-Disposition")));
        AddLimits(services, configuration);
        services.AddHealthChecks().AddDbContextCheck<DibaoDbContext>(tags: ["ready"]);
        services.AddContract();
        AddTelemetry(services, configuration);
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
    }

    private static void Map(WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerFailure, SuppressDiagnosticsCallback = Refused });
        app.UseStatusCodePages(AnswerStatus);
        app.UseContract();
        app.UseRouting();
        app.UseCors();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.Use((http, next) => CallerClaims.Check(http, _ => next(http)));

        var api = app.MapGroup("/api/v1");
        foreach (var module in app.Services.GetRequiredService<IReadOnlyList<IModule>>()) module.Routes(new RouteTable(api, module.Name));
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains("ready") });
        app.UseEndpoints(_ => { }); // makes the routes known now, so that the contract can be written without serving
    }

    private static void AddKeys(IServiceCollection services, ConfigurationManager configuration, IWebHostEnvironment environment)
    {
        if (SealingKeys.Read(configuration) is { } configured)
        {
            services.AddSingleton(configured);
        }
        else if (!environment.IsDevelopment())
        {
            throw new StartupRefusal("Production needs its own keys: set Sealing:Current, Sealing:Keys:<number> and Sealing:HashKey (32 bytes each, base64; `openssl rand -base64 32` makes one).");
        }
        else
        {
            services.AddSingleton(p => p.GetRequiredService<DevelopmentKeys>().MakeSealing());
        }
        if (!environment.IsDevelopment()) return;
        var folder = configuration["Keys:Path"] ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Database.FilePath(configuration)))!, "keys");
        services.AddSingleton(_ => DevelopmentKeys.In(folder));
        services.AddSingleton<DemonstrationIssuer>();
    }

    private static void AddTokens(IServiceCollection services, ConfigurationManager configuration, IWebHostEnvironment environment)
    {
        var authority = configuration.Address("Authentication:Authority");
        if (authority is null && !environment.IsDevelopment())
            throw new StartupRefusal("Production needs an issuer of tokens: set Authentication:Authority (OIDC) and Authentication:Audience.");
        if (authority is { IsLoopback: false } && authority.Scheme != Uri.UriSchemeHttps)
            throw new StartupRefusal("Authentication:Authority must begin with https://, unless the issuer is on this machine: tokens are only as safe as the way to their issuer.");
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(o =>
        {
            o.MapInboundClaims = false;
            o.TokenValidationParameters.NameClaimType = CallerClaims.Subject;
            o.TokenValidationParameters.RoleClaimType = CallerClaims.Roles;
            if (authority is null) return;
            o.Authority = configuration["Authentication:Authority"];
            o.Audience = configuration["Authentication:Audience"];
            o.RequireHttpsMetadata = !authority.IsLoopback;
        });
        if (authority is not null) return;
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<DemonstrationIssuer>((o, issuer) =>
        {
            o.TokenValidationParameters.ValidIssuer = DemonstrationIssuer.Issuer;
            o.TokenValidationParameters.ValidAudience = DemonstrationIssuer.Audience;
            o.TokenValidationParameters.IssuerSigningKey = issuer.Key;
            o.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
        });
    }

    private static void AddLimits(IServiceCollection services, ConfigurationManager configuration)
    {
        var perSecond = configuration.Count("RateLimits:CallerPerSecond") ?? 2000;
        var perMinute = configuration.Count("RateLimits:PublicPerMinute") ?? 300;
        services.AddRateLimiter(o => Limit(o, perSecond, perMinute));
    }

    private static void Limit(RateLimiterOptions options, int perSecond, int perMinute)
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            http.User.FindFirst(CallerClaims.Subject)?.Value is { } subject
                ? RateLimitPartition.GetFixedWindowLimiter("caller:" + subject, _ => new() { PermitLimit = perSecond, Window = TimeSpan.FromSeconds(1) })
                : http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
                    ? RateLimitPartition.GetNoLimiter("health")
                    : RateLimitPartition.GetFixedWindowLimiter("public:" + http.Connection.RemoteIpAddress, _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));
        options.OnRejected = async (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
            context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            await PlumbingProblems.TooMany.Because($"请 {wait} 秒后再试。", $"Wait {wait} s and repeat.").Write(context.HttpContext);
        };
    }

    private static void AddTelemetry(IServiceCollection services, ConfigurationManager configuration)
    {
        if (configuration.Address("Telemetry:OtlpEndpoint") is not { } endpoint) return;
        services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder()
            .AddSource("Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore").AddOtlpExporter(o => o.Endpoint = endpoint).Build());
        services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.EntityFrameworkCore").AddOtlpExporter(o => o.Endpoint = endpoint).Build());
        services.AddHostedService<Telemetry>();
    }

    /// <summary>Holds the providers for as long as the host runs.</summary>
    private sealed class Telemetry(TracerProvider traces, MeterProvider meters) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces.ForceFlush();
            meters.ForceFlush();
            return Task.CompletedTask;
        }
    }

    private static bool Refused(ExceptionHandlerSuppressDiagnosticsContext context) => context.Exception is BadHttpRequestException or OperationCanceledException;

    private static Task AnswerFailure(HttpContext http)
    {
        var failure = http.Features.Get<IExceptionHandlerFeature>()!.Error;
        var error = failure switch
        {
            BadHttpRequestException { StatusCode: 413 } => PlumbingProblems.TooLarge.Plain(),
            BadHttpRequestException { StatusCode: 415 } => PlumbingProblems.MediaType.Because("请以 application/json 发送。", "Send application/json."),
            BadHttpRequestException bad => Malformed(bad),
            InvalidOperationException when UnknownCharset(http.Request) => PlumbingProblems.MediaType.Because("请使用 UTF-8 编码。", "Send UTF-8."),
            _ when http.RequestServices.GetRequiredService<IEngine>().IsTransient(failure) => PlumbingProblems.Unavailable.Plain(),
            _ => PlumbingProblems.Defect.Plain(),
        };
        return error.Write(http);
    }

    private static bool UnknownCharset(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue) return false;
        try
        {
            return type.Encoding is null;
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            return true;
        }
    }

    private static Error Malformed(BadHttpRequestException bad)
    {
        if (bad.InnerException is not System.Text.Json.JsonException json)
            return PlumbingProblems.InvalidRequest.Because("参数或请求体不符合接口约定。", "A parameter or the body does not fit the contract.");
        var path = (json.Path ?? "$").TrimStart('$').TrimStart('.');
        return PlumbingProblems.InvalidRequest.Because("请求体不是接口约定的 JSON。", "The body is not the JSON of the contract.") with
        {
            Fields = [new FieldError(path.Length == 0 ? "$" : path, "缺失、未知、类型或格式不符", "missing, unknown, or of the wrong type or format")],
        };
    }

    private static Task AnswerStatus(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var error = http.Response.StatusCode switch
        {
            401 => PlumbingProblems.Unauthenticated.Plain(),
            403 => PlumbingProblems.Forbidden.Plain(),
            404 => PlumbingProblems.NotFound.Plain(),
            413 => PlumbingProblems.TooLarge.Plain(),
            415 => PlumbingProblems.MediaType.Plain(),
            405 => PlumbingProblems.MethodNotAllowed.Plain(),
            _ => PlumbingProblems.InvalidRequest.Plain(),
        };
        return error.Write(http);
    }
}
