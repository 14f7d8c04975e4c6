using System.Reflection;
using System.Runtime.CompilerServices;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dibao.IntegrationTests.SqlServer;

/// <summary>What the engine makes of SQL Server's failures, and how its bulk copy reads rows.</summary>
public sealed class SqlServerEngineTests
{
    private const int Deadlock = 1205;
    private const int DuplicateKey = 2627;
    private const byte OfAUser = 16;
    private const byte OfTheConnection = 20;
    private readonly SqlServerEngine engine = new("Server=nowhere", null);

    [Theory]
    [InlineData(2601, true)]
    [InlineData(DuplicateKey, true)]
    [InlineData(Deadlock, false)]
    [InlineData(547, false)]
    public void A_duplicate_is_a_clash_with_a_unique_index_or_a_key(int number, bool duplicate)
    {
        foreach (var failure in Wrapped(Failure(number))) engine.IsDuplicate(failure).Should().Be(duplicate, failure.ToString());
    }

    [Theory]
    [InlineData(Deadlock, true)]
    [InlineData(1222, true)]
    [InlineData(-2, true)]
    [InlineData(9002, true)]
    [InlineData(DuplicateKey, false)]
    [InlineData(547, false)]
    [InlineData(18456, false)]
    public void What_passes_is_tried_again(int number, bool transient)
    {
        foreach (var failure in Wrapped(Failure(number))) engine.IsTransient(failure).Should().Be(transient, failure.ToString());
    }

    [Fact]
    public void A_severed_connection_passes_whatever_severed_it()
    {
        foreach (var failure in Wrapped(Failure(50_000, OfTheConnection))) engine.IsTransient(failure).Should().BeTrue(failure.ToString());
        engine.IsTransient(Failure(50_000)).Should().BeFalse("the same number leaves the connection open");
    }

    [Fact]
    public void A_failure_that_is_not_the_servers_is_neither()
    {
        var failure = new InvalidOperationException("x", new DbUpdateException("y"));
        (engine.IsDuplicate(failure), engine.IsTransient(failure)).Should().Be((false, false));
    }

    [Fact]
    public void Bulk_rows_are_taken_one_at_a_time()
    {
        using var db = new NoServer().Open();
        var taken = 0;
        IEnumerable<FactRow> Endless()
        {
            while (true)
            {
                taken++;
                yield return Fact();
            }
        }

        using var rows = Rows(db, Endless());
        taken.Should().Be(0);
        for (var i = 1; i <= 3; i++)
        {
            rows.Read().Should().BeTrue();
            rows.GetValues(new object[rows.FieldCount]);
            taken.Should().Be(i);
        }
    }

    [Fact]
    public void A_bulk_row_holds_what_the_table_takes()
    {
        using var db = new NoServer().Open();
        var subject = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff");
        var fact = Fact(subject);
        using var rows = Rows(db, [fact]);
        rows.Read().Should().BeTrue();
        rows[nameof(FactRow.Subject)].Should().BeOfType<byte[]>().Which.Should().Equal(Convert.FromHexString("00112233445566778899aabbccddeeff"), "big-endian sorts as the text does");
        rows["sequence"].Should().Be(DBNull.Value);
        rows.IsDBNull(rows.GetOrdinal("sequence")).Should().BeTrue();
        rows[nameof(FactRow.At)].Should().Be(fact.At.ToDateTimeUtc());
        rows[nameof(FactRow.County)].Should().Be(fact.County.Code);
        rows[nameof(FactRow.Body)].Should().Be(fact.Body);
        rows.GetOrdinal(nameof(FactRow.Id)).Should().Be(-1, "the server counts");
        rows.Read().Should().BeFalse();
    }

    [Fact]
    public void Every_table_can_be_read_for_bulk_copy_and_its_dates_are_the_drivers()
    {
        using var db = new NoServer().Open();
        var dates = db.Model.GetEntityTypes().Where(e => !e.IsOwned() && !e.GetProperties().Any(p => p.IsShadowProperty())).Sum(e => (int)typeof(SqlServerEngineTests)
            .GetMethod(nameof(CheckEmpty), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(e.ClrType).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [db], null)!);
        dates.Should().BeGreaterThan(10);
    }

    [Fact]
    public void The_stand_in_for_the_drivers_companion_lies_beside_the_product()
    {
        const string name = "Microsoft.SqlServer.Server";
        File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll")).Should().BeTrue();
        Assembly.Load(name).GetExportedTypes().Should().NotBeEmpty();
        var missing = Missing(typeof(SqlConnection).Assembly.GetReferencedAssemblies().Where(a => a.Name == name));
        missing.Should().BeEmpty("the driver finds it under the version it asks for");
    }

    /// <summary>Reads an empty row of a table as bulk copy would, and answers how many dates were in it.</summary>
    private static int CheckEmpty<T>(DibaoDbContext db) where T : class
    {
        var (entity, dates) = (db.Model.FindEntityType(typeof(T))!, 0);
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        var row = (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
        foreach (var part in entity.GetComplexProperties()) part.PropertyInfo!.SetValue(row, RuntimeHelpers.GetUninitializedObject(part.ClrType));
        using var rows = Rows(db, [row]);
        rows.Read().Should().BeTrue();
        for (var i = 0; i < rows.FieldCount; i++)
        {
            var because = $"{typeof(T).Name}.{rows.GetName(i)}";
            var property = entity.GetFlattenedProperties().Single(p => p.GetColumnName(table) == rows.GetName(i));
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type == typeof(LocalDate))
            {
                rows.GetFieldType(i).Should().Be<DateTime>(because);
                dates++;
            }
            if (type == typeof(Guid) || type.IsAssignableTo(typeof(IId))) rows.GetFieldType(i).Should().Be<byte[]>(because);
            var value = rows[i];
            if (Nullable.GetUnderlyingType(property.ClrType) is not null) value.Should().Be(DBNull.Value, because);
            if (value is not DBNull) value.Should().BeOfType(rows.GetFieldType(i), because);
        }
        return dates;
    }

    private static BulkWriter.Rows Rows<T>(DibaoDbContext db, IEnumerable<T> rows) where T : class
    {
        var columns = BulkTable.Of(db, typeof(T)).Columns;
        return new(columns, [.. columns.Select(c => c.Read())], rows.GetEnumerator());
    }

    private static FactRow Fact(Guid? subject = null) => new()
    {
        Type = "x",
        Subject = subject ?? Guid.CreateVersion7(),
        County = DivisionCode.Parse("320706"),
        At = Instant.FromUtc(2026, 7, 1, 0, 0),
        Body = "{}",
    };

    private static List<string> Missing(IEnumerable<AssemblyName> names)
    {
        var missing = new List<string>();
        foreach (var name in names)
        {
            try
            {
                Assembly.Load(name);
            }
            catch (IOException failure)
            {
                missing.Add(failure.Message);
            }
        }
        return missing;
    }

    /// <summary>A failure as the product meets it: bare, from a save, and from a query or a strategy around that.</summary>
    private static IEnumerable<Exception> Wrapped(SqlException failure)
    {
        var saved = new DbUpdateException("An error occurred while saving.", failure);
        return [failure, saved, new InvalidOperationException("An exception has been raised.", failure), new InvalidOperationException("An exception has been raised.", saved)];
    }

    /// <summary>A failure of the server; the driver lets nobody else make one.</summary>
    private static SqlException Failure(int number, byte severity = OfAUser)
    {
        const BindingFlags hidden = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        var errors = Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        var make = typeof(SqlError).GetConstructors(hidden).MinBy(c => c.GetParameters().Length)!;
        var error = make.Invoke([.. make.GetParameters().Select(p => p.Name switch
        {
            "infoNumber" => number,
            "errorClass" => severity,
            _ => Nothing(p.ParameterType),
        })]);
        typeof(SqlErrorCollection).GetMethod("Add", hidden)!.Invoke(errors, [error]);
        var create = typeof(SqlException).GetMethods(hidden).Where(m => m.Name == "CreateException").MinBy(m => m.GetParameters().Length)!;
        var failure = (SqlException)create.Invoke(null, [.. create.GetParameters().Select(p => p.ParameterType == typeof(SqlErrorCollection) ? errors : Nothing(p.ParameterType))])!;
        (failure.Number, failure.Class).Should().Be((number, severity));
        return failure;
    }

    private static object? Nothing(Type type) => type == typeof(string) ? "" : type.IsValueType ? Activator.CreateInstance(type) : null;
}
