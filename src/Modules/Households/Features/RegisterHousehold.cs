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
            byte[][] numbers = [.. made.Value.Persons.Select(p => p.IdNumberHash)];
            var fileNumber = await db.NextFileNumber(county, today.Date, cancellationToken); // before the look: who enters an officer's relative takes his turn by it, too
            var met = await db.HasMet(numbers, cancellationToken);
            var known = met ? await db.PersonsBy(numbers, cancellationToken) : [];
            if (known.Find(p => p.State != PersonState.Left) is { } elsewhere) return elsewhere.Elsewhere();
            if (known.Count > 0)
            {
                made = body.Make(db.Caller.OwnCasesOnly ? db.Caller.Subject : null, sealing, today.Date, today.Now, known: known);
                if (made.Refused) return made.Error;
                foreach (var person in known) (person.Household, person.State) = (made.Value.Household.Id, PersonState.Member);
            }

            var household = made.Value.Household.Numbered(fileNumber);
            db.Add(household);
            db.AddRange(made.Value.Persons.Where(p => known.TrueForAll(k => k.Id != p.Id)));
            if (met) await db.FileRelatives(household, made.Value.Persons, today, cancellationToken);
            return HouseholdView.Of(household, today.Date, household.Version + 1, db.Caller);
        }
    }

    /// <summary>Registers a household.</summary>
    /// <remarks>57 Art 4 and 7. Identity numbers are checked by GB 11643; a person stands in one household only.</remarks>
    internal static Task<Results<Created<HouseholdView>, ProblemHttpResult>> Endpoint(HouseholdBody body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new RegisterHousehold(body), cancellation).Created(h => $"/api/v1/households/{h.Id.Value}");
}
