using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Means;

/// <summary>A household's means: declared, verified and estimated side by side, and what counts of them.</summary>
internal sealed record GetMeans(HouseholdId Household, LocalDate? ValidAt, Instant? KnownAt) : IQuery<MeansView>
{
    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : IQueryHandler<GetMeans, MeansView>
    {
        private const int MonthsPerYear = 12;

        public async Task<Result<MeansView>> Handle(GetMeans request, CancellationToken cancellationToken)
        {
            var (id, day, known) = (request.Household, request.ValidAt ?? today.Date, request.KnownAt);
            if (await db.Households.Where(h => h.Id == id).Select(h => (long?)h.Version).FirstOrDefaultAsync(cancellationToken) is not { } version)
                return PlumbingProblems.NotFound.Because("没有该家庭,或不在您的管辖区域内。", "There is no such household in the division you serve.");
            var members = await db.Set<Member>().AsNoTracking().Where(m => m.Household == id).AsOf(day, known).ToListAsync(cancellationToken);
            var declaredIncome = await db.Set<IncomeLine>().AsNoTracking().Where(l => l.Household == id).AsOf(day, known).ToListAsync(cancellationToken);
            var declaredAssets = await db.Set<AssetLine>().AsNoTracking().Where(l => l.Household == id).AsOf(day, known).ToListAsync(cancellationToken);
            var entries = await db.Set<MeansEntry>().AsNoTracking().Where(e => e.Household == id).AsOf(day, known).OrderBy(e => e.Id).ToListAsync(cancellationToken);
            var obligors = await db.Set<Obligor>().AsNoTracking().Where(o => o.Household == id).AsOf(day, known).OrderBy(o => o.Id).ToListAsync(cancellationToken);
            var at = known ?? TwoTimes.Lastly;
            var signs = await db.Set<LivingStandard>().AsNoTracking()
                .Where(s => s.Household == id && s.Recorded <= at && (s.TakenBack == null || s.TakenBack > at)).OrderBy(s => s.Id).ToListAsync(cancellationToken);

            var income = MeansCount.Income(declaredIncome.Select(l => (l.Kind, l.Yearly)), entries, day);
            var assets = MeansCount.Assets(declaredAssets.Select(l => (l.Kind, l.Value)), entries);
            var yearly = income.Sum(i => i.Counted.Fen);
            var persons = members.Count(m => m.Counts(day).Counts);
            return new MeansView(
                version, day, persons, [.. income.Select(KindView.Of)], [.. assets.Select(KindView.Of)],
                [.. entries.Where(e => e.Side == MeansSide.Uncounted).Select(e => UncountedView.Of(e, day))],
                yearly, persons == 0 ? null : yearly / persons / MonthsPerYear, assets.Sum(a => a.Counted.Fen),
                obligors.Where(o => !o.LeftOut).Sum(o => o.Payable.Fen),
                [.. entries.Where(e => e.Truth != Truth.Declared).Select(MeansFindingView.Of)],
                obligors.ConvertAll(o => ObligorView.Of(o, sealing, db.Caller)), signs.ConvertAll(LivingStandardView.Of));
        }
    }

    /// <summary>Reads a household's means.</summary>
    /// <remarks>57 Art 13 to 17. What is verified counts; where nothing is, the township's estimate; else what was declared. Of several sources for one kind the latest counts. Deductions count once verified. What was taken back is not shown: read it with a knownAt before that.</remarks>
    /// <param name="id" example="01980000-0000-7000-8000-000000000001">The household.</param>
    /// <param name="validAt" example="2024-06-30">The day on which it is to be true; today when left out.</param>
    /// <param name="knownAt" example="2024-07-01T00:00:00Z">The instant whose knowledge counts; now when left out.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<MeansView>, ProblemHttpResult>> Endpoint(Guid id, QueryDate? validAt, QueryInstant? knownAt, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetMeans(new(id), validAt, knownAt), cancellation).Ok();
}
