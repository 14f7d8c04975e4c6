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

namespace Dibao.Eligibility.Features.Entitlements;

/// <summary>Puts an entitlement in the name of another covered member.</summary>
internal sealed record ReplaceApplicant(EntitlementId Entitlement, PersonId Applicant, string Reason) : ICommand<EntitlementView>, IConcern
{
    Guid IConcern.Concern => Entitlement.Value;

    /// <summary>Another applicant.</summary>
    /// <param name="Applicant">A covered member.</param>
    /// <param name="Reason" example="the applicant left the household">4 to 200 characters.</param>
    internal sealed record Body(PersonId Applicant, string Reason);

    internal sealed class Validator : AbstractValidator<ReplaceApplicant>
    {
        public Validator() => RuleFor(c => c.Reason).IsReason();
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<ReplaceApplicant, EntitlementView>
    {
        public async Task<Result<EntitlementView>> Handle(ReplaceApplicant request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.EntitlementToChange(request.Entitlement, cancellationToken), "低保待遇", "entitlement");
            if (found.Refused) return found.Error;
            var entitlement = found.Value;
            var cover = await db.Covers.FindAsync([request.Applicant], cancellationToken);
            if (cover is not { LastMonth: null } || cover.Entitlement != entitlement.Id)
                return EligibilityErrors.NotCovered.Because("新的申请人须为该待遇的保障对象。", "The new applicant must be covered by this entitlement.");
            var replaced = entitlement.ReplaceApplicant(request.Applicant, request.Reason.Trim(), today.Date);
            if (replaced.Refused) return replaced.Error;
            return EntitlementView.Of(entitlement, entitlement.Terms.FirstOrDefault(t => t.HoldsOn(today.Date)), entitlement.Version + 1);
        }
    }

    /// <summary>Replaces the applicant.</summary>
    /// <remarks>57 Art 4 and 30. The public list shows the new name.</remarks>
    internal static Task<Results<Ok<EntitlementView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ReplaceApplicant(new EntitlementId(id), body.Applicant, body.Reason), cancellation).Ok();
}
