using System.Diagnostics;
using Dibao.Benchmarks.Ratios.Bare;
using Dibao.BuildingBlocks.Outbox;
using Dibao.Contracts.Households;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Benchmarks.Ratios;

/// <summary>
/// Facts to three subscribers that each write a row, from the commit of the facts until every delivery is done, against writing the same rows without
/// facts by the bare driver, a hundred to a transaction. The same by EF Core is told beside it.
/// </summary>
internal static class FactDelivery
{
    private const string Name = "fact-delivery";
    private const double GoalTimes = 3;
    private const int Counties = 10;
    private const int BatchSize = 100;
    private static readonly LocalDate Day = new(2026, 11, 24);

    public static async Task<IReadOnlyList<IFinding>> Measure(Terms terms)
    {
        var count = terms.Of(full: 100_000, small: 5_000);
        var (ours, bare) = await Rounds.Alternate(5, OnNew(async database =>
        {
            await using var system = Ours.On(database);
            await Say(system, count);
            var watch = Stopwatch.StartNew();
            await system.Dispatcher.Settle(CancellationToken.None);
            var seconds = watch.Elapsed.TotalSeconds;
            if (await system.InScope(db => db.Set<DeliveryRow>().CountAsync(d => d.State == DeliveryState.Done)) != ListeningModule.Tables.Count * count)
                throw new InvalidOperationException("Deliveries are missing.");
            return seconds;
        }), OnNew(async database =>
        {
            await using var connection = await database.Open();
            var watch = Stopwatch.StartNew();
            foreach (var table in ListeningModule.Tables) await BareHeard.Write(connection, table, Enumerable.Range(1, count).Select(Row));
            return watch.Elapsed.TotalSeconds;
        }));
        var tracked = await OnNew(async database =>
        {
            await using var system = Ours.On(database);
            var watch = Stopwatch.StartNew();
            await Track<FirstHeard>(system, count);
            await Track<SecondHeard>(system, count);
            await Track<ThirdHeard>(system, count);
            return watch.Elapsed.TotalSeconds;
        })();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# {terms.Name(Name)}: the same rows by EF Core, without facts: {tracked:0.00} s"));
        return [Ratio.OfTimes(terms.Name(Name), ours.Median(), bare.Median(), GoalTimes)];

        Func<Task<double>> OnNew(Func<TestDatabase, Task<double>> write) => async () =>
        {
            await using var database = await terms.App.NewDatabase(terms.Engine);
            await ListeningModule.Create(database);
            var seconds = await write(database);
            foreach (var table in ListeningModule.Tables)
                if (await database.Count($"SELECT count(*) FROM {Dotted(table, database)}") != count) throw new InvalidOperationException("Rows are missing.");
            return seconds;
        };
    }

    private static string Dotted(string table, TestDatabase database) => database.Engine == TestEngine.Sqlite ? table : table.Replace('_', '.');

    private static async Task Say(Ours system, int count)
    {
        foreach (var chunk in Enumerable.Range(1, count).Chunk(1000))
        {
            await system.InScope(async db =>
            {
                foreach (var number in chunk) db.Say(new HouseholdRegistered(HouseholdId.New(), Place(number), Day));
                return await db.SaveChangesAsync();
            });
        }
    }

    private static async Task Track<T>(Ours system, int count) where T : Heard, new()
    {
        foreach (var chunk in Enumerable.Range(1, count).Chunk(BatchSize))
        {
            await system.InScope(async db =>
            {
                foreach (var number in chunk) db.Add(new T { Id = Guid.CreateVersion7(), Household = HouseholdId.New(), Division = Place(number), RegisteredOn = Day });
                return await db.SaveChangesAsync();
            });
        }
    }

    private static HeardRow Row(int number) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), Place(number).Code, Day.ToDateOnly());

    private static DivisionCode Place(int number) => DivisionCode.FromCode(320_701_001_001 + number % Counties * 1_000_000);
}
