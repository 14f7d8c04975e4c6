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

/// <summary>Says where a household is registered and lives now, within its county.</summary>
internal sealed record MoveHousehold(HouseholdId Household, DivisionCode Division, DivisionCode Residence, LocalDate On, string Note) : ICommand<HouseholdView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>Where it is now.</summary>
    /// <param name="Division" example="320706001001">Village or community of registration.</param>
    /// <param name="Residence" example="320706001002">Village or community where it lives.</param>
    /// <param name="On" example="2024-03-01">When it moved; not after today.</param>
    /// <param name="Note" example="moved to resettlement housing">4 to 400 characters.</param>
    internal sealed record Body(DivisionCode Division, DivisionCode Residence, LocalDate On, string Note);

    internal sealed class Validator : AbstractValidator<MoveHousehold>
    {
        public Validator()
        {
            RuleFor(c => c.Division).Digits(12).WithMessage("户籍地须为 12 位村(社区)代码|The registered division is a village or community: 12 digits");
            RuleFor(c => c.Residence).Digits(12).WithMessage("居住地须为 12 位村(社区)代码|The residence is a village or community: 12 digits");
            RuleFor(c => c.Note).IsNote();
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<MoveHousehold, HouseholdView>
    {
        public async Task<Result<HouseholdView>> Handle(MoveHousehold request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            if (!db.Caller.Serves(request.Division)) return PlumbingProblems.OutsideDivision.Plain();
            if (await db.WrongPlace([request.Division, request.Residence], today.Date, cancellationToken) is { } wrong) return wrong;
            if (request.On > today.Date)
                return HouseholdErrors.ChangeDate.Because($"迁移日期 {request.On:uuuu-MM-dd} 不得晚于今天。", $"{request.On:uuuu-MM-dd} lies after today.");
            var moved = found.Value.Move(request.Division, request.Residence, today.Date);
            if (moved.Refused) return moved.Error;
            await db.MoveFile(found.Value, cancellationToken);
            db.Tell(found.Value, ChangeKind.Move, null, request.On, request.Note.Trim(), today);
            return HouseholdView.Of(found.Value, today.Date, found.Value.Version + 1, db.Caller);
        }
    }

    /// <summary>Moves a household within its county.</summary>
    /// <remarks>57 Art 4 and 30. By who serves both places; to another county it is transferred. Send If-Match with the ETag of the household.</remarks>
    internal static Task<Results<Ok<HouseholdView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new MoveHousehold(new(id), body.Division, body.Residence, body.On, body.Note), cancellation).Ok();
}
