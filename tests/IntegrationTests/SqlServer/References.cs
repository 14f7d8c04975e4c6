using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Dibao.IntegrationTests.SqlServer;

/// <summary>
/// Resolves every table and column that statements refer to. Each query, update, insert, delete and merge opens a scope of the tables it
/// names; an inner query sees the scopes around it, and so does a derived table, which is one kindness more than the server's.
/// </summary>
internal sealed class References(Tables tables) : TSqlFragmentVisitor
{
    private static readonly IReadOnlySet<string> TakeDatePart =
        new HashSet<string>(["DATEADD", "DATEDIFF", "DATEDIFF_BIG", "DATENAME", "DATEPART", "DATETRUNC"], StringComparer.OrdinalIgnoreCase);

    private readonly Stack<Dictionary<string, IReadOnlyCollection<string>>> scopes = [];
    private readonly Dictionary<string, IReadOnlyCollection<string>> variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyCollection<string>> commonTables = new(StringComparer.Ordinal);
    private readonly List<string> unresolved = [];

    /// <summary>What a script does wrong: its syntax errors, and names that lead nowhere.</summary>
    public static IReadOnlyList<string> Wrong(string script, Tables tables)
    {
        var (statements, errors) = TransactSql.Read(script);
        var references = new References(tables);
        foreach (var statement in statements) statement.Accept(references);
        return [.. errors, .. references.unresolved];
    }

    public override void ExplicitVisit(QuerySpecification node) => Query(node);

    public override void ExplicitVisit(BinaryQueryExpression node) => Query(node);

    public override void ExplicitVisit(CommonTableExpression node) =>
        commonTables[node.ExpressionName.Value] = node.Columns.Count > 0 ? [.. node.Columns.Select(c => c.Value)] : Query(node.QueryExpression);

    public override void ExplicitVisit(SelectStatement node)
    {
        node.WithCtesAndXmlNamespaces?.Accept(this);
        node.QueryExpression.Accept(this);
    }

    public override void ExplicitVisit(UpdateSpecification node) => Within(() =>
    {
        Changes(node.Target, node.FromClause);
        Each(node.SetClauses, node.WhereClause, node.OutputClause, node.OutputIntoClause);
    });

    public override void ExplicitVisit(DeleteSpecification node) => Within(() =>
    {
        Changes(node.Target, node.FromClause);
        Each([], node.WhereClause, node.OutputClause, node.OutputIntoClause);
    });

    public override void ExplicitVisit(InsertSpecification node)
    {
        node.InsertSource.Accept(this);
        Within(() =>
        {
            Changes(node.Target, null);
            Each(node.Columns, node.OutputClause, node.OutputIntoClause);
        });
    }

    public override void ExplicitVisit(MergeSpecification node) => Within(() =>
    {
        var target = Columns(node.Target);
        Changed(target);
        Add(node.TableAlias?.Value ?? Alias(node.Target), target);
        Add(node.TableReference);
        Each(node.ActionClauses, node.SearchCondition, node.OutputClause, node.OutputIntoClause);
    });

    public override void ExplicitVisit(OutputIntoClause node)
    {
        Each(node.SelectColumns);
        Within(() =>
        {
            Add(node.IntoTable);
            Each(node.IntoTableColumns);
        });
    }

    public override void ExplicitVisit(DeclareTableVariableBody node) =>
        variables[node.VariableName.Value] = [.. node.Definition.ColumnDefinitions.Select(c => c.ColumnIdentifier.Value)];

    public override void ExplicitVisit(CreateTableStatement node) => Defines(node.SchemaObjectName, node.Definition);

    public override void ExplicitVisit(AlterTableAddTableElementStatement node) => Defines(node.SchemaObjectName, node.Definition);

    public override void ExplicitVisit(CreateIndexStatement node) => Within(() =>
    {
        Add(node.OnName.BaseIdentifier.Value, Table(node.OnName));
        Each(node.Columns, node.FilterPredicate);
        Each(node.IncludeColumns);
    });

    public override void ExplicitVisit(ForeignKeyConstraintDefinition node)
    {
        foreach (var column in node.Columns) Resolve([column.Value]);
        var referenced = Table(node.ReferenceTableName);
        foreach (var column in node.ReferencedTableColumns.Where(c => !referenced.Contains(c.Value))) unresolved.Add($"column {column.Value}");
    }

    public override void ExplicitVisit(FunctionCall node)
    {
        var datePart = TakeDatePart.Contains(node.FunctionName.Value) ? 1 : 0; // `day` is read as a column
        foreach (var parameter in node.Parameters.Skip(datePart)) parameter.Accept(this);
        node.OverClause?.Accept(this);
        node.WithinGroupClause?.Accept(this);
    }

    public override void ExplicitVisit(NamedTableReference node) => Columns(node);

    public override void ExplicitVisit(ColumnReferenceExpression node)
    {
        if (node.ColumnType == ColumnType.Regular) Resolve([.. node.MultiPartIdentifier.Identifiers.Select(i => i.Value)]);
    }

    private IReadOnlyCollection<string> Query(QueryExpression query) => query switch
    {
        QueryParenthesisExpression inner => Query(inner.QueryExpression),
        BinaryQueryExpression both => Both(both),
        QuerySpecification one => One(one),
        _ => throw new NotSupportedException(query.GetType().Name),
    };

    private IReadOnlyCollection<string> Both(BinaryQueryExpression both)
    {
        var columns = Query(both.FirstQueryExpression);
        Query(both.SecondQueryExpression);
        Within(() =>
        {
            Add("", columns);
            Each([], both.OrderByClause, both.OffsetClause);
        });
        return columns;
    }

    private IReadOnlyCollection<string> One(QuerySpecification query)
    {
        IReadOnlyCollection<string> columns = [];
        Within(() =>
        {
            foreach (var source in query.FromClause?.TableReferences ?? []) Add(source);
            Each(query.SelectElements, query.TopRowFilter, query.WhereClause, query.GroupByClause, query.HavingClause);
            columns = [.. query.SelectElements.SelectMany(Shown)];
            Add("", columns); // an order may name what is shown
            Each([], query.OrderByClause, query.OffsetClause);
        });
        return columns;
    }

    private IEnumerable<string> Shown(SelectElement element) => element switch
    {
        SelectScalarExpression { ColumnName.Value: { } name } => [name],
        SelectScalarExpression { Expression: ColumnReferenceExpression column } => [column.MultiPartIdentifier.Identifiers[^1].Value],
        SelectStarExpression { Qualifier: { } of } => scopes.Peek().GetValueOrDefault(of.Identifiers[^1].Value) ?? [],
        SelectStarExpression => scopes.Peek().Values.SelectMany(c => c),
        _ => [],
    };

    private void Add(TableReference source)
    {
        switch (source)
        {
            case QualifiedJoin join:
                Add(join.FirstTableReference);
                Add(join.SecondTableReference);
                join.SearchCondition.Accept(this);
                break;
            case UnqualifiedJoin join:
                Add(join.FirstTableReference);
                Add(join.SecondTableReference);
                break;
            case JoinParenthesisTableReference inner:
                Add(inner.Join);
                break;
            default:
                Add(Alias(source), Columns(source));
                break;
        }
    }

    private void Add(string alias, IReadOnlyCollection<string> columns) => scopes.Peek()[alias] = columns;

    private static string Alias(TableReference source) => source switch
    {
        TableReferenceWithAlias { Alias.Value: { } alias } => alias,
        NamedTableReference table => table.SchemaObject.BaseIdentifier.Value,
        VariableTableReference variable => variable.Variable.Name,
        _ => throw new NotSupportedException($"{source.GetType().Name} without a name."),
    };

    private IReadOnlyCollection<string> Columns(TableReference source)
    {
        switch (source)
        {
            case NamedTableReference table:
                return Table(table.SchemaObject);
            case VariableTableReference variable:
                if (variables.TryGetValue(variable.Variable.Name, out var declared)) return declared;
                unresolved.Add($"table {variable.Variable.Name}");
                return [];
            case QueryDerivedTable derived:
                var columns = Query(derived.QueryExpression);
                return derived.Columns.Count > 0 ? [.. derived.Columns.Select(c => c.Value)] : columns;
            case InlineDerivedTable rows:
                Each(rows.RowValues);
                return [.. rows.Columns.Select(c => c.Value)];
            case OpenJsonTableReference json:
                json.Variable.Accept(this);
                return json.SchemaDeclarationItems.Count > 0 ? [.. json.SchemaDeclarationItems.Select(i => i.ColumnDefinition.ColumnIdentifier.Value)] : ["key", "value", "type"];
            default:
                throw new NotSupportedException(source.GetType().Name);
        }
    }

    private IReadOnlyCollection<string> Table(SchemaObjectName name)
    {
        if (name.SchemaIdentifier is null && commonTables.TryGetValue(name.BaseIdentifier.Value, out var common)) return common;
        if (tables.Find(Tables.Name(name)) is { } columns) return [.. columns.Keys];
        unresolved.Add($"table {Tables.Name(name)}");
        return [];
    }

    /// <summary>The target is a table, or the alias of one that stands after FROM.</summary>
    private void Changes(TableReference target, FromClause? from)
    {
        foreach (var source in from?.TableReferences ?? []) Add(source);
        if (target is NamedTableReference { SchemaObject: { SchemaIdentifier: null, BaseIdentifier.Value: var alias } } && scopes.Peek().TryGetValue(alias, out var columns))
            Changed(columns);
        else
        {
            Add(target);
            Changed(scopes.Peek()[Alias(target)]);
        }
    }

    private void Changed(IReadOnlyCollection<string> columns)
    {
        Add("INSERTED", columns);
        Add("DELETED", columns);
    }

    private void Defines(SchemaObjectName table, TableDefinition definition) => Within(() =>
    {
        Add(table.BaseIdentifier.Value, Table(table));
        definition.AcceptChildren(this);
    });

    private void Resolve(IReadOnlyList<string> path)
    {
        var column = path[^1];
        var found = path.Count == 1
            ? scopes.Any(s => s.Values.Any(c => c.Contains(column)))
            : scopes.Select(s => s.GetValueOrDefault(path[^2]) ?? s.GetValueOrDefault(path[^2].ToUpperInvariant())).FirstOrDefault(c => c is not null)?.Contains(column) == true;
        if (!found) unresolved.Add($"column {string.Join('.', path)}");
    }

    private void Within(Action read)
    {
        scopes.Push(new(StringComparer.Ordinal));
        read();
        scopes.Pop();
    }

    private void Each(IEnumerable<TSqlFragment> parts, params TSqlFragment?[] more)
    {
        foreach (var part in parts.Concat(more)) part?.Accept(this);
    }
}
