namespace Dibao.Households.Domain.Warnings;

internal static class WarningErrors
{
    public static readonly ProblemType Cleared = new("households.warning_cleared", ErrorKind.Conflict,
        "该预警已自行消除", "This warning has cleared by itself");
}
