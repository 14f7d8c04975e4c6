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

/// <summary>Ends an entitlement because the household asks to leave; the current month is the last drawn.</summary>
internal sealed record EndAtRequest(EntitlementId Entitlement, PersonId RequestedBy, string? Reason) : ICommand<EntitlementView>, IConcern
{
    Guid IConcern.Concern => Entitlement.Value;

    /// <summary>A request to leave.</summary>
    /// <param name="RequestedBy">The covered member who asks.</param>
    /// <param name="Reason" example="found work">In the household's words, at most 200 characters.</param>
    internal sealed record Body(PersonId RequestedBy, string? Reason = null);

    internal sealed class Validator : AbstractValidator<EndAtRequest>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(200).WithMessage("理由不超过 200 个字符|A reason has at most 200 characters");
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<EndAtRequest, EntitlementView>
    {
        public async Task<Result<EntitlementView>> Handle(EndAtRequest request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.EntitlementToChange(request.Entitlement, cancellationToken), "低保待遇", "entitlement");
            if (found.Refused) return found.Error;
            var entitlement = found.Value;
            var term = entitlement.Terms.FirstOrDefault(t => t.HoldsOn(today.Date));
            if (entitlement.LastMonth is null)
            {
                var cover = await db.Covers.FindAsync([request.RequestedBy], cancellationToken);
                if (cover is not { LastMonth: null } || cover.Entitlement != entitlement.Id)
                    return EligibilityErrors.NotCovered.Because("提出退出的人须为该待遇的保障对象。", "Who asks must be covered by this entitlement.");
            }
            var ended = entitlement.EndAtRequest(request.RequestedBy, request.Reason?.Trim(), today.Date, today.Now);
            if (ended.Refused) return ended.Error;
            await db.EndCover(entitlement, cancellationToken);
            return EntitlementView.Of(entitlement, term, entitlement.Version + 1);
        }
    }

    /// <summary>Ends an entitlement at the household's request.</summary>
    /// <remarks>57 Art 30 and 32. Paid for the current month, not for the next.</remarks>
    internal static Task<Results<Ok<EntitlementView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new EndAtRequest(new EntitlementId(id), body.RequestedBy, body.Reason), cancellation).Ok();
}
