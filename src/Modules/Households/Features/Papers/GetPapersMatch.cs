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

/// <summary>Whether the papers of each member state the same name and number (三证相符).</summary>
internal sealed record GetPapersMatch(HouseholdId Household, string? Stated) : IQuery<PapersMatchView>
{
    internal sealed class Validator : AbstractValidator<GetPapersMatch>
    {
        public Validator() => RuleFor(q => q.Stated).Must(s => ChecklistOfHousehold.Stated(s) is not null).WithMessage(ChecklistOfHousehold.StatedMessage);
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : IQueryHandler<GetPapersMatch, PapersMatchView>
    {
        public async Task<Result<PapersMatchView>> Handle(GetPapersMatch request, CancellationToken cancellationToken)
        {
            if (await db.HouseholdToRead(request.Household, cancellationToken) is not { } household) return PaperShapes.NoHousehold();
            var papers = await db.Papers.AsNoTracking().Include(p => p.Readings).Where(p => p.Household == request.Household && p.WithdrawnAt == null).ToListAsync(cancellationToken);
            var declarations = await db.Declarations.AsNoTracking().Where(d => d.Household == request.Household).ToListAsync(cancellationToken);
            var members = household.Members.Where(m => m.HoldsOn(today.Date)).OrderBy(m => m.Relationship).ThenBy(m => m.BirthDate).ToList();
            var ids = members.ConvertAll(m => m.Person);
            var numbers = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.IdNumberHash, cancellationToken);
            var owedSupport = (await db.OwedSupport([household.Id], today.Date, cancellationToken)).Count > 0;
            var listed = ChecklistOfHousehold.Of(household, owedSupport, ChecklistOfHousehold.Stated(request.Stated)!, papers, declarations, today.Date, today.Date);
            return new PapersMatchView(household.Id, members.ConvertAll(m => ThreePapersMatch.Of(
                new(m.Person, sealing.Hash(PaperReading.NameKind, PaperReading.PlainName(m.Name)), numbers[m.Person]), listed, papers)));
        }
    }

    /// <summary>Holds the papers of each member against each other.</summary>
    /// <remarks>
    /// Register book, identity card and the paper that supports a circumstance must state one name and number, those of the register (三证相符). Neither
    /// is shown: only which paper agrees, contradicts, was not read yet, is missing or is not asked.
    /// </remarks>
    /// <param name="id">The household.</param>
    /// <param name="stated" example="disabled">Circumstances that the register does not tell, as for the missing papers.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<PapersMatchView>, ProblemHttpResult>> Endpoint(Guid id, string? stated, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetPapersMatch(new(id), stated), cancellation).Ok();
}

/// <summary>The match, member by member.</summary>
internal sealed record PapersMatchView(HouseholdId Household, IReadOnlyList<PersonMatch> Persons);
