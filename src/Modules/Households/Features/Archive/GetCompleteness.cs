using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Archive;
using Dibao.Households.Domain.Papers;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Archive;

/// <summary>How complete the file of a household is, and what is missing.</summary>
internal sealed record GetCompleteness(HouseholdId Household) : IQuery<CompletenessView>
{
    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<GetCompleteness, CompletenessView>
    {
        public async Task<Result<CompletenessView>> Handle(GetCompleteness request, CancellationToken cancellationToken)
        {
            if (await db.HouseholdToRead(request.Household, cancellationToken) is not { } household) return PaperShapes.NoHousehold();
            var scored = (await db.CompletenessOf([household], today.Date, cancellationToken))[0];
            return new CompletenessView(household.Id, scored.Score, [.. scored.Missing.Select(m => new MissingItemView(m.Line.Item, m.Line.Zh, m.Line.En, m.Person, m.Paper, m.Line.Article))]);
        }
    }

    /// <summary>Scores how complete a file is.</summary>
    /// <remarks>Seed 3 (F135): data completeness. The weights are assumed; an item that is asked of nobody does not count.</remarks>
    /// <param name="id" example="01980000-0000-7000-8000-000000000001">The household.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<CompletenessView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetCompleteness(new HouseholdId(id)), cancellation).Ok();
}

/// <summary>How complete a file is.</summary>
/// <param name="Household">The household.</param>
/// <param name="Score" example="85">0 to 100; 100 when nothing is missing.</param>
/// <param name="Missing">What is missing.</param>
internal sealed record CompletenessView(HouseholdId Household, int Score, IReadOnlyList<MissingItemView> Missing);

/// <summary>What is missing in a file.</summary>
/// <param name="Item">Which item.</param>
/// <param name="Zh" example="收款账户">Chinese name.</param>
/// <param name="En" example="Payee account">English name.</param>
/// <param name="Person">The member of whom it is missing; null when it is the household's.</param>
/// <param name="Paper" example="bankBook">Kind of the missing paper; null of other items.</param>
/// <param name="Article" example="seed 3 (F135); weight assumed">What the item stands on.</param>
internal sealed record MissingItemView(CompletenessItem Item, string Zh, string En, PersonId? Person, string? Paper, string Article);

/// <summary>The scores of many households, in a handful of statements.</summary>
internal static class CompletenessOfMany
{
    extension(DibaoDbContext db)
    {
        public async Task<IReadOnlyList<Completeness>> CompletenessOf(IReadOnlyList<Household> households, LocalDate day, CancellationToken cancellation)
        {
            var ids = households.Select(h => h.Id).ToList();
            var papers = (await db.Papers.AsNoTracking().Where(p => ids.Contains(p.Household) && p.WithdrawnAt == null).ToListAsync(cancellation)).ToLookup(p => p.Household);
            var declarations = (await db.Declarations.AsNoTracking().Where(d => ids.Contains(d.Household)).ToListAsync(cancellation)).ToLookup(d => d.Household);
            var owedSupport = await db.OwedSupport(ids, day, cancellation);
            return [.. households.Select(h => Completeness.Of(h, Content(h, owedSupport.Contains(h.Id), [.. papers[h.Id]], [.. declarations[h.Id]], day), day))];
        }
    }

    private static FileContent Content(Household household, bool owedSupport, List<Paper> papers, List<Declaration> declarations, LocalDate day)
    {
        var listed = ChecklistOfHousehold.Of(household, owedSupport, [], papers, declarations, day, day).Where(l => l.Standing != PaperStanding.SuppliedByCheck);
        return new([.. listed.Select(l => (l.Line.Kind, l.Person, l.Standing != PaperStanding.Missing))], declarations.Exists(d => d.Kind == DeclarationKind.Truth));
    }
}
