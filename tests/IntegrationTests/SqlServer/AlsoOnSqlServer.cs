using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Dibao.BuildingBlocks.Persistence;
using Dibao.IntegrationTests.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Dibao.IntegrationTests.SqlServer;

/// <summary>
/// Whole journeys on SQLite, where everybody can run them; every query that they make is then translated for SQL Server too, so that none
/// is written that only one engine understands.
/// </summary>
public sealed class AlsoOnSqlServer
{
    [OneEngine("Sqlite")]
    public Task Every_query_from_application_to_audit() => Walk(2024, 3, 1, FromApplicationToAuditTests.Walk);

    [OneEngine("Sqlite")]
    public Task Every_query_of_the_examples() => Walk(2013, 6, 25, ExamplesWalkedTests.WalkAll);

    private static async Task Walk(int year, int month, int day, Func<Office, Task> journey)
    {
        var asked = new Asked();
        await using (var office = await Office.Open(year, month, day, s => s.ConfigureDbContext<DibaoDbContext>(o => o.AddInterceptors(asked), ServiceLifetime.Singleton)))
            await journey(office);
        asked.Queries.Should().HaveCountGreaterThan(50);
        asked.Queries.Concat(asked.Queries.Select(new Joined().Visit).Except(asked.Queries)).SelectMany(q => Wrong(q!)).Should().BeEmpty();
    }

    /// <summary>What is wrong with a query on SQL Server.</summary>
    private static IEnumerable<string> Wrong(Expression query)
    {
        var server = new NoServer();
        using var db = server.Open();
        try
        {
            typeof(AlsoOnSqlServer).GetMethod(nameof(Run), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(Answer(query.Type))
                .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [db, query], null);
        }
        catch (InvalidOperationException nobody) when (server.Sent.Count > 0 && nobody.Message.StartsWith("Sequence contains no", StringComparison.Ordinal))
        {
            // First and Single insist on a row
        }
        catch (Exception failure)
        {
            return [$"{failure.GetType().Name}: {failure.Message}\n{ExpressionPrinter.Print(query)}"];
        }
        return server.Sent.Count == 0 ? [$"nothing was sent for {ExpressionPrinter.Print(query)}"] : server.Sent.SelectMany(s => References.Wrong(s, Migrated.Tables).Select(w => $"{w}\n{s}"));
    }

    private static void Run<T>(DibaoDbContext db, Expression query)
    {
        var moved = new Moved(db);
        var run = db.GetService<IDatabase>().CompileQuery<T>(moved.Visit(query), async: false);
        var context = db.GetService<IQueryContextFactory>().Create();
        foreach (var (name, value) in moved.Values) context.Parameters[name] = value;
        if (run(context) is IEnumerable rows)
            foreach (var _ in rows) throw new InvalidOperationException("There is nobody who could have answered.");
    }

    /// <summary>What a query answers when it is not waited for: rows, or one thing.</summary>
    private static Type Answer(Type query) => query.IsGenericType && query.IsAssignableTo(typeof(IQueryable)) ? typeof(IEnumerable<>).MakeGenericType(query.GetGenericArguments()[0]) : query;

    /// <summary>Keeps each query as it is translated for the first time: with parameters in place of what was captured.</summary>
    private sealed class Asked : IQueryExpressionInterceptor
    {
        private readonly ConcurrentQueue<Expression> queries = new();

        public IReadOnlyCollection<Expression> Queries => [.. queries];

        public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
        {
            var own = new EnginesOwn();
            own.Visit(queryExpression);
            if (!own.Found) queries.Enqueue(queryExpression);
            return queryExpression;
        }
    }

    /// <summary>Statements written for one engine: each has its own.</summary>
    private sealed class EnginesOwn : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitExtension(Expression node)
        {
            Found |= node is QueryRootExpression && node.GetType() != typeof(EntityQueryRootExpression);
            return base.VisitExtension(node);
        }
    }

    /// <summary>A split query in one piece: where nothing is found, only the first piece of a split one is sent.</summary>
    private sealed class Joined : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.Name == nameof(RelationalQueryableExtensions.AsSplitQuery) ? Visit(node.Arguments[0]) : base.VisitMethodCall(node);
    }

    /// <summary>A query moved to another context: its roots are that model's, and its parameters have some value.</summary>
    private sealed class Moved(DibaoDbContext db) : ExpressionVisitor
    {
        public Dictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

        protected override Expression VisitExtension(Expression node)
        {
            if (node is EntityQueryRootExpression root) return new EntityQueryRootExpression(db.Model.FindEntityType(root.EntityType.Name)!);
            if (node is QueryParameterExpression parameter) Values[parameter.Name] = Some(parameter.Type);
            return base.VisitExtension(node);
        }

        protected override Expression VisitConstant(ConstantExpression node) => node.Value is DibaoDbContext ? Expression.Constant(db, node.Type) : node;

        /// <summary>A value of a type; of many, two, so that the list is written out.</summary>
        private static object? Some(Type type)
        {
            if (Nullable.GetUnderlyingType(type) is { } bare) return Some(bare);
            if (type == typeof(string)) return "x";
            if (type == typeof(byte[])) return new byte[32];
            if (type.IsValueType) return RuntimeHelpers.GetUninitializedObject(type);
            if (Item(type) is not { } item) return null;
            var two = Array.CreateInstance(item, 2);
            for (var i = 0; i < two.Length; i++) two.SetValue(Some(item), i);
            return type.IsInstanceOfType(two) ? two : Activator.CreateInstance(type, two);
        }

        private static Type? Item(Type type) => type.GetInterfaces().Append(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
    }
}
