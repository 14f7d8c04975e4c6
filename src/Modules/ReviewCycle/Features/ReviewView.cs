using System.Text.Json;
using Dibao.BuildingBlocks.Http;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Contracts.ReviewCycle;
using Dibao.ReviewCycle.Domain;

namespace Dibao.ReviewCycle.Features;

/// <summary>A review.</summary>
/// <param name="Id">The review.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Entitlement">The entitlement reviewed.</param>
/// <param name="Household">Whose it is.</param>
/// <param name="Division" example="320706001001">Village or community of registration.</param>
/// <param name="Scheme">Urban or rural dibao.</param>
/// <param name="Cause">Why it is held: it fell due, a member died, or a change was told.</param>
/// <param name="DueOn">By when it is to be concluded.</param>
/// <param name="OpenedOn">When it was opened.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Findings">What was found; null before.</param>
/// <param name="Proposal">What follows from it; null before.</param>
/// <param name="Hearing">What the household said; null where it was not heard.</param>
/// <param name="Conclusion">The decision; null before.</param>
internal sealed record ReviewView(
    ReviewId Id, long Version, EntitlementId Entitlement, HouseholdId Household, DivisionCode Division, Scheme Scheme, ReviewCause Cause,
    LocalDate DueOn, LocalDate OpenedOn, ReviewStatus Status, FindingsView? Findings, ProposalView? Proposal, HearingView? Hearing,
    ConclusionView? Conclusion) : IVersioned, IConcern
{
    Guid IConcern.Concern => Id.Value;

    /// <summary>The review; <paramref name="version"/> is the one it has, or will have when saved.</summary>
    public static ReviewView Of(Review r, long version) => new(
        r.Id, version, r.Entitlement, r.Household, r.Division, r.Scheme, r.Cause, r.DueOn, r.OpenedOn, r.Status,
        r.Findings is { } f
            ? new(f.VisitedOn, f.Investigators, f.Present, f.Income, f.Assets, f.LivingConditions, f.RefusedWithoutReason, r.FoundBy!, r.FoundOn!.Value, r.DeterminationHash!)
            : null,
        r.Proposal is { } p ? new(p.Outcome, p.EndReason, p.Persons, p.MonthlyFen, p.UpliftFen, p.CurrentFen, Determination(r)!.Lines) : null,
        r.Hearing is { } h ? new(h.HeldOn, h.Attended, h.Views, r.HeardBy!) : null,
        r.Conclusion is { } c ? new(c.Outcome, c.EndReason, c.Persons, c.MonthlyFen, c.FromMonth, c.Text, r.ConcludedBy!, r.ClosedOn!.Value) : null);

    /// <summary>The means test of a review; null before the findings.</summary>
    public static Determination? Determination(Review review) =>
        review.DeterminationJson is { } json ? JsonSerializer.Deserialize<Determination>(json, DibaoJson.Options) : null;
}

/// <summary>What was found.</summary>
/// <param name="VisitedOn">Day of the home visit.</param>
/// <param name="Investigators">Who made it.</param>
/// <param name="Present">Members who were present and signed.</param>
/// <param name="Income">Verified income, fen per year, by kind.</param>
/// <param name="Assets">Verified assets, fen, by kind.</param>
/// <param name="LivingConditions">How the household lives.</param>
/// <param name="RefusedWithoutReason">The household refused the review without reason (57 Art 29).</param>
/// <param name="By">Who recorded it.</param>
/// <param name="On">When it was recorded.</param>
/// <param name="DeterminationHash">SHA-256 of the means test in canonical JSON.</param>
internal sealed record FindingsView(
    LocalDate VisitedOn, IReadOnlyList<Investigator> Investigators, IReadOnlyList<PersonId> Present, IReadOnlyList<IncomeAmount> Income,
    IReadOnlyList<AssetAmount> Assets, string LivingConditions, bool RefusedWithoutReason, string By, LocalDate On, string DeterminationHash);

/// <summary>What follows from the findings.</summary>
/// <param name="Outcome">Continue, increase, reduce or end.</param>
/// <param name="EndReason">Why it is to end; null otherwise.</param>
/// <param name="Persons">Members counted.</param>
/// <param name="MonthlyFen">Benefit proposed, fen per month; 0 for an end.</param>
/// <param name="UpliftFen">What of it is category uplift (57 Art 27), on top of the means test.</param>
/// <param name="CurrentFen">Benefit at the time of the findings, fen per month.</param>
/// <param name="Lines">The reasoning of the means test, line by line.</param>
internal sealed record ProposalView(
    ReviewOutcome Outcome, EndReason? EndReason, int Persons, long MonthlyFen, long UpliftFen, long CurrentFen, IReadOnlyList<ReasoningLine> Lines);

/// <summary>What the household said of the proposal (Law Art 48).</summary>
/// <param name="HeldOn">When it was heard, or was to be heard.</param>
/// <param name="Attended">Whether it came.</param>
/// <param name="Views">What it said.</param>
/// <param name="By">Who heard it.</param>
internal sealed record HearingView(LocalDate HeldOn, bool Attended, string Views, string By);

/// <summary>The decision, as told to the household (57 Art 32).</summary>
/// <param name="Outcome">Continue, increase, reduce or end.</param>
/// <param name="EndReason">Why it ends; null otherwise.</param>
/// <param name="Persons">Members counted.</param>
/// <param name="MonthlyFen">Benefit from then on, fen per month; 0 for an end.</param>
/// <param name="FromMonth">First month of the new amount; for an end the first month no longer paid.</param>
/// <param name="Reasons">The reasons told.</param>
/// <param name="By">Who decided.</param>
/// <param name="On">When.</param>
internal sealed record ConclusionView(
    ReviewOutcome Outcome, EndReason? EndReason, int Persons, long MonthlyFen, Month FromMonth, string Reasons, string By, LocalDate On);
