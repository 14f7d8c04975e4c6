using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Dibao.BuildingBlocks.Pipeline;

/// <summary>
/// One command, one transaction: the change, its facts, its audit entry and, where a key was sent, its answer. What passes when
/// tried again (busy, deadlock, a lost race) is tried again. A refusal changes nothing but leaves its own audit entry.
/// </summary>
internal sealed class UnitOfWork<TCommand, T>(DibaoDbContext db, Caller caller, IClock clock, Today today, Sealing sealing, Dispatcher dispatcher)
    : IPipelineBehavior<TCommand, Result<T>> where TCommand : ICommand<T>
{
    private const int MaxAttempts = 8;
    private const string AnswerColumn = "idempotency.answer";
    private static readonly Duration Keeping = Duration.FromDays(30);

    public async Task<Result<T>> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<T>> next)
    {
        if (db.Database.CurrentTransaction is not null) // inside another unit of work: the timetable's, another command's
        {
            var nested = await next();
            if (!nested.Refused && request is not ILeavesNoEntry) db.Add(Entry(Guid.CreateVersion7(), request, nested, "done"));
            return nested;
        }

        var attempt = new Attempt(Guid.CreateVersion7());
        for (var count = 1; ; count++)
        {
            try
            {
                db.ChangeTracker.Clear();
                today.Renew();
                var answer = await Once(attempt, request, next, cancellationToken);
                if (!answer.Refused) dispatcher.Wake();
                return answer;
            }
            catch (Exception failure) when (db.Engine.Passes(failure) && count < MaxAttempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 * count)), cancellationToken);
            }
            catch (Exception failure) when (db.Engine.IsLostRace(failure))
            {
                return await Refuse(request, PlumbingProblems.Contended.Plain(), cancellationToken);
            }
        }
    }

    /// <summary>What one command keeps from attempt to attempt.</summary>
    private sealed class Attempt(Guid entry)
    {
        /// <summary>The audit entry that stands exactly when an attempt was committed.</summary>
        public Guid Entry { get; } = entry;

        /// <summary>The answer of an attempt whose commit was sent: when the connection breaks then, only the database knows.</summary>
        public Result<T>? Sent { get; set; }
    }

    private async Task<Result<T>> Once(Attempt attempt, TCommand request, RequestHandlerDelegate<Result<T>> next, CancellationToken cancellation)
    {
        Result<T> answer;
        using (await db.Engine.TurnToWrite(cancellation))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            if (await Landed(attempt, cancellation) is { } sent) return sent;
            IdempotencyRecord? record = null;
            if (caller.IdempotencyKey is { } key)
            {
                var command = SHA256.HashData([.. Encoding.UTF8.GetBytes(typeof(TCommand).FullName + "\n"), .. JsonSerializer.SerializeToUtf8Bytes(request, typeof(TCommand), DibaoJson.Options)]);
                var earlier = await db.Set<IdempotencyRecord>().AsNoTracking()
                    .FirstOrDefaultAsync(r => r.Caller == caller.Subject && r.Key == key, cancellation);
                if (earlier is not null) return Repeat(earlier, command);
                record = new IdempotencyRecord { Caller = caller.Subject, Key = key, Command = command, Answer = [], KeptUntil = clock.GetCurrentInstant() + Keeping };
                db.Add(record);
                await db.SaveChangesAsync(cancellation); // from here a second request under this key waits for the first
            }
            answer = await next();
            if (!answer.Refused)
            {
                if (record is not null) record.Answer = sealing.Seal(AnswerColumn, JsonSerializer.Serialize(answer.Value, DibaoJson.Options));
                if (request is not ILeavesNoEntry) db.Add(Entry(attempt.Entry, request, answer, "done"));
                await db.SaveChangesAsync(cancellation);
                attempt.Sent = answer;
                await transaction.CommitAsync(cancellation);
                return answer;
            }
            if (await Landed(attempt, cancellation) is { } late) return late; // what it was refused for was its own effect
        }
        return await Refuse(request, answer.Error!, cancellation);
    }

    /// <summary>The answer of an earlier attempt, once its commit is seen to have come through.</summary>
    private async Task<Result<T>?> Landed(Attempt attempt, CancellationToken cancellation)
    {
        if (attempt.Sent is null || !await db.Set<AuditEntry>().AnyAsync(e => e.Id == attempt.Entry, cancellation)) return null;
        return attempt.Sent;
    }

    private Result<T> Repeat(IdempotencyRecord earlier, byte[] command)
    {
        if (!earlier.Command.AsSpan().SequenceEqual(command)) return PlumbingProblems.KeyReused.Plain();
        caller.Replayed = true;
        return JsonSerializer.Deserialize<T>(sealing.Open(AnswerColumn, earlier.Answer), DibaoJson.Options)!;
    }

    private async Task<Result<T>> Refuse(TCommand request, Error error, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        using var turn = await db.Engine.TurnToWrite(cancellation);
        db.Add(Entry(Guid.CreateVersion7(), request, error, error.Type.Code));
        await db.SaveChangesAsync(cancellation);
        return error;
    }

    private AuditEntry Entry(Guid id, TCommand request, Result<T> answer, string outcome) => AuditEntry.Of(
        id, caller, clock.GetCurrentInstant(), typeof(TCommand).Name,
        (request as IConcern)?.Concern ?? (answer.Refused ? null : (answer.Value as IConcern)?.Concern), outcome);
}
