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
/// Numbers committed facts, hands them out, and carries them to their subscribers in batches: effects and marks are saved together,
/// so that an effect happens exactly once. Woken by each commit; polls as a net. When a batch fails it rolls back and is tried
/// subscriber by subscriber, then singly; a failing delivery holds back later ones of its subject only.
/// </summary>
public sealed partial class Dispatcher(IServiceScopeFactory scopes, Subscriptions subscriptions, IEngine engine, DibaoClock clock, ILogger<Dispatcher> log)
    : BackgroundService
{
    private const int BatchSize = 1000;
    private const int HandedOutAtOnce = 10_000;
    private const string Series = "deliveries";
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
                LogPassFailed(failure.Told());
                await Task.Delay(Poll, stoppingToken);
            }
        }
    }

    private async Task<bool> Pass(CancellationToken cancellation)
    {
        var moved = await HandOut(cancellation);
        if (await Due(cancellation) is { Count: > 0 } due)
        {
            await DeliverBatch(due, cancellation);
            moved = true;
        }
        var after = 0L;
        while (await Next(after, cancellation) is [.., var last] batch)
        {
            moved = true;
            if (!await DeliverBatch(batch, cancellation)) break;
            after = last.Id;
        }
        return moved;
    }

    /// <summary>
    /// Gives committed facts their numbers and each subscriber his delivery. An unnumbered fact that is visible is committed: no gap can
    /// open behind it. One node at a time, so that deliveries have their ids in the order in which they can be seen.
    /// </summary>
    private async Task<bool> HandOut(CancellationToken cancellation)
    {
        await using var scope = NewScope();
        var db = Db(scope);
        if (await db.Set<FactRow>().Where(f => f.Sequence == null).OrderBy(f => f.Id).Take(HandedOutAtOnce).MaxAsync(f => (long?)f.Id, cancellation) is not { } upTo) return false;
        using var turn = await engine.TurnToWrite(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.TakeNumbers(Series, 0, cancellation);
        var numbered = await db.NumberFacts(upTo, cancellation);
        var heard = numbered.OrderBy(f => f.Id).SelectMany(f => subscriptions.HearersOf(f.Type), (fact, hearer) => (Fact: fact, Hearer: hearer)).ToList();
        var last = await db.TakeNumbers(Series, heard.Count, cancellation);
        var deliveries = heard.Select((h, i) => new DeliveryRow { Id = last - heard.Count + 1 + i, FactId = h.Fact.Id, Subscriber = h.Hearer, Subject = h.Fact.Subject });
        await db.WriteMany(deliveries, cancellation);
        await transaction.CommitAsync(cancellation);
        return numbered.Count > 0;
    }

    /// <summary>Delivers what can be; false when another node was at it and the batch must be looked for again, lest a later fact overtake it.</summary>
    private async Task<bool> DeliverBatch(List<Parcel> batch, CancellationToken cancellation)
    {
        var whole = await TryDeliver(batch, cancellation);
        if (whole.Failure is null) return whole.Done;
        var held = new HashSet<(string, Guid)>();
        foreach (var alike in InOrder(batch)) // whoever fails is not to hold up the others
        {
            var together = await TryDeliver(alike.FindAll(d => !held.Contains((d.Subscriber, d.Subject))), cancellation);
            if (together is { Done: false, Failure: null }) return false;
            if (together.Done) continue;
            foreach (var delivery in alike.Where(d => !held.Contains((d.Subscriber, d.Subject))))
            {
                if ((await TryDeliver([delivery], cancellation)).Failure is not { } failure) continue;
                held.Add((delivery.Subscriber, delivery.Subject));
                await NoteFailure(delivery, failure, cancellation);
            }
        }
        return true;
    }

    /// <summary>
    /// A batch as it is told: what was said first has its effect first, with every subscriber. Only of facts of one type that follow each
    /// other does one subscriber hear all before the next does.
    /// </summary>
    private static IEnumerable<List<Parcel>> InOrder(List<Parcel> batch)
    {
        for (var told = 0; told < batch.Count;)
        {
            var type = batch[told].Type;
            var alike = batch.Skip(told).TakeWhile(d => string.Equals(d.Type, type, StringComparison.Ordinal)).ToList();
            foreach (var own in alike.GroupBy(d => d.Subscriber)) yield return [.. own];
            told += alike.Count;
        }
    }

    /// <summary>What has failed and may be tried again.</summary>
    private async Task<List<Parcel>> Due(CancellationToken cancellation)
    {
        await using var scope = NewScope();
        var now = clock.MachineTime;
        return await Parcels(Undone(scope).Where(d => d.State == DeliveryState.Failing && d.NotBefore <= now), cancellation);
    }

    /// <summary>What nothing holds back, after a delivery.</summary>
    private async Task<List<Parcel>> Next(long after, CancellationToken cancellation)
    {
        await using var scope = NewScope();
        var held = Undone(scope).Where(d => d.State == DeliveryState.Failing || d.State == DeliveryState.Stuck);
        var waiting = Undone(scope).Where(d => d.State == DeliveryState.Waiting && d.Id > after && !held.Any(h => h.Subject == d.Subject && h.Subscriber == d.Subscriber));
        return await Parcels(waiting, cancellation); // one statement: nothing becomes stuck in between
    }

    /// <summary>In the words of the index.</summary>
    private static IQueryable<DeliveryRow> Undone(AsyncServiceScope scope) => Db(scope).Set<DeliveryRow>().Where(d => d.State != DeliveryState.Done);

    private static Task<List<Parcel>> Parcels(IQueryable<DeliveryRow> deliveries, CancellationToken cancellation) => deliveries.OrderBy(d => d.Id).Take(BatchSize)
        .Select(d => new Parcel(d.Id, d.Subscriber, d.Subject, d.Attempts, d.FactId, d.Fact.Type, d.Fact.Body)).ToListAsync(cancellation);

    /// <summary>Delivers a batch; a race lost to a user or another node is no fault of the delivery and is run again.</summary>
    private async Task<Outcome> TryDeliver(List<Parcel> batch, CancellationToken cancellation)
    {
        for (var race = 1; ; race++)
        {
            var outcome = await DeliverOnce(batch, cancellation);
            if (outcome.Failure is null || race == MaxRaces || !engine.Passes(outcome.Failure)) return outcome;
            await Task.Delay(Random.Shared.Next(5, 20 * race), cancellation);
        }
    }

    /// <summary>Saves the effects of a batch and its marks in one transaction.</summary>
    private async Task<Outcome> DeliverOnce(List<Parcel> batch, CancellationToken cancellation)
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
            if (marked != batch.Count) return new(Done: false, null); // another node has delivered some of them
            var facts = batch.DistinctBy(d => d.FactId).ToDictionary(d => d.FactId, d => subscriptions.Read(d.Type, d.Body));
            foreach (var alike in InOrder(batch))
            {
                var hearer = scope.ServiceProvider.GetRequiredService(subscriptions.Subscribers[alike[0].Subscriber]);
                foreach (var delivery in alike) await Tell(hearer, facts[delivery.FactId], cancellation);
                await db.SaveChangesAsync(cancellation);
                db.ChangeTracker.Clear(); // the next subscriber reads what this one has saved
            }
            await transaction.CommitAsync(cancellation);
            return new(Done: true, null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return new(Done: false, failure);
        }
    }

    private static Task Tell(object hearer, IFact fact, CancellationToken cancellation)
    {
        var method = Methods.GetOrAdd((hearer.GetType(), fact.GetType()), static key =>
            typeof(ISubscriber<>).MakeGenericType(key.Item2).GetMethod(nameof(ISubscriber<IFact>.When))!);
        return (Task)method.Invoke(hearer, BindingFlags.DoNotWrapExceptions, null, [fact, cancellation], null)!;
    }

    private async Task NoteFailure(Parcel delivery, Exception failure, CancellationToken cancellation)
    {
        await using var scope = NewScope();
        using var turn = await engine.TurnToWrite(cancellation);
        var attempts = delivery.Attempts + (engine.IsTransient(failure) ? 0 : 1); // a disk that is full or a server that is away is no fault of the delivery
        var state = attempts >= MaxAttempts ? DeliveryState.Stuck : DeliveryState.Failing;
        var notBefore = clock.MachineTime + Duration.FromSeconds(Math.Pow(2, Math.Clamp(attempts, 1, 10)) / 2);
        await Db(scope).Set<DeliveryRow>().Where(d => d.Id == delivery.Id && d.State != DeliveryState.Done).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.State, state).SetProperty(d => d.Attempts, attempts).SetProperty(d => d.NotBefore, notBefore)
                .SetProperty(d => d.LastFailure, failure.Told()),
            cancellation);
        LogDeliveryFailed(delivery.Subscriber, delivery.Id, attempts, failure.Told(), Where(failure));
    }

    /// <summary>A delivery that waits, with its fact as written.</summary>
    private sealed record Parcel(long Id, string Subscriber, Guid Subject, int Attempts, long FactId, string Type, string Body);

    /// <summary>What became of a batch: done; failed; or neither, because another node was first with some of it.</summary>
    private readonly record struct Outcome(bool Done, Exception? Failure);

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
