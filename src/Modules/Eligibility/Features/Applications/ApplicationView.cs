using Dibao.BuildingBlocks.Http;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;

namespace Dibao.Eligibility.Features.Applications;

/// <summary>An application and how far it has come.</summary>
/// <param name="Id">The application.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Household">The household.</param>
/// <param name="FileNumber" example="320706-2012-000123">The household's file number.</param>
/// <param name="Division" example="320706001001">Village or community of registration.</param>
/// <param name="Scheme">Urban or rural.</param>
/// <param name="Applicant">The member who applies.</param>
/// <param name="Only">The member who is to be covered alone (57 Art 8; 83 I(1)); null when the household applies.</param>
/// <param name="OnlyBy">The articles by which he may.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="SubmittedOn" example="2012-03-01">When it was submitted.</param>
/// <param name="MissingPapers">All papers still missing.</param>
/// <param name="AcceptedOn">When the clock began to run; null before.</param>
/// <param name="DueOn">Last day for the decision; null before acceptance.</param>
/// <param name="CheckRequestedOn">When the information check was asked for.</param>
/// <param name="CheckAnsweredOn">When the check centre answered.</param>
/// <param name="VisitedOn">Day of the latest home visit.</param>
/// <param name="AppraisedOn">Day of the latest community appraisal.</param>
/// <param name="AppraisalAgrees">Whether the panel agreed with the findings.</param>
/// <param name="AssessedOn">Day of the determination.</param>
/// <param name="Eligible">Its outcome.</param>
/// <param name="Persons">Members it counts; 0 before.</param>
/// <param name="MonthlyFen">Its benefit, fen per month; 0 before and when not eligible.</param>
/// <param name="ReviewedOn">Day of the initial-review opinion.</param>
/// <param name="Positive">The opinion.</param>
/// <param name="SecondOpinion">An objection was upheld: a new finding and a second opinion are due or given.</param>
/// <param name="CountyVisitedOn">Day on which the county itself was in the home (57 Art 20).</param>
/// <param name="ProposedOn">Day of the proposed approval (220 Art 29).</param>
/// <param name="DecidedOn">Day of the decision.</param>
/// <param name="Reasons">Why it was refused.</param>
/// <param name="AppealZh">How a refusal can be reviewed, in Chinese.</param>
/// <param name="AppealEn">The same in English.</param>
/// <param name="Entitlement">The entitlement it opened.</param>
internal sealed record ApplicationView(
    ApplicationId Id, long Version, HouseholdId Household, string FileNumber, DivisionCode Division, Scheme Scheme, PersonId Applicant, PersonId? Only, IReadOnlyList<string> OnlyBy,
    ApplicationStatus Status, LocalDate SubmittedOn, IReadOnlyList<PaperKind> MissingPapers, LocalDate? AcceptedOn, LocalDate? DueOn,
    LocalDate? CheckRequestedOn, LocalDate? CheckAnsweredOn, LocalDate? VisitedOn, LocalDate? AppraisedOn, bool? AppraisalAgrees,
    LocalDate? AssessedOn, bool? Eligible, int Persons, long MonthlyFen, LocalDate? ReviewedOn, bool? Positive, bool SecondOpinion,
    LocalDate? CountyVisitedOn, LocalDate? ProposedOn, LocalDate? DecidedOn, IReadOnlyList<string> Reasons, string? AppealZh, string? AppealEn,
    EntitlementId? Entitlement) : IVersioned, IConcern
{
    Guid IConcern.Concern => Id.Value;

    public static ApplicationView Of(Application a) => Of(a, a.Version);

    /// <summary>The application as a command leaves it: with the version it will have when saved.</summary>
    public static ApplicationView Changed(Application a) => Of(a, a.Version + 1);

    private static ApplicationView Of(Application a, long version) => new(
        a.Id, version, a.Household, a.FileNumber, a.Division, a.Scheme, a.Applicant, a.Only, a.OnlyBy, a.Status, a.SubmittedOn, a.MissingPapers, a.AcceptedOn, a.DueOn,
        a.CheckRequestedOn, a.CheckAnsweredOn, a.VisitedOn, a.AppraisedOn, a.AppraisalAgrees, a.AssessedOn, a.Eligible, a.Persons, a.MonthlyFen,
        a.ReviewedOn, a.Positive, a.SecondOpinion, a.CountyVisitedOn, a.ProposedOn, a.DecidedOn, a.Reasons, a.AppealZh, a.AppealEn, a.Entitlement);
}
