using Dibao.Contracts.Households;

namespace Dibao.Households.Domain.Means;

/// <summary>Declared income of one kind, per year, from a day on.</summary>
internal sealed class IncomeLine : TwoTimeRow
{
    private IncomeLine()
    {
    }

    public IncomeLine(HouseholdId household, IncomeKind kind, Money yearly, LocalDate from, Instant now)
    {
        Id = Guid.CreateVersion7();
        Household = household;
        Kind = kind;
        Yearly = yearly;
        ValidFrom = from;
        Recorded = now;
    }

    public Guid Id { get; private init; }

    public HouseholdId Household { get; private init; }

    public IncomeKind Kind { get; private init; }

    public Money Yearly { get; private init; }

    public IncomeLine Until(LocalDate day, Instant now) => new(Household, Kind, Yearly, ValidFrom, now) { ValidTo = day };
}

/// <summary>Declared assets of one kind, from a day on.</summary>
internal sealed class AssetLine : TwoTimeRow
{
    private AssetLine()
    {
    }

    public AssetLine(HouseholdId household, AssetKind kind, Money value, LocalDate from, Instant now)
    {
        Id = Guid.CreateVersion7();
        Household = household;
        Kind = kind;
        Value = value;
        ValidFrom = from;
        Recorded = now;
    }

    public Guid Id { get; private init; }

    public HouseholdId Household { get; private init; }

    public AssetKind Kind { get; private init; }

    public Money Value { get; private init; }

    public AssetLine Until(LocalDate day, Instant now) => new(Household, Kind, Value, ValidFrom, now) { ValidTo = day };
}
