using System.Linq.Expressions;
using System.Reflection;
using Dibao.SharedKernel;

namespace Dibao.BuildingBlocks.Persistence;

/// <summary>Pages by key: the rows after an id, in the order in which the engine keeps ids.</summary>
public static class Keyset
{
    private static readonly MethodInfo Comparison = typeof(Keyset).GetMethod(nameof(IsAfter), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The rows whose id comes after <paramref name="after"/>; all of them when it is empty.</summary>
    public static IQueryable<T> After<T, TId>(this IQueryable<T> rows, Expression<Func<T, TId>> id, Guid after) where TId : struct, IId =>
        after == Guid.Empty ? rows : rows.Where(Later(id, IdFactory<TId>.From(after)));

    /// <summary>The rows whose id comes after <paramref name="after"/>; all of them when it is empty.</summary>
    public static IQueryable<T> After<T>(this IQueryable<T> rows, Expression<Func<T, Guid>> id, Guid after) =>
        after == Guid.Empty ? rows : rows.Where(Later(id, after));

    private static Expression<Func<T, bool>> Later<T, TId>(Expression<Func<T, TId>> id, TId after)
    {
        // a captured value, so that the query is compiled once and the id is its parameter
        var value = Expression.Field(Expression.Constant(new Captured<TId> { Id = after }), nameof(Captured<>.Id));
        return Expression.Lambda<Func<T, bool>>(
            Expression.GreaterThan(id.Body, value, liftToNull: false, Comparison.MakeGenericMethod(typeof(TId))), id.Parameters);
    }

    /// <summary>Stands for the engine's own comparison; in memory the order is that of the bytes.</summary>
    private static bool IsAfter<TId>(TId left, TId right) => Bytes(left).AsSpan().SequenceCompareTo(Bytes(right)) > 0;

    private static byte[] Bytes<TId>(TId id) => (id is IId typed ? typed.Value : (Guid)(object)id!).ToByteArray(bigEndian: true);

    private sealed class Captured<TId>
    {
        public TId Id = default!;
    }
}
