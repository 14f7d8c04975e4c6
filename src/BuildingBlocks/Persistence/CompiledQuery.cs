using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Dibao.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace Dibao.BuildingBlocks.Persistence;

/// <summary>A query that many ask, translated once; <see cref="TwoTimes.Holding"/> may stand in it.</summary>
public static class CompiledQuery
{
    private static readonly MethodInfo Holding = new Func<LocalDate, Instant, Expression<Func<TwoTimeRow, bool>>>(TwoTimes.Holding<TwoTimeRow>).Method.GetGenericMethodDefinition();

    /// <summary>The rows that a query answers when it is given these values.</summary>
    public static Func<DibaoDbContext, T1, T2, T3, CancellationToken, Task<List<TRow>>> Of<T1, T2, T3, TRow>(
        Expression<Func<DibaoDbContext, T1, T2, T3, IQueryable<TRow>>> query)
    {
        var whole = (Expression<Func<DibaoDbContext, T1, T2, T3, IQueryable<TRow>>>)new PutIn().Visit(query);
        var translated = new ConditionalWeakTable<IModel, Func<DibaoDbContext, T1, T2, T3, IAsyncEnumerable<TRow>>>(); // a translation is bound to its model
        return async (db, first, second, third, cancellation) =>
        {
            var ask = translated.GetValue(db.Model, _ => EF.CompileAsyncQuery(whole));
            var rows = new List<TRow>();
            await foreach (var row in ask(db, first, second, third).WithCancellation(cancellation)) rows.Add(row);
            return rows;
        };
    }

    /// <summary>The rows that a query answers when it is given this value.</summary>
    public static Func<DibaoDbContext, T, CancellationToken, Task<List<TRow>>> Of<T, TRow>(Expression<Func<DibaoDbContext, T, IQueryable<TRow>>> query)
    {
        var translated = new ConditionalWeakTable<IModel, Func<DibaoDbContext, T, IAsyncEnumerable<TRow>>>();
        return async (db, value, cancellation) =>
        {
            var ask = translated.GetValue(db.Model, _ => EF.CompileAsyncQuery(query));
            var rows = new List<TRow>();
            await foreach (var row in ask(db, value).WithCancellation(cancellation)) rows.Add(row);
            return rows;
        };
    }

    /// <summary>Puts the rule in the place of each call of <see cref="TwoTimes.Holding"/>, with the values that the query is given.</summary>
    private sealed class PutIn : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (!node.Method.IsGenericMethod || node.Method.GetGenericMethodDefinition() != Holding) return base.VisitMethodCall(node);
            var rule = (Expression)node.Method.Invoke(null, [default(LocalDate), default(Instant)])!;
            return new Given(Holding.GetParameters().Zip(node.Arguments).ToDictionary(a => a.First.Name!, a => a.Second)).Visit(rule);
        }
    }

    /// <summary>Puts arguments in the place of the variables that a rule has captured under their names.</summary>
    private sealed class Given(Dictionary<string, Expression> arguments) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression is ConstantExpression && arguments.TryGetValue(node.Member.Name, out var argument) ? argument : base.VisitMember(node);
    }
}
