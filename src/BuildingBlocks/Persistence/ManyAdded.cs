using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dibao.BuildingBlocks.Persistence;

/// <summary>
/// The rows that a save would insert one by one, where there are many: the engine's bulk path takes them, principals first. What the
/// database numbers itself, and what hangs on it, stays with the change tracker.
/// </summary>
internal static class ManyAdded
{
    /// <summary>From so many rows of a table the bulk path is the cheaper one on every engine.</summary>
    private const int Many = 20;

    private static readonly MethodInfo Typed = typeof(ManyAdded).GetMethod(nameof(WriteTyped), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly ConcurrentDictionary<Type, Func<DibaoDbContext, IEnumerable, CancellationToken, Task>> Writers = new();

    /// <summary>Writes them and has the change tracker take them as saved.</summary>
    public static async Task Write(DibaoDbContext db, CancellationToken cancellation)
    {
        var added = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added).GroupBy(e => e.Metadata).ToDictionary(g => g.Key, g => g.ToList());
        if (!added.Any(a => a.Value.Count >= Many && Plain(a.Key))) return;
        var left = added.Keys.ToHashSet();
        while (left.FirstOrDefault(type => Plain(type) && type.GetForeignKeys().All(k => !left.Contains(k.PrincipalEntityType))) is { } next)
        {
            await Write(db, next.ClrType, added[next], cancellation);
            left.Remove(next);
        }
    }

    private static async Task Write(DibaoDbContext db, Type type, List<EntityEntry> entries, CancellationToken cancellation)
    {
        var write = Writers.GetOrAdd(type, static type => Typed.MakeGenericMethod(type).CreateDelegate<Func<DibaoDbContext, IEnumerable, CancellationToken, Task>>());
        await write(db, entries.Select(e => e.Entity), cancellation);
        foreach (var entry in entries) entry.State = EntityState.Unchanged;
    }

    private static Task WriteTyped<T>(DibaoDbContext db, IEnumerable rows, CancellationToken cancellation) where T : class =>
        db.Engine.WriteMany(db, rows.Cast<T>(), cancellation);

    private static bool Plain(IEntityType type) =>
        type.BaseType is null && !type.GetDirectlyDerivedTypes().Any() && !type.GetComplexProperties().Any()
        && type.GetProperties().All(p => p.ValueGenerated == ValueGenerated.Never && !p.IsShadowProperty());
}
