using Dibao.SharedKernel;

namespace Dibao.BuildingBlocks.Persistence;

/// <summary>A row that belongs to a place; callers of other places do not see it.</summary>
public interface IPlaced
{
    /// <summary>Village, township or county of the row.</summary>
    DivisionCode Division { get; }
}

/// <summary>A row that two places share: both see it, and no third.</summary>
public interface IPlacedTwice : IPlaced
{
    /// <summary>Village, township or county of the other side.</summary>
    DivisionCode OtherDivision { get; }
}

/// <summary>A row that an applicant may have filed himself.</summary>
public interface IOwned
{
    /// <summary>Subject of the person who acts for the household online; null when entered at the counter.</summary>
    string? Agent { get; }
}
