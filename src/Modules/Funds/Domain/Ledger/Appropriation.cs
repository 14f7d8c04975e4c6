using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Funds;

namespace Dibao.Funds.Domain.Ledger;

/// <summary>Money of a level of government that arrived in a county's special account.</summary>
internal sealed class Appropriation : IPlaced
{
    public Guid Id { get; private init; }

    /// <summary>The county.</summary>
    public DivisionCode Division { get; private init; }

    public SourceLevel Source { get; private init; }

    public long AmountFen { get; private init; }

    public string DocumentNumber { get; private init; } = "";

    public LocalDate ArrivedOn { get; private init; }

    public LocalDate RecordedOn { get; private init; }

    public string By { get; private init; } = "";

    /// <summary>Number of the journal entry.</summary>
    public long EntryNumber { get; private set; }

    /// <summary>Takes money in. What the books before left over comes first, before anything else is entered.</summary>
    public static Result<Appropriation> Receive(
        DivisionCode county, SourceLevel source, long amountFen, string documentNumber, LocalDate arrivedOn, bool booksAreOpen, string by, LocalDate today)
    {
        if (arrivedOn > today)
            return FundErrors.ArrivalDate.Because(
                $"到账日期 {arrivedOn:uuuu-MM-dd} 晚于今天 {today:uuuu-MM-dd},请在到账后登记。", $"{arrivedOn:uuuu-MM-dd} is after today, {today:uuuu-MM-dd}: record the money when it is there.");
        if (source == SourceLevel.CarriedOver && booksAreOpen)
            return FundErrors.CarriedOverFirst.Because(
                $"{county} 的账簿已有分录,请按来源级次登记到账资金。", $"The books of {county} have entries: record the money under the level it came from.");
        return new Appropriation
        {
            Id = Guid.CreateVersion7(),
            Division = county,
            Source = source,
            AmountFen = amountFen,
            DocumentNumber = documentNumber,
            ArrivedOn = arrivedOn,
            RecordedOn = today,
            By = by,
        };
    }

    public Voucher Voucher => Voucher.Received(Source, AmountFen, ArrivedOn, Id, DocumentNumber);

    public Appropriation EnteredAs(JournalEntry entry)
    {
        EntryNumber = entry.Number;
        return this;
    }
}
