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

/// <summary>Proposes an approval at the county, which posts it before it decides (220 Art 29).</summary>
internal sealed record ProposeApproval(ApplicationId Application) : ICommand<ApplicationView>, IConcern
{
    Guid IConcern.Concern => Application.Value;

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<ProposeApproval, ApplicationView>
    {
        public async Task<Result<ApplicationView>> Handle(ProposeApproval request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.ApplicationToChange(request.Application.Value, cancellationToken), "申请", "application");
            if (found.Refused) return found.Error;
            var application = found.Value;
            var policies = await db.Policies(application.Division, application.Scheme, today.Date, cancellationToken, PolicyKeys.ApprovalNoticeDays);
            var notice = policies.Require(PolicyKeys.ApprovalNoticeDays);
            if (notice.Refused) return notice.Error;
            var proposed = application.ProposeApproval((int)notice.Value.Value, today.Date, db.Caller.Subject);
            return proposed.Refused ? proposed.Error : ApplicationView.Changed(application);
        }
    }

    /// <summary>Proposes an approval.</summary>
    /// <remarks>220 Art 29, until 2021-06-30; since then the county confirms without a second notice (57 Art 24).</remarks>
    internal static Task<Results<Ok<ApplicationView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ProposeApproval(new ApplicationId(id)), cancellation).Ok();
}
