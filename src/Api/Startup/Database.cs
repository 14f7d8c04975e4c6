using System.Globalization;
using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.PostgreSql;
using Dibao.Sqlite;
using Dibao.SqlServer;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Api.Startup;

/// <summary>Chooses the engine, brings the database up to date and sets the clock by it.</summary>
internal static class Database
{
    /// <summary>The entry of the timetable that holds the database's first day.</summary>
    public const string FirstDay = "(first day)";

    public static IEngine Engine(IConfiguration configuration)
    {
        var provider = configuration["Database:Provider"] ?? "Sqlite";
        var connection = configuration["Database:ConnectionString"];
        try
        {
            return provider.ToUpperInvariant() switch
            {
                "SQLITE" => new SqliteEngine(connection ?? SqliteEngine.ForFile(FilePath(configuration))),
                "POSTGRESQL" => new PostgreSqlEngine(connection ?? throw Missing(provider), MaxBatchSize(configuration)),
                "SQLSERVER" => new SqlServerEngine(connection ?? throw Missing(provider), MaxBatchSize(configuration)),
                _ => throw new StartupRefusal($"Database:Provider '{provider}' is not known; it is Sqlite, PostgreSql or SqlServer."),
            };
        }
        catch (ArgumentException)
        {
            throw new StartupRefusal($"Database:ConnectionString is not one that {provider} understands; see docs/configuration.md for an example."); // it may hold a password: never shown
        }
    }

    public static string FilePath(IConfiguration configuration) => configuration["Database:Path"] ?? "data/dibao.db";

    /// <summary>Removes a scenario's database file, asked for by --reset.</summary>
    public static void Remove(IConfiguration configuration)
    {
        if (configuration["Database:ConnectionString"] is not null)
            throw new StartupRefusal("--reset removes a SQLite file given by Database:Path; with Database:ConnectionString empty the database yourself.");
        foreach (var suffix in new[] { "", "-wal", "-shm" }) File.Delete(FilePath(configuration) + suffix);
    }

    public static async Task Prepare(IServiceProvider services, bool production, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeSystem();
        var db = scope.ServiceProvider.GetRequiredService<DibaoDbContext>();
        var clock = services.GetRequiredService<DibaoClock>();
        await Migrate(db, cancellation);
        if (await db.Set<ClockRow>().AsNoTracking().SingleOrDefaultAsync(cancellation) is { } row)
        {
            if (production) throw new StartupRefusal($"This database belongs to the scenario '{row.Scenario}'; Production does not serve it. Point Database:Path or Database:ConnectionString at another.");
            clock.Follow(row);
        }
        await RememberFirstDay(db, clock, cancellation);
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        foreach (var command in services.GetRequiredService<IReadOnlyList<IModule>>().SelectMany(m => m.AtStart))
        {
            var answer = await mediator.Send(command, cancellation);
            if (answer.Refused) throw new StartupRefusal(answer.Error.DetailEn);
        }
    }

    private static async Task RememberFirstDay(DibaoDbContext db, DibaoClock clock, CancellationToken cancellation)
    {
        using var turn = await db.Engine.TurnToWrite(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.TakeNumbers(FirstDay, 0, cancellation); // of nodes that start at once, one has the first day
        if (await db.Set<TimetableRun>().AnyAsync(r => r.Entry == FirstDay, cancellation)) return;
        db.Add(new TimetableRun { Entry = FirstDay, Period = clock.GetCurrentInstant(), RunAt = clock.MachineTime });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static StartupRefusal Missing(string provider) => new($"Database:Provider {provider} needs Database:ConnectionString; see docs/configuration.md for an example.");

    private static int? MaxBatchSize(IConfiguration configuration) => configuration["Database:MaxBatchSize"] is not { } text
        ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0
            ? size
            : throw new StartupRefusal($"Database:MaxBatchSize '{text}' is not a whole number from 1 up.");

    private static async Task Migrate(DibaoDbContext db, CancellationToken cancellation)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        if (applied.Find(m => !known.Contains(m)) is { } newer)
            throw new StartupRefusal($"The database was made by a newer version (migration {newer}). Start that version, or point Database:Path at another database.");
        if (applied.Count < known.Count) await db.Database.MigrateAsync(cancellation);
    }
}
