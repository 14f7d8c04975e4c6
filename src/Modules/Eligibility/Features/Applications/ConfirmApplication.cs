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
                PolicyKeys.ApprovalNoticeDays, PolicyKeys.FirstMonth, PolicyKeys.ReviewStable, PolicyKeys.ReviewUnsteady, PolicyKey.CountyVisit,
                PolicyKeys.Standard, PolicyKeys.Rounding, PolicyKeys.FinancialAssetLimit);
            if (application.Determination is { } determination && await db.StandsOnOlderFigures(determination, policies, cancellationToken) is { } older) return older;
            var household = await mediator.Send(new GetCircumstances(application.Household, today.Date, application.Only), cancellationToken);
            if (household.Refused) return household.Error;
            if (Domain.Application.SchemeOf(household.Value.Hukou) != application.Scheme)
                return EligibilityErrors.PolicyChanged.Because("该户户口性质已变更,请按新的类别重新认定后再确认。", "The household was converted since: assess it anew under its scheme, then confirm.");
            var unsteady = household.Value.Members.Any(m => m.Labour == LabourCapacity.Able); // 57 Art 31; 220 Art 33
            var figures = policies.Require(
                PolicyKeys.ApprovalNoticeDays, PolicyKeys.FirstMonth, unsteady ? PolicyKeys.ReviewUnsteady : PolicyKeys.ReviewStable);
            if (figures.Refused) return figures.Error;

            // Before 12 December 2012 no text asks for it: where the register has no figure, none is due.
            var countyVisitDue = false;
            if (policies.Find(PolicyKey.CountyVisit)?.Value == 1)
            {
                var filings = await mediator.Send(new GetFilings(application.Household, today.Date), cancellationToken);
                if (filings.Refused) return filings.Error;
                countyVisitDue = filings.Value.Count > 0;
            }

            var members = household.Value.Members.Select(m => m.Person).ToList();
            var covers = await db.Covers.Where(c => members.Contains(c.Person)).ToListAsync(cancellationToken);
            // What was drawn elsewhere through a month is followed by the month after it: no month twice, and none lost.
            var firstMonth = covers.Aggregate(today.Month.Plus((int)figures.Value[1].Value), (first, c) => c.LastMonth is { } last ? Month.Max(first, last.Next) : first);
            var confirmed = application.Confirm(
                members, figures.Value[0].Value > 0, firstMonth, (int)figures.Value[2].Value,
                today.Date, today.Now, db.Caller.Subject, countyVisitDue);
            if (confirmed.Refused) return confirmed.Error;
            if (covers.Find(c => c.LastMonth is null) is { } elsewhere) return elsewhere.Clash();
            db.Add(confirmed.Value);
            foreach (var cover in covers) cover.GoOn(confirmed.Value);
            db.AddRange(members.Where(m => covers.TrueForAll(c => c.Person != m)).Select(m => Cover.By(confirmed.Value, m)));
            return ApplicationView.Changed(application);
        }
    }

    /// <summary>Confirms an application.</summary>
    /// <remarks>57 Art 20 and 21; 220 Art 29; Law Art 44. By a county approver who had no other hand in the case.</remarks>
    internal static Task<Results<Ok<ApplicationView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ConfirmApplication(new ApplicationId(id)), cancellation).Ok();
}
