using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dibao.BuildingBlocks.Operations;

/// <summary>
/// Long work of a module, done in the background piece by piece. How far it has come is kept in the database with each piece, so that it goes on
/// where it was cut off, in this process or another.
/// </summary>
public interface IBackgroundWork
{
    /// <summary>Does the next piece as this worker; false when there is none for it.</summary>
    Task<bool> Step(Guid worker, CancellationToken cancellation);

    /// <summary>The worker ends: what it held is for others.</summary>
    Task Leave(Guid worker, CancellationToken cancellation);
}

/// <summary>Does the long work of all modules; looks for it every second. What fails is tried again.</summary>
public sealed partial class BackgroundWorker(IServiceScopeFactory scopes, Dispatcher dispatcher, ILogger<BackgroundWorker> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private readonly Guid worker = Guid.CreateVersion7();

    /// <summary>Works until nothing is left to do; what fails is the caller's.</summary>
    public async Task Settle(CancellationToken cancellation)
    {
        while (await Step(cancellation))
        {
        }
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await using var scope = NewScope();
            foreach (var work in scope.ServiceProvider.GetServices<IBackgroundWork>()) await work.Leave(worker, cancellationToken);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            LogFailed(failure.Told()); // what it held becomes free by itself
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await Step(stoppingToken)) await Task.Delay(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                LogFailed(failure.Told());
                await Task.Delay(Poll, stoppingToken);
            }
        }
    }

    private async Task<bool> Step(CancellationToken cancellation)
    {
        await using var scope = NewScope();
        var moved = false;
        foreach (var work in scope.ServiceProvider.GetServices<IBackgroundWork>()) moved |= await work.Step(worker, cancellation);
        if (moved) dispatcher.Wake();
        return moved;
    }

    private AsyncServiceScope NewScope()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeSystem();
        return scope;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Background work failed and is tried again: {Failure}")]
    private partial void LogFailed(string failure);
}
