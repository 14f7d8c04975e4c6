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

/// <summary>Lets a member go who no longer belongs to the household; the days before stay as they were.</summary>
internal sealed record LetMemberLeave(HouseholdId Household, PersonId Person, ChangeKind Because, LocalDate On, string Note) : ICommand<HouseholdView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>A departure.</summary>
    /// <param name="Because" example="marriage">marriage, divorce, adoption, move or army.</param>
    /// <param name="On" example="2024-03-01">First day without him; not after today.</param>
    /// <param name="Note" example="moved to her husband's family">4 to 400 characters.</param>
    internal sealed record Body(ChangeKind Because, LocalDate On, string Note);

    internal sealed class Validator : AbstractValidator<LetMemberLeave>
    {
        private static readonly ChangeKind[] Leaving = [ChangeKind.Marriage, ChangeKind.Divorce, ChangeKind.Adoption, ChangeKind.Move, ChangeKind.Army];

        public Validator()
        {
            RuleFor(c => c.Because).Must(k => Leaving.Contains(k)).WithMessage("原因须为结婚、离婚、收养、迁出或者参军|A member leaves by marriage, divorce, adoption, move or the army");
            RuleFor(c => c.Note).IsNote();
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<LetMemberLeave, HouseholdView>
    {
        public async Task<Result<HouseholdView>> Handle(LetMemberLeave request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            var left = found.Value.Depart(request.Person, request.On, today.Date, today.Now);
            if (left.Refused) return left.Error;
            if (request.Because == ChangeKind.Divorce && left.Value.Relationship == Relationship.Spouse) found.Value.Divorce(request.On, today.Now);
            (await db.Persons.FirstAsync(p => p.Id == request.Person, cancellationToken)).State = PersonState.Left;
            db.Tell(found.Value, request.Because, request.Person, request.On, request.Note.Trim(), today);
            return HouseholdView.Of(found.Value, today.Date, found.Value.Version + 1, db.Caller);
        }
    }

    /// <summary>Lets a member leave.</summary>
    /// <remarks>57 Art 30; Law Art 46. He may then be entered in another household, of any county.</remarks>
    internal static Task<Results<Ok<HouseholdView>, ProblemHttpResult>> Endpoint(Guid id, Guid person, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new LetMemberLeave(new(id), new(person), body.Because, body.On, body.Note), cancellation).Ok();
}
