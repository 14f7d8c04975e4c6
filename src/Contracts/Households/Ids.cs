using Dibao.SharedKernel;

namespace Dibao.Contracts.Households;

/// <summary>A household and its one file.</summary>
public readonly record struct HouseholdId(Guid Value) : IId
{
    /// <summary>A new identity.</summary>
    public static HouseholdId New() => new(Guid.CreateVersion7());
}

/// <summary>A natural person; the same identity in whatever household he lives, one per identity number.</summary>
public readonly record struct PersonId(Guid Value) : IId
{
    /// <summary>A new identity.</summary>
    public static PersonId New() => new(Guid.CreateVersion7());
}

/// <summary>One version of the account into which a household is paid.</summary>
public readonly record struct PayeeId(Guid Value) : IId
{
    /// <summary>A new identity.</summary>
    public static PayeeId New() => new(Guid.CreateVersion7());
}
