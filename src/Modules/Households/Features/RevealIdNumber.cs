using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features;

/// <summary>Shows a member's identity number in clear; who asked and why stays in the audit trail.</summary>
internal sealed record RevealIdNumber(HouseholdId Household, PersonId Person, string Reason) : ICommand<RevealedNumber>, IConcern
{
    Guid IConcern.Concern => Person.Value;

    /// <summary>Why it must be seen.</summary>
    /// <param name="Reason" example="compare with the paper shown at the counter">4 to 200 characters; kept with the household's file.</param>
    internal sealed record Body(string Reason);

    internal sealed class Validator : AbstractValidator<RevealIdNumber>
    {
        public Validator() => RuleFor(c => c.Reason).IsReason();
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<RevealIdNumber, RevealedNumber>
    {
        public async Task<Result<RevealedNumber>> Handle(RevealIdNumber request, CancellationToken cancellationToken)
        {
            var seen = await db.Households.AsNoTracking().AnyAsync(h => h.Id == request.Household, cancellationToken);
            var member = await db.Set<Member>().AsNoTracking()
                .FirstOrDefaultAsync(m => m.Household == request.Household && m.Person == request.Person && m.Superseded == null, cancellationToken);
            if (!seen || member is null) return PlumbingProblems.NotFound.Because("没有该成员,或不在您的管辖区域内。", "There is no such member in the division you serve.");
            db.Add(new Reveal
            {
                Id = Guid.CreateVersion7(),
                Person = request.Person,
                By = db.Caller.Subject,
                At = today.Now,
                Reason = request.Reason.Trim(),
            });
            return new RevealedNumber(sealing.Open(Domain.Members.Person.SealColumn, member.SealedIdNumber));
        }
    }

    /// <summary>Shows an identity number in clear.</summary>
    /// <remarks>Personal information may be seen where the task needs it (PIPL Art 6); the reason is kept.</remarks>
    internal static Task<Results<Ok<RevealedNumber>, ProblemHttpResult>> Endpoint(Guid id, Guid person, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new RevealIdNumber(new(id), new(person), body.Reason), cancellation).Ok();
}

/// <summary>An identity number in clear.</summary>
internal sealed record RevealedNumber(string IdNumber);
