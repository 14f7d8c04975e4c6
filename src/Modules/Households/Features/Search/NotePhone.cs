using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dibao.Households.Features.Search;

/// <summary>Notes the phone under which a household is reached, or that it has none.</summary>
internal sealed record NotePhone(HouseholdId Household, string? Phone) : ICommand<HouseholdView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>A phone.</summary>
    /// <param name="Phone" example="13800000000">7 to 15 digits; null takes the earlier away.</param>
    internal sealed record Body(string? Phone);

    internal sealed class Validator : AbstractValidator<NotePhone>
    {
        public Validator() => RuleFor(c => c.Phone).Must(p => p is null || PhoneNumber.Digits(p) is not null).WithMessage(PhoneNumber.Message);
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<NotePhone, HouseholdView>
    {
        public async Task<Result<HouseholdView>> Handle(NotePhone request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            var noted = found.Value.NotePhone(request.Phone is null ? null : PhoneNumber.Seal(request.Phone, sealing));
            return noted.Refused ? noted.Error : HouseholdView.Of(found.Value, today.Date, found.Value.Version + 1, db.Caller);
        }
    }

    /// <summary>Notes the phone of a household.</summary>
    /// <remarks>57 Art 9. Kept encrypted, shown masked; the same phone of another household is flagged as a likely duplicate. Send If-Match with the ETag of the household.</remarks>
    internal static Task<Results<Ok<HouseholdView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new NotePhone(new(id), body.Phone), cancellation).Ok();
}
