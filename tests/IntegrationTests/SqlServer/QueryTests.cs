using System.Linq.Expressions;
using System.Reflection;
using Dibao.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dibao.IntegrationTests.SqlServer;

/// <summary>Every table is asked for in the few ways in which all tables are, and SQL Server would understand each of them.</summary>
public sealed class QueryTests
{
    private const int PageSize = 20;

    /// <summary>The entities by name: the runner cannot write a type of the model down.</summary>
    public static TheoryData<string> Entities
    {
        get
        {
            using var db = new NoServer().Open();
            return new(db.Model.GetEntityTypes().Where(e => !e.IsOwned()).Select(e => e.Name));
        }
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public void All_rows_are_read_within_the_division(string entity)
    {
        var (sent, type) = Ask(entity, new All());
        if (type.ClrType.IsAssignableTo(typeof(IPlaced))) sent.Should().MatchRegex(@"WHERE \(?\[\w+\]\.\[Division\] >= @\w+ AND");
        else sent.Should().NotContain("WHERE");
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public void A_row_is_found_by_its_key(string entity)
    {
        var (sent, type) = Ask(entity, new ByKey());
        foreach (var column in KeyColumns(type)) sent.Should().MatchRegex($@"\[{column}\] = @\w+");
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public void A_page_is_read_in_the_order_of_the_key(string entity)
    {
        var (sent, type) = Ask(entity, new Page());
        sent.Should().Contain("OFFSET").And.MatchRegex($@"ORDER BY {string.Join(", ", KeyColumns(type).Select(c => $@"\[\w+\]\.\[{c}\]"))}");
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public void The_rows_after_one_are_read(string entity)
    {
        using var db = new NoServer().Open();
        if (!HasOneId(db.Model.FindEntityType(entity)!)) return; // other keys are not paged by
        var (sent, type) = Ask(entity, new After());
        sent.Should().Contain("TOP(").And.MatchRegex($@"\[{KeyColumns(type).Single()}\] > @\w+", "what is compared are bytes, which sort as the ids do");
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public void Rows_are_counted(string entity) => Ask(entity, new Counted()).Sent.Should().StartWith("SELECT COUNT(*)");

    [Fact]
    public void Most_tables_are_placed_and_paged_by_an_id()
    {
        using var db = new NoServer().Open();
        db.Model.GetEntityTypes().Count(e => e.ClrType.IsAssignableTo(typeof(IPlaced))).Should().BeGreaterThan(5, "otherwise the filter by division is not seen here");
        db.Model.GetEntityTypes().Count(HasOneId).Should().BeGreaterThan(10, "otherwise the rows after one are not asked for here");
    }

    private static (string Sent, IEntityType Type) Ask(string entity, Question question)
    {
        var server = new NoServer();
        using var db = server.Open();
        var type = db.Model.FindEntityType(entity)!;
        typeof(Question).GetMethod(nameof(Question.Ask))!.MakeGenericMethod(type.ClrType).Invoke(question, BindingFlags.DoNotWrapExceptions, null, [db, type], null);
        foreach (var sent in server.Sent) References.Wrong(sent, Migrated.Tables).Should().BeEmpty(sent);
        return (server.Sent.First(), type);
    }

    private static IEnumerable<string> KeyColumns(IEntityType type) => type.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName());

    private static bool HasOneId(IEntityType type) => type.FindPrimaryKey()!.Properties is [{ ClrType: var key }] && (key == typeof(Guid) || key.IsAssignableTo(typeof(IId)));

    /// <summary>What is asked of a table.</summary>
    private abstract class Question
    {
        public abstract void Ask<T>(DibaoDbContext db, IEntityType type) where T : class;

        /// <summary>The key property of a row.</summary>
        protected static LambdaExpression Key<T>(IProperty property)
        {
            var row = Expression.Parameter(typeof(T), "row");
            return Expression.Lambda(Expression.Call(typeof(EF), nameof(EF.Property), [property.ClrType], row, Expression.Constant(property.Name)), row);
        }
    }

    private sealed class All : Question
    {
        public override void Ask<T>(DibaoDbContext db, IEntityType type) => db.Set<T>().AsNoTracking().ToList().Should().BeEmpty();
    }

    private sealed class ByKey : Question
    {
        public override void Ask<T>(DibaoDbContext db, IEntityType type) =>
            db.Find<T>([.. type.FindPrimaryKey()!.Properties.Select(p => Some(p.ClrType))]).Should().BeNull();

        private static object Some(Type key) => key == typeof(string) ? "x" : key == typeof(byte[]) ? new byte[32] : Activator.CreateInstance(key)!;
    }

    private sealed class Page : Question
    {
        public override void Ask<T>(DibaoDbContext db, IEntityType type)
        {
            var rows = db.Set<T>().AsNoTracking();
            var properties = type.FindPrimaryKey()!.Properties;
            for (var i = 0; i < properties.Count; i++)
            {
                var order = i == 0 ? nameof(Queryable.OrderBy) : nameof(Queryable.ThenBy);
                rows = rows.Provider.CreateQuery<T>(Expression.Call(typeof(Queryable), order, [typeof(T), properties[i].ClrType], rows.Expression, Expression.Quote(Key<T>(properties[i]))));
            }
            rows.Skip(PageSize).Take(PageSize).ToList().Should().BeEmpty();
        }
    }

    private sealed class After : Question
    {
        public override void Ask<T>(DibaoDbContext db, IEntityType type)
        {
            var property = type.FindPrimaryKey()!.Properties[0];
            var (rows, key, after) = (db.Set<T>().AsNoTracking(), Key<T>(property), Guid.CreateVersion7());
            var later = property.ClrType == typeof(Guid)
                ? rows.After((Expression<Func<T, Guid>>)key, after)
                : (IQueryable<T>)typeof(Keyset).GetMethods().Single(m => m.Name == nameof(Keyset.After) && m.GetGenericArguments().Length == 2)
                    .MakeGenericMethod(typeof(T), property.ClrType).Invoke(null, [rows, key, after])!;
            later.Take(PageSize).ToList().Should().BeEmpty();
        }
    }

    private sealed class Counted : Question
    {
        public override void Ask<T>(DibaoDbContext db, IEntityType type)
        {
            var counting = () => db.Set<T>().Count();
            counting.Should().Throw<InvalidOperationException>("nobody answers");
        }
    }
}
