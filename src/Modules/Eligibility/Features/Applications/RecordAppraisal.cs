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

/// <summary>Records a community appraisal (民主评议) of the findings.</summary>
internal sealed record RecordAppraisal(ApplicationId Application, LocalDate HeldOn, int Participants, int Representatives, bool Agrees)
    : ICommand<ApplicationView>, IConcern
{
    Guid IConcern.Concern => Application.Value;

    /// <summary>An appraisal.</summary>
    /// <param name="HeldOn" example="2013-03-12">Between the visit and today.</param>
    /// <param name="Participants" example="12">People on the panel, 3 to 1000.</param>
    /// <param name="Representatives" example="8">Villagers' or residents' representatives among them; at least two thirds under 220 Art 22.</param>
    /// <param name="Agrees">Whether the panel finds the findings true; otherwise a new visit is due (220 Art 24).</param>
    internal sealed record Body(LocalDate HeldOn, int Participants, int Representatives, bool Agrees);

    internal sealed class Validator : AbstractValidator<RecordAppraisal>
    {
        public Validator()
        {
            RuleFor(c => c.Participants).InclusiveBetween(3, 1000).WithMessage("参加评议人数须在 3 至 1000 之间|A panel has 3 to 1000 participants");
            RuleFor(c => c.Representatives).Must((c, r) => r >= 0 && r <= c.Participants)
                .WithMessage("代表人数不得超过参加评议人数|Representatives are among the participants");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<RecordAppraisal, ApplicationView>
    {
        public async Task<Result<ApplicationView>> Handle(RecordAppraisal request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.ApplicationToChange(request.Application.Value, cancellationToken), "申请", "application");
            if (found.Refused) return found.Error;
            var application = found.Value;
            var policies = await db.Policies(
                application.Division, application.Scheme, today.Date, cancellationToken, PolicyKeys.Appraisal, PolicyKeys.AppraisalShare);
            var standing = policies.Require(PolicyKeys.Appraisal);
            if (standing.Refused) return standing.Error;
            // 57 Art 19 names no share of representatives: one is held to only where law or place sets it.
            var share = policies.Find(PolicyKeys.AppraisalShare)?.Value;
            var recorded = application.RecordAppraisal(
                request.HeldOn, request.Participants, request.Representatives, request.Agrees, standing.Value.Value == 1, share, today.Date, db.Caller.Subject);
            return recorded.Refused ? recorded.Error : ApplicationView.Changed(application);
        }
    }

    /// <summary>Records a community appraisal.</summary>
    /// <remarks>220 Art 21 to 24 (a standing step until 2021-06-30); 57 Art 19 (after an objection).</remarks>
    internal static Task<Results<Ok<ApplicationView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new RecordAppraisal(new ApplicationId(id), body.HeldOn, body.Participants, body.Representatives, body.Agrees), cancellation).Ok();
}
