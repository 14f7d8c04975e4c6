using System.Collections.Concurrent;
using Dibao.Api.Startup;
using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.PostgreSql;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dibao.IntegrationTests;

/// <summary>Takes the next of two series, one after the other; two who take them crosswise wait for each other.</summary>
internal sealed record TakeBoth(string First, string Second, TakeBoth.Crossroads At) : ICommand<Done>
{
    /// <summary>Holds whoever has his first number until the other has his too, for a while: an engine with one writer lets only one come this far.</summary>
    internal sealed class Crossroads
    {
        private readonly TaskCompletionSource both = new();
        private int arrived;

        public int Attempts => arrived;

        public Task Arrive()
        {
            if (Interlocked.Increment(ref arrived) >= 2) both.TrySetResult();
            return Task.WhenAny(both.Task, Task.Delay(TimeSpan.FromMilliseconds(500)));
        }
    }

    internal sealed class Handler(DibaoDbContext db) : ICommandHandler<TakeBoth, Done>
    {
        public async Task<Result<Done>> Handle(TakeBoth request, CancellationToken cancellationToken)
        {
            await db.TakeNumbers(request.First, 1, cancellationToken);
            await request.At.Arrive();
            await db.TakeNumbers(request.Second, 1, cancellationToken);
            return Done.It;
        }
    }
}

/// <summary>Where engines differ, the house does not: each difference that bites has its test here.</summary>
public sealed class EngineTests(OneApi one) : IClassFixture<OneApi>
{
    private readonly RunningApi api = one.Api;

    [EveryEngine]
    public async Task Text_is_ordered_and_compared_by_code_point()
    {
        var marker = $"order-{Guid.NewGuid():N}:";
        string[] names = ["A", "B", "Z", "_", "a", "b", "é", "ｚ", "一", "张", "阿"];
        await Write(names.Reverse().Select(n => new NumberSeries { Name = marker + n, Last = 1 }));
        var (first, last) = (marker, marker + '\uffff');
        var series = await api.Ask(db => db.Set<NumberSeries>().AsNoTracking()
            .Where(s => string.Compare(s.Name, first) >= 0 && string.Compare(s.Name, last) < 0).OrderBy(s => s.Name).Select(s => s.Name).ToListAsync());
        series.Select(s => s[marker.Length..]).Should().Equal(names.Order(StringComparer.Ordinal), "a range is a prefix, and its order is that of the code points");
        var upper = marker + "É";
        (await api.Ask(db => db.Set<NumberSeries>().CountAsync(s => s.Name == upper))).Should().Be(0, "upper and lower case are two texts");
    }

    [EveryEngine]
    public async Task An_instant_keeps_its_microseconds()
    {
        var at = Instant.FromUtc(2026, 7, 1, 0, 0) + Duration.FromTicks(1_234_567_0);
        var id = await Fact(at);
        (await api.Ask(db => db.Set<FactRow>().AsNoTracking().SingleAsync(f => f.Id == id))).At.Should().Be(at);
        var later = at + Duration.FromTicks(10);
        (await api.Ask(db => db.Set<FactRow>().CountAsync(f => f.Id == id && f.At < later))).Should().Be(1);
        (await api.Ask(db => db.Set<FactRow>().CountAsync(f => f.Id == id && f.At < at))).Should().Be(0);
    }

    [EveryEngine]
    public async Task Ids_made_one_after_the_other_are_listed_in_that_order()
    {
        var ids = Enumerable.Range(0, 40).Select(i => Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(20_000 + i * 37))).ToList();
        foreach (var id in Enumerable.Reverse(ids)) await Fact(Instant.FromUnixTimeSeconds(0), id);
        var (least, most) = (ids[0], ids[^1]);
        var subjects = await api.Ask(db => db.Set<FactRow>().AsNoTracking().Where(f => f.Subject >= least && f.Subject <= most).OrderBy(f => f.Subject).Select(f => f.Subject).ToListAsync());
        subjects.Should().Equal(ids);
        var middle = ids[19];
        (await api.Ask(db => db.Set<FactRow>().AsNoTracking().Where(f => f.Subject <= most).After(f => f.Subject, middle).CountAsync())).Should().Be(20);
    }

    [EveryEngine]
    public async Task Money_is_whole_fen_in_every_column_and_sum()
    {
        var columns = await api.Ask(db => Task.FromResult(db.Model.GetRelationalModel().Tables.SelectMany(t => t.Columns).Select(c => (c.Name, c.StoreType.ToUpperInvariant())).ToList()));
        columns.Should().HaveCountGreaterThan(200);
        columns.Should().NotContain(c => new[] { "DECIMAL", "NUMERIC", "FLOAT", "REAL", "DOUBLE", "MONEY" }.Any(t => c.Item2.StartsWith(t, StringComparison.Ordinal)));
        var marker = $"sum-{Guid.NewGuid():N}:";
        await Write(Enumerable.Range(0, 1_001).Select(i => new NumberSeries { Name = $"{marker}{i:0000}", Last = 9_000_000_000_001 }));
        (await api.Ask(db => db.Set<NumberSeries>().Where(s => s.Name.StartsWith(marker)).SumAsync(s => s.Last))).Should().Be(1_001 * 9_000_000_000_001, "no digit is lost");
    }

    [EveryEngine]
    public async Task Sixteen_who_take_numbers_leave_no_gap_and_no_double()
    {
        var series = $"taken-{Guid.NewGuid():N}";
        var taken = new ConcurrentBag<long>();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await InTransaction(async db =>
                {
                    var number = await db.TakeNumbers(series, 1, CancellationToken.None);
                    if ((writer + i) % 5 == 0) return false; // what is given up is given to the next
                    taken.Add(number);
                    return true;
                });
            }
        })));
        taken.Should().HaveCount(256);
        taken.Order().Should().Equal(Enumerable.Range(1, 256).Select(n => (long)n));
        (await api.Ask(db => db.Set<NumberSeries>().AsNoTracking().SingleAsync(s => s.Name == series))).Last.Should().Be(256);
    }

    [EveryEngine]
    public async Task A_person_entered_by_eight_clerks_at_once_stands_in_one_household()
    {
        var number = Fictitious.IdNumber();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            api.As(Roles.TownshipOfficer).Post("/households", Fictitious.Household(members: [Fictitious.Member(), Fictitious.Member("son", number)]), Guid.NewGuid().ToString())));
        answers.Count(a => a.Status == 201).Should().Be(1);
        foreach (var refused in answers.Where(a => a.Status != 201)) refused.ShouldRefuse(409, "households.person_elsewhere");
    }

    [EveryEngine]
    public async Task A_household_that_applies_eight_times_at_once_has_one_live_case()
    {
        var household = await api.Register();
        var application = new JsonObject { ["household"] = household.Id, ["applicant"] = household["members"][0]!["person"]!.GetValue<string>(), ["papers"] = new JsonArray("hukouBook", "idCards"), ["statementSigned"] = true, ["checkAuthorised"] = true };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => api.As(Roles.TownshipOfficer).Decide("/applications", application.DeepClone())));
        answers.Where(a => a.Status != 201).Select(a => a.Problem).Distinct().Should().ContainSingle().Which.Should().StartWith("eligibility.");
        answers.Count(a => a.Status == 201).Should().Be(1, string.Join('\n', answers.Select(a => a.Text)));
        (await api.Database.Count("SELECT count(*) FROM eligibility_application")).Should().BePositive();
    }

    [EveryEngine]
    public async Task Two_who_wait_for_each_other_both_come_through()
    {
        await using var crossed = await RunningApi.Start([.. Roof.Modules, new ListeningModule()], beside: null);
        var crossing = new TakeBoth.Crossroads();
        var (a, b) = ("crossed-a", "crossed-b");
        var answers = await Task.WhenAll(Send(crossed, new TakeBoth(a, b, crossing)), Send(crossed, new TakeBoth(b, a, crossing)));
        answers.Should().OnlyContain(r => !r.Refused);
        foreach (var series in (string[])[a, b])
            (await crossed.Ask(db => db.Set<NumberSeries>().AsNoTracking().SingleAsync(s => s.Name == series))).Last.Should().Be(2, "each has taken it once");
        if (api.Database.Engine != TestEngine.Sqlite) crossing.Attempts.Should().BeGreaterThan(2, "one was the victim of a deadlock and began again");
    }

    [EveryEngine]
    public async Task A_writer_from_outside_is_waited_for()
    {
        await using var outside = await api.Database.Open();
        await using var transaction = await outside.BeginTransactionAsync();
        await using (var command = outside.CreateCommand())
        {
            command.Transaction = transaction;
            command.CommandText = $"DELETE FROM {(api.Database.Engine == TestEngine.Sqlite ? "numbers_series" : "numbers.series")} WHERE name = 'nobody'";
            await command.ExecuteNonQueryAsync();
        }
        var registering = api.As(Roles.TownshipOfficer).Post("/households", Fictitious.Household(), Guid.NewGuid().ToString());
        await Task.WhenAny(registering, Task.Delay(TimeSpan.FromMilliseconds(300)));
        await transaction.CommitAsync();
        (await registering).Status.Should().Be(201);
    }

    [EveryEngine]
    public async Task Who_reads_for_long_holds_nobody_up_and_sees_one_state()
    {
        await using var reader = await api.Database.Open();
        await using var transaction = api.Database.Engine == TestEngine.Sqlite
            ? ((Microsoft.Data.Sqlite.SqliteConnection)reader).BeginTransaction(deferred: true)
            : await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        async Task<long> Households()
        {
            await using var command = reader.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"SELECT count(*) FROM {(api.Database.Engine == TestEngine.Sqlite ? "households_household" : "households.household")}";
            return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        }
        var before = await Households();
        for (var i = 0; i < 20; i++) await api.Register();
        (await Households()).Should().Be(before);
        await transaction.CommitAsync();
        (await api.Database.Count("SELECT count(*) FROM households_household")).Should().BeGreaterThanOrEqualTo(before + 20);
    }

    [EveryEngine]
    public async Task A_bulk_write_called_off_leaves_nothing_and_the_connection_usable()
    {
        var marker = $"called-off-{Guid.NewGuid():N}:";
        using var off = new CancellationTokenSource();
        IEnumerable<NumberSeries> Rows()
        {
            for (var i = 0; i < 100_000; i++)
            {
                if (i == 5_000) off.Cancel();
                yield return new NumberSeries { Name = $"{marker}{i:000000}", Last = i };
            }
        }
        await InTransaction(async db =>
        {
            var writing = () => db.WriteMany(Rows(), off.Token);
            await writing.Should().ThrowAsync<OperationCanceledException>();
            return false;
        });
        (await api.Database.Count($"SELECT count(*) FROM numbers_series WHERE name LIKE '{marker}%'")).Should().Be(0);
        await Write([new NumberSeries { Name = marker, Last = 1 }]);
        (await api.Database.Count($"SELECT count(*) FROM numbers_series WHERE name LIKE '{marker}%'")).Should().Be(1);
    }

    [EveryEngine]
    public Task What_was_just_added_can_be_changed_and_saved_again() => InTransaction(async db =>
    {
        var type = db.Model.GetEntityTypes().Single(t => string.Equals(t.ClrType.Name, "FalseIssuer", StringComparison.Ordinal)).ClrType;
        var root = (AggregateRoot)Activator.CreateInstance(type, nonPublic: true)!;
        db.Entry(root).Property("Id").CurrentValue = Guid.CreateVersion7();
        db.Add(root);
        await db.SaveChangesAsync();
        await db.SaveChangesAsync();
        root.Version.Should().Be(1, "nothing has changed");
        db.Entry(root).Property("Note").CurrentValue = "changed";
        await db.SaveChangesAsync();
        var stored = (await db.Entry(root).GetDatabaseValuesAsync())!;
        (stored[nameof(AggregateRoot.Version)], stored["Note"]).Should().Be((2L, "changed"));
        return false;
    });

    [EveryEngine]
    public Task A_new_row_takes_the_unique_value_that_another_gives_up_in_the_same_save() => InTransaction(async db =>
    {
        const long value = 9_000_000;
        var first = Entry();
        first.SealNumber = value;
        db.Add(first);
        await db.SaveChangesAsync();
        first.SealNumber = value + 1;
        var second = Entry();
        second.SealNumber = value;
        db.Add(second);
        await db.SaveChangesAsync();
        (await db.Set<AuditEntry>().AsNoTracking().Where(e => e.SealNumber >= value).OrderBy(e => e.SealNumber).Select(e => e.Id).ToListAsync()).Should().Equal(second.Id, first.Id);
        return false;

        AuditEntry Entry() => AuditEntry.Of(Guid.CreateVersion7(), db.Caller, Instant.FromUtc(2026, 7, 1, 0, 0), "Test", null, "done");
    });

    [EveryEngine]
    public Task Facts_stand_in_the_order_in_which_they_were_said_however_many_a_save_holds() => InTransaction(async db =>
    {
        foreach (var count in new[] { 1, 3, 50 })
        {
            var said = Enumerable.Range(0, count).Select(_ => Guid.NewGuid()).ToList();
            db.AddRange(said.Select(subject => new FactRow { Type = "tests.heard_by_nobody", Subject = subject, County = DivisionCode.Parse("320706"), At = Instant.FromUtc(2026, 7, 1, 0, 0), Body = "{}" }));
            await db.SaveChangesAsync();
            (await db.Set<FactRow>().AsNoTracking().Where(f => said.Contains(f.Subject)).OrderBy(f => f.Id).Select(f => f.Subject).ToListAsync()).Should().Equal(said);
        }
        return false;
    });

    [EveryEngine]
    public async Task A_client_that_hangs_up_leaves_a_whole_household_or_none()
    {
        for (var i = 0; i < 20; i++)
        {
            using var hangUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(i));
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/households")
            {
                Content = new StringContent(Fictitious.Household(members: [Fictitious.Member(), Fictitious.Member("spouse")]).ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
            };
            try
            {
                using var answer = await api.As(Roles.TownshipOfficer).SendAsync(request, hangUp.Token);
            }
            catch (OperationCanceledException)
            {
                // hung up
            }
        }
        await api.Register(); // the next one is served
        (await api.Database.Count("SELECT count(*) FROM households_household h WHERE NOT EXISTS (SELECT 1 FROM households_member m WHERE m.Household = h.Id)")).Should().Be(0);
        (await api.Database.Count("SELECT count(*) FROM households_person p WHERE NOT EXISTS (SELECT 1 FROM households_household h WHERE h.Id = p.Household)")).Should().Be(0);
    }

    [OneEngine("PostgreSql")]
    public async Task Statements_are_prepared_as_they_recur_unless_the_connection_string_says_otherwise()
    {
        var connection = api.Database.Settings["Database:ConnectionString"]!;
        (await Prepared(connection)).Should().BePositive();
        (await Prepared(connection + ";Max Auto Prepare=0")).Should().Be(0);

        static async Task<long> Prepared(string connectionString)
        {
            using var engine = new PostgreSqlEngine(connectionString, null);
            var options = new DbContextOptionsBuilder();
            engine.Configure(options);
            await using var db = new DbContext(options.Options);
            await db.Database.OpenConnectionAsync();
            const int often = 10;
            for (var time = 0; time < often; time++) await db.Database.SqlQuery<int>($"SELECT 1 AS \"Value\"").ToListAsync();
            return await db.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM pg_prepared_statements").SingleAsync();
        }
    }

    /// <summary>A fact that nobody hears.</summary>
    private async Task<long> Fact(Instant at, Guid? subject = null)
    {
        var row = new FactRow { Type = "tests.heard_by_nobody", Subject = subject ?? Guid.CreateVersion7(), County = DivisionCode.Parse("320706"), At = at, Body = "{}" };
        return await api.Ask(async db =>
        {
            db.Add(row);
            await db.SaveChangesAsync();
            return row.Id;
        });
    }

    private Task Write(IEnumerable<NumberSeries> rows) => InTransaction(async db =>
    {
        await db.WriteMany(rows, CancellationToken.None);
        return true;
    });

    private Task<bool> InTransaction(Func<DibaoDbContext, Task<bool>> work) => api.Ask(async db =>
    {
        using var turn = await db.Engine.TurnToWrite(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var kept = await work(db);
        if (kept) await transaction.CommitAsync();
        return kept;
    });

    private static async Task<Result<Done>> Send(RunningApi api, TakeBoth command)
    {
        await using var scope = api.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeSystem();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command);
    }
}
