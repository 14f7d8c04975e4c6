using System.Reflection;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace Dibao.BuildingBlocks.Persistence;

/// <summary>
/// The one unit of work. Each module contributes its tables; a save bumps the versions of changed aggregates and writes
/// the facts they raised.
/// </summary>
public sealed class DibaoDbContext : DbContext
{
    /// <summary>
    /// What the unnumbered facts are to be called, each after the last of its county. The last is looked up for the first of a county only:
    /// the later ones would have to look past the numbers that this statement has just given.
    /// </summary>
    private const string NextNumbers =
        """
        FROM (SELECT fact, nth + max(last) OVER (PARTITION BY county) AS number
            FROM (SELECT fact, county, nth, CASE nth WHEN 1 THEN
                    (SELECT coalesce(max(sequence), 0) FROM {table} WHERE "County" = unnumbered.county AND sequence IS NOT NULL) END AS last
                FROM (SELECT "Id" AS fact, "County" AS county, row_number() OVER (PARTITION BY "County" ORDER BY "Id") AS nth
                    FROM {table} WHERE sequence IS NULL AND "Id" <= {0}) AS unnumbered) AS counted) AS numbered
        WHERE "Id" = fact
        """;

    private readonly IEngine engine;
    private readonly IReadOnlyList<IModule> modules;
    private readonly Subscriptions subscriptions;
    private readonly IClock clock;

    /// <summary>A unit of work on behalf of whoever <see cref="For"/> names; one is used again and again, since each is dear to make.</summary>
    public DibaoDbContext(DbContextOptions<DibaoDbContext> options, IEngine engine, IReadOnlyList<IModule> modules, Subscriptions subscriptions, IClock clock)
        : base(options)
    {
        (this.engine, this.modules, this.subscriptions, this.clock) = (engine, modules, subscriptions, clock);
        Database.AutoSavepointsEnabled = false; // what fails is rolled back as a whole and tried again: a savepoint would be two statements for nothing
    }

    /// <summary>The engine underneath.</summary>
    public IEngine Engine => engine;

    /// <summary>On whose behalf; his division bounds every read of placed rows.</summary>
    public Caller Caller { get; private set; } = new();

    private DivisionCode ScopeFirst => Caller.Division;

    private DivisionCode ScopeLast => Caller.Division.Last;

    private bool EveryonesCases => !Caller.OwnCasesOnly;

    private string Agent => Caller.Subject;

    /// <summary>From now on it works on behalf of this caller.</summary>
    public DibaoDbContext For(Caller caller)
    {
        Caller = caller;
        return this;
    }

    /// <summary>Numbers without gaps: takes <paramref name="count"/> of a series and answers the last.</summary>
    public Task<long> TakeNumbers(string series, long count, CancellationToken cancellation) => engine.TakeNumbers(this, series, count, cancellation);

    /// <summary>Writes many rows by the engine's fast path, inside the running transaction.</summary>
    public Task WriteMany<T>(IEnumerable<T> rows, CancellationToken cancellation) where T : class => engine.WriteMany(this, typeof(T), rows.Select(Saved), cancellation);

    /// <summary>The table of a type has grown much: its queries are planned anew.</summary>
    public Task HasGrown<T>(CancellationToken cancellation) where T : class => engine.HasGrown(this, Table<T>(), cancellation);

    /// <summary>Says a fact that no aggregate raised: bulk work.</summary>
    public void Say(IFact fact) => Set<FactRow>().Add(subscriptions.Write(fact, clock.GetCurrentInstant()));

    /// <summary>Numbers the unnumbered facts up to one of them, county by county in the order of writing; answers them.</summary>
    public async Task<List<NumberedFact>> NumberFacts(long upTo, CancellationToken cancellation)
    {
        var table = Table<FactRow>();
        var numbering = engine.UpdateAnswering($"UPDATE {table} SET sequence = number", NextNumbers.Replace("{table}", table, StringComparison.Ordinal), "Id", "Type", "Subject");
        var numbered = await Database.SqlQueryRaw<NumberedFact>(numbering, upTo).ToListAsync(cancellation);
        if (!engine.IdsAsBytes) return numbered;
        return numbered.ConvertAll(f => f with { Subject = new Guid(f.Subject.ToByteArray(), bigEndian: true) }); // no column of the model: the driver has read its bytes in another order
    }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges(); // once: what is changed below says so itself
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var entry in ChangeTracker.Entries<AggregateRoot>().Where(e => e.State is EntityState.Added or EntityState.Modified || e.Entity.Facts.Count > 0).ToList())
            {
                entry.Entity.MarkSaved();
                if (entry.State is not EntityState.Deleted) entry.Property(nameof(AggregateRoot.Version)).IsModified = true;
                foreach (var fact in entry.Entity.Facts) Say(fact);
                entry.Entity.ForgetFacts();
            }
            if (Database.CurrentTransaction is not null) await Added.Write(this, cancellationToken);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>Gives it back as the framework's other way does: its asynchronous one hands on how often the connection was opened.</summary>
#pragma warning disable MA0042 // nothing is left to wait for: transactions end before
    public override ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
#pragma warning restore MA0042

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        var ids = typeof(Contracts.Households.HouseholdId).Assembly.GetTypes().Where(t => t.IsValueType && t.IsAssignableTo(typeof(IId)));
        Conversions.Apply(configurationBuilder, engine, ids);
        if (engine.TextCollation is { } collation) configurationBuilder.Properties<string>().UseCollation(collation);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        PlumbingModel.Map(modelBuilder);
        foreach (var module in modules) module.Model(modelBuilder);

        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => e.BaseType is null))
        {
            if (!engine.HasSchemas && entity.GetSchema() is { } schema)
            {
                entity.SetTableName($"{schema}_{entity.GetTableName()}");
                entity.SetSchema(null);
            }
            if (entity.ClrType.IsAssignableTo(typeof(AggregateRoot)))
            {
                entity.FindProperty(nameof(AggregateRoot.Version))!.IsConcurrencyToken = true;
                modelBuilder.Entity(entity.ClrType).Ignore(nameof(AggregateRoot.Facts));
            }
            foreach (var key in (entity.FindPrimaryKey()?.Properties ?? []).Where(k => k.ClrType == typeof(Guid) || k.ClrType.IsAssignableTo(typeof(IId))))
                key.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never; // identities are made where they are named
            var scoped = (entity.ClrType.IsAssignableTo(typeof(IPlaced)), entity.ClrType.IsAssignableTo(typeof(IOwned)));
            var filter = scoped switch
            {
                (true, true) => nameof(FilterPlacedAndOwned),
                (true, false) when entity.ClrType.IsAssignableTo(typeof(IPlacedTwice)) => nameof(FilterPlacedTwice),
                (true, false) => nameof(FilterPlaced),
                _ => null,
            };
            if (filter is not null)
                typeof(DibaoDbContext).GetMethod(filter, BindingFlags.NonPublic | BindingFlags.Instance)!
                    .MakeGenericMethod(entity.ClrType).Invoke(this, [modelBuilder]);
        }
    }

    private static T Saved<T>(T row)
    {
        (row as AggregateRoot)?.MarkSaved();
        return row;
    }

    /// <summary>The table of a type, as it stands in a statement.</summary>
    private string Table<T>() where T : class
    {
        var type = Model.FindEntityType(typeof(T))!;
        return this.GetService<ISqlGenerationHelper>().DelimitIdentifier(type.GetTableName()!, type.GetSchema());
    }

    private void FilterPlaced<T>(ModelBuilder model) where T : class, IPlaced =>
        model.Entity<T>().HasQueryFilter(e => e.Division >= ScopeFirst && e.Division <= ScopeLast);

    private void FilterPlacedTwice<T>(ModelBuilder model) where T : class, IPlacedTwice => model.Entity<T>().HasQueryFilter(
        e => (e.Division >= ScopeFirst && e.Division <= ScopeLast) || (e.OtherDivision >= ScopeFirst && e.OtherDivision <= ScopeLast));

    private void FilterPlacedAndOwned<T>(ModelBuilder model) where T : class, IPlaced, IOwned =>
        model.Entity<T>().HasQueryFilter(e => e.Division >= ScopeFirst && e.Division <= ScopeLast && (EveryonesCases || e.Agent == Agent));
}

/// <summary>The plumbing's own tables.</summary>
internal static class PlumbingModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<FactRow>(fact =>
        {
            fact.ToTable("fact", "outbox");
            fact.HasKey(f => f.Id);
            fact.Property(f => f.Type).HasMaxLength(100);
            fact.HasIndex(f => new { f.County, f.Sequence }).IsUnique().HasFilter("sequence is not null");
            fact.HasIndex(f => f.Id).HasDatabaseName("ix_fact_unsequenced").HasFilter("sequence is null");
            fact.Property(f => f.Sequence).HasColumnName("sequence");
        });
        model.Entity<DeliveryRow>(delivery =>
        {
            delivery.ToTable("delivery", "outbox");
            delivery.HasKey(d => d.Id);
            delivery.Property(d => d.Id).ValueGeneratedNever();
            delivery.HasOne(d => d.Fact).WithMany().HasForeignKey(d => d.FactId);
            delivery.Property(d => d.Subscriber).HasMaxLength(100);
            delivery.Property(d => d.State).HasColumnName("state");
            delivery.Property(d => d.LastFailure).HasMaxLength(400);
            delivery.HasIndex(d => new { d.State, d.Id }).HasDatabaseName("ix_delivery_waiting").HasFilter("state <> 2");
            delivery.HasIndex(d => new { d.Subject, d.Subscriber }).HasDatabaseName("ix_delivery_held").HasFilter("state in (1, 3)");
            delivery.HasIndex(d => new { d.FactId, d.Subscriber }).IsUnique();
        });
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("entry", "audit");
            entry.HasKey(e => e.Id);
            entry.Property(e => e.Caller).HasMaxLength(200);
            entry.Property(e => e.Roles).HasMaxLength(400);
            entry.Property(e => e.Action).HasMaxLength(100);
            entry.Property(e => e.Outcome).HasMaxLength(100);
            entry.Property(e => e.SealHash).HasMaxLength(64);
            entry.HasIndex(e => new { e.Concern, e.Id });
            entry.HasIndex(e => e.SealNumber).IsUnique();
            entry.HasIndex(e => e.Id).HasDatabaseName("ix_entry_unsealed").HasFilter("\"SealNumber\" is null"); // the tail the sealer looks for
        });
        model.Entity<IdempotencyRecord>(record =>
        {
            record.ToTable("idempotency", "pipeline");
            record.HasKey(r => new { r.Caller, r.Key });
            record.Property(r => r.Caller).HasMaxLength(200);
            record.Property(r => r.Key).HasMaxLength(IdempotencyRecord.MaxKeyLength);
            record.HasIndex(r => r.KeptUntil);
        });
        model.Entity<NumberSeries>(series =>
        {
            series.ToTable("series", "numbers");
            series.HasKey(s => s.Name);
            series.Property(s => s.Name).HasMaxLength(100).HasColumnName("name");
            series.Property(s => s.Last).HasColumnName("last");
        });
        model.Entity<TimetableRun>(run =>
        {
            run.ToTable("run", "timetable");
            run.HasKey(r => new { r.Entry, r.Period });
            run.Property(r => r.Entry).HasMaxLength(100);
        });
        model.Entity<ClockRow>(clock =>
        {
            clock.ToTable("clock", "timetable");
            clock.HasKey(c => c.Id);
            clock.Property(c => c.Id).ValueGeneratedNever();
            clock.Property(c => c.Scenario).HasMaxLength(100);
        });
    }
}

/// <summary>A fact that has its number.</summary>
public sealed record NumberedFact(long Id, string Type, Guid Subject);

/// <summary>A series of numbers without gaps: file numbers of a county and year, ledger entries of a county.</summary>
public sealed class NumberSeries
{
    /// <summary>Name of the series.</summary>
    public required string Name { get; init; }

    /// <summary>The last number taken.</summary>
    public long Last { get; set; }
}
