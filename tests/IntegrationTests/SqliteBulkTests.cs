using System.Reflection;
using Dibao.BuildingBlocks.Persistence;
using Dibao.IntegrationTests.Faults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.IntegrationTests;

/// <summary>The bulk path of SQLite goes below the driver: what it stores is what the driver would have stored.</summary>
public sealed class SqliteBulkTests(OneApi one) : IClassFixture<OneApi>
{
    private static readonly MethodInfo Typed = typeof(SqliteBulkTests).GetMethod(nameof(TypedRewrite), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Whatever the model comes to store must come up here: a type that no row of the story holds is not proven.</summary>
    private static readonly Type[] Stored = [typeof(bool), typeof(byte[]), typeof(DateOnly), typeof(DateTime), typeof(int), typeof(long), typeof(string)];

    [OneEngine("Sqlite")]
    public async Task Played_books_written_anew_in_bulk_are_the_same_to_the_byte()
    {
        await using var books = await Story.Short();
        var proven = new HashSet<Type>();
        await one.Api.Ask(async db =>
        {
            db.Database.SetConnectionString($"Data Source={books.Settings["Database:Path"]};Foreign Keys=False");
            foreach (var type in db.Model.GetEntityTypes())
            {
                var table = BulkTable.Of(db, type.ClrType);
                var columns = string.Join(" || '|' || ", table.Columns.Select(c => $"typeof(\"{c.Name}\") || quote(\"{c.Name}\")"));
                var before = await Dump();
                if (before.Count == 0) continue;
                await (Task)Typed.MakeGenericMethod(type.ClrType).Invoke(null, [db])!;
                (await Dump()).Should().Equal(before, type.DisplayName());
                proven.UnionWith(table.Columns.Select(c => c.Type));

                Task<List<string>> Dump() => books.Column($"SELECT {columns} FROM {table.Name} ORDER BY 1");
            }
            return true;
        });
        proven.Should().BeEquivalentTo(Stored);
    }

    [OneEngine("Sqlite")]
    public async Task Every_column_of_the_model_is_of_a_type_that_is_proven() =>
        (await one.Api.Ask(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(t => BulkTable.Of(db, t.ClrType).Columns).Select(c => c.Type).Distinct().ToList())))
            .Should().BeSubsetOf(Stored);

    private static async Task TypedRewrite<T>(DibaoDbContext db) where T : class
    {
        var rows = await db.Set<T>().AsNoTracking().IgnoreQueryFilters().ToListAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Set<T>().IgnoreQueryFilters().ExecuteDeleteAsync();
        await db.Engine.WriteMany(db, typeof(T), rows, CancellationToken.None);
        await transaction.CommitAsync();
    }
}
