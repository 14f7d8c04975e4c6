using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features;

/// <summary>Names the account into which a household is paid from today on.</summary>
internal sealed record NamePayee(HouseholdId Household, PersonId Holder, string Bank, string AccountNumber) : ICommand<HouseholdView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>An account.</summary>
    /// <param name="Holder">The holder, a member of the household.</param>
    /// <param name="Bank" example="农村商业银行">Bank, 1 to 60 characters.</param>
    /// <param name="AccountNumber" example="6221880000000000012">Account number, 8 to 32 digits.</param>
    internal sealed record Body(PersonId Holder, string Bank, string AccountNumber);

    internal sealed class Validator : AbstractValidator<NamePayee>
    {
        public Validator()
        {
            RuleFor(c => c.Bank).Must(PayeeBody.IsBank).WithMessage(PayeeBody.BankMessage);
            RuleFor(c => c.AccountNumber).Must(PayeeBody.IsAccount).WithMessage(PayeeBody.AccountMessage);
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<NamePayee, HouseholdView>
    {
        public async Task<Result<HouseholdView>> Handle(NamePayee request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            var named = found.Value.NamePayee(request.Holder, request.Bank, HouseholdBody.Seal(request.AccountNumber, sealing), today.Date, today.Now);
            return named.Refused ? named.Error : HouseholdView.Of(found.Value, today.Date, found.Value.Version + 1, db.Caller);
        }
    }

    /// <summary>Names the payee account.</summary>
    /// <remarks>57 Art 25: paid through banks into the household's account. Send If-Match with the ETag of the household.</remarks>
    internal static Task<Results<Ok<HouseholdView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new NamePayee(new(id), body.Holder, body.Bank, body.AccountNumber), cancellation).Ok();
}
