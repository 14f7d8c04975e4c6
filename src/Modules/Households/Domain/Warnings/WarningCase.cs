using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;

namespace Dibao.Households.Domain.Warnings;

/// <summary>A rule met by a household or a discovery: one case while it is met, cleared by itself when it is met no more.</summary>
internal sealed class WarningCase : AggregateRoot, IPlaced
{
    private WarningCase()
    {
    }

    public Guid Id { get; private init; }

    public string Rule { get; private init; } = "";

    public WarningSort Sort { get; private init; }

    /// <summary>Where the household is registered, or the discovery was made; it moves with the household's file.</summary>
    public DivisionCode Division { get; set; }

    /// <summary>The household; null when it is about a discovery.</summary>
    public HouseholdId? Household { get; private init; }

    /// <summary>The discovery; null when it is about a household.</summary>
    public Guid? Discovery { get; private init; }

    /// <summary>The household or discovery while the case is open: one case for it and a rule.</summary>
    public Guid? OpenFor { get; private set; }

    public LocalDate AppearedOn { get; private init; }

    public LocalDate? ClearedOn { get; private set; }

    public LocalDate? HandledOn { get; private set; }

    public string? HandledBy { get; private set; }

    public string? HandlingNote { get; private set; }

    public static WarningCase OfHousehold(WarningRule rule, HouseholdId household, DivisionCode division, LocalDate today) => new()
    {
        Id = Guid.CreateVersion7(),
        Rule = rule.Code,
        Sort = rule.Sort,
        Division = division,
        Household = household,
        OpenFor = household.Value,
        AppearedOn = today,
    };

    public static WarningCase OfDiscovery(WarningRule rule, Guid discovery, DivisionCode division, LocalDate today) => new()
    {
        Id = Guid.CreateVersion7(),
        Rule = rule.Code,
        Sort = rule.Sort,
        Division = division,
        Discovery = discovery,
        OpenFor = discovery,
        AppearedOn = today,
    };

    /// <summary>Says what was done; it stays open as long as its rule is met. The last note counts.</summary>
    public Result<Done> Handle(string note, string by, LocalDate today)
    {
        if (ClearedOn is not null) return WarningErrors.Cleared.Because($"该预警已于 {ClearedOn:uuuu-MM-dd} 消除。", $"It cleared on {ClearedOn:uuuu-MM-dd}.");
        (HandledOn, HandledBy, HandlingNote) = (today, by, note);
        return Done.It;
    }
}
