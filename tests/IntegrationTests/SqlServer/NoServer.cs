using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Dibao.Api.Startup;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dibao.IntegrationTests.SqlServer;

/// <summary>The product's model on SQL Server with nothing behind it: what would be sent is kept, and every question finds nothing.</summary>
internal sealed class NoServer : DbCommandInterceptor, IDbConnectionInterceptor
{
    private const int Columns = 200;
    private readonly ConcurrentQueue<string> sent = new();

    /// <summary>What would have been sent.</summary>
    public IReadOnlyCollection<string> Sent => [.. sent];

    public DibaoDbContext Open(int? maxBatchSize = null)
    {
        var engine = new SqlServerEngine("Server=nowhere", maxBatchSize);
        var options = new DbContextOptionsBuilder<DibaoDbContext>();
        engine.Configure(options);
        options.AddInterceptors(this);
        var caller = new Caller();
        caller.BecomeSystem();
        return new DibaoDbContext(options.Options, engine, Roof.Modules, new Subscriptions(Roof.Modules), new DibaoClock(TimeProvider.System)).For(caller);
    }

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => new(InterceptionResult.Suppress());

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        NothingFound(command);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(NothingFound(command));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => NothingChanged(command);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(NothingChanged(command));

    private InterceptionResult<DbDataReader> NothingFound(DbCommand command)
    {
        sent.Enqueue(command.CommandText);
        return InterceptionResult<DbDataReader>.SuppressWithResult(Nothing().CreateDataReader());
    }

    /// <summary>No rows, of more columns than any query has: split queries count them before they read.</summary>
    private static DataTable Nothing()
    {
        var table = new DataTable();
        for (var i = 0; i < Columns; i++) table.Columns.Add();
        return table;
    }

    private InterceptionResult<int> NothingChanged(DbCommand command)
    {
        sent.Enqueue(command.CommandText);
        return InterceptionResult<int>.SuppressWithResult(0);
    }
}

/// <summary>The scripts of SQL Server's migrations, and the tables they create.</summary>
internal static class Migrated
{
    /// <summary>As the product applies it.</summary>
    public static string Plain { get; } = Script(MigrationsSqlGenerationOptions.Default);

    /// <summary>As an operator may apply it, however far the database has come.</summary>
    public static string Idempotent { get; } = Script(MigrationsSqlGenerationOptions.Idempotent);

    public static Tables Tables { get; } = new(Plain);

    private static string Script(MigrationsSqlGenerationOptions options)
    {
        using var db = new NoServer().Open();
        return db.GetService<IMigrator>().GenerateScript(options: options);
    }
}
