using System.Collections.Concurrent;
using System.Reflection;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Dibao.BuildingBlocks.Outbox;

/// <summary>
/// Numbers committed facts and carries them to their subscribers, in batches: effects and marks are saved together, so
/// that an effect happens exactly once. Woken by each commit; polls as a net. When a batch fails it rolls back and is tried
/// singly; a failing delivery holds back later ones of its subject only.
/// </summary>
public sealed partial class Dispatcher(IServiceScopeFactory scopes, Subscriptions subscriptions, IEngine engine, DibaoClock clock, ILogger<Dispatcher> log)
    : BackgroundService
{
    private const int BatchSize = 500;
    private const int MaxAttempts = 8;
    private const int MaxRaces = 3;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(30);
    private static readonly ConcurrentDictionary<(Type, Type), MethodInfo> Methods = new();
    private readonly SemaphoreSlim wake = new(0, 1);
    private readonly SemaphoreSlim running = new(1, 1);

    /// <summary>Told by the unit of work that facts may be waiting.</summary>
    public void Wake()
    {
        try
        {
            if (wake.CurrentCount == 0) wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // another commit woke it at the same moment
        }
    }

    /// <summary>Delivers until nothing that can be delivered is left.</summary>
    public async Task Settle(CancellationToken cancellation)
    {
        await running.WaitAsync(cancellation);
        try
        {
            while (await Pass(cancellation))
            {
            }
        }
        finally
        {
            running.Release();
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await wake.WaitAsync(Poll, stoppingToken)) await Task.Delay(Gather, stoppingToken); // commits come in bursts: one batch for many
                await Settle(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                LogPassFailed(failure.GetType().Name);
                await Task.Delay(Poll, stoppingToken);
            }
        }
    }

    private async Task<bool> Pass(CancellationToken cancellation)
    {
        var moved = false;
        while (await Sequence(cancellation)) moved = true;
        foreach (var subscriber in await Waiting(cancellation)) // asked once for all there is: with many waiting the question itself is dear
        {
            while (await DeliverBatch(subscriber, cancellation)) moved = true;
        }
        return moved;
    }

    private async Task<List<string>> Waiting(CancellationToken cancellation)
    {
        await using var scope = NewScope();
        var now = clock.MachineTime;
        return await Db(scope).Set<DeliveryRow>()
            .Where(d => d.State == DeliveryState.Waiting || (d.State == DeliveryState.Failing && d.NotBefore <= now))
            .Select(d => d.Subscriber).Distinct().OrderBy(s => s).ToListAsync(cancellation);
    }

    /// <summary>Gives committed facts their numbers. An unnumbered fact that is visible is committed: no gap can open behind it.</summary>
    private async Task<bool> Sequence(CancellationToken cancellation)
    {
        await using var scope = NewScope();
        var db = Db(scope);
        var counties = await db.Set<FactRow>().Where(f => f.Sequence == null).Select(f => f.County).Distinct().ToListAsync(cancellation);
        if (counties.Count == 0) return false;
        using var turn = await engine.TurnToWrite(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var county in counties.OrderBy(c => c.Code))
        {
            var number = await db.TakeNumbers($"facts:{county}", 0, cancellation); // the series is locked before it is looked at: two nodes never number the same fact
            var facts = await db.Set<FactRow>().Where(f => f.County == county && f.Sequence == null).OrderBy(f => f.Id).Take(1000).ToListAsync(cancellation);
            foreach (var fact in facts) fact.Sequence = ++number;
            await db.SaveChangesAsync(cancellation);
            await db.TakeNumbers($"facts:{county}", facts.Count, cancellation);
        }
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private async Task<bool> DeliverBatch(string subscriber, CancellationToken cancellation)
    {
        var batch = await Next(subscriber, cancellation);
        if (batch.Count == 0) return false;
        if (await TryDeliver(subscriber, batch, cancellation) is null) return true;
        var held = new HashSet<Guid>();
        foreach (var delivery in batch.Where(d => !held.Contains(d.Subject)))
        {
            if (await TryDeliver(subscriber, [delivery], cancellation) is not { } failure) continue;
            held.Add(delivery.Subject);
            await NoteFailure(delivery, failure, cancellation);
        }
        return true;
    }

    private async Task<List<DeliveryRow>> Next(string subscriber, CancellationToken cancellation)
    {
        await using var scope = NewScope();
        var deliveries = Db(scope).Set<DeliveryRow>().AsNoTracking().Where(d => d.Subscriber == subscriber);
        var now = clock.MachineTime;
        var held = deliveries.Where(d => d.State == DeliveryState.Stuck || (d.State == DeliveryState.Failing && d.NotBefore > now)).Select(d => d.Subject);
        return await deliveries
            .Where(d => (d.State == DeliveryState.Waiting || d.State == DeliveryState.Failing) && !held.Contains(d.Subject)) // one statement: nothing becomes stuck in between
            .OrderBy(d => d.Id).Take(BatchSize).Include(d => d.Fact).ToListAsync(cancellation);
    }

    /// <summary>Delivers a batch; a race lost to a user or another node is no fault of the delivery and is run again. Answers the failure, or null.</summary>
    private async Task<Exception?> TryDeliver(string subscriber, List<DeliveryRow> batch, CancellationToken cancellation)
    {
        for (var race = 1; ; race++)
        {
            if (await DeliverOnce(subscriber, batch, cancellation) is not { } failure) return null;
            if (race == MaxRaces || !engine.Passes(failure)) return failure;
            await Task.Delay(Random.Shared.Next(5, 20 * race), cancellation);
        }
    }

    /// <summary>Saves the effects of a batch and its marks in one transaction; answers the failure, or null.</summary>
    private async Task<Exception?> DeliverOnce(string subscriber, List<DeliveryRow> batch, CancellationToken cancellation)
    {
        try
        {
            await using var scope = NewScope();
            var db = Db(scope);
            using var turn = await engine.TurnToWrite(cancellation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var ids = batch.ConvertAll(d => d.Id);
            var marked = await db.Set<DeliveryRow>().Where(d => EF.Parameter(ids).Contains(d.Id) && d.State != DeliveryState.Done)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DeliveryState.Done), cancellation);
            if (marked != batch.Count) return null; // another node has delivered some of them: look again
            var hearer = scope.ServiceProvider.GetRequiredService(subscriptions.Subscribers[subscriber]);
            foreach (var delivery in batch)
            {
                var fact = subscriptions.Read(delivery.Fact);
                var method = Methods.GetOrAdd((hearer.GetType(), fact.GetType()), static key =>
                    typeof(ISubscriber<>).MakeGenericType(key.Item2).GetMethod(nameof(ISubscriber<IFact>.When))!);
                await (Task)method.Invoke(hearer, BindingFlags.DoNotWrapExceptions, null, [fact, cancellation], null)!;
            }
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return failure;
        }
    }

    private async Task NoteFailure(DeliveryRow delivery, Exception failure, CancellationToken cancellation)
    {
        await using var scope = NewScope();
        using var turn = await engine.TurnToWrite(cancellation);
        var attempts = delivery.Attempts + (engine.IsTransient(failure) ? 0 : 1); // a disk that is full or a server that is away is no fault of the delivery
        var state = attempts >= MaxAttempts ? DeliveryState.Stuck : DeliveryState.Failing;
        var notBefore = clock.MachineTime + Duration.FromSeconds(Math.Pow(2, Math.Clamp(attempts, 1, 10)) / 2);
        await Db(scope).Set<DeliveryRow>().Where(d => d.Id == delivery.Id && d.State != DeliveryState.Done).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.State, state).SetProperty(d => d.Attempts, attempts).SetProperty(d => d.NotBefore, notBefore)
                .SetProperty(d => d.LastFailure, failure.GetType().Name),
            cancellation);
        LogDeliveryFailed(delivery.Subscriber, delivery.Id, attempts, failure.GetType().Name, Where(failure));
    }

    private AsyncServiceScope NewScope()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeSystem();
        return scope;
    }

    private static DibaoDbContext Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<DibaoDbContext>();

    private static string Where(Exception failure) => failure.StackTrace?.Split('\n')[0].Trim() ?? "";

    [LoggerMessage(Level = LogLevel.Error, Message = "A delivery pass failed: {Failure}")]
    private partial void LogPassFailed(string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Delivery} to {Subscriber} failed, attempt {Attempt}: {Failure} {Where}")]
    private partial void LogDeliveryFailed(string subscriber, long delivery, int attempt, string failure, string where);
}
