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

namespace Dibao.Households.Features.Means;

/// <summary>Replaces a household's declaration of income and assets from today on.</summary>
internal sealed record DeclareMeans(
    HouseholdId Household, IReadOnlyList<IncomeAmount> Income, IReadOnlyList<AssetAmount> Assets, IReadOnlyList<DeclareMeans.UncountedBody> Uncounted) : ICommand<HouseholdView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>A declaration.</summary>
    /// <param name="Income">Income, fen per year; each kind at most once.</param>
    /// <param name="Assets">Assets, fen; each kind at most once.</param>
    /// <param name="Uncounted">Income that the law does not count, fen per year; each kind at most once.</param>
    internal sealed record Body(IReadOnlyList<IncomeAmount> Income, IReadOnlyList<AssetAmount> Assets, IReadOnlyList<UncountedBody>? Uncounted = null);

    /// <summary>Income of a kind that the law does not count.</summary>
    /// <param name="Kind">Its kind (57 Art 13).</param>
    /// <param name="YearlyFen" example="132000">Fen per year.</param>
    internal sealed record UncountedBody(UncountedKind Kind, long YearlyFen);

    internal sealed class Validator : AbstractValidator<DeclareMeans>
    {
        public Validator()
        {
            RuleFor(c => c.Income).Must(MeansShape.AreAmounts).WithMessage(MeansShape.AmountMessage).Must(MeansShape.AreOnce).WithMessage(MeansShape.OnceMessage);
            RuleFor(c => c.Assets).Must(MeansShape.AreAmounts).WithMessage(MeansShape.AmountMessage).Must(MeansShape.AreOnce).WithMessage(MeansShape.OnceMessage);
            RuleFor(c => c.Uncounted).Must(l => l.All(x => MeansShape.IsAmount(x.YearlyFen))).WithMessage(MeansShape.AmountMessage);
            RuleFor(c => c.Uncounted).Must(l => l.DistinctBy(x => x.Kind).Count() == l.Count).WithMessage("同一种类只能填报一次|Each kind stands once");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<DeclareMeans, HouseholdView>
    {
        public async Task<Result<HouseholdView>> Handle(DeclareMeans request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            var household = found.Value;
            if (household.Closed() is { } closed) return closed;
            var before = (await db.BelievedMeans(request.Household, cancellationToken)).Where(e => e.Truth == Truth.Declared).ToList();
            if (household.Case == CaseStanding.Draws)
                foreach (var kind in Differences.Of(DeclaredMeans.Of(household, before, today.Date), request.Declared())) db.Tell(household, kind, null, today.Date, "", today);
            household.Declare(request.Income, request.Assets, today.Date, today.Now);
            db.End(before, today.Date, (row, day) => row.Until(day, today.Now), today.Now);
            var ground = new Ground(Truth.Declared, MeansSource.Declaration, today.Date, "", null);
            db.AddRange(request.Uncounted.Select(u => new MeansEntry(
                request.Household, new(MeansSide.Uncounted, (int)u.Kind, null, null, new Money(u.YearlyFen), MeansPeriod.Year, null), ground, db.Caller.Subject, today.Date, today.Now)));
            return HouseholdView.Of(household, today.Date, household.Version + 1, db.Caller);
        }
    }

    private DeclaredMeans Declared() => new(
        [.. Income.Select(i => ((int)i.Kind, i.YearlyFen))], [.. Assets.Select(a => ((int)a.Kind, a.ValueFen))], [.. Uncounted.Select(u => ((int)u.Kind, u.YearlyFen))]);

    /// <summary>Declares income and assets anew.</summary>
    /// <remarks>57 Art 9 and 13: true and complete. Where the household draws, other income or assets than before are kept as a change told today. Send If-Match with the ETag of the household.</remarks>
    internal static Task<Results<Ok<HouseholdView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new DeclareMeans(new(id), body.Income, body.Assets, body.Uncounted ?? []), cancellation).Ok();
}
