using Dibao.BuildingBlocks.Persistence;

namespace Dibao.Benchmarks.Ratios;

/// <summary>The system as it is published, in Production: with an issuer of tokens, with keys, without limits of rate, logging warnings.</summary>
internal sealed class App : IAsyncDisposable
{
    private static readonly byte[] SealingKey = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly byte[] HashKey = [.. Enumerable.Range(101, 32).Select(i => (byte)i)];
    private readonly Dictionary<TestEngine, FullRegister> registers = [];
    private readonly string? folder;
    private readonly string assembly;

    private App(string? folder, string assembly, Issuer issuer) => (this.folder, this.assembly, Issuer) = (folder, assembly, issuer);

    public Issuer Issuer { get; }

    /// <summary>The keys of the benchmark, in all of its processes.</summary>
    public static Sealing Sealing { get; } = new(new Dictionary<byte, byte[]> { [1] = SealingKey }, 1, HashKey);

    /// <summary>Publishes the system, unless a folder is named in which it is published already.</summary>
    public static async Task<App> Publish(string? published)
    {
        if (published is not null) return new App(null, Path.Combine(published, "Dibao.Api.dll"), await Issuer.Start());
        var folder = Directory.CreateTempSubdirectory("dibao-bench-").FullName;
        return new App(folder, await Programs.Publish(folder), await Issuer.Start());
    }

    /// <summary>Brings a database up to date, as the first start does.</summary>
    public Task Migrate(TestDatabase database) => Programs.Run("dotnet", [assembly, "--migrate", .. Settings(database)]);

    /// <summary>A new database, up to date.</summary>
    public async Task<TestDatabase> NewDatabase(TestEngine engine)
    {
        var database = await engine.NewDatabase();
        await Migrate(database);
        return database;
    }

    /// <summary>Starts the system on a database.</summary>
    public Task<Served> Serve(TestDatabase database) => Served.Start([assembly, .. Settings(database)]);

    /// <summary>Starts the bare server on a database.</summary>
    public Task<Served> ServeBare(TestDatabase database) =>
        Served.Start([typeof(App).Assembly.Location, Bare.BareServer.Mode, .. Settings(database)]);

    /// <summary>The full register on an engine; written once for all that search it.</summary>
    public async Task<FullRegister> Register(Terms terms)
    {
        if (registers.TryGetValue(terms.Engine, out var written)) return written;
        return registers[terms.Engine] = await FullRegister.Write(terms);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var register in registers.Values) await register.DisposeAsync();
        await Issuer.DisposeAsync();
        if (folder is not null) Directory.Delete(folder, recursive: true);
    }

    private string[] Settings(TestDatabase database) =>
    [
        .. database.Arguments,
        $"--Authentication:Authority={Issuer.Address}",
        $"--Authentication:Audience={Issuer.Audience}",
        "--Authentication:Schemes:Bearer:RequireHttpsMetadata=false",
        "--Sealing:Current=1",
        $"--Sealing:Keys:1={Convert.ToBase64String(SealingKey)}",
        $"--Sealing:HashKey={Convert.ToBase64String(HashKey)}",
        "--RateLimits:CallerPerSecond=10000000",
        "--RateLimits:PublicPerMinute=10000000",
        "--Logging:LogLevel:Default=Warning",
    ];
}
