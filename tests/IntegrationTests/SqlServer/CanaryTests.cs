namespace Dibao.IntegrationTests.SqlServer;

/// <summary>The reader of Transact-SQL sees what is wrong.</summary>
public sealed class CanaryTests
{
    [Theory]
    [InlineData("SELEC [name] FROM [numbers].[series]")]
    [InlineData("CREATE TABLE [numbers].[series] ([name] nvarchar(100)")]
    [InlineData("SELECT [name] FROM [numbers].[series] LIMIT 1")]
    [InlineData("INSERT INTO [numbers].[series] ([name]) VALUES ('x') ON CONFLICT DO NOTHING")]
    [InlineData("EXEC(N'CREATE INDX [x] ON [numbers].[series] ([name])')")]
    public void A_broken_script(string script) => TransactSql.Read(script).Errors.Should().NotBeEmpty();

    [Theory]
    [InlineData("SELECT [s].[name] FROM [numbers].[serie] AS [s]", "table numbers.serie")]
    [InlineData("SELECT [s].[name] FROM [series] AS [s]", "table dbo.series")]
    [InlineData("INSERT INTO [Numbers].[series] ([name]) VALUES ('x')", "table Numbers.series")]
    [InlineData("DELETE FROM [numbers].[nothing]", "table numbers.nothing")]
    [InlineData("SELECT 1 WHERE EXISTS (SELECT 1 FROM [numbers].[nothing])", "table numbers.nothing")]
    [InlineData("EXEC(N'CREATE INDEX [x] ON [numbers].[nothing] ([name])')", "table numbers.nothing")]
    [InlineData("DECLARE @a TABLE ([b] int); SELECT [c].[b] FROM @d AS [c]", "table @d")]
    public void An_unknown_table(string script, string named) => References.Wrong(script, Migrated.Tables).Should().Contain(named);

    [Theory]
    [InlineData("SELECT [s].[nam] FROM [numbers].[series] AS [s]", "s.nam")]
    [InlineData("SELECT [s].[Name] FROM [numbers].[series] AS [s]", "s.Name")]
    [InlineData("SELECT [t].[name] FROM [numbers].[series] AS [s]", "t.name")]
    [InlineData("SELECT [s].[last] FROM (SELECT [n].[name] FROM [numbers].[series] AS [n]) AS [s]", "s.last")]
    [InlineData("SELECT [s].[name] FROM [numbers].[series] AS [s] JOIN [timetable].[run] AS [r] ON [r].[name] = [s].[name]", "r.name")]
    [InlineData("SELECT 1 FROM [numbers].[series] AS [s] WHERE EXISTS (SELECT 1 FROM [timetable].[run] AS [r] WHERE [r].[Entry] = [s].[Entry])", "s.Entry")]
    [InlineData("SELECT [s].[name] FROM [numbers].[series] AS [s] GROUP BY [s].[x]", "s.x")]
    [InlineData("SELECT [s].[name] FROM [numbers].[series] AS [s] ORDER BY [s].[x]", "s.x")]
    [InlineData("SELECT [a].[name] FROM [numbers].[series] AS [a] UNION ALL SELECT [b].[x] FROM [numbers].[series] AS [b]", "b.x")]
    [InlineData("UPDATE [numbers].[series] SET [x] = 1", "x")]
    [InlineData("UPDATE [s] SET [s].[x] = 1 FROM [numbers].[series] AS [s]", "s.x")]
    [InlineData("UPDATE [numbers].[series] SET [last] = 1 OUTPUT INSERTED.[x] WHERE [name] = @p0", "INSERTED.x")]
    [InlineData("INSERT INTO [numbers].[series] ([name], [x]) VALUES ('x', 1)", "x")]
    [InlineData("DELETE FROM [s] FROM [numbers].[series] AS [s] WHERE [s].[x] = 1", "s.x")]
    [InlineData("MERGE [numbers].[series] USING (VALUES (@p0, 0)) AS i ([name], _Position) ON 1 = 0 WHEN NOT MATCHED THEN INSERT ([name]) VALUES (i.[x]);", "i.x")]
    [InlineData("DECLARE @a TABLE ([b] int); INSERT INTO [numbers].[series] ([name]) OUTPUT INSERTED.[name] INTO @a ([x]) VALUES ('x')", "x")]
    [InlineData("EXEC(N'CREATE INDEX [x] ON [numbers].[series] ([nam])')", "nam")]
    [InlineData("CREATE INDEX [x] ON [numbers].[series] ([name]) WHERE [nam] = 1", "nam")]
    [InlineData("ALTER TABLE [numbers].[series] ADD CONSTRAINT [x] FOREIGN KEY ([last]) REFERENCES [timetable].[clock] ([Idd])", "Idd")]
    public void An_unknown_column(string script, string named) => References.Wrong(script, Migrated.Tables).Should().Contain($"column {named}");

    [Theory]
    [InlineData("WITH [c] AS (SELECT [s].[name] AS [n] FROM [numbers].[series] AS [s]) SELECT [c].[n] FROM [c] ORDER BY [n]")]
    [InlineData("SELECT [o].[value] FROM OPENJSON(@p) WITH ([value] bigint '$') AS [o]")]
    [InlineData("SELECT DATEADD(day, 1, [r].[RunAt]) AS [d] FROM [timetable].[run] AS [r] CROSS APPLY (SELECT [s].[last] FROM [numbers].[series] AS [s] WHERE [s].[name] = [r].[Entry]) AS [x] WHERE [x].[last] > 0")]
    public void What_is_right_is_left_alone(string script) => References.Wrong(script, Migrated.Tables).Should().BeEmpty();
}
