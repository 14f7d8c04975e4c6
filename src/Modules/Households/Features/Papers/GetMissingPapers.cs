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

/// <summary>All that is missing of a household's papers, told once; and what is not asked, with the reason.</summary>
internal sealed record GetMissingPapers(HouseholdId Household, string? Stated, LocalDate? AppliedOn) : IQuery<MissingPapersView>
{
    internal sealed class Validator : AbstractValidator<GetMissingPapers>
    {
        public Validator() => RuleFor(q => q.Stated).Must(s => ChecklistOfHousehold.Stated(s) is not null).WithMessage(ChecklistOfHousehold.StatedMessage);
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<GetMissingPapers, MissingPapersView>
    {
        public async Task<Result<MissingPapersView>> Handle(GetMissingPapers request, CancellationToken cancellationToken)
        {
            if (await db.HouseholdToRead(request.Household, cancellationToken) is not { } household) return PaperShapes.NoHousehold();
            var papers = await db.Papers.AsNoTracking().Include(p => p.Readings).Where(p => p.Household == request.Household && p.WithdrawnAt == null)
                .OrderBy(p => p.Id).ToListAsync(cancellationToken);
            var declarations = await db.Declarations.AsNoTracking().Where(d => d.Household == request.Household).ToListAsync(cancellationToken);
            var lawOf = request.AppliedOn ?? today.Date;
            var owedSupport = (await db.OwedSupport([household.Id], today.Date, cancellationToken)).Count > 0;
            var listed = ChecklistOfHousehold.Of(household, owedSupport, ChecklistOfHousehold.Stated(request.Stated)!, papers, declarations, lawOf, today.Date);
            var entries = await db.EntriesAgainst(papers, household.Division, cancellationToken);
            return new MissingPapersView(
                household.Id, lawOf, [.. listed.Where(l => l.Standing == PaperStanding.Missing).Select(AskedPaper.Of)],
                [.. listed.Where(l => l.Standing is PaperStanding.SuppliedByCheck or PaperStanding.Promised).Select(NotAskedPaper.Of)],
                [.. Flags(papers, entries, household.Members.Where(m => m.HoldsOn(today.Date)), request.AppliedOn ?? household.RegisteredOn)]);
        }

        private static IEnumerable<PaperFlag> Flags(
            List<Paper> papers, ILookup<string, FalseIssuer> entries, IEnumerable<Member> members, LocalDate appliedOn)
        {
            var rule = PaperChecklist.RecentDivorces.FirstOrDefault(r => r.HoldsOn(appliedOn));
            var proven = new HashSet<PersonId>();
            foreach (var paper in papers)
            {
                if (PaperView.FlaggedOn(paper, entries) is { } shown) yield return new(PaperFlagKind.FalseIssuer, paper.Id, paper.Kind, paper.Person, shown, "Law Art 72");
                if (paper.Kind != PaperChecklist.DivorceJudgment) continue;
                foreach (var reading in paper.Readings.GroupBy(r => r.Person).Select(g => g.OrderBy(r => r.At).ThenBy(r => r.Id).Last()))
                {
                    if (reading.StatedOn is not { } divorced) continue;
                    proven.Add(reading.Person);
                    if (rule?.IsRecent(divorced, appliedOn) == true) yield return new(PaperFlagKind.RecentDivorce, paper.Id, paper.Kind, reading.Person, divorced, rule.Article);
                }
            }
            foreach (var member in members.Where(m => m.Marital == MaritalStatus.Divorced && !proven.Contains(m.Person))) // what a paper states goes before what was declared
            {
                if (member.MaritalSince is { } divorced && rule?.IsRecent(divorced, appliedOn) == true)
                    yield return new(PaperFlagKind.RecentDivorce, null, PaperChecklist.DivorceJudgment, member.Person, divorced, rule.Article);
            }
        }
    }

    /// <summary>Tells all papers that are missing, at once.</summary>
    /// <remarks>
    /// 57 Art 10: everything missing is told at one time, and what the information check supplies is never asked (Law Art 62). Where the law allows
    /// it, a written promise stands in for a certificate (83 I(2)). A flag is a question to look into, not a finding.
    /// </remarks>
    /// <param name="id">The household.</param>
    /// <param name="stated" example="disabled,divorced">Circumstances that the register does not tell, separated by commas: married, divorced, divorcedByCourt, disabled, seriouslyIll, employed, student, minorPayee, payeeNamed, agent, livesElsewhere, obligor, seriousExpense, ownsHousing, ownsVehicle, hasDeposits.</param>
    /// <param name="appliedOn" example="2026-11-22">Day of the application: its law counts. Today when left out; the divorce is then held against the day of registration.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<MissingPapersView>, ProblemHttpResult>> Endpoint(
        Guid id, string? stated, QueryDate? appliedOn, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetMissingPapers(new(id), stated, appliedOn), cancellation).Ok();
}

/// <summary>What is missing, what is not asked, and what raises a question.</summary>
/// <param name="Household">The household.</param>
/// <param name="LawOf">The day whose law counts.</param>
/// <param name="Missing">All that is missing.</param>
/// <param name="NotAsked">What is not asked, and why.</param>
/// <param name="Flags">Questions to look into.</param>
internal sealed record MissingPapersView(
    HouseholdId Household, LocalDate LawOf, IReadOnlyList<AskedPaper> Missing, IReadOnlyList<NotAskedPaper> NotAsked, IReadOnlyList<PaperFlag> Flags);

/// <summary>A missing paper.</summary>
/// <param name="Kind" example="disabilityCard">Code of the checklist.</param>
/// <param name="NameZh" example="残疾人证">Chinese name.</param>
/// <param name="NameEn" example="Disability card">English name.</param>
/// <param name="Because">The circumstance in which it is asked.</param>
/// <param name="Person">The member who brings it; null when any of the household does.</param>
/// <param name="PromiseAllowed" example="false">Whether a written promise may stand in for it (83 I(2)).</param>
/// <param name="Article" example="57 Art 9">What it stands on.</param>
internal sealed record AskedPaper(string Kind, string NameZh, string NameEn, Circumstance Because, PersonId? Person, bool PromiseAllowed, string Article)
{
    public static AskedPaper Of(ListedPaper l) => new(l.Line.Kind, l.Line.NameZh, l.Line.NameEn, l.Line.When, l.Person, l.Line.PromiseAllowed, l.Line.Article);
}

/// <summary>A paper that is not asked.</summary>
/// <param name="Kind" example="propertyCertificate">Code of the checklist.</param>
/// <param name="NameZh" example="不动产权证">Chinese name.</param>
/// <param name="NameEn" example="Certificate of real estate">English name.</param>
/// <param name="Because">The circumstance in which it would be asked.</param>
/// <param name="Person">The member whom it concerns; null when it concerns the household.</param>
/// <param name="Reason">The information check supplies it, or a promise stands in for it.</param>
/// <param name="Article" example="57 Art 10 and 17">What that stands on.</param>
internal sealed record NotAskedPaper(string Kind, string NameZh, string NameEn, Circumstance Because, PersonId? Person, PaperStanding Reason, string Article)
{
    public static NotAskedPaper Of(ListedPaper l) => new(
        l.Line.Kind, l.Line.NameZh, l.Line.NameEn, l.Line.When, l.Person, l.Standing, l.Standing == PaperStanding.Promised ? PaperChecklist.PromiseArticle : l.Line.Article);
}

/// <summary>What raises a question.</summary>
internal enum PaperFlagKind
{
    /// <summary>Its issuer stands on the register of issuers of false papers.</summary>
    FalseIssuer,

    /// <summary>The divorce, as a paper states it or as it was declared, lies shortly before the application.</summary>
    RecentDivorce,
}

/// <summary>A question to look into.</summary>
/// <param name="Flag">Which.</param>
/// <param name="Paper">The paper that raises it; null of a divorce that the household declared and no paper states yet.</param>
/// <param name="Kind" example="divorceJudgment">Its kind, or that of the paper that would state it.</param>
/// <param name="Person">The member concerned, where known.</param>
/// <param name="On">Day of the proof against the issuer, or of the divorce.</param>
/// <param name="Article" example="Law Art 72">What it stands on.</param>
internal sealed record PaperFlag(PaperFlagKind Flag, Guid? Paper, string Kind, PersonId? Person, LocalDate On, string Article);
