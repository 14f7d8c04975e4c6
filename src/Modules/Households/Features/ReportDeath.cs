using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Changes;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features;

/// <summary>Reports the death of a member; from the next day on he no longer counts.</summary>
internal sealed record ReportDeath(HouseholdId Household, PersonId Person, LocalDate DiedOn) : ICommand<HouseholdView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>A death.</summary>
    /// <param name="Person">The member who died.</param>
    /// <param name="DiedOn" example="2012-05-17">The day of death; not after today.</param>
    internal sealed record Body(PersonId Person, LocalDate DiedOn);

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<ReportDeath, HouseholdView>
    {
        public async Task<Result<HouseholdView>> Handle(ReportDeath request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            var person = await db.Persons.FirstOrDefaultAsync(p => p.Id == request.Person, cancellationToken);
            if (person is null || person.Household != request.Household || person.State == PersonState.Left)
                return HouseholdErrors.NotMember.Because("该人员现不是本户成员。", "He is no member of this household now.");
            var reported = found.Value.ReportDeath(request.Person, request.DiedOn, today.Date, today.Now);
            if (reported.Refused) return reported.Error;
            person.State = PersonState.Dead;
            db.Tell(found.Value, ChangeKind.Death, request.Person, request.DiedOn, "", today);
            return HouseholdView.Of(found.Value, today.Date.PlusDays(1), found.Value.Version + 1, db.Caller);
        }
    }

    /// <summary>Reports the death of a member.</summary>
    /// <remarks>57 Art 30, Law Art 46: changes are told at once. The case is re-checked; when nobody is left it ends.</remarks>
    internal static Task<Results<Ok<HouseholdView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ReportDeath(new(id), body.Person, body.DiedOn), cancellation).Ok();
}
