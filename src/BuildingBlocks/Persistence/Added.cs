using Dibao.BuildingBlocks.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dibao.BuildingBlocks.Persistence;

/// <summary>
/// The rows that a save adds, written by the engine's own path where that is the cheaper one, principals first. What the database numbers
/// itself, and what hangs on it, stays with the change tracker; but facts are numbered in the order in which they were said, and nobody asks for the number.
/// </summary>
internal static class Added
{
    /// <summary>From so many rows of a table the engine's own path is the cheaper one on every engine.</summary>
    private const int Many = 20;

    /// <summary>Writes them and has the change tracker take them as saved.</summary>
    public static async Task Write(DibaoDbContext db, CancellationToken cancellation)
    {
        var left = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added).GroupBy(e => e.Metadata).ToDictionary(g => g.Key, g => g.ToList());
        if (left.Count == 0 || !(db.Engine.WritesFew || left.Any(a => a.Value.Count >= Many && Plain(a.Key)))) return;
        var altered = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Modified or EntityState.Deleted).ToLookup(e => e.Metadata, e => e.State);
        var tables = new List<List<EntityEntry>>();
        while (left.Keys.FirstOrDefault(type => Plain(type) && !MayWait(type) && type.GetForeignKeys().All(k => !left.ContainsKey(k.PrincipalEntityType))) is { } next)
        {
            left.Remove(next, out var entries);
            tables.Add(Facts(next) ? [.. entries!.OrderBy(e => e.Property(nameof(FactRow.Id)).CurrentValue)] : entries!);
        }
        await db.Engine.WriteAdded(db, tables.ConvertAll(t => new AddedRows(t[0].Metadata.ClrType, t.ConvertAll(e => e.Entity))), cancellation);
        foreach (var entry in tables.SelectMany(t => t)) entry.State = Facts(entry.Metadata) ? EntityState.Detached : EntityState.Unchanged;

        // A row that this save changes or removes may give up the value or the key that a new one takes: the change tracker knows the order.
        bool MayWait(IEntityType type) => altered[type].Contains(EntityState.Deleted) || (altered.Contains(type) && type.GetIndexes().Any(i => i.IsUnique));
    }

    private static bool Facts(IEntityType type) => type.ClrType == typeof(FactRow);

    private static bool Plain(IEntityType type) =>
        type.BaseType is null && !type.GetDirectlyDerivedTypes().Any() && !type.GetComplexProperties().Any()
        && type.GetProperties().All(p => (p.ValueGenerated == ValueGenerated.Never && !p.IsShadowProperty()) || (Facts(type) && p.IsPrimaryKey()));
}
