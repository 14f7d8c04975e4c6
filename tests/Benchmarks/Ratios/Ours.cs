using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Eligibility;
using Dibao.Funds;
using Dibao.Households;
using Dibao.Oversight;
using Dibao.PostgreSql;
using Dibao.ReviewCycle;
using Dibao.Sqlite;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dibao.Benchmarks.Ratios;

/// <summary>Our plumbing in this process, without HTTP, wired as under the roof, with the benchmark's own listeners beside the product's modules.</summary>
internal sealed class Ours : IAsyncDisposable
{
    private static readonly IReadOnlyList<IModule> Modules =
        [new HouseholdsModule(), new EligibilityModule(), new ReviewCycleModule(), new FundsModule(), new OversightModule(), new ListeningModule()];

    private readonly ServiceProvider services;

    private Ours(ServiceProvider services) => this.services = services;

    public Dispatcher Dispatcher => services.GetRequiredService<Dispatcher>();

    public BackgroundWorker Background => services.GetRequiredService<BackgroundWorker>();

    public static Ours On(TestDatabase database)
    {
        var services = new ServiceCollection();
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Warning).AddConsole());
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<DibaoClock>();
        services.AddSingleton<IClock>(p => p.GetRequiredService<DibaoClock>());
        services.AddScoped<Today>();
        services.AddScoped<Caller>();
        services.AddSingleton(App.Sealing);
        services.AddModules(Modules);
        var engine = Engine(database);
        services.AddDatabase(engine);
        services.AddSingleton<Dispatcher>();
        return new Ours(services.BuildServiceProvider());
    }

    /// <summary>Does something in a scope of the system.</summary>
    public async Task<T> InScope<T>(Func<DibaoDbContext, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeSystem();
        return await work(scope.ServiceProvider.GetRequiredService<DibaoDbContext>());
    }

    /// <summary>Sends a command as somebody.</summary>
    public async Task<T> Send<T>(ICommand<T> command, string role, DivisionCode division)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Become("bench", [Roles.Find(role)!], division);
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command)).Value;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static IEngine Engine(TestDatabase database) => database.Engine == TestEngine.Sqlite
        ? new SqliteEngine(SqliteEngine.ForFile(database.Settings["Database:Path"]!))
        : new PostgreSqlEngine(database.Settings["Database:ConnectionString"]!, null);
}
