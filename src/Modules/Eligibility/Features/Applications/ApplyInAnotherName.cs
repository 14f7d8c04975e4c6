using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;
using Dibao.Eligibility.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Features.Applications;

/// <summary>Has an open application go on in the name of another member.</summary>
internal sealed record ApplyInAnotherName(ApplicationId Application, PersonId Applicant, string Reason) : ICommand<ApplicationView>, IConcern
{
    Guid IConcern.Concern => Application.Value;

    /// <summary>Another applicant.</summary>
    /// <param name="Applicant">A co-living member.</param>
    /// <param name="Reason" example="the applicant died">4 to 200 characters.</param>
    internal sealed record Body(PersonId Applicant, string Reason);

    internal sealed class Validator : AbstractValidator<ApplyInAnotherName>
    {
        public Validator() => RuleFor(c => c.Reason).IsReason();
    }

    internal sealed class Handler(DibaoDbContext db, Today today, IMediator mediator) : ICommandHandler<ApplyInAnotherName, ApplicationView>
    {
        public async Task<Result<ApplicationView>> Handle(ApplyInAnotherName request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.ApplicationToChange(request.Application.Value, cancellationToken), "申请", "application");
            if (found.Refused) return found.Error;
            var application = found.Value;
            var household = await mediator.Send(new GetCircumstances(application.Household, today.Date), cancellationToken);
            if (household.Refused) return household.Error;
            var replaced = application.ReplaceApplicant(request.Applicant, request.Reason.Trim(), [.. household.Value.Members.Select(m => m.Person)]);
            return replaced.Refused ? replaced.Error : ApplicationView.Changed(application);
        }
    }

    /// <summary>Replaces the applicant of an open application.</summary>
    /// <remarks>57 Art 4 and 30. Not while a notice stands; a file already with the county returns for a new opinion, so that the notice names who applies.</remarks>
    internal static Task<Results<Ok<ApplicationView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ApplyInAnotherName(new ApplicationId(id), body.Applicant, body.Reason), cancellation).Ok();
}
