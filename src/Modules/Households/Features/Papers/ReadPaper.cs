using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Papers;

/// <summary>Records what a paper states of a member, so that papers can be held against each other.</summary>
internal sealed record ReadPaper(HouseholdId Household, Guid Paper, PersonId? Person, string StatedName, string? StatedIdNumber, LocalDate? StatedOn)
    : ICommand<PaperView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>What the paper states, as written there.</summary>
    /// <param name="StatedName" example="王建国">The name, 1 to 50 characters.</param>
    /// <param name="StatedIdNumber" example="11010519491231002X">The identity number, at most 30 characters, right or wrong; left out where the paper has none.</param>
    /// <param name="StatedOn" example="2012-03-01">The date; on a divorce paper that of the divorce. Not after today.</param>
    /// <param name="Person">The member of whom it speaks; may be left out when the paper was filed for one.</param>
    internal sealed record Body(string StatedName, string? StatedIdNumber = null, LocalDate? StatedOn = null, PersonId? Person = null);

    internal sealed class Validator : AbstractValidator<ReadPaper>
    {
        public Validator()
        {
            RuleFor(c => c.StatedName).Must(n => ShapeRules.IsPlain(n, 50) && PaperReading.PlainName(n).Length > 0).WithMessage("姓名须为 1 至 50 个可见字符|A name has 1 to 50 visible characters");
            RuleFor(c => c.StatedIdNumber).Plain(30).WithMessage("身份号码须为 1 至 30 个可见字符|An identity number has 1 to 30 visible characters");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<ReadPaper, PaperView>
    {
        public async Task<Result<PaperView>> Handle(ReadPaper request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(
                db.Papers.Include(p => p.Readings).FirstOrDefaultAsync(p => p.Id == request.Paper && p.Household == request.Household, cancellationToken), "材料", "paper");
            if (found.Refused) return found.Error;
            var paper = found.Value;
            if ((request.Person ?? paper.Person) is not { } person) return PaperErrors.PersonNeeded.Plain();
            if (!await db.Set<Member>().AnyAsync(m => m.Household == request.Household && m.Person == person && m.Superseded == null, cancellationToken)) return HouseholdErrors.NotMember.Plain();
            var read = paper.Read(Reading(request, person), today.Date);
            return read.Refused ? read.Error : PaperView.Of(paper, await db.EntriesAgainst([paper], paper.Division, cancellationToken), paper.Version + 1);
        }

        private PaperReading Reading(ReadPaper request, PersonId person)
        {
            var name = request.StatedName.Trim();
            var number = request.StatedIdNumber?.Trim().ToUpperInvariant();
            return new PaperReading
            {
                Id = Guid.CreateVersion7(),
                Paper = request.Paper,
                Person = person,
                SealedName = sealing.Seal(PaperReading.NameColumn, name),
                NameHash = sealing.Hash(PaperReading.NameKind, PaperReading.PlainName(name)),
                SealedNumber = number is null ? null : sealing.Seal(PaperReading.NumberColumn, number),
                NumberHash = number is null ? null : sealing.Hash(Domain.Members.Person.HashKind, number),
                StatedOn = request.StatedOn,
                By = db.Caller.Subject,
                At = today.Now,
            };
        }
    }

    /// <summary>Records what a paper states.</summary>
    /// <remarks>Name and number are sealed and never shown again: GET /households/{id}/papers/match tells whether they agree (三证相符). The latest reading counts.</remarks>
    internal static Task<Results<Ok<PaperView>, ProblemHttpResult>> Endpoint(Guid id, Guid paper, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ReadPaper(new(id), paper, body.Person, body.StatedName, body.StatedIdNumber, body.StatedOn), cancellation).Ok();
}
