using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.ReviewCycle.Domain;

namespace Dibao.UnitTests.ReviewCycle;

/// <summary>Builders in the field's words.</summary>
internal static class A
{
    public const string Zhang = "officer-zhang";
    public const string Li = "assistant-li";
    public const string Wang = "officer-wang";
    public const string Approver = "approver-chen";

    public static readonly DivisionCode Village = DivisionCode.Parse("320706001001");
    public static readonly PersonId Head = PersonId.New();

    public static Review Review(LocalDate opened, ReviewCause cause = ReviewCause.Periodic) => Dibao.ReviewCycle.Domain.Review.Open(
        cause, EntitlementId.New(), HouseholdId.New(), Village, Scheme.Urban, null, opened.PlusDays(30), opened);

    public static Findings Findings(LocalDate visited, bool refused = false, EndReason? ground = null) => new(
        visited, [new(Zhang, InvestigatorPost.Township), new(Li, InvestigatorPost.Village)], refused ? [] : [Head], [], [], "two rooms", refused, ground);

    public static Determination Determination(LocalDate on, long monthlyFen, params string[] reasons) => new(
        1, on, Scheme.Urban, 2, [], [], [new(PolicyKeys.Rounding, 100, "fen", "320706", "local", "1", on)], [], reasons.Length == 0, monthlyFen, reasons);

    /// <summary>A review of a benefit of 500 yuan, found on a day with what the means test gives.</summary>
    public static Review Found(LocalDate day, long monthlyFen, params string[] reasons)
    {
        var review = Review(day);
        review.Record(Findings(day), Determination(day, monthlyFen, reasons), day).Refused.Should().BeFalse();
        return review;
    }

    public static Result<Proposal> Record(this Review review, Findings findings, Determination determination, LocalDate today, string by = Zhang, int needed = 2)
    {
        var canonical = CanonicalJson.Write(determination);
        return review.RecordFindings(findings, new(determination, 0), canonical, CanonicalJson.Hash(canonical), 50_000, needed, new HashSet<PersonId> { Head }, by, today);
    }
}
