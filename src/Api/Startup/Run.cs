using System.Data.Common;
using System.Net.Sockets;
using System.Text.Json;
using Dibao.Api.Authentication;
using Dibao.Api.Contract;
using Dibao.Scenarios;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Dibao.Api.Startup;

/// <summary>From the command line to a serving system.</summary>
internal static class Run
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <summary>Where the server finds its addresses; the last two are how container images name a port.</summary>
    private static readonly string[] Addresses = [WebHostDefaults.ServerUrlsKey, "Kestrel:Endpoints", WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    public static async Task<int> Start(string[] args)
    {
        try
        {
            return await Go(Options.Parse(args));
        }
        catch (StartupRefusal refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return refusal.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. Start the same command again to go on from here.");
            return 130;
        }
        catch (StoryBroken broken)
        {
            await Console.Error.WriteLineAsync($"The scenario stopped: {broken.Message} Start the same command again to go on from here.");
            return 1;
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync("The address is in use by another program: end it, or choose another with --urls http://localhost:PORT.");
            return 1;
        }
        catch (DbException failure)
        {
            await Console.Error.WriteLineAsync($"The database cannot be used: {failure.Message.ReplaceLineEndings(" ")} Check Database:Path or Database:ConnectionString.");
            return 1;
        }
    }

    private static async Task<int> Go(Options options)
    {
        var scenario = options.Scenario is { } name
            ? Scenario.Find(name) ?? throw new StartupRefusal($"There is no scenario '{name}'; known: {string.Join(", ", Scenario.Names)}.", 64)
            : null;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = options.Configuration, ContentRootPath = AppContext.BaseDirectory });
        if (scenario is not null && !builder.Environment.IsDevelopment()) throw new StartupRefusal("Scenarios are not played in Production: set ASPNETCORE_ENVIRONMENT=Development.");
        if (!Addresses.Any(key => builder.Configuration.GetSection(key).Exists())) builder.WebHost.UseUrls(DefaultAddress);
        if (options.Migrate) builder.Configuration["Database:Migrate"] = bool.TrueString;

        await using var app = Roof.Create(builder);
        if (options.Spec is not null)
        {
            await ContractFiles.Write(app.Services, options.Spec);
            return 0;
        }
        if (options.Reset) Database.Remove(builder.Configuration);
        await Database.Prepare(app.Services, !app.Environment.IsDevelopment(), CancellationToken.None);
        if (options.Migrate) return 0;

        await Listen(app);
        var stop = app.Lifetime.ApplicationStopping;
        if (scenario is not null)
        {
            var stage = ActivatorUtilities.CreateInstance<Stage>(app.Services, Loopback(app));
            var equal = await scenario.Play(stage, options.Report, stop);
            if (options.Exit || !equal)
            {
                await app.StopAsync(CancellationToken.None);
                return equal ? 0 : 1;
            }
        }
        if (app.Services.GetService<DemonstrationIssuer>() is { } issuer) ShowTokens(issuer.OnePerRole(Scenario.DemonstrationVillage), options.Tokens);
        Console.WriteLine($"Serving on {string.Join(", ", app.Urls)}; Swagger UI at /swagger.");
        await app.WaitForShutdownAsync(stop);
        return 0;
    }

    private static async Task Listen(WebApplication app)
    {
        try
        {
            await app.StartAsync(CancellationToken.None);
        }
        catch (Exception failure) when (failure is FormatException or SocketException or InvalidOperationException)
        {
            throw new StartupRefusal($"It cannot listen: {failure.Message.ReplaceLineEndings(" ")} Name an address of this machine with --urls http://HOST:PORT.");
        }
    }

    private static Uri Loopback(WebApplication app)
    {
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
            .Replace("[::]", "127.0.0.1", StringComparison.Ordinal).Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("localhost", "127.0.0.1", StringComparison.Ordinal)
            .Replace("+", "127.0.0.1", StringComparison.Ordinal).Replace("*", "127.0.0.1", StringComparison.Ordinal));
        return address;
    }

    private static void ShowTokens(IReadOnlyDictionary<string, string> tokens, string? file)
    {
        if (file is not null)
        {
            File.WriteAllText(file, JsonSerializer.Serialize(tokens));
            return;
        }
        Console.WriteLine("Demonstration tokens, one per role (Development only):");
        foreach (var (role, token) in tokens) Console.WriteLine($"  {role}: {token}");
    }
}
