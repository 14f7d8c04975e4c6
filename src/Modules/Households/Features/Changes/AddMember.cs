using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Changes;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Changes;

/// <summary>Takes a person into a household from a day on.</summary>
internal sealed record AddMember(HouseholdId Household, MemberBody Member, ChangeKind Because, LocalDate From, string Note) : ICommand<HouseholdView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>A new member and how he came.</summary>
    /// <param name="Member">The person.</param>
    /// <param name="Because" example="move">birth, adoption, marriage, divorce, move, prisonReturn or armyReturn.</param>
    /// <param name="From" example="2024-03-01">First day as a member; not after today.</param>
    /// <param name="Note" example="moved in with her son">4 to 400 characters.</param>
    internal sealed record Body(MemberBody Member, ChangeKind Because, LocalDate From, string Note);

    internal sealed class Validator : AbstractValidator<AddMember>
    {
        private static readonly ChangeKind[] Coming =
            [ChangeKind.Birth, ChangeKind.Adoption, ChangeKind.Marriage, ChangeKind.Divorce, ChangeKind.Move, ChangeKind.PrisonReturn, ChangeKind.ArmyReturn];

        public Validator()
        {
            RuleFor(c => c.Member).SetValidator(new MemberBody.Validator());
            RuleFor(c => c.Because).Must(k => Coming.Contains(k)).WithMessage("原因须为出生、收养、结婚、离婚、迁入、刑满释放或者退役|A person comes by birth, adoption, marriage, divorce, move, or return");
            RuleFor(c => c.Note).IsNote();
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<AddMember, HouseholdView>
    {
        public async Task<Result<HouseholdView>> Handle(AddMember request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            if (request.Member.Contradiction(1) is { } contradiction) return contradiction;
            if (request.Member.Registered is { } place && await db.WrongPlace([place], today.Date, cancellationToken) is { } wrong) return wrong;
            var entered = HouseholdBody.Enter(request.Member, sealing);
            var hash = sealing.Hash(Domain.Members.Person.HashKind, entered.IdNumber.Value);
            var known = await db.Persons.FirstOrDefaultAsync(p => p.IdNumberHash == hash, cancellationToken);
            if (known is { State: not PersonState.Left }) return known.Elsewhere();
            if (known is not null)
            {
                entered = entered with { Person = known.Id };
                var left = await db.Set<Member>().Where(m => m.Person == known.Id && m.Superseded == null).OrderByDescending(m => m.ValidTo).Select(m => m.ValidTo).FirstOrDefaultAsync(cancellationToken);
                if (request.From < left)
                    return HouseholdErrors.ChangeDate.Because($"该人员 {left:uuuu-MM-dd} 才离开另一家庭,不得早于该日加入本户。", $"He left another household on {left:uuuu-MM-dd}, and comes no earlier.");
            }
            var admitted = found.Value.Admit(entered, request.From, today.Date, today.Now);
            if (admitted.Refused) return admitted.Error;
            var person = known ?? new Person { Id = entered.Person, IdNumberHash = hash, Household = request.Household };
            if (known is null) db.Add(person);
            else (known.Household, known.State) = (request.Household, PersonState.Member);
            await db.FileRelatives(found.Value, [person], today, cancellationToken);
            db.Tell(found.Value, request.Because, entered.Person, request.From, request.Note.Trim(), today);
            return HouseholdView.Of(found.Value, today.Date, found.Value.Version + 1, db.Caller);
        }
    }

    /// <summary>Adds a member.</summary>
    /// <remarks>57 Art 7 and 30. A person stands in one household only: who comes from another has left it first.</remarks>
    internal static Task<Results<Created<HouseholdView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new AddMember(new(id), body.Member, body.Because, body.From, body.Note), cancellation).Created(h => $"/api/v1/households/{h.Id.Value}");
}
