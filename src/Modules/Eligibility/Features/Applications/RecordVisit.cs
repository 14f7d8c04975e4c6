using Dibao.BuildingBlocks.Access;
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

/// <summary>Records a home visit: who went, who was there, what was seen.</summary>
internal sealed record RecordVisit(
    ApplicationId Application, LocalDate VisitedOn, IReadOnlyList<Investigator> Investigators, IReadOnlyList<PersonId> Present, string LivingConditions)
    : ICommand<ApplicationView>, IConcern
{
    Guid IConcern.Concern => Application.Value;

    /// <summary>A home visit.</summary>
    /// <param name="VisitedOn" example="2012-03-05">Between the acceptance and today.</param>
    /// <param name="Investigators">At least as many as the policy says (2), one of them township staff, the recorder among them; at most 10.</param>
    /// <param name="Present">Members who were present and signed; 1 to 30.</param>
    /// <param name="LivingConditions" example="two rooms, brick; farm tools; no vehicle">What was seen; at most 500 characters, no names or numbers.</param>
    internal sealed record Body(LocalDate VisitedOn, IReadOnlyList<Investigator> Investigators, IReadOnlyList<PersonId> Present, string LivingConditions);

    internal sealed class Validator : AbstractValidator<RecordVisit>
    {
        public Validator()
        {
            RuleFor(c => c.Investigators).Must(i => i.Count <= 10 && i.All(x => Enum.IsDefined(x.Post) && x.Officer.Length is >= 1 and <= 200))
                .WithMessage("调查人员不超过 10 人,每人须有账号和岗位|At most 10 investigators, each with subject and post");
            RuleFor(c => c.Present).Items(0, 30).WithMessage("在场成员不超过 30 人|At most 30 members present");
            RuleFor(c => c.LivingConditions).Must(t => t.Length <= 500).WithMessage("居住状况不超过 500 个字符|Living conditions have at most 500 characters");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, IMediator mediator) : ICommandHandler<RecordVisit, ApplicationView>
    {
        public async Task<Result<ApplicationView>> Handle(RecordVisit request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.ApplicationToChange(request.Application.Value, cancellationToken), "申请", "application");
            if (found.Refused) return found.Error;
            var application = found.Value;
            var policies = await db.Policies(application.Division, application.Scheme, today.Date, cancellationToken, PolicyKeys.Investigators);
            var least = policies.Require(PolicyKeys.Investigators);
            if (least.Refused) return least.Error;
            var household = await mediator.Send(new GetCircumstances(application.Household, request.VisitedOn), cancellationToken);
            if (household.Refused) return household.Error;
            var recorded = application.RecordVisit(
                request.VisitedOn, request.Investigators, request.Present, request.LivingConditions, [.. household.Value.Members.Select(m => m.Person)],
                [.. db.Caller.Roles.SelectMany(r => Posts(r.Name))], least.Value.Value, today.Date, db.Caller.Subject);
            return recorded.Refused ? recorded.Error : ApplicationView.Changed(application);
        }

        private static IEnumerable<InvestigatorPost> Posts(string role) => role switch
        {
            Roles.TownshipOfficer => [InvestigatorPost.Township],
            Roles.VillageAssistant => [InvestigatorPost.Village],
            Roles.PurchasedServiceWorker => [InvestigatorPost.PurchasedService],
            _ => [],
        };
    }

    /// <summary>Records a home visit.</summary>
    /// <remarks>57 Art 16; 220 Art 18. Village assistants and purchased-service workers may record it and never decide.</remarks>
    internal static Task<Results<Ok<ApplicationView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new RecordVisit(new ApplicationId(id), body.VisitedOn, body.Investigators, body.Present, body.LivingConditions), cancellation).Ok();
}
