using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Contracts.ReviewCycle;

namespace Dibao.ReviewCycle.Domain;

/// <summary>For whom an investigator works.</summary>
internal enum InvestigatorPost
{
    /// <summary>Staff of the township or street office.</summary>
    Township = 1,

    /// <summary>Village or community.</summary>
    Village = 2,

    /// <summary>Purchased service (政府购买服务).</summary>
    PurchasedService = 3,
}

/// <summary>Somebody who made the home visit.</summary>
/// <param name="Officer" example="officer-zhang">Subject of his token, 1 to 200 characters.</param>
/// <param name="Post">For whom he works.</param>
internal sealed record Investigator(string Officer, InvestigatorPost Post);

/// <summary>What a review found.</summary>
/// <param name="VisitedOn">Day of the home visit.</param>
/// <param name="Investigators">Who made it.</param>
/// <param name="Present">Members who were present and signed.</param>
/// <param name="Income">Verified income, fen per year, by kind.</param>
/// <param name="Assets">Verified assets, fen, by kind.</param>
/// <param name="LivingConditions">How the household lives.</param>
/// <param name="RefusedWithoutReason">The household refused the review without reason (57 Art 29).</param>
/// <param name="EndGround">Ground for an end that the investigators see; null when there is none or the means test gives it.</param>
internal sealed record Findings(
    LocalDate VisitedOn, IReadOnlyList<Investigator> Investigators, IReadOnlyList<PersonId> Present, IReadOnlyList<IncomeAmount> Income,
    IReadOnlyList<AssetAmount> Assets, string LivingConditions, bool RefusedWithoutReason, EndReason? EndGround)
{
    /// <summary>Who may investigate, and in whose presence (57 Art 16; 220 Art 18).</summary>
    public Error? Wrong(string recorder, int investigatorsNeeded, IReadOnlySet<PersonId> members)
    {
        var count = Investigators.Select(i => i.Officer).Distinct(StringComparer.Ordinal).Count();
        if (count < investigatorsNeeded)
            return ReviewErrors.TooFewInvestigators.Because(
                $"入户调查须至少 {investigatorsNeeded} 人,现为 {count} 人(57 号文第 16 条)。", $"At least {investigatorsNeeded} investigators visit the home (57 Art 16); {count} are named.");
        if (Investigators.All(i => i.Post != InvestigatorPost.Township)) return ReviewErrors.NoTownshipStaff.Plain();
        if (Investigators.All(i => i.Officer != recorder || i.Post != InvestigatorPost.Township)) return ReviewErrors.RecorderNotPresent.Plain();
        if (!RefusedWithoutReason && Present.Count == 0) return ReviewErrors.NobodyPresent.Plain();
        return Present.Any(p => !members.Contains(p)) ? ReviewErrors.NotMember.Plain() : null;
    }
}

/// <summary>What follows from the findings, to be decided by the county.</summary>
/// <param name="Outcome">Continue, increase, reduce or end.</param>
/// <param name="EndReason">Why it is to end; null otherwise.</param>
/// <param name="Persons">Members counted.</param>
/// <param name="MonthlyFen">Benefit proposed, fen per month; 0 for an end.</param>
/// <param name="CurrentFen">Benefit at the time of the findings, fen per month.</param>
/// <param name="UpliftFen">What of the benefit proposed is category uplift.</param>
internal sealed record Proposal(ReviewOutcome Outcome, EndReason? EndReason, int Persons, long MonthlyFen, long CurrentFen, long UpliftFen = 0)
{
    private const string AssetsOverLimit = "assets_over_limit";
    private const string IncomeAboveStandard = "income_above_standard";

    /// <summary>Whether the household loses by it.</summary>
    public bool Cuts => Outcome is ReviewOutcome.Reduce or ReviewOutcome.End;

    /// <summary>The proposal that a means test and the findings lead to (57 Art 29, 31 and 32); uplifts come on top of the test (57 Art 27).</summary>
    public static Result<Proposal> Of(Findings findings, AssessedMeans assessed, long currentFen)
    {
        var determination = assessed.Test;
        if (Ground(findings, determination) is { } reason) return new Proposal(ReviewOutcome.End, reason, determination.Persons, 0, currentFen);
        if (findings.EndGround is { } claimed)
            return ReviewErrors.EndWithoutGround.Because(
                $"按核实情况该家庭仍符合条件,不能以“{claimed}”停发。请更正核实的收入、财产或停发事由(57 号文第 32 条)。",
                $"By the means verified the household still qualifies and cannot be ended for {claimed}: correct the verified means or the ground (57 Art 32).");

        // A change below the unit to which benefits are rounded is no clear change (57 Art 31).
        var unit = determination.Policies.FirstOrDefault(p => p.Key == PolicyKeys.Rounding)?.Value ?? 1;
        var fen = determination.MonthlyFen + assessed.UpliftFen;
        var change = fen - currentFen;
        if (change == 0 || Math.Abs(change) < unit) return new Proposal(ReviewOutcome.Continue, null, determination.Persons, currentFen, currentFen, assessed.UpliftFen);
        return new Proposal(change > 0 ? ReviewOutcome.Increase : ReviewOutcome.Reduce, null, determination.Persons, fen, currentFen, assessed.UpliftFen);
    }

    /// <summary>Refusal and moving away end a case whatever its means (57 Art 29, Art 4); the rest only where the means test fails.</summary>
    private static EndReason? Ground(Findings findings, Determination determination)
    {
        if (findings.RefusedWithoutReason) return Contracts.Eligibility.EndReason.RefusedReview;
        if (findings.EndGround is Contracts.Eligibility.EndReason.MovedAway) return findings.EndGround;
        if (determination.Eligible) return null;
        if (findings.EndGround is { } named and not Contracts.Eligibility.EndReason.RefusedReview) return named;
        return determination.Reasons.Contains(AssetsOverLimit) && !determination.Reasons.Contains(IncomeAboveStandard)
            ? Contracts.Eligibility.EndReason.AssetsOverLimit
            : Contracts.Eligibility.EndReason.IncomeAboveStandard;
    }
}

/// <summary>The household was invited to say what it thinks of a cut (Law Art 48).</summary>
/// <param name="HeldOn">Day on which it was heard, or was to be heard.</param>
/// <param name="Attended">Whether it came.</param>
/// <param name="Views">What it said.</param>
internal sealed record Hearing(LocalDate HeldOn, bool Attended, string Views);

/// <summary>The county's decision on a review.</summary>
/// <param name="Outcome">Continue, increase, reduce or end.</param>
/// <param name="EndReason">Why it ends; null otherwise.</param>
/// <param name="Persons">Members counted.</param>
/// <param name="MonthlyFen">Benefit from <paramref name="FromMonth"/> on, fen per month; 0 for an end.</param>
/// <param name="FromMonth">First month of the new amount; for an end the first month no longer paid.</param>
/// <param name="Text">The reasons as told to the household.</param>
internal sealed record Conclusion(ReviewOutcome Outcome, EndReason? EndReason, int Persons, long MonthlyFen, Month FromMonth, string Text);
