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

namespace Dibao.Households.Features.Members;

/// <summary>Puts right an identity number that was entered wrongly.</summary>
internal sealed record CorrectIdNumber(HouseholdId Household, PersonId Person, string IdNumber, string Reason) : ICommand<HouseholdView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>The number that is really his.</summary>
    /// <param name="IdNumber" example="11010519491231002X">Citizen number, GB 11643.</param>
    /// <param name="Reason" example="the register book was misread">4 to 200 characters.</param>
    internal sealed record Body(string IdNumber, string Reason);

    internal sealed class Validator : AbstractValidator<CorrectIdNumber>
    {
        public Validator()
        {
            RuleFor(c => c.IdNumber).CitizenNumber()
                .WithMessage("公民身份号码不正确(GB 11643:18 位,校验码须相符)|Not a valid citizen number (GB 11643: 18 characters, check digit)");
            RuleFor(c => c.Reason).IsReason();
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<CorrectIdNumber, HouseholdView>
    {
        public async Task<Result<HouseholdView>> Handle(CorrectIdNumber request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            var number = ResidentIdNumber.Parse(request.IdNumber);
            var corrected = found.Value.CorrectIdNumber(request.Person, number, sealing.Seal(Domain.Members.Person.SealColumn, number.Value), today.Date, today.Now);
            if (corrected.Refused) return corrected.Error;
            var hash = sealing.Hash(Domain.Members.Person.HashKind, number.Value);
            if (await db.Persons.AnyAsync(p => p.IdNumberHash == hash && p.Id != request.Person, cancellationToken))
                return HouseholdErrors.PersonElsewhere.Because("该身份号码属于已登记的另一人,请核对。", "This number is another registered person's: check it.");
            var person = await db.Persons.FirstAsync(p => p.Id == request.Person, cancellationToken);
            person.IdNumberHash = hash;
            await db.FileRelatives(found.Value, [person], today, cancellationToken);
            db.Tell(found.Value, ChangeKind.Correction, request.Person, today.Date, request.Reason.Trim(), today);
            return HouseholdView.Of(found.Value, today.Date, found.Value.Version + 1, db.Caller);
        }
    }

    /// <summary>Corrects an identity number.</summary>
    /// <remarks>What was believed before stays readable with knownAt. A number that another person has is refused.</remarks>
    internal static Task<Results<Ok<HouseholdView>, ProblemHttpResult>> Endpoint(Guid id, Guid person, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new CorrectIdNumber(new(id), new(person), body.IdNumber, body.Reason), cancellation).Ok();
}
