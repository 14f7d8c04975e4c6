using Dibao.Contracts.Eligibility;

namespace Dibao.Eligibility.Domain.Policies;

/// <summary>What a key of the register may hold.</summary>
/// <param name="Key">The key.</param>
/// <param name="Least">Smallest value.</param>
/// <param name="Most">Largest value.</param>
/// <param name="Protects">It protects the household: a place may go beyond the law above it, never below.</param>
/// <param name="Units">Units it may stand in.</param>
internal sealed record PolicyKey(string Key, long Least, long Most, bool Protects, params string[] Units)
{
    /// <summary>1 while the household itself must bring register papers (hukou book, identity cards); 0 since what the check can supply is not asked (Law Art 62).</summary>
    public const string RegisterPapers = "papers.registers";

    /// <summary>1 when the county itself visits the home of a household filed as an officer's near relative's before it confirms (220 Art 14; 57 Art 20).</summary>
    public const string CountyVisit = "visit.county_of_filed";

    private const long MaxFen = 100_000_000_000;

    /// <summary>Every key there is.</summary>
    public static readonly IReadOnlyList<PolicyKey> All =
    [
        new(PolicyKeys.Standard, 1, MaxFen, false, "fen"),
        new(PolicyKeys.Rounding, 1, 10_000, false, "fen"),
        new(PolicyKeys.FinancialAssetLimit, 0, MaxFen, false, "fen"),
        new(PolicyKeys.DecisionTime, 1, 365, false, "days", "workingDays"),
        new(PolicyKeys.Investigators, 1, 10, true, "persons"),
        new(PolicyKeys.Appraisal, 0, 1, true, "flag"),
        new(PolicyKeys.AppraisalShare, 0, 3, true, "thirds"),
        new(PolicyKeys.NoticeDays, 0, 60, true, "days"),
        new(PolicyKeys.ApprovalNoticeDays, 0, 60, true, "days"),
        new(PolicyKeys.FirstMonth, 0, 3, false, "months"),
        new(PolicyKeys.ReviewStable, 1, 24, false, "months"),
        new(PolicyKeys.ReviewUnsteady, 1, 24, false, "months"),
        new(PolicyKeys.ReviewAfterDeath, 0, 12, false, "months"),
        new(PolicyKeys.ReviewAfterChange, 0, 12, false, "months"),
        new(PolicyKeys.TaperMonths, 0, 12, false, "months"),
        new(PolicyKeys.HearingBeforeCut, 0, 1, true, "flag"),
        new(RegisterPapers, 0, 1, false, "flag"),
        new(PolicyKeys.AtResidence, 0, 1, false, "flag"),
        new(CountyVisit, 0, 1, true, "flag"),
    ];

    /// <summary>The key of that name, or null.</summary>
    public static PolicyKey? Find(string key) => All.FirstOrDefault(k => string.Equals(k.Key, key, StringComparison.Ordinal));
}
