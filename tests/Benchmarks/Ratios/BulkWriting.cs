using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using Dibao.Benchmarks.Ratios.Bare;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dibao.Benchmarks.Ratios;

/// <summary>The widest table through WriteMany against a loop over the driver's own bulk path: the same rows, each made as it is written.</summary>
internal static class BulkWriting
{
    private const string Name = "bulk-writer";
    private const double GoalTimes = 1.3;
    private const double GoalMegabytes = 150;
    private const string Widest = "Dibao.Eligibility.Domain.Application";

    public static async Task<IReadOnlyList<IFinding>> Measure(Terms terms)
    {
        var count = terms.Of(full: 1_000_000, small: 50_000);
        var (managed, set) = (0.0, 0.0);
        var (ours, bare) = await Rounds.Alternate(terms.Of(full: 3, small: 5), OnNew(async database =>
        {
            await using var system = Ours.On(database);
            return await system.InScope(async db =>
            {
                var template = await Template(db, database);
                var memory = new Memory();
                double seconds;
                using (memory) seconds = await (Task<double>)Method(nameof(Write)).MakeGenericMethod(template.GetType()).Invoke(null, [db, template, count])!;
                (managed, set) = (Math.Max(managed, memory.Managed), Math.Max(set, memory.WorkingSet));
                return seconds;
            });
        }), OnNew(async database =>
        {
            await using var connection = await database.Open();
            var watch = Stopwatch.StartNew();
            await BareBulk.Write(connection, Enumerable.Range(1, count).Select(ApplicationRow.Numbered));
            return watch.Elapsed.TotalSeconds;
        }));
        return
        [
            Ratio.OfTimes(terms.Name(Name), ours.Median(), bare.Median(), GoalTimes),
            new Figure(terms.Name(Name + "-heap"), managed, GoalMegabytes, "MB"),
            new Figure(terms.Name(Name + "-working-set"), set, GoalMegabytes, "MB"),
        ];

        Func<Task<double>> OnNew(Func<TestDatabase, Task<double>> write) => async () =>
        {
            await using var database = await terms.App.NewDatabase(terms.Engine);
            var seconds = await write(database);
            if (await database.Count("SELECT count(*) FROM eligibility_application") != count) throw new InvalidOperationException("Rows are missing.");
            return seconds;
        };
    }

    /// <summary>One application as EF Core reads it, from a row that the baseline wrote: both write the same.</summary>
    private static async Task<object> Template(DibaoDbContext db, TestDatabase database)
    {
        var widest = db.Model.GetEntityTypes().MaxBy(e => e.GetProperties().Count())!;
        var columns = widest.GetProperties().Select(p => p.GetColumnName()).Order(StringComparer.Ordinal);
        if (!string.Equals(widest.Name, Widest, StringComparison.Ordinal) || !columns.SequenceEqual(ApplicationRow.Columns.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            throw new InvalidOperationException($"The widest table is now {widest.GetTableName()}, or its columns have changed: bring ApplicationRow and BareBulk in line.");
        await using var connection = await database.Open();
        await BareBulk.Write(connection, [ApplicationRow.Numbered(0)]);
        return await (Task<object>)Method(nameof(ReadAndRemove)).MakeGenericMethod(widest.ClrType).Invoke(null, [db])!;
    }

    private static async Task<object> ReadAndRemove<T>(DibaoDbContext db) where T : class
    {
        var template = await db.Set<T>().AsNoTracking().SingleAsync();
        await db.Set<T>().ExecuteDeleteAsync();
        return template;
    }

    private static async Task<double> Write<T>(DibaoDbContext db, T template, int count) where T : class
    {
        var rows = Rows(template, count);
        var watch = Stopwatch.StartNew();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.WriteMany(rows, CancellationToken.None);
        await transaction.CommitAsync();
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>Streams copies of an application, each with ids and a file number of its own.</summary>
    private static IEnumerable<T> Rows<T>(T template, int count) where T : class
    {
        var copy = typeof(object).GetMethod("MemberwiseClone", BindingFlags.NonPublic | BindingFlags.Instance)!.CreateDelegate<Func<object, object>>();
        var id = Setter<T, ApplicationId>("Id");
        var household = Setter<T, HouseholdId>("Household");
        var openFor = Setter<T, HouseholdId?>("OpenFor");
        var determination = Setter<T, Guid?>("Determination");
        var fileNumber = Setter<T, string>("FileNumber");
        for (var number = 1; number <= count; number++)
        {
            var of = HouseholdId.New();
            var row = (T)copy(template);
            id(row, ApplicationId.New());
            household(row, of);
            openFor(row, of);
            determination(row, of.Value);
            fileNumber(row, ApplicationRow.FileNumberOf(number));
            yield return row;
        }
    }

    private static Action<T, TValue> Setter<T, TValue>(string property)
    {
        var (row, value) = (Expression.Parameter(typeof(T)), Expression.Parameter(typeof(TValue)));
        return Expression.Lambda<Action<T, TValue>>(Expression.Assign(Expression.Property(row, property), value), row, value).Compile();
    }

    private static MethodInfo Method(string name) => typeof(BulkWriting).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}
