using System.Text.Json;
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

/// <summary>Confirms an application; the entitlement begins with the month the policy says, and its members are covered.</summary>
internal sealed record ConfirmApplication(ApplicationId Application) : ICommand<ApplicationView>, IConcern
{
    Guid IConcern.Concern => Application.Value;

    internal sealed class Handler(DibaoDbContext db, Today today, IMediator mediator) : ICommandHandler<ConfirmApplication, ApplicationView>
    {
        public async Task<Result<ApplicationView>> Handle(ConfirmApplication request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.ApplicationToChange(request.Application.Value, cancellationToken), "申请", "application");
            if (found.Refused) return found.Error;
            var application = found.Value;
            var policies = await db.Policies(
                application.Division, application.Scheme, today.Date, cancellationToken,
                PolicyKeys.ApprovalNoticeDays, PolicyKeys.FirstMonth, PolicyKeys.ReviewStable, PolicyKeys.ReviewUnsteady,
                PolicyKeys.Standard, PolicyKeys.Rounding, PolicyKeys.FinancialAssetLimit);
            if (await StandsOnOlderFigures(application, policies, cancellationToken) is { } older) return older;
            var household = await mediator.Send(new GetCircumstances(application.Household, today.Date), cancellationToken);
            if (household.Refused) return household.Error;
            var unsteady = household.Value.Members.Any(m => m.Labour == LabourCapacity.Able); // 57 Art 31; 220 Art 33
            var figures = policies.Require(
                PolicyKeys.ApprovalNoticeDays, PolicyKeys.FirstMonth, unsteady ? PolicyKeys.ReviewUnsteady : PolicyKeys.ReviewStable);
            if (figures.Refused) return figures.Error;

            var members = household.Value.Members.Select(m => m.Person).ToList();
            var confirmed = application.Confirm(
                members, figures.Value[0].Value > 0, today.Month.Plus((int)figures.Value[1].Value), (int)figures.Value[2].Value,
                today.Date, today.Now, db.Caller.Subject);
            if (confirmed.Refused) return confirmed.Error;
            if (await db.LiveCovers.AnyAsync(c => members.Contains(c.Person), cancellationToken))
                return EligibilityErrors.PersonAlreadyCovered.Because("家庭成员中有人已在其他低保待遇之内,请先核实并退出。", "A member is covered by another entitlement: have that ended first.");
            db.Add(confirmed.Value);
            db.AddRange(members.Select(m => new LiveCover { Person = m, Entitlement = confirmed.Value.Id }));
            return ApplicationView.Changed(application);
        }

        /// <summary>A case is decided by the figures in force on the day of the decision, not on that of the means test.</summary>
        private async Task<Error?> StandsOnOlderFigures(Application application, PoliciesInForce policies, CancellationToken cancellation)
        {
            if (application.Determination is not { } id || await db.Set<StoredDetermination>().FindAsync([id], cancellation) is not { } stored) return null;
            var used = JsonSerializer.Deserialize<Determination>(stored.Text, DibaoJson.Options)!.Policies;
            foreach (var key in new[] { PolicyKeys.Standard, PolicyKeys.Rounding, PolicyKeys.FinancialAssetLimit })
            {
                if (policies.Find(key) is { } now && !used.Contains(now))
                    return EligibilityErrors.PolicyChanged.Because($"认定之后 {key} 已有新规定({now.Document}),请退回乡镇(街道)重新认定。", $"{key} has changed since the means test ({now.Document}): have the township assess anew.");
            }
            return null;
        }
    }

    /// <summary>Confirms an application.</summary>
    /// <remarks>57 Art 20 and 21; 220 Art 29; Law Art 44. By a county approver who had no other hand in the case.</remarks>
    internal static Task<Results<Ok<ApplicationView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ConfirmApplication(new ApplicationId(id)), cancellation).Ok();
}
