using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dibao.Api.Startup;

/// <summary>Brings the tables up to date, after looking whether they are ones that this version may touch.</summary>
internal sealed class Tables(DibaoDbContext db, IEngine engine)
{
    private const string OnSchemas = "SELECT TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.TABLES";
    private const string OnPrefixes = "SELECT '', name FROM sqlite_master WHERE type = 'table'";

    /// <summary>Refuses, before anything is changed, a database that is not this version's to serve; migrates it when it is behind and <paramref name="migrate"/> allows.</summary>
    public async Task BringUpToDate(bool migrate, bool production, CancellationToken cancellation)
    {
        var known = db.Database.GetMigrations().ToList();
        var found = await Found(cancellation); // looked for first: what another node has migrated meanwhile then has its record too
        var applied = await Applied(cancellation);
        if (applied.Except(known).Max(StringComparer.Ordinal) is { } foreign) throw Foreign(foreign, known);
        if (production && applied.Count > 0) await RefuseScenario(cancellation);
        if (applied.Count < known.Count)
        {
            if (applied.Count == 0 && found.FirstOrDefault() is { } table)
                throw new StartupRefusal($"The database already has a table '{table}' but no record of migrations: restore it whole from a backup, or name an empty one.");
            if (!migrate)
                throw new StartupRefusal($"The database is behind this version (it lacks the migration {known.Except(applied).First()}) and Database:Migrate is false: run the program once with --migrate, then start again.");
            using var turn = await engine.TurnToMigrate(db, cancellation);
            await db.Database.MigrateAsync(cancellation);
        }
        if (Ours().Except(await Found(cancellation)).FirstOrDefault() is { } missing)
            throw new StartupRefusal($"The database is not whole: the table '{missing}' is missing although its migrations are recorded. Restore it from a backup, or name another.");
    }

    /// <summary>The migrations on record. The drivers would ask for a missing record by an error in the log.</summary>
    private async Task<List<string>> Applied(CancellationToken cancellation) =>
        (await All(cancellation)).Any(t => string.Equals(t.Table, HistoryRepository.DefaultTableName, StringComparison.Ordinal))
            ? [.. await db.Database.GetAppliedMigrationsAsync(cancellation)]
            : [];

    private async Task RefuseScenario(CancellationToken cancellation)
    {
        if (await db.Set<ClockRow>().Select(c => c.Scenario).SingleOrDefaultAsync(cancellation) is { } scenario)
            throw new StartupRefusal($"This database belongs to the scenario '{scenario}'; Production does not serve it. Point Database:Path or Database:ConnectionString at another.");
    }

    private IEnumerable<string> Ours() => db.Model.GetRelationalModel().Tables.Select(Name);

    /// <summary>Those of our tables that the database has.</summary>
    private async Task<List<string>> Found(CancellationToken cancellation)
    {
        var all = await All(cancellation);
        return [.. db.Model.GetRelationalModel().Tables.Where(t => all.Contains((t.Schema ?? "", t.Name))).Select(Name)];
    }

    private async Task<HashSet<(string Schema, string Table)>> All(CancellationToken cancellation)
    {
        if (!engine.HasSchemas && !await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellation)) return []; // a file yet to be made
        await db.Database.OpenConnectionAsync(cancellation); // a server's database must exist: migrating would make one of a misspelt name
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = engine.HasSchemas ? OnSchemas : OnPrefixes;
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var all = new HashSet<(string, string)>();
            while (await reader.ReadAsync(cancellation)) all.Add((reader.GetString(0), reader.GetString(1)));
            return all;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static string Name(ITable table) => table.Schema is null ? table.Name : $"{table.Schema}.{table.Name}";

    private static StartupRefusal Foreign(string migration, IReadOnlyList<string> known) => new(
        string.CompareOrdinal(migration, known[^1]) > 0
            ? $"The database was made by a newer version (migration {migration}). Start that version, or point Database:Path or Database:ConnectionString at another database."
            : $"The database was made by another version, whose migration {migration} this one does not have. Start that version, or point Database:Path or Database:ConnectionString at another database.");
}
