using System.Globalization;

namespace Dibao.Funds.Domain;

/// <summary>The lines of the file the agent bank pays from: CSV (RFC 4180).</summary>
internal static class BankFile
{
    /// <summary>Column under which account numbers were sealed by the register of households.</summary>
    public const string SealColumn = "households.payee.account";

    public const string Header = "lineNo,holder,bank,accountNumber,amountFen\r\n";

    public static string Line(PayrollLine line, string accountNumber) =>
        string.Create(CultureInfo.InvariantCulture, $"{line.LineNo},{Field(line.Holder)},{Field(line.Bank)},{Field(accountNumber)},{line.AmountFen}\r\n");

    /// <summary>Quotes what CSV needs quoted, and takes its meaning from what a spreadsheet would read as a formula.</summary>
    public static string Field(string text)
    {
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]) text = $"'{text}";
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
