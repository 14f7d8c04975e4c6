namespace Dibao.Households.Domain.Reference;

/// <summary>A code of the field.</summary>
/// <param name="Table" example="marital_status">The table it belongs to.</param>
/// <param name="Value" example="married">As the API writes it; null when the API has no use for it.</param>
/// <param name="Number" example="20">As forms and other systems write it.</param>
/// <param name="Zh" example="已婚">Chinese label.</param>
/// <param name="En" example="Married">English label.</param>
/// <param name="Standard" example="GB/T 2261.2">Where it comes from.</param>
/// <param name="Assumed">True when the source does not settle it and a deployment should.</param>
internal sealed record Code(string Table, string? Value, string Number, string Zh, string En, string Standard, bool Assumed)
{
    /// <summary>Every code, table by table.</summary>
    public static readonly IReadOnlyList<Code> All = [.. EmbeddedTable.Rows("codes.csv").Select(row => new Code(
        row[0], row[2].Length == 0 ? null : row[2], row[1], row[3], row[4], row[5], row[6] == "assumed"))];
}
