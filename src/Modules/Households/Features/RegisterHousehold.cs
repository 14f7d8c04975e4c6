using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Households.Domain;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features;

/// <summary>Enters a household with its members, its declaration and, where known, its account, and opens its one file.</summary>
internal sealed record RegisterHousehold(HouseholdBody Household) : ICommand<HouseholdView>
{
    internal sealed class Validator : AbstractValidator<RegisterHousehold>
    {
        public Validator() => RuleFor(c => c.Household).SetValidator(new HouseholdBody.Validator()).OverridePropertyName("");
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<RegisterHousehold, HouseholdView>
    {
        public async Task<Result<HouseholdView>> Handle(RegisterHousehold request, CancellationToken cancellationToken)
        {
            var body = request.Household;
            if (!db.Caller.Serves(body.Division)) return PlumbingProblems.OutsideDivision.Plain();
            if (await db.WrongPlace(body.Places(), today.Date, cancellationToken) is { } wrong) return wrong;
            var county = body.Division.County;
            var made = body.Make(db.Caller.OwnCasesOnly ? db.Caller.Subject : null, sealing, today.Date, today.Now);
            if (made.Refused) return made.Error;
            var hashes = made.Value.Persons.Select(p => p.IdNumberHash).ToList();
            if (await db.Persons.AnyAsync(p => hashes.Contains(p.IdNumberHash), cancellationToken))
                return HouseholdErrors.PersonElsewhere.Because("所填人员中有人已登记在其他家庭,请先办理迁出或更正。", "One of these persons is registered in another household: move or correct that entry first.");

            var sequence = await db.TakeNumbers($"file:{county}:{today.Date.Year}", 1, cancellationToken);
            var household = made.Value.Household.Numbered(FileNumber.Of(county, today.Date.Year, sequence));
            db.Add(household);
            db.AddRange(made.Value.Persons);
            return HouseholdView.Of(household, today.Date, household.Version + 1, db.Caller);
        }
    }

    /// <summary>Registers a household.</summary>
    /// <remarks>57 Art 4 and 7. Identity numbers are checked by GB 11643; a person stands in one household only.</remarks>
    internal static Task<Results<Created<HouseholdView>, ProblemHttpResult>> Endpoint(HouseholdBody body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new RegisterHousehold(body), cancellation).Created(h => $"/api/v1/households/{h.Id.Value}");
}
