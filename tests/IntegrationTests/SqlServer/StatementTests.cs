using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace Dibao.IntegrationTests.SqlServer;

/// <summary>What is sent to SQL Server beside queries: our own statements, and what is saved.</summary>
public sealed class StatementTests
{
    [Theory]
    [InlineData(SqlServerEngine.MoveSeries)]
    [InlineData(SqlServerEngine.BeginSeries)]
    public void A_statement_of_ours_parses_and_every_name_in_it_leads_somewhere(string raw) =>
        References.Wrong(TransactSql.WithParameters(raw, 2), Migrated.Tables).Should().BeEmpty();

    [Fact]
    public async Task A_series_is_moved_and_when_it_is_not_there_begun()
    {
        var server = new NoServer();
        await using var db = server.Open();
        var taking = () => db.TakeNumbers("file:320706:2026", 1, CancellationToken.None);
        await taking.Should().ThrowAsync<ArgumentOutOfRangeException>("nobody answers");
        server.Sent.Select(s => s.TrimEnd()).Should().Equal(TransactSql.WithParameters(SqlServerEngine.MoveSeries, 2), TransactSql.WithParameters(SqlServerEngine.BeginSeries, 2));
    }

    [Fact]
    public async Task Facts_are_numbered_by_one_statement_that_tells_which()
    {
        var server = new NoServer();
        await using var db = server.Open();
        var numbering = () => db.NumberFacts(upTo: 5000, CancellationToken.None);
        await numbering.Should().ThrowAsync<InvalidOperationException>("nobody answers with the columns");
        var sent = server.Sent.Should().ContainSingle().Subject;
        sent.Should().Contain("UPDATE").And.Contain("OUTPUT INSERTED.[Id]");
        References.Wrong(sent, Migrated.Tables).Should().BeEmpty();
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(1, false)]
    public async Task Rows_are_saved_by_merge_unless_batches_are_switched_off(int? maxBatchSize, bool merged)
    {
        var server = new NoServer();
        await using var db = server.Open(maxBatchSize);
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        db.AddRange(Enumerable.Range(0, 5).Select(_ => new FactRow { Type = "x", Subject = Guid.NewGuid(), County = DivisionCode.Parse("320706"), At = default, Body = "{}" }));
        var saving = () => db.SaveChangesAsync();
        await saving.Should().ThrowAsync<DbUpdateException>("nobody answers with the numbers of the rows");
        var sent = server.Sent.Should().ContainSingle().Subject;
        sent.Contains("MERGE", StringComparison.Ordinal).Should().Be(merged);
        References.Wrong(sent, Migrated.Tables).Should().BeEmpty();
    }

    [Fact]
    public async Task A_changed_row_is_saved_under_its_old_version()
    {
        var server = new NoServer();
        await using var db = server.Open();
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        db.Attach(new NumberSeries { Name = "x" }).Entity.Last = 2;
        var saving = () => db.SaveChangesAsync();
        await saving.Should().ThrowAsync<DbUpdateConcurrencyException>("no row is found");
        References.Wrong(server.Sent.Should().ContainSingle().Subject, Migrated.Tables).Should().BeEmpty();
    }
}
