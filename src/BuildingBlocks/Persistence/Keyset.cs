using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Dibao.SharedKernel;

namespace Dibao.BuildingBlocks.Persistence;

/// <summary>Continues a list behind an id: the comparison is made by the database on the id as stored, which is its order everywhere.</summary>
public static class Keyset
{
    private const int LastBeforeSurrogates = 0xD7FF;
    private const int FirstAfterSurrogates = 0xE000;
    private const int LastOfAll = 0x10FFFF;
    private static readonly MethodInfo Compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

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

    /// <summary>The rows whose text begins with a prefix: a range, which an index can seek on every engine.</summary>
    public static IQueryable<T> StartingWith<T>(this IQueryable<T> rows, Expression<Func<T, string>> text, string prefix)
    {
        var beyond = Beyond(prefix);
        Expression<Func<string>> first = () => prefix, last = () => beyond;
        var range = Expression.AndAlso(
            Expression.GreaterThanOrEqual(Expression.Call(Compare, text.Body, first.Body), Expression.Constant(0)),
            Expression.LessThan(Expression.Call(Compare, text.Body, last.Body), Expression.Constant(0)));
        return rows.Where(Expression.Lambda<Func<T, bool>>(range, text.Parameters));
    }

    /// <summary>The least text after all that begin with a prefix, by code point.</summary>
    public static string Beyond(string prefix)
    {
        var runes = prefix.EnumerateRunes().ToList();
        var last = runes[^1].Value;
        var next = last == LastBeforeSurrogates ? FirstAfterSurrogates : Math.Min(last + 1, LastOfAll);
        return string.Concat(runes[..^1].Select(r => r.ToString())) + new Rune(next);
    }

    private static bool Later<TId>(TId left, TId right) where TId : struct, IId => left.Value.CompareTo(right.Value) > 0;
}
