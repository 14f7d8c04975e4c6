using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Payees;

/// <summary>Names the account into which a household is paid, where none stands.</summary>
internal sealed record NamePayee(HouseholdId Household, PayeeAccountBody Payee) : ICommand<HouseholdView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    internal sealed class Validator : AbstractValidator<NamePayee>
    {
        public Validator() => RuleFor(c => c.Payee).SetValidator(new PayeeAccountBody.Validator()).OverridePropertyName("");
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<NamePayee, HouseholdView>
    {
        public async Task<Result<HouseholdView>> Handle(NamePayee request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            var payee = request.Payee;
            if (await db.NotOnFile(request.Household, [payee.Ground?.Paper], cancellationToken) is { } missing) return missing;
            var named = found.Value.NamePayee(payee.Named(sealing), payee.From ?? today.Date, payee.To, today.Date, today.Now);
            return named.Refused ? named.Error : HouseholdView.Of(found.Value, today.Date, found.Value.Version + 1, db.Caller);
        }
    }

    /// <summary>Names the payee account.</summary>
    /// <remarks>
    /// 57 Art 25 and 26: paid through banks into the account of the payee, who holds it alone. One person names the first account; where another
    /// stands it is changed by two (payee-changes), and the same again changes nothing. Send If-Match with the ETag of the household.
    /// </remarks>
    internal static Task<Results<Ok<HouseholdView>, ProblemHttpResult>> Endpoint(Guid id, PayeeAccountBody body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new NamePayee(new(id), body), cancellation).Ok();
}
