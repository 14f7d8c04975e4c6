using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Dibao.BuildingBlocks.Pipeline;

/// <summary>
/// One command, one transaction: the change, its facts, its audit entry and, where a key was sent, its answer. What passes when
/// tried again (busy, deadlock, a lost race) is tried three times. A refusal changes nothing but leaves its own audit entry.
/// </summary>
internal sealed class UnitOfWork<TCommand, T>(DibaoDbContext db, Caller caller, IClock clock, Sealing sealing, Dispatcher dispatcher)
    : IPipelineBehavior<TCommand, Result<T>> where TCommand : ICommand<T>
{
    private const int MaxAttempts = 3;
    private const string AnswerColumn = "idempotency.answer";
    private static readonly Duration Keeping = Duration.FromDays(30);

    public async Task<Result<T>> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<T>> next)
    {
        if (db.Database.CurrentTransaction is not null) // inside another unit of work: the timetable's, another command's
        {
            var nested = await next();
            if (!nested.Refused && request is not ILeavesNoEntry) db.Add(Entry(request, nested, "done"));
            return nested;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                db.ChangeTracker.Clear();
                var answer = await Once(request, next, cancellationToken);
                if (!answer.Refused) dispatcher.Wake();
                return answer;
            }
            catch (DbUpdateConcurrencyException) when (caller.SeenVersion is not null)
            {
                return await Refuse(request, PlumbingProblems.Stale.Plain(), cancellationToken);
            }
            catch (Exception failure) when (Passes(failure) && attempt < MaxAttempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 * attempt)), cancellationToken);
            }
            catch (Exception failure) when (Passes(failure))
            {
                return await Refuse(request, PlumbingProblems.Contended.Plain(), cancellationToken);
            }
        }
    }

    private async Task<Result<T>> Once(TCommand request, RequestHandlerDelegate<Result<T>> next, CancellationToken cancellation)
    {
        Result<T> answer;
        using (await db.Engine.TurnToWrite(cancellation))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            byte[] command = [];
            if (caller.IdempotencyKey is { } key)
            {
                command = SHA256.HashData([.. Encoding.UTF8.GetBytes(typeof(TCommand).FullName + "\n"), .. JsonSerializer.SerializeToUtf8Bytes(request, typeof(TCommand), DibaoJson.Options)]);
                var earlier = await db.Set<IdempotencyRecord>().AsNoTracking()
                    .FirstOrDefaultAsync(r => r.Caller == caller.Subject && r.Key == key, cancellation);
                if (earlier is not null) return Repeat(earlier, command);
            }
            answer = await next();
            if (!answer.Refused)
            {
                if (caller.IdempotencyKey is not null) Keep(command, answer.Value);
                if (request is not ILeavesNoEntry) db.Add(Entry(request, answer, "done"));
                await db.SaveChangesAsync(cancellation);
                await transaction.CommitAsync(cancellation);
                return answer;
            }
        }
        return await Refuse(request, answer.Error!, cancellation);
    }

    private Result<T> Repeat(IdempotencyRecord earlier, byte[] command)
    {
        if (!earlier.Command.AsSpan().SequenceEqual(command)) return PlumbingProblems.KeyReused.Plain();
        caller.Replayed = true;
        return JsonSerializer.Deserialize<T>(sealing.Open(AnswerColumn, earlier.Answer), DibaoJson.Options)!;
    }

    private void Keep(byte[] command, T answer) => db.Add(new IdempotencyRecord
    {
        Caller = caller.Subject,
        Key = caller.IdempotencyKey!,
        Command = command,
        Answer = sealing.Seal(AnswerColumn, JsonSerializer.Serialize(answer, DibaoJson.Options)),
        KeptUntil = clock.GetCurrentInstant() + Keeping,
    });

    private async Task<Result<T>> Refuse(TCommand request, Error error, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        using var turn = await db.Engine.TurnToWrite(cancellation);
        db.Add(Entry(request, error, error.Type.Code));
        await db.SaveChangesAsync(cancellation);
        return error;
    }

    private AuditEntry Entry(TCommand request, Result<T> answer, string outcome) => AuditEntry.Of(
        caller, clock.GetCurrentInstant(), typeof(TCommand).Name,
        (request as IConcern)?.Concern ?? (answer.Refused ? null : (answer.Value as IConcern)?.Concern), outcome);

    private bool Passes(Exception failure) =>
        failure is DbUpdateConcurrencyException || db.Engine.IsDuplicate(failure) || db.Engine.IsTransient(failure);
}
