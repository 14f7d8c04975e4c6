using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.Eligibility.Features.Applications;
using Dibao.Eligibility.Features.Covers;
using Dibao.Eligibility.Features.Entitlements;
using Dibao.Eligibility.Features.Policies;
using Dibao.Eligibility.Features.Successions;
using Dibao.Eligibility.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility;

/// <summary>The figures of the law by place and day, who applies, who is entitled to how much, and why.</summary>
public sealed class EligibilityModule : IModule
{
    /// <inheritdoc />
    public string Name => "eligibility";

    /// <inheritdoc />
    public void Model(ModelBuilder model) => EligibilityModel.Map(model);

    /// <inheritdoc />
    public IEnumerable<ICommand<Done>> AtStart => [new LoadNationalPolicies()];

    /// <inheritdoc />
    public void Routes(RouteTable routes)
    {
        routes.Decide("/policies", SetPolicy.Endpoint, Permission.SetPolicy);
        routes.Get("/policies", GetPolicies.Endpoint, Permission.Public);

        routes.Post("/applications", SubmitApplication.Endpoint, Permission.Apply);
        routes.Get("/applications", FindApplications.Endpoint, Permission.ReadCases);
        routes.Get("/applications/{id}", GetApplication.Endpoint, Permission.ReadCases);
        routes.Post("/applications/{id}/papers", SupplyPapers.Endpoint, Permission.Apply);
        routes.Decide("/applications/{id}/applicant", ApplyInAnotherName.Endpoint, Permission.ReportChange);
        routes.Post("/applications/{id}/acceptance", AcceptApplication.Endpoint, Permission.AcceptApplication);
        routes.Post("/applications/{id}/check-request", RequestCheck.Endpoint, Permission.RequestCheck);
        routes.Post("/applications/{id}/check-answer", AnswerCheck.Endpoint, Permission.AnswerCheck);
        routes.Post("/applications/{id}/visit", RecordVisit.Endpoint, Permission.RecordVisit);
        routes.Post("/applications/{id}/county-visit", RecordCountyVisit.Endpoint, Permission.RecordCountyVisit);
        routes.Post("/applications/{id}/appraisal", RecordAppraisal.Endpoint, Permission.RecordAppraisal);
        routes.Post("/applications/{id}/assessment", AssessApplication.Endpoint, Permission.AssessMeans);
        routes.Get("/applications/{id}/determination", GetDetermination.Endpoint, Permission.ReadCases);
        routes.Ask("/applications/{id}/determination/replay", ReplayDetermination.Endpoint, Permission.ReadCases);
        routes.Decide("/applications/{id}/initial-review", GiveInitialReview.Endpoint, Permission.GiveInitialReview);
        routes.Decide("/applications/{id}/approval-proposal", ProposeApproval.Endpoint, Permission.ProposeApproval);
        routes.Decide("/applications/{id}/confirmation", ConfirmApplication.Endpoint, Permission.Decide);
        routes.Decide("/applications/{id}/refusal", RefuseApplication.Endpoint, Permission.Decide);

        routes.Get("/entitlements", FindEntitlements.Endpoint, Permission.ReadCases);
        routes.Get("/entitlements/{id}", GetEntitlement.Endpoint, Permission.ReadCases);
        routes.Decide("/entitlements/{id}/withdrawal", EndAtRequest.Endpoint, Permission.EndAtRequest);
        routes.Decide("/entitlements/{id}/applicant", ReplaceApplicant.Endpoint, Permission.ReportChange);

        routes.Get("/successions", FindSuccessions.Endpoint, Permission.ReadCases);
        routes.Get("/successions/{id}", GetSuccession.Endpoint, Permission.ReadCases);
        routes.Post("/successions/{id}/assessment", AssessSuccession.Endpoint, Permission.AssessSuccession);
        routes.Post("/successions/{id}/hearing", HearOnSuccession.Endpoint, Permission.HearViews);
        routes.Decide("/successions/{id}/confirmation", ConfirmSuccession.Endpoint, Permission.Decide);

        routes.Post("/covers", RecordCover.Endpoint, Permission.KeepCovers);
        routes.Post("/covers/withdrawal", TakeBackCover.Endpoint, Permission.KeepCovers);
        routes.Get("/covers", GetCovers.Endpoint, Permission.ReadCases);
    }
}
