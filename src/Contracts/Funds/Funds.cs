using Dibao.SharedKernel;
using NodaTime;

namespace Dibao.Contracts.Funds;

/// <summary>A monthly payroll (发放名册), or a re-payment of what the bank returned.</summary>
public readonly record struct PayrollId(Guid Value) : IId
{
    /// <summary>A new identity.</summary>
    public static PayrollId New() => new(Guid.CreateVersion7());
}

/// <summary>Which level of government the money comes from.</summary>
public enum SourceLevel
{
    /// <summary>Carried over from the books before this ledger.</summary>
    CarriedOver = 0,

    /// <summary>Central government.</summary>
    Central = 1,

    /// <summary>Province.</summary>
    Province = 2,

    /// <summary>City.</summary>
    City = 3,

    /// <summary>County or district.</summary>
    County = 4,

    /// <summary>Township.</summary>
    Township = 5,

    /// <summary>Upper levels, not split in the source document.</summary>
    UpperNotSplit = 9,
}

/// <summary>The bank reported on a payroll: what was paid and what came back.</summary>
public sealed record PayrollSettled(PayrollId Payroll, DivisionCode Division, Month Month, long PaidFen, long ReturnedFen, LocalDate On) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Payroll.Value;
}

/// <summary>The special account of a county from a day to a day, both included, from the ledger.</summary>
public sealed record GetFundFigures(DivisionCode County, LocalDate From, LocalDate To) : IQuery<FundFigures>;

/// <summary>Movements of the special account. Opening + in - out = closing, to the fen.</summary>
/// <param name="OpeningFen">Balance before the first day; money carried over from earlier books counts as opening.</param>
/// <param name="Received">Money received by source level.</param>
/// <param name="TransferredFen">Transferred to the agent bank.</param>
/// <param name="ReturnedFen">Come back from the bank.</param>
/// <param name="ClosingFen">Balance after the last day.</param>
/// <param name="PaidFen">What the bank reported as paid to households.</param>
public sealed record FundFigures(
    long OpeningFen, IReadOnlyList<ReceivedFromSource> Received, long TransferredFen, long ReturnedFen, long ClosingFen, long PaidFen);

/// <summary>Money from one source.</summary>
public sealed record ReceivedFromSource(SourceLevel Source, long Fen);
