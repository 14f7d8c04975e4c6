using Dibao.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dibao.IntegrationTests;

/// <summary>What the engine makes of PostgreSQL's failures.</summary>
public sealed class PostgreSqlEngineTests
{
    [Theory]
    [InlineData("FATAL", PostgresErrorCodes.InternalError, true)] // no session starts on a full disk: it could not write its init file
    [InlineData("FATAL", PostgresErrorCodes.AdminShutdown, true)]
    [InlineData("FATAL", PostgresErrorCodes.IdleSessionTimeout, true)]
    [InlineData("FATAL", PostgresErrorCodes.InvalidPassword, false)]
    [InlineData("FATAL", PostgresErrorCodes.InvalidCatalogName, false)]
    [InlineData("FATAL", "25P03", false)]
    [InlineData("PANIC", PostgresErrorCodes.DiskFull, true)]
    [InlineData("ERROR", PostgresErrorCodes.DiskFull, true)]
    [InlineData("ERROR", PostgresErrorCodes.DeadlockDetected, true)]
    [InlineData("ERROR", PostgresErrorCodes.InternalError, false)]
    [InlineData("ERROR", PostgresErrorCodes.UniqueViolation, false)]
    public void What_ends_the_session_or_passes_is_tried_again(string severity, string code, bool transient)
    {
        using var engine = new PostgreSqlEngine("Host=nowhere", null);
        var failure = new PostgresException("x", severity, severity, code);
        foreach (var told in new Exception[] { failure, new DbUpdateException("y", failure) }) engine.IsTransient(told).Should().Be(transient, told.ToString());
    }
}
