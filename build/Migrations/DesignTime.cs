using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Eligibility;
using Dibao.Funds;
using Dibao.Households;
using Dibao.Oversight;
using Dibao.PostgreSql;
using Dibao.ReviewCycle;
using Dibao.Sqlite;
using Dibao.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Dibao.Migrations;

/// <summary>Makes the context for dotnet-ef; the engine is named by its first argument.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<DibaoDbContext>
{
    public DibaoDbContext CreateDbContext(string[] args)
    {
        IReadOnlyList<IModule> modules =
            [new HouseholdsModule(), new EligibilityModule(), new ReviewCycleModule(), new FundsModule(), new OversightModule()];
        IEngine engine = args switch
        {
            ["Sqlite"] => new SqliteEngine("Data Source=design-time.db"),
            ["PostgreSql"] => new PostgreSqlEngine("Host=design-time", null),
            ["SqlServer"] => new SqlServerEngine("Server=design-time", null),
            _ => throw new ArgumentException("The first argument names the engine: Sqlite, PostgreSql or SqlServer.", nameof(args)),
        };
        var options = new DbContextOptionsBuilder<DibaoDbContext>();
        engine.Configure(options);
        return new DibaoDbContext(options.Options, engine, modules, new Subscriptions(modules), new DibaoClock(TimeProvider.System));
    }
}

internal static class Program
{
    private static void Main() => Console.WriteLine("Run through build.cs migrate.");
}
