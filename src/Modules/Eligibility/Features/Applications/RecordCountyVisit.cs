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

namespace Dibao.Eligibility.Features.Applications;

/// <summary>Records that the county itself was in the home.</summary>
internal sealed record RecordCountyVisit(ApplicationId Application, LocalDate VisitedOn, string Findings, IReadOnlyList<PersonId> Present)
    : ICommand<ApplicationView>, IConcern
{
    Guid IConcern.Concern => Application.Value;

    /// <summary>A visit by the county.</summary>
    /// <param name="VisitedOn" example="2024-03-15">Between the township's opinion and today.</param>
    /// <param name="Findings" example="two rooms, no vehicle; as the township found">What was found, 4 to 500 characters, no names or numbers.</param>
    /// <param name="Present">Members who were present; 1 to 30.</param>
    internal sealed record Body(LocalDate VisitedOn, string Findings, IReadOnlyList<PersonId> Present);

    internal sealed class Validator : AbstractValidator<RecordCountyVisit>
    {
        public Validator()
        {
            RuleFor(c => c.Findings).Text(4, 500).WithMessage("调查情况须为 4 至 500 个字符|The findings have 4 to 500 characters");
            RuleFor(c => c.Present).Items(0, 30).WithMessage("在场成员不超过 30 人|At most 30 members present");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, IMediator mediator) : ICommandHandler<RecordCountyVisit, ApplicationView>
    {
        public async Task<Result<ApplicationView>> Handle(RecordCountyVisit request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.ApplicationToChange(request.Application.Value, cancellationToken), "申请", "application");
            if (found.Refused) return found.Error;
            var household = await mediator.Send(new GetCircumstances(found.Value.Household, request.VisitedOn), cancellationToken);
            if (household.Refused) return household.Error;
            var recorded = found.Value.RecordCountyVisit(
                request.VisitedOn, request.Findings.Trim(), request.Present, [.. household.Value.Members.Select(m => m.Person)], today.Date, db.Caller.Subject);
            return recorded.Refused ? recorded.Error : ApplicationView.Changed(found.Value);
        }
    }

    /// <summary>Records a home visit by the county.</summary>
    /// <remarks>57 Art 20: of a household filed as a near relative's the county itself is in the home before it confirms. Who records it does not decide.</remarks>
    internal static Task<Results<Ok<ApplicationView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new RecordCountyVisit(new ApplicationId(id), body.VisitedOn, body.Findings, body.Present), cancellation).Ok();
}
