using Dibao.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dibao.IntegrationTests.SqlServer;

/// <summary>SQL Server's tables, read from the script of its migrations.</summary>
public sealed class MigrationTests
{
    private const int ClusteredKeyBytes = 900;
    private const int IndexKeyBytes = 1700;

    [Fact]
    public void The_scripts_parse_and_every_name_in_them_leads_somewhere()
    {
        References.Wrong(Migrated.Plain, Migrated.Tables).Should().BeEmpty();
        References.Wrong(Migrated.Idempotent, Migrated.Tables).Should().BeEmpty();
    }

    [Fact]
    public void Every_column_of_the_model_is_created()
    {
        using var db = new NoServer().Open();
        var tables = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.ToList();
        tables.Should().HaveCountGreaterThan(30);
        foreach (var table in tables)
            Migrated.Tables.Find($"{table.Schema}.{table.Name}")!.Keys.Should().BeEquivalentTo(table.Columns.Select(c => c.Name), table.Name);
        Migrated.Tables.Names.Should().HaveCount(tables.Count + 1, "the history of migrations is the one table beside the model");
    }

    [Fact]
    public void No_change_of_the_model_waits_for_a_migration()
    {
        using var db = new NoServer().Open();
        db.Database.HasPendingModelChanges().Should().BeFalse("`dotnet run build/build.cs migrate Initial` writes it");
    }

    [Fact]
    public void Ids_are_sixteen_bytes()
    {
        using var db = new NoServer().Open();
        var ids = Properties(db).Where(p => Bare(p) == typeof(Guid) || Bare(p).IsAssignableTo(typeof(IId))).ToList();
        ids.Should().HaveCountGreaterThan(50);
        ids.Should().OnlyContain(p => p.GetColumnType() == "binary(16)");
    }

    [Fact]
    public void Text_is_compared_by_code_point()
    {
        using var db = new NoServer().Open();
        var texts = Properties(db).Where(p => p.GetColumnType().Contains("char", StringComparison.Ordinal)).ToList();
        var compared = texts.Where(p => p.ClrType == typeof(string)).ToList(); // the others are documents, read and written whole
        compared.Should().HaveCountGreaterThan(50);
        compared.Should().OnlyContain(p => p.GetCollation() == "Latin1_General_100_BIN2");
        texts.Except(compared).Should().OnlyContain(p => p.GetColumnType() == "nvarchar(max)" && !p.IsKey() && !p.IsIndex());
    }

    [Fact]
    public void No_key_is_longer_than_the_server_takes()
    {
        using var db = new NoServer().Open();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            Bytes(entity.FindPrimaryKey()!.Properties).Should().BeLessThanOrEqualTo(ClusteredKeyBytes, entity.Name);
            foreach (var index in entity.GetIndexes()) Bytes(index.Properties).Should().BeLessThanOrEqualTo(IndexKeyBytes, index.GetDatabaseName());
        }
    }

    [Fact]
    public void No_row_can_be_reached_by_two_cascades()
    {
        using var db = new NoServer().Open();
        foreach (var entity in db.Model.GetEntityTypes())
            entity.GetForeignKeys().Count(k => k.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull).Should().BeLessThanOrEqualTo(1, entity.Name);
    }

    private static IEnumerable<IProperty> Properties(DibaoDbContext db) => db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(e => e.GetProperties());

    private static Type Bare(IProperty property) => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

    private static int Bytes(IEnumerable<IProperty> key) => key.Sum(p => p.GetRelationalTypeMapping() switch
    {
        { DbType: System.Data.DbType.String, Size: { } characters } => 2 * characters,
        { Size: { } bytes } => bytes,
        _ => 8,
    });
}
