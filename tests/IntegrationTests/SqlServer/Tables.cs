using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Dibao.IntegrationTests.SqlServer;

/// <summary>The tables that a script creates, with their columns.</summary>
internal sealed class Tables : TSqlFragmentVisitor
{
    private readonly Dictionary<string, Dictionary<string, ColumnDefinition>> byName = new(StringComparer.Ordinal);

    public Tables(string script)
    {
        foreach (var statement in TransactSql.Read(script).Statements) statement.Accept(this);
    }

    /// <summary><c>schema.table</c> of each.</summary>
    public IReadOnlyCollection<string> Names => byName.Keys;

    public static string Name(SchemaObjectName name) => $"{name.SchemaIdentifier?.Value ?? "dbo"}.{name.BaseIdentifier.Value}";

    /// <summary>The columns of a table, or null when there is no such table.</summary>
    public IReadOnlyDictionary<string, ColumnDefinition>? Find(string name) => byName.GetValueOrDefault(name);

    public override void Visit(CreateTableStatement node) => Add(node.SchemaObjectName, node.Definition);

    public override void Visit(AlterTableAddTableElementStatement node) => Add(node.SchemaObjectName, node.Definition);

    public override void Visit(AlterTableDropTableElementStatement node) => throw new NotSupportedException("Teach this class to drop columns.");

    private void Add(SchemaObjectName table, TableDefinition definition)
    {
        if (!byName.TryGetValue(Name(table), out var columns)) byName.Add(Name(table), columns = new(StringComparer.Ordinal));
        foreach (var column in definition.ColumnDefinitions) columns[column.ColumnIdentifier.Value] = column;
    }
}
