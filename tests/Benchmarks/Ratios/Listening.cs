using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Benchmarks.Ratios;

/// <summary>What a subscriber of the benchmark writes when a household is registered.</summary>
internal abstract class Heard
{
    public Guid Id { get; init; }

    public HouseholdId Household { get; init; }

    public DivisionCode Division { get; init; }

    public LocalDate RegisteredOn { get; init; }
}

internal sealed class FirstHeard : Heard;

internal sealed class SecondHeard : Heard;

internal sealed class ThirdHeard : Heard;

internal sealed class WriteFirst(DibaoDbContext db) : WriteDown<FirstHeard>(db);

internal sealed class WriteSecond(DibaoDbContext db) : WriteDown<SecondHeard>(db);

internal sealed class WriteThird(DibaoDbContext db) : WriteDown<ThirdHeard>(db);

/// <summary>Writes a row, as subscribers of the product do: by the context, saved with the mark of the delivery.</summary>
internal abstract class WriteDown<T>(DibaoDbContext db) : ISubscriber<HouseholdRegistered> where T : Heard, new()
{
    public Task When(HouseholdRegistered fact, CancellationToken cancellation)
    {
        db.Add(new T { Id = Guid.CreateVersion7(), Household = fact.Household, Division = fact.Division, RegisteredOn = fact.On });
        return Task.CompletedTask;
    }
}

/// <summary>The benchmark's own module: three tables, each with an index, and a listener for each.</summary>
internal sealed class ListeningModule : IModule
{
    private const string Schema = "listening";

    /// <summary>Tables as they are called on an engine without schemas; the others have the prefix as schema.</summary>
    public static readonly IReadOnlyList<string> Tables = [$"{Schema}_first", $"{Schema}_second", $"{Schema}_third"];

    public string Name => Schema;

    public void Model(ModelBuilder model)
    {
        Map<FirstHeard>(model, "first");
        Map<SecondHeard>(model, "second");
        Map<ThirdHeard>(model, "third");
    }

    public void Routes(RouteTable routes)
    {
        // it only listens
    }

    /// <summary>No migration knows these tables: they are made by hand.</summary>
    public static async Task Create(TestDatabase database)
    {
        var (id, date, dot) = database.Engine == TestEngine.Sqlite ? ("BLOB", "TEXT", "_") : ("uuid", "date", ".");
        await using var connection = await database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = string.Join('\n', Tables.Select(t => t.Split('_')[1]).Select(t =>
            $"""
             CREATE TABLE {Schema}{dot}{t} ("Id" {id} NOT NULL PRIMARY KEY, "Household" {id} NOT NULL, "Division" bigint NOT NULL, "RegisteredOn" {date} NOT NULL);
             CREATE INDEX ix_{Schema}_{t} ON {Schema}{dot}{t} ("Household");
             """));
        if (dot is ".") command.CommandText = $"CREATE SCHEMA {Schema};\n{command.CommandText}";
        await command.ExecuteNonQueryAsync();
    }

    private static void Map<T>(ModelBuilder model, string table) where T : Heard => model.Entity<T>(heard =>
    {
        heard.ToTable(table, Schema);
        heard.HasKey(h => h.Id);
        heard.HasIndex(h => h.Household);
    });
}
