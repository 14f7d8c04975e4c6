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

/// <summary>Names another head of the household.</summary>
internal sealed record NameHead(HouseholdId Household, IReadOnlyList<TieBody> Members, LocalDate From, string Note) : ICommand<HouseholdView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>Who is what to the new head.</summary>
    /// <param name="Members" example='[{"person": "01980000-0000-7000-8000-000000000001", "relationship": "head"}, {"person": "01980000-0000-7000-8000-000000000002", "relationship": "parent"}]'>Every member once, exactly one of them the head.</param>
    /// <param name="From" example="2024-03-01">From when; not after today.</param>
    /// <param name="Note" example="the head went to live with his daughter">4 to 400 characters.</param>
    internal sealed record Body(IReadOnlyList<TieBody> Members, LocalDate From, string Note);

    internal sealed class Validator : AbstractValidator<NameHead>
    {
        public Validator()
        {
            RuleFor(c => c.Members).Must(TieBody.AreShaped).WithMessage(TieBody.Message);
            RuleFor(c => c.Note).IsNote();
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<NameHead, HouseholdView>
    {
        public async Task<Result<HouseholdView>> Handle(NameHead request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            var named = found.Value.NameHead([.. request.Members.Select(p => p.Said())], request.From, today.Date, today.Now);
            if (named.Refused) return named.Error;
            db.Tell(found.Value, ChangeKind.NewHead, request.Members.First(p => p.Relationship == Relationship.Head).Person, request.From, request.Note.Trim(), today);
            return HouseholdView.Of(found.Value, today.Date, found.Value.Version + 1, db.Caller);
        }
    }

    /// <summary>Names another head.</summary>
    /// <remarks>57 Art 30. Send If-Match with the ETag of the household.</remarks>
    internal static Task<Results<Ok<HouseholdView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new NameHead(new(id), body.Members, body.From, body.Note), cancellation).Ok();
}

/// <summary>A member and what he is to the head.</summary>
/// <param name="Person">The member.</param>
/// <param name="Relationship">Relationship to the head, GB/T 4761.</param>
internal sealed record TieBody(PersonId Person, Relationship Relationship)
{
    public const string Message = "成员须为 1 至 30 人,每人一次,恰有一名户主|1 to 30 members, each once, exactly one of them the head";

    public static bool AreShaped(IReadOnlyList<TieBody> places) =>
        places.Count is >= 1 and <= 30 && places.DistinctBy(p => p.Person).Count() == places.Count
        && places.All(p => Enum.IsDefined(p.Relationship)) && places.Count(p => p.Relationship == Relationship.Head) == 1;

    public Tie Said() => new(Person, Relationship);
}
