using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Place;
using Dibao.Households.Domain.Standings;
using Dibao.Households.Domain.Warnings;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Warnings;

/// <summary>Looks for warnings at night, everywhere.</summary>
internal sealed record LookForWarnings(LocalDate Day) : ICommand<Done>
{
    internal sealed class Handler(DibaoDbContext db, IMediator mediator) : ICommandHandler<LookForWarnings, Done>
    {
        public async Task<Result<Done>> Handle(LookForWarnings request, CancellationToken cancellationToken)
        {
            var looked = await new WarningLook(db, mediator, request.Day).Run(cancellationToken);
            return looked.Refused ? looked.Error : Done.It;
        }
    }
}

/// <summary>Looks for warnings now, in the caller's place.</summary>
internal sealed record LookForWarningsNow : ICommand<WarningsFound>
{
    internal sealed class Handler(DibaoDbContext db, Today today, IMediator mediator) : ICommandHandler<LookForWarningsNow, WarningsFound>
    {
        public async Task<Result<WarningsFound>> Handle(LookForWarningsNow request, CancellationToken cancellationToken)
        {
            await db.TakeNumbers("warnings", 0, cancellationToken); // two looks come after each other
            return await new WarningLook(db, mediator, today.Date).Run(cancellationToken);
        }
    }

    /// <summary>Looks for warnings now.</summary>
    /// <remarks>国办发〔2023〕39号: the same look as every night, in the place that the caller serves. Cases appear once and clear by themselves.</remarks>
    internal static Task<Results<Ok<WarningsFound>, ProblemHttpResult>> Endpoint(IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new LookForWarningsNow(), cancellation).Ok();
}

/// <summary>What a look found.</summary>
/// <param name="Appeared" example="3">Cases that appeared.</param>
/// <param name="Cleared" example="1">Cases that cleared.</param>
internal sealed record WarningsFound(int Appeared, int Cleared);

/// <summary>
/// One look at all that may meet a rule or did. The database picks the households in which there is anything to see; the rules look at
/// those, a few hundred at a time.
/// </summary>
internal sealed class WarningLook(DibaoDbContext db, IMediator mediator, LocalDate day)
{
    private const int Chunk = 500;

    private int appeared;
    private int cleared;

    public async Task<Result<WarningsFound>> Run(CancellationToken cancellation)
    {
        var after = Guid.Empty;
        for (var more = true; more;)
        {
            var households = await Some(after, cancellation);
            var looked = await LookAt(households, cancellation);
            if (looked.Refused) return looked.Error;
            more = households.Count == Chunk;
            if (more) after = households[^1].Id.Value;
        }
        foreach (var rule in WarningRule.Table.Where(r => r.Condition == WarningCondition.DiscoveryOverdue))
            await LookAtDiscoveries(rule, cancellation);
        return new WarningsFound(appeared, cleared);
    }

    /// <summary>The next households in which there is anything to see.</summary>
    private Task<List<Household>> Some(Guid after, CancellationToken cancellation)
    {
        var (today, margins) = (day, db.Margins(day));
        var ages = WarningRule.On(day).Where(r => r.Condition == WarningCondition.GrownUp).ToList();
        var (bornBy, bornAfter) = ages.Count == 0 ? (today, today.PlusDays(1)) : (today.PlusYears(-ages.Min(r => r.FromAge!.Value)), today.PlusYears(-ages.Max(r => r.BelowAge!.Value)));
        return db.Households.AsNoTracking().AsSplitQuery().After(h => h.Id, after)
            .Where(h => !h.Payees.Any(p => p.Superseded == null && p.ValidFrom <= today && (p.ValidTo == null || p.ValidTo > today))
                || h.Members.Any(m => m.Superseded == null && (m.ValidTo != null || m.GraduatesOn < today || m.Standing != Standing.CoLiving
                    || (m.Labour == LabourCapacity.OutsideWorkingAge && m.BirthDate <= bornBy && m.BirthDate >= bornAfter)))
                || margins.Any(s => s.Household == h.Id)
                || db.Set<MeansEntry>().Any(e => e.Household == h.Id && e.Truth == Truth.Verified && e.Side == MeansSide.Income && e.Superseded == null)
                || db.Set<PlaceRequest>().Any(r => r.Household == h.Id && r.Found == false)
                || db.Set<WarningCase>().Any(w => w.Household == h.Id && w.ClearedOn == null))
            .Include(h => h.Members.Where(m => m.Superseded == null))
            .Include(h => h.Income.Where(l => l.Superseded == null))
            .Include(h => h.Payees.Where(p => p.Superseded == null))
            .OrderBy(h => h.Id).Take(Chunk).ToListAsync(cancellation);
    }

    private async Task<Result<Done>> LookAt(List<Household> households, CancellationToken cancellation)
    {
        if (households.Count == 0) return Done.It;
        var ids = households.ConvertAll(h => h.Id);
        var live = await mediator.Send(new GetLiveCases(ids, Month.Of(day)), cancellation);
        if (live.Refused) return live.Error;
        var covered = live.Value.ToDictionary(l => l.Household, l => l.Persons);
        var margin = (await db.Margins(day).Where(s => ids.Contains(s.Household)).Select(s => s.Household).ToListAsync(cancellation)).ToHashSet();
        var verified = (await db.Set<MeansEntry>().AsNoTracking().Where(e => ids.Contains(e.Household) && e.Truth == Truth.Verified && e.Side == MeansSide.Income && e.Superseded == null)
            .ToListAsync(cancellation)).ToLookup(e => e.Household);
        // A household that moved is watched as before: what another place entered of it counts.
        var answered = (await db.PlaceRequests.IgnoreQueryFilters().Where(r => ids.Contains(r.Household) && r.AnsweredOn != null)
            .Select(r => new { r.Household, r.Id, r.AnsweredOn, r.Found }).ToListAsync(cancellation)).ToLookup(r => r.Household);
        var open = (await db.WarningCases.IgnoreQueryFilters().AsNoTracking().Where(w => w.Household != null && ids.Contains(w.Household.Value) && w.ClearedOn == null)
            .Select(w => new { w.Id, w.Rule, Household = w.Household!.Value }).ToListAsync(cancellation)).ToLookup(w => w.Household);

        var (news, gone) = (new List<WarningCase>(), new List<Guid>());
        foreach (var household in households)
        {
            var last = answered[household.Id].OrderBy(r => r.AnsweredOn).ThenBy(r => r.Id).LastOrDefault();
            var known = new WatchedFrom(
                covered.TryGetValue(household.Id, out var persons) ? persons : null, margin.Contains(household.Id), [.. verified[household.Id]], last?.Found == false);
            var met = Domain.Warnings.Warnings.Of(household, known, day).ToList();
            news.AddRange(met.Where(r => open[household.Id].All(w => w.Rule != r.Code)).Select(r => WarningCase.OfHousehold(r, household.Id, household.Division, day)));
            gone.AddRange(open[household.Id].Where(w => met.TrueForAll(r => r.Code != w.Rule)).Select(w => w.Id));
        }
        await db.WriteMany(news, cancellation);
        appeared += news.Count;
        foreach (var some in gone.Chunk(Chunk)) cleared += await Clear(db.WarningCases.IgnoreQueryFilters().Where(w => some.Contains(w.Id)), cancellation);
        return Done.It;
    }

    private async Task LookAtDiscoveries(WarningRule rule, CancellationToken cancellation)
    {
        var (today, code) = (day, rule.Code);
        var inForce = WarningRule.On(day).Contains(rule);
        var overdue = db.Discoveries.Where(d => inForce && d.DueOn != null && d.DueOn < today);
        cleared += await Clear(
            db.WarningCases.Where(w => w.Rule == code && w.OpenFor != null && !overdue.Any(d => d.Id == w.OpenFor)), cancellation);
        for (var more = true; more;)
        {
            var found = await overdue.Where(d => !db.Set<WarningCase>().Any(w => w.OpenFor == d.Id && w.Rule == code))
                .OrderBy(d => d.Id).Take(Chunk).Select(d => new { d.Id, d.Division }).ToListAsync(cancellation);
            await db.WriteMany(found.Select(d => WarningCase.OfDiscovery(rule, d.Id, d.Division, day)), cancellation);
            appeared += found.Count;
            more = found.Count == Chunk;
        }
    }

    private Task<int> Clear(IQueryable<WarningCase> gone, CancellationToken cancellation)
    {
        var today = day;
        return gone.ExecuteUpdateAsync(
            set => set.SetProperty(w => w.ClearedOn, today).SetProperty(w => w.OpenFor, (Guid?)null).SetProperty(w => w.Version, w => w.Version + 1), cancellation);
    }
}
