namespace Dibao.Households.Domain.Reference;

/// <summary>The days on which a line of a table holds.</summary>
/// <param name="From">First day.</param>
/// <param name="To">First day on which it holds no longer; null while open.</param>
internal readonly record struct InForce(LocalDate From, LocalDate? To)
{
    public static InForce Of(string from, string to) => new(EmbeddedTable.Day(from), to.Length == 0 ? null : EmbeddedTable.Day(to));

    public bool On(LocalDate day) => From <= day && (To is null || day < To);
}
