using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Dibao.IntegrationTests.SqlServer;

/// <summary>Reads Transact-SQL as the server would, without one.</summary>
internal static class TransactSql
{
    /// <summary>The statements of a script, those inside <c>EXEC(N'…')</c> too, and what the parser says against it.</summary>
    public static (IReadOnlyList<TSqlStatement> Statements, IReadOnlyList<string> Errors) Read(string script)
    {
        using var text = new StringReader(script);
        var read = (TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(text, out var found);
        var errors = found.Select(e => $"line {e.Line}: {e.Message}").ToList();
        var statements = (read?.Batches ?? []).SelectMany(b => b.Statements).ToList();
        var inner = new Executed();
        read?.Accept(inner);
        foreach (var (innerStatements, innerErrors) in inner.Texts.Select(Read))
        {
            statements.AddRange(innerStatements);
            errors.AddRange(innerErrors);
        }
        return (statements, errors);
    }

    /// <summary>A statement as the engine sends it: <c>{0}</c> is <c>@p0</c>.</summary>
    public static string WithParameters(string raw, int count) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, raw, [.. Enumerable.Range(0, count).Select(i => (object)$"@p{i}")]);

    private sealed class Executed : TSqlFragmentVisitor
    {
        public List<string> Texts { get; } = [];

        public override void Visit(ExecutableStringList node) => Texts.Add(string.Concat(node.Strings.OfType<StringLiteral>().Select(s => s.Value)));
    }
}
