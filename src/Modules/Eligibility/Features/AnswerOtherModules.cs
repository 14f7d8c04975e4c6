using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;
using Dibao.Eligibility.Domain.Policies;
using Dibao.Eligibility.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Features;

/// <summary>The means test for a review; nothing is stored. Who draws another scheme is not counted in this one as well.</summary>
internal sealed class AnswerMeans(DibaoDbContext db, IMediator mediator) : IQueryHandler<AssessMeans, AssessedMeans>
{
    public async Task<Result<AssessedMeans>> Handle(AssessMeans request, CancellationToken cancellationToken)
    {
        var household = await mediator.Send(new GetCircumstances(request.Household, request.On, request.Only, new(request.VerifiedIncome, request.VerifiedAssets)), cancellationToken);
        if (household.Refused) return household.Error;
        var members = household.Value.Members.Select(m => m.Person).ToList();
        var month = Month.Of(request.On); // what ends with it is followed by the month from which a review speaks
        var elsewhere = await db.Covers.AsNoTracking()
            .FirstOrDefaultAsync(c => members.Contains(c.Person) && (c.LastMonth == null || c.LastMonth > month) && c.Entitlement != request.Entitlement, cancellationToken);
        if (elsewhere is not null) return elsewhere.Clash();
        var policies = await db.Policies(
            household.Value.Division, request.Scheme, request.On, cancellationToken,
            PolicyKeys.Standard, PolicyKeys.Rounding, PolicyKeys.FinancialAssetLimit);
        var figures = MeansPolicies.From(policies);
        if (figures.Refused) return figures.Error;
        var test = MeansTest.Assess(new MeansInputs(request.On, request.Scheme, members.Count, household.Value.Income, household.Value.Assets), figures.Value);
        if (test.Refused) return test.Error;
        var term = test.Value.Eligible
            ? await db.Set<EntitlementTerm>().AsNoTracking().Where(t => t.Entitlement == request.Entitlement).AsOf(request.On).FirstOrDefaultAsync(cancellationToken)
            : null;
        return new AssessedMeans(test.Value, term?.UpliftOf(members) ?? 0);
    }
}

/// <summary>One figure of the law for another module.</summary>
internal sealed class AnswerPolicy(DibaoDbContext db) : IQueryHandler<ResolvePolicy, PolicyFigure>
{
    public async Task<Result<PolicyFigure>> Handle(ResolvePolicy request, CancellationToken cancellationToken) =>
        (await db.Policies(request.Division, request.Scheme, request.On, cancellationToken, request.Key)).Require(request.Key);
}

/// <summary>The end of a limit, by the calendar of working days.</summary>
internal sealed class AnswerLastDay(DibaoDbContext db) : IQueryHandler<GetLastDay, LocalDate>
{
    public async Task<Result<LocalDate>> Handle(GetLastDay request, CancellationToken cancellationToken) =>
        await db.WorkingDays(cancellationToken) is var days && request.Working ? days.AddWorkingDays(request.From, request.Days) : days.AddDays(request.From, request.Days);
}

/// <summary>Which of some households go on drawing dibao, and for how many persons as last decided.</summary>
internal sealed class AnswerLiveCases(DibaoDbContext db) : IQueryHandler<GetLiveCases, IReadOnlyList<LiveCase>>
{
    public async Task<Result<IReadOnlyList<LiveCase>>> Handle(GetLiveCases request, CancellationToken cancellationToken)
    {
        var (ids, month) = (request.Households, request.Month);
        var live = await db.Entitlements.AsNoTracking().Where(e => ids.Contains(e.Household) && (e.LastMonth == null || e.LastMonth > month))
            .Select(e => new { e.Household, Persons = e.Terms.Where(t => t.Superseded == null).OrderByDescending(t => t.ValidFrom).Select(t => t.Persons).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return live.GroupBy(l => l.Household).Select(g => new LiveCase(g.Key, g.Max(l => l.Persons))).ToList();
    }
}

/// <summary>
/// Who was entitled to how much, month by month, counted in the tables of the entitlements themselves and never in a copy:
/// an alteration there shows here.
/// </summary>
internal sealed class AnswerCaseload(DibaoDbContext db) : IQueryHandler<GetCaseload, IReadOnlyList<CaseloadFigure>>
{
    public async Task<Result<IReadOnlyList<CaseloadFigure>>> Handle(GetCaseload request, CancellationToken cancellationToken)
    {
        var (first, last, from, to) = (request.Division, request.Division.Last, request.From, request.To);
        var entitlements = db.Entitlements.AsNoTracking().Where(e => e.Division >= first && e.Division <= last);
        // What goes on for an earlier case is no admission, and what goes on in another is no exit.
        var begun = await entitlements.Where(e => e.FirstMonth >= from && e.FirstMonth <= to && e.Succeeds == null)
            .GroupBy(e => new { e.FirstMonth, e.Scheme, e.TakenOver })
            .Select(g => new { g.Key.FirstMonth, g.Key.Scheme, g.Key.TakenOver, Households = g.Count() }).ToListAsync(cancellationToken);
        var (beforeFrom, beforeTo) = (from.Previous, to.Previous);
        var ended = await entitlements.Where(e => e.LastMonth >= beforeFrom && e.LastMonth <= beforeTo && e.SucceededBy == null)
            .GroupBy(e => new { e.LastMonth, e.Scheme }).Select(g => new { g.Key.LastMonth, g.Key.Scheme, Households = g.Count() }).ToListAsync(cancellationToken);

        var figures = new List<CaseloadFigure>();
        for (var month = from; month <= to; month = month.Next)
        {
            var m = month;
            var live = await entitlements.Where(e => e.FirstMonth <= m && (e.LastMonth == null || e.LastMonth >= m))
                .Join(db.Set<EntitlementTerm>().AsOf(m.FirstDay), e => e.Id, t => t.Entitlement, (e, t) => new { e.Scheme, t.Persons, t.MonthlyFen })
                .GroupBy(x => x.Scheme)
                .Select(g => new { Scheme = g.Key, Households = g.Count(), Persons = g.Sum(x => x.Persons), MonthlyFen = g.Sum(x => x.MonthlyFen) })
                .ToListAsync(cancellationToken);
            foreach (var scheme in (Scheme[])[Scheme.Urban, Scheme.Rural])
            {
                var now = live.Find(l => l.Scheme == scheme);
                figures.Add(new CaseloadFigure(
                    m, scheme, now?.Households ?? 0, now?.Persons ?? 0, now?.MonthlyFen ?? 0,
                    begun.Where(b => b.FirstMonth == m && b.Scheme == scheme && !b.TakenOver).Sum(b => b.Households),
                    begun.Where(b => b.FirstMonth == m && b.Scheme == scheme && b.TakenOver).Sum(b => b.Households),
                    ended.Where(e => e.LastMonth == m.Previous && e.Scheme == scheme).Sum(e => e.Households)));
            }
        }
        return figures;
    }
}

/// <summary>Decisions on applications in a period.</summary>
internal sealed class AnswerDecisions(DibaoDbContext db) : IQueryHandler<GetDecisionFigures, DecisionFigures>
{
    public async Task<Result<DecisionFigures>> Handle(GetDecisionFigures request, CancellationToken cancellationToken)
    {
        var (first, last, from, to) = (request.Division, request.Division.Last, request.From, request.To);
        var decided = await db.Applications.AsNoTracking()
            .Where(a => a.Division >= first && a.Division <= last && a.DecidedOn >= from && a.DecidedOn <= to)
            .GroupBy(a => a.Status).Select(g => new { Status = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        return new DecisionFigures(
            decided.Where(d => d.Status == ApplicationStatus.Confirmed).Sum(d => d.Count), decided.Where(d => d.Status == ApplicationStatus.Refused).Sum(d => d.Count));
    }
}

/// <summary>What is under way for a household, wherever it is.</summary>
internal sealed class AnswerUnderWay(DibaoDbContext db) : IQueryHandler<GetUnderWay, UnderWay>
{
    public async Task<Result<UnderWay>> Handle(GetUnderWay request, CancellationToken cancellationToken)
    {
        var application = await db.Applications.IgnoreQueryFilters().AnyAsync(a => a.OpenFor == request.Household, cancellationToken);
        var open = await db.Successions.IgnoreQueryFilters().AsNoTracking().Where(s => s.County == request.County && s.State < SuccessionState.Confirmed).ToListAsync(cancellationToken);
        return new UnderWay(application, open.Exists(s => s.Household == request.Household || s.Households.Contains(request.Household)));
    }
}

/// <summary>Who of some persons draws what excludes dibao, and until when, in the whole database.</summary>
internal sealed class AnswerCovered(DibaoDbContext db) : IQueryHandler<GetCovered, IReadOnlyList<CoveredPerson>>
{
    public async Task<Result<IReadOnlyList<CoveredPerson>>> Handle(GetCovered request, CancellationToken cancellationToken)
    {
        var covered = new List<CoveredPerson>();
        foreach (var persons in request.Persons.Chunk(500))
            covered.AddRange(await db.Covers.AsNoTracking().Where(c => persons.Contains(c.Person)).Select(c => new CoveredPerson(c.Person, c.LastMonth)).ToListAsync(cancellationToken));
        return covered;
    }
}

/// <summary>What a household draws for a month.</summary>
internal sealed class AnswerDrawn(DibaoDbContext db) : IQueryHandler<GetDrawn, Drawn>
{
    public async Task<Result<Drawn>> Handle(GetDrawn request, CancellationToken cancellationToken)
    {
        var month = request.Month;
        var drawn = await db.Entitlements.AsNoTracking().Include(e => e.Terms.Where(t => t.Superseded == null))
            .Where(e => e.Household == request.Household && e.FirstMonth <= month && (e.LastMonth == null || e.LastMonth >= month)).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        var terms = drawn.SelectMany(e => e.Terms).Where(t => t.HoldsOn(month.FirstDay)).ToList(); // several where members are covered each alone
        return terms.Count == 0 ? new Drawn(null, 0, 0, null) : new Drawn(drawn[0].Scheme, terms.Sum(t => t.Persons), terms.Sum(t => t.MonthlyFen), drawn.Min(e => e.FirstMonth));
    }
}
