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

/// <summary>Converts a household from rural to urban or back.</summary>
internal sealed record ConvertHukou(HouseholdId Household, HukouKind To, LocalDate On, string Note) : ICommand<HouseholdView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>A conversion.</summary>
    /// <param name="To">The kind of registration from now on.</param>
    /// <param name="On" example="2024-03-01">When it was converted; not after today.</param>
    /// <param name="Note" example="land taken, registered in the town">4 to 400 characters.</param>
    internal sealed record Body(HukouKind To, LocalDate On, string Note);

    internal sealed class Validator : AbstractValidator<ConvertHukou>
    {
        public Validator()
        {
            RuleFor(c => c.To).IsInEnum();
            RuleFor(c => c.Note).IsNote();
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<ConvertHukou, HouseholdView>
    {
        public async Task<Result<HouseholdView>> Handle(ConvertHukou request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            if (request.On > today.Date)
                return HouseholdErrors.ChangeDate.Because($"转换日期 {request.On:uuuu-MM-dd} 不得晚于今天。", $"{request.On:uuuu-MM-dd} lies after today.");
            var converted = found.Value.Convert(request.To, today.Date);
            if (converted.Refused) return converted.Error;
            db.Tell(found.Value, ChangeKind.Conversion, null, request.On, request.Note.Trim(), today);
            return HouseholdView.Of(found.Value, today.Date, found.Value.Version + 1, db.Caller);
        }
    }

    /// <summary>Converts the kind of registration.</summary>
    /// <remarks>220 Art 6. A live case goes on under the other scheme from the month after its confirmation. Send If-Match with the ETag of the household.</remarks>
    internal static Task<Results<Ok<HouseholdView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ConvertHukou(new(id), body.To, body.On, body.Note), cancellation).Ok();
}
