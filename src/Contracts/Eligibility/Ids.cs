using Dibao.SharedKernel;

namespace Dibao.Contracts.Eligibility;

/// <summary>An application for dibao.</summary>
public readonly record struct ApplicationId(Guid Value) : IId
{
    /// <summary>A new identity.</summary>
    public static ApplicationId New() => new(Guid.CreateVersion7());
}

/// <summary>What a household is entitled to, from its first month to its last.</summary>
public readonly record struct EntitlementId(Guid Value) : IId
{
    /// <summary>A new identity.</summary>
    public static EntitlementId New() => new(Guid.CreateVersion7());
}
