using System.Linq.Expressions;
using Dibao.SharedKernel;

namespace Dibao.BuildingBlocks.Persistence;

/// <summary>Continues a list behind an id: the comparison is made by the database on the id as stored, which is its order everywhere.</summary>
public static class Keyset
{
    /// <summary>The rows whose id comes after one; all of them after the empty id.</summary>
    public static IQueryable<T> After<T, TId>(this IQueryable<T> rows, Expression<Func<T, TId>> id, Guid after) where TId : struct, IId
    {
        if (after == Guid.Empty) return rows;
        var start = IdFactory<TId>.From(after);
        Expression<Func<TId>> value = () => start; // a captured variable becomes a parameter of the statement
        var later = Expression.GreaterThan(id.Body, value.Body, false, ((Func<TId, TId, bool>)Later).Method);
        return rows.Where(Expression.Lambda<Func<T, bool>>(later, id.Parameters));
    }

    /// <summary>The rows whose id comes after one; all of them after the empty id.</summary>
    public static IQueryable<T> After<T>(this IQueryable<T> rows, Expression<Func<T, Guid>> id, Guid after)
    {
        if (after == Guid.Empty) return rows;
        Expression<Func<Guid>> value = () => after;
        return rows.Where(Expression.Lambda<Func<T, bool>>(Expression.GreaterThan(id.Body, value.Body), id.Parameters));
    }

    private static bool Later<TId>(TId left, TId right) where TId : struct, IId => left.Value.CompareTo(right.Value) > 0;
}
