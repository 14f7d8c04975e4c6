using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Means;
using Dibao.Households.Domain.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Papers;

/// <summary>The checklist of one household on a day, with what there is of it. What the caller states is added to what the register tells.</summary>
internal static class ChecklistOfHousehold
{
    private const int MostStated = 20;

    public const string StatedMessage = "情形须为以逗号分隔的已知代码,例如 disabled,student|Circumstances are known codes separated by commas, such as disabled,student";

    /// <summary>Circumstances as stated in a query; null when one of them is unknown.</summary>
    public static IReadOnlyList<HouseholdCircumstance>? Stated(string? text)
    {
        if (text is null) return [];
        var stated = new List<HouseholdCircumstance>();
        foreach (var word in text.Split(','))
        {
            if (!QueryCode<Circumstance>.TryParse(word, null, out var code) || stated.Count == MostStated) return null;
            stated.Add(new(code));
        }
        return stated;
    }

    /// <summary>Every paper of the checklist and how it stands with it.</summary>
    public static IReadOnlyList<ListedPaper> Of(
        Household household, bool owedSupport, IEnumerable<HouseholdCircumstance> stated, IEnumerable<Paper> papers, IReadOnlyCollection<Declaration> declarations,
        LocalDate lawOf, LocalDate today)
    {
        var members = household.Members.Where(m => m.HoldsOn(today)).ToList();
        var circumstances = KnownCircumstances.Of(household, owedSupport, today).ToList();
        var brought = papers.Where(p => p.WithdrawnAt is null).Select(p => new BroughtPaper(p.Kind, p.Person)).Concat(declarations.SelectMany(Brought)).ToList();
        var promised = declarations.Where(d => d.FoundFalseOn is null).Select(d => d.ForPaper).OfType<string>().ToList();
        return MissingPapers.Of(circumstances.Concat(stated.Where(s => circumstances.TrueForAll(c => c.Kind != s.Kind))), members, brought, promised, lawOf);
    }

    /// <summary>Those of some households of whom a member is owed support by somebody outside.</summary>
    public static async Task<HashSet<HouseholdId>> OwedSupport(this DibaoDbContext db, IReadOnlyCollection<HouseholdId> households, LocalDate day, CancellationToken cancellation) =>
        [.. await db.Set<Obligor>().AsOf(day).Where(o => households.Contains(o.Household)).Select(o => o.Household).Distinct().ToListAsync(cancellation)];

    private static IEnumerable<BroughtPaper> Brought(Declaration declaration) => declaration.Kind switch
    {
        DeclarationKind.Truth => [new(PaperChecklist.Truth, declaration.SignedBy)],
        DeclarationKind.CheckAuthorisation => [new(PaperChecklist.CheckAuthorisation, declaration.SignedBy)],
        _ => [],
    };
}
