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

/// <summary>Merges another household into this one, whose file goes on; the other's is closed.</summary>
internal sealed record MergeHouseholds(HouseholdId Household, MergeHouseholds.Body Terms) : ICommand<HouseholdView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>A merger.</summary>
    /// <param name="Other" example="01980000-0000-7000-8000-000000000009">The household that is merged into this one.</param>
    /// <param name="From" example="2024-03-01">First day together; not after today.</param>
    /// <param name="Members" example='[{"person": "01980000-0000-7000-8000-000000000001", "relationship": "head"}, {"person": "01980000-0000-7000-8000-000000000002", "relationship": "parent"}]'>Every member of both, exactly one of them the head; of a day that has passed also whoever has left or come since.</param>
    /// <param name="Declared">What the merged household declares.</param>
    /// <param name="Note" example="the grandmother moved in for good">4 to 400 characters.</param>
    internal sealed record Body(HouseholdId Other, LocalDate From, IReadOnlyList<TieBody> Members, DeclaredBody Declared, string Note);

    internal sealed class Validator : AbstractValidator<MergeHouseholds>
    {
        public Validator()
        {
            RuleFor(c => c.Terms.Members).Must(TieBody.AreShaped).OverridePropertyName("members").WithMessage(TieBody.Message);
            RuleFor(c => c.Terms.Declared).SetValidator(new DeclaredBody.Validator()).OverridePropertyName("declared");
            RuleFor(c => c.Terms.Note).IsNote().OverridePropertyName("note");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<MergeHouseholds, HouseholdView>
    {
        public async Task<Result<HouseholdView>> Handle(MergeHouseholds request, CancellationToken cancellationToken)
        {
            var terms = request.Terms;
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            var other = await db.Found(db.HouseholdToChange(terms.Other.Value, cancellationToken), "另一户", "other household");
            if (other.Refused) return other.Error;
            if (await db.UnderTransfer([request.Household, terms.Other], cancellationToken) is { } open) return open; // its closing statement tells who is covered, and what they draw
            var joining = other.Value.MembersFrom(terms.From).Select(m => m.Person).ToList();
            var merged = found.Value.Absorb(other.Value, [.. terms.Members.Select(p => p.Said())], terms.From, today.Date, today.Now);
            if (merged.Refused) return merged.Error;
            found.Value.Declare(terms.Declared.Income, terms.Declared.Assets, today.Date, today.Now, aloud: false);
            other.Value.Declare([], [], today.Date, today.Now, aloud: false);
            await db.MovePersons(terms.Other, request.Household, joining, all: true, terms.From, today.Now, cancellationToken);
            await db.FileRelatives(found.Value, joining, today, cancellationToken);
            db.Tell(found.Value, ChangeKind.Merger, null, terms.From, terms.Note.Trim(), today);
            return HouseholdView.Of(found.Value, today.Date, found.Value.Version + 1, db.Caller);
        }
    }

    /// <summary>Merges two households.</summary>
    /// <remarks>57 Art 30 and 32. Live cases of both go on in one linked case once it is assessed and confirmed; until then they are paid.</remarks>
    internal static Task<Results<Ok<HouseholdView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new MergeHouseholds(new(id), body), cancellation).Ok();
}
