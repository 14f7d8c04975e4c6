using Dibao.Contracts.Eligibility;

namespace Dibao.Eligibility.Domain.Policies;

/// <summary>What a key of the register may hold.</summary>
/// <param name="Key">The key.</param>
/// <param name="Least">Smallest value.</param>
/// <param name="Most">Largest value.</param>
/// <param name="Units">Units it may stand in.</param>
internal sealed record PolicyKey(string Key, long Least, long Most, params string[] Units)
{
    /// <summary>1 while the household itself must bring register papers (hukou book, identity cards); 0 since what the check can supply is not asked (Law Art 62).</summary>
    public const string RegisterPapers = "papers.registers";

    private const long MaxFen = 100_000_000_000;

    /// <summary>Every key there is.</summary>
    public static readonly IReadOnlyList<PolicyKey> All =
    [
        new(PolicyKeys.Standard, 1, MaxFen, "fen"),
        new(PolicyKeys.Rounding, 1, 10_000, "fen"),
        new(PolicyKeys.FinancialAssetLimit, 0, MaxFen, "fen"),
        new(PolicyKeys.DecisionTime, 1, 365, "days", "workingDays"),
        new(PolicyKeys.Investigators, 1, 10, "persons"),
        new(PolicyKeys.Appraisal, 0, 1, "flag"),
        new(PolicyKeys.AppraisalShare, 0, 3, "thirds"),
        new(PolicyKeys.NoticeDays, 0, 60, "days"),
        new(PolicyKeys.ApprovalNoticeDays, 0, 60, "days"),
        new(PolicyKeys.FirstMonth, 0, 3, "months"),
        new(PolicyKeys.ReviewStable, 1, 24, "months"),
        new(PolicyKeys.ReviewUnsteady, 1, 24, "months"),
        new(PolicyKeys.ReviewAfterDeath, 0, 12, "months"),
        new(PolicyKeys.HearingBeforeCut, 0, 1, "flag"),
        new(RegisterPapers, 0, 1, "flag"),
    ];

    /// <summary>The key of that name, or null.</summary>
    public static PolicyKey? Find(string key) => All.FirstOrDefault(k => string.Equals(k.Key, key, StringComparison.Ordinal));
}
