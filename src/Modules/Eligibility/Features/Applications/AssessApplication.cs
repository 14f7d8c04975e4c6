using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;
using Dibao.Eligibility.Domain.Policies;
using Dibao.Eligibility.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Features.Applications;

/// <summary>Puts the findings through the means test and keeps the determination.</summary>
internal sealed record AssessApplication(ApplicationId Application) : ICommand<AssessmentView>, IConcern
{
    Guid IConcern.Concern => Application.Value;

    internal sealed class Handler(DibaoDbContext db, Today today, IMediator mediator) : ICommandHandler<AssessApplication, AssessmentView>
    {
        public async Task<Result<AssessmentView>> Handle(AssessApplication request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.ApplicationToChange(request.Application.Value, cancellationToken), "申请", "application");
            if (found.Refused) return found.Error;
            var application = found.Value;
            var household = await mediator.Send(
                new GetCircumstances(application.Household, today.Date, application.Only, new(application.VerifiedIncome, application.VerifiedAssets)), cancellationToken);
            if (household.Refused) return household.Error;
            application.Follow(household.Value.Hukou);
            var policies = await db.Policies(
                application.Division, application.Scheme, today.Date, cancellationToken,
                PolicyKeys.Appraisal, PolicyKeys.Standard, PolicyKeys.Rounding, PolicyKeys.FinancialAssetLimit);
            var appraisal = policies.Require(PolicyKeys.Appraisal);
            if (appraisal.Refused) return appraisal.Error;
            var appraisalStanding = appraisal.Value.Value == 1;
            if (application.NotAssessable(appraisalStanding) is { } early) return early;

            var figures = MeansPolicies.From(policies);
            if (figures.Refused) return figures.Error;
            if (application.ApplicantGone([.. household.Value.Members.Select(m => m.Person)]) is { } gone) return gone;
            if (application.Only is not null && await WholeHouseholdQualifies(application, figures.Value, cancellationToken))
                return EligibilityErrors.WholeHousehold.Because("该家庭整户符合低保条件,不得只纳入部分成员,请整户申请。", "The whole household qualifies: none of its members may be admitted alone. It applies as a household.");
            var inputs = new MeansInputs(
                today.Date, application.Scheme, household.Value.Members.Count, household.Value.Income, household.Value.Assets);
            var outcome = MeansTest.Assess(inputs, figures.Value);
            if (outcome.Refused) return outcome.Error;

            var stored = StoredDetermination.Of(outcome.Value, application: application.Id);
            var assessed = application.Assess(stored.Id, stored.Hash, outcome.Value, appraisalStanding, today.Date, db.Caller.Subject);
            if (assessed.Refused) return assessed.Error;
            db.Add(stored);
            return new AssessmentView(application.Id, application.Version + 1, application.Status, stored.Hash, outcome.Value);
        }

        /// <summary>Where the household qualifies it is forbidden to admit only some of its members (83 I(1)).</summary>
        private async Task<bool> WholeHouseholdQualifies(Application application, MeansPolicies figures, CancellationToken cancellation)
        {
            var household = await mediator.Send(new GetCircumstances(application.Household, today.Date, Without: application.Only), cancellation);
            if (household.Refused || household.Value.Members.Count == 0) return false;
            var whole = MeansTest.Assess(new MeansInputs(today.Date, application.Scheme, household.Value.Members.Count, household.Value.Income, household.Value.Assets), figures);
            return !whole.Refused && whole.Value.Eligible;
        }
    }

    /// <summary>Assesses the means.</summary>
    /// <remarks>220 Art 27; 57 Art 23; Law Art 18. Needs an answered check and a visit; by somebody who did not record the findings.</remarks>
    internal static Task<Results<Ok<AssessmentView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new AssessApplication(new ApplicationId(id)), cancellation).Ok();
}

/// <summary>A determination and where the application now stands.</summary>
/// <param name="Id">The application.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Hash">SHA-256 of the determination as kept, 64 hexadecimal digits.</param>
/// <param name="Determination">The outcome with its reasoning, line by line.</param>
internal sealed record AssessmentView(ApplicationId Id, long Version, ApplicationStatus Status, string Hash, Determination Determination) : IVersioned, IConcern
{
    Guid IConcern.Concern => Id.Value;
}
