namespace Dibao.Api.Startup;

/// <summary>The system cannot start as configured. The message is the one line that the operator reads.</summary>
internal sealed class StartupRefusal(string message, int exitCode = 1) : Exception(message)
{
    public int ExitCode => exitCode;
}
