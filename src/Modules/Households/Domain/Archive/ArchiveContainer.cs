using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;

namespace Dibao.Households.Domain.Archive;

/// <summary>The five levels in which paper files lie: 户有袋、村有盒、乡有柜、县有室、市有库 (F162).</summary>
internal enum ArchiveLevel
{
    /// <summary>A household's bag.</summary>
    Bag = 1,

    /// <summary>A village's box.</summary>
    Box = 2,

    /// <summary>A township's cabinet.</summary>
    Cabinet = 3,

    /// <summary>A county's room.</summary>
    Room = 4,

    /// <summary>A city's library.</summary>
    Library = 5,
}

/// <summary>
/// A container of paper files. It lies in one of the next level, so that no chain is longer than five and none runs in a circle; whoever
/// moves a container moves all that is in it. A bag bears the number of its household's file (三号合一: F125).
/// </summary>
internal sealed class ArchiveContainer : AggregateRoot, IPlaced
{
    private ArchiveContainer()
    {
    }

    public Guid Id { get; private init; }

    public ArchiveLevel Level { get; private init; }

    public string Code { get; private set; } = "";

    public DivisionCode Division { get; private set; }

    /// <summary>The container it lies in; null while it stands by itself, and of a library.</summary>
    public Guid? Parent { get; private set; }

    /// <summary>Of a bag its household; null of the others.</summary>
    public HouseholdId? Household { get; private init; }

    public LocalDate EnteredOn { get; private init; }

    public static Result<ArchiveContainer> Enter(ArchiveLevel level, string code, DivisionCode place, LocalDate today)
    {
        if (level == ArchiveLevel.Bag) return ArchiveErrors.ContainerLevel.Because("袋随家庭入盒时登记。", "A bag is entered by putting a household's file into a box.");
        if (place.Digits != DigitsOf(level))
            return ArchiveErrors.ContainerPlace.Because(
                $"{NameZh(level)}属于 {DigitsOf(level)} 位代码的区划,而 {place} 为 {place.Digits} 位。", $"A {level.ToString().ToLowerInvariant()} belongs to a division of {DigitsOf(level)} digits; {place} has {place.Digits}.");
        return new ArchiveContainer { Id = Guid.CreateVersion7(), Level = level, Code = code, Division = place, EnteredOn = today };
    }

    /// <summary>The bag of a household: its code is the number of the file.</summary>
    public static ArchiveContainer BagOf(HouseholdId household, string fileNumber, DivisionCode village, LocalDate today) => new()
    {
        Id = Guid.CreateVersion7(),
        Level = ArchiveLevel.Bag,
        Code = fileNumber,
        Division = village,
        Household = household,
        EnteredOn = today,
    };

    /// <summary>Puts it, and all that is in it, into another.</summary>
    public Result<Done> PutInto(ArchiveContainer other)
    {
        if (other.Level != Level + 1)
            return Level == ArchiveLevel.Library
                ? ArchiveErrors.ContainerLevel.Because("库不放入其他容器。", "A library lies in nothing.")
                : ArchiveErrors.ContainerLevel.Because(
                    $"{NameZh(Level)}只能放入{NameZh(Level + 1)},不能放入{NameZh(other.Level)}。",
                    $"A {Level.ToString().ToLowerInvariant()} goes into a {(Level + 1).ToString().ToLowerInvariant()}, not into a {other.Level.ToString().ToLowerInvariant()}.");
        if (!other.Division.Contains(Division))
            return ArchiveErrors.ContainerElsewhere.Because($"{other.Division} 不管辖 {Division}。", $"{Division} does not lie in {other.Division}.");
        Parent = other.Id;
        return Done.It;
    }

    /// <summary>A bag goes where its household's file goes, under its number there; out of the box of the village that it leaves.</summary>
    public void Follow(DivisionCode village, string fileNumber)
    {
        if (village != Division) Parent = null;
        (Division, Code) = (village, fileNumber);
    }

    public static int DigitsOf(ArchiveLevel level) => level switch
    {
        ArchiveLevel.Library => 4,
        ArchiveLevel.Room => 6,
        ArchiveLevel.Cabinet => 9,
        _ => 12,
    };

    private static string NameZh(ArchiveLevel level) => level switch
    {
        ArchiveLevel.Bag => "袋",
        ArchiveLevel.Box => "盒",
        ArchiveLevel.Cabinet => "柜",
        ArchiveLevel.Room => "室",
        _ => "库",
    };
}
