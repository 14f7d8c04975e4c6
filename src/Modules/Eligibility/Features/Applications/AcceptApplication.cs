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

/// <summary>Accepts an application whose papers are complete; the time for the decision begins to run.</summary>
internal sealed record AcceptApplication(ApplicationId Application) : ICommand<ApplicationView>, IConcern
{
    Guid IConcern.Concern => Application.Value;

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<AcceptApplication, ApplicationView>
    {
        public async Task<Result<ApplicationView>> Handle(AcceptApplication request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.ApplicationToChange(request.Application.Value, cancellationToken), "申请", "application");
            if (found.Refused) return found.Error;
            var application = found.Value;
            var policies = await db.Policies(application.Division, application.Scheme, today.Date, cancellationToken, PolicyKeys.DecisionTime);
            var time = policies.Require(PolicyKeys.DecisionTime);
            if (time.Refused) return time.Error;
            var due = DecisionTime.DueOn(time.Value, today.Date, await db.WorkingDays(cancellationToken));
            var accepted = application.Accept(due, today.Date, db.Caller.Subject);
            return accepted.Refused ? accepted.Error : ApplicationView.Changed(application);
        }
    }

    /// <summary>Accepts an application.</summary>
    /// <remarks>57 Art 10 and 22; 220 Art 13; 271 Art 8. Refused while papers are missing; all of them are named.</remarks>
    internal static Task<Results<Ok<ApplicationView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new AcceptApplication(new ApplicationId(id)), cancellation).Ok();
}
