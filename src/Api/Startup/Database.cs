using System.Data.Common;
using System.Security.Cryptography;
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
                "POSTGRESQL" => new PostgreSqlEngine(connection ?? throw Missing(provider), configuration.Count("Database:MaxBatchSize")),
                "SQLSERVER" => new SqlServerEngine(connection ?? throw Missing(provider), configuration.Count("Database:MaxBatchSize")),
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
        foreach (var suffix in new[] { "", "-wal", "-shm" })
            if (FilePath(configuration) + suffix is var file && File.Exists(file)) File.Delete(file);
    }

    public static async Task Prepare(IServiceProvider services, bool production, CancellationToken cancellation)
    {
        var engine = services.GetRequiredService<IEngine>();
        try
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().BecomeSystem();
            var migrate = services.GetRequiredService<IConfiguration>().Flag("Database:Migrate", otherwise: true);
            await new Tables(scope.ServiceProvider.GetRequiredService<DibaoDbContext>(), engine).BringUpToDate(migrate, production, cancellation);
            await Begin(scope.ServiceProvider, engine, cancellation);
        }
        catch (CryptographicException)
        {
            throw new StartupRefusal("The keys are not those that the database was written with: set Sealing:Keys and Sealing:HashKey (in Development the folder Keys:Path) to those, or name the database that belongs to these.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartupRefusal($"The folder of the database or of the keys cannot be used: {failure.Message.ReplaceLineEndings(" ")} Give the user that runs this the right to write there, or set Database:Path and Keys:Path.");
        }
        catch (Exception failure) when (failure.Cause<DbException>() is { } cause)
        {
            throw new StartupRefusal(engine.Explain(cause) ?? $"The database cannot be used: {cause.Message.ReplaceLineEndings(" ")} Check Database:Path or Database:ConnectionString.");
        }
    }

    /// <summary>Sets the clock and does what the modules want done at each start, in one unit of work behind one row lock: nodes that start at once do it one after another.</summary>
    private static async Task Begin(IServiceProvider services, IEngine engine, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<DibaoDbContext>();
        var clock = services.GetRequiredService<DibaoClock>();
        if (await db.Set<ClockRow>().AsNoTracking().SingleOrDefaultAsync(cancellation) is { } row) clock.Follow(row);
        using var turn = await engine.TurnToWrite(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.TakeNumbers("starts", 1, cancellation);
        if (!await db.Set<TimetableRun>().AnyAsync(r => r.Entry == FirstDay, cancellation))
            db.Add(new TimetableRun { Entry = FirstDay, Period = clock.GetCurrentInstant(), RunAt = clock.MachineTime });
        var mediator = services.GetRequiredService<IMediator>();
        foreach (var command in services.GetRequiredService<IReadOnlyList<IModule>>().SelectMany(m => m.AtStart))
        {
            var answer = await mediator.Send(command, cancellation);
            if (answer.Refused) throw new StartupRefusal(answer.Error.DetailEn);
        }
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static StartupRefusal Missing(string provider) => new($"Database:Provider {provider} needs Database:ConnectionString; see docs/configuration.md for an example.");
}
