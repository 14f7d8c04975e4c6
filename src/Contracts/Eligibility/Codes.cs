namespace Dibao.Contracts.Eligibility;

/// <summary>Which dibao.</summary>
public enum Scheme
{
    /// <summary>Urban dibao (271).</summary>
    Urban = 1,

    /// <summary>Rural dibao.</summary>
    Rural = 2,
}

/// <summary>Why an entitlement ended.</summary>
public enum EndReason
{
    /// <summary>Income rose above the standard.</summary>
    IncomeAboveStandard = 1,

    /// <summary>Assets over the limit.</summary>
    AssetsOverLimit = 2,

    /// <summary>Nobody of the household is left alive.</summary>
    Death = 3,

    /// <summary>The household asked to leave.</summary>
    Voluntary = 4,

    /// <summary>The household moved away.</summary>
    MovedAway = 5,

    /// <summary>The review was refused without reason (57 Art 29).</summary>
    RefusedReview = 6,

    /// <summary>A member found work and the household lives on it.</summary>
    Employment = 7,

    /// <summary>It goes on in another case: no exit.</summary>
    Succeeded = 8,
}
