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

/// <summary>Asks the check centre for the information check of a household.</summary>
internal sealed record RequestCheck(ApplicationId Application) : ICommand<ApplicationView>, IConcern
{
    Guid IConcern.Concern => Application.Value;

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<RequestCheck, ApplicationView>
    {
        public async Task<Result<ApplicationView>> Handle(RequestCheck request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.ApplicationToChange(request.Application.Value, cancellationToken), "申请", "application");
            if (found.Refused) return found.Error;
            var requested = found.Value.RequestCheck(today.Date, db.Caller.Subject);
            return requested.Refused ? requested.Error : ApplicationView.Changed(found.Value);
        }
    }

    /// <summary>Requests the information check.</summary>
    /// <remarks>57 Art 15 and 17; Law Art 41 and 43.</remarks>
    internal static Task<Results<Ok<ApplicationView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new RequestCheck(new ApplicationId(id)), cancellation).Ok();
}
