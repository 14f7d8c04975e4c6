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

namespace Dibao.Eligibility.Features.Successions;

/// <summary>Confirms a succession: the old cases end with a month, the new ones begin with the next.</summary>
internal sealed record ConfirmSuccession(Guid Succession) : ICommand<SuccessionView>, IConcern
{
    Guid IConcern.Concern => Succession;

    internal sealed class Handler(DibaoDbContext db, Today today, IMediator mediator) : ICommandHandler<ConfirmSuccession, SuccessionView>
    {
        public async Task<Result<SuccessionView>> Handle(ConfirmSuccession request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Successions.FirstOrDefaultAsync(s => s.Id == request.Succession, cancellationToken), "接续", "succession");
            if (found.Refused) return found.Error;
            var succession = found.Value;
            // This month may have been paid already; where two counties agreed on a later one, that is the last.
            var lastMonth = Month.Max(today.Month, succession.LastMonthAgreed ?? today.Month);
            var before = await db.DrawnBefore(succession, lastMonth, cancellationToken);
            if (before.Live.Count == 0)
            {
                succession.Lapse();
                return SuccessionView.Of(succession, succession.Version + 1);
            }
            var hearing = await db.Policies(succession.Division, before.Live[0].Scheme, today.Date, cancellationToken, PolicyKeys.HearingBeforeCut);
            if (succession.NotConfirmable(before.MonthlyFen, before.Persons, hearing.Find(PolicyKeys.HearingBeforeCut)?.Value == 1, db.Caller.Subject) is { } early) return early;

            var opened = new List<Entitlement>();
            foreach (var next in succession.Cases)
            {
                var every = await ReviewEvery(next, succession.Only, cancellationToken);
                if (every.Refused) return every.Error;
                if (next.MonthlyFen > 0) opened.Add(Entitlement.Succeed(succession, next, lastMonth.Next, every.Value, today.Date, today.Now));
            }
            foreach (var old in before.Live)
            {
                // A household that does not go on ends for its reasons; of those merged into another, and of the others, the case goes on.
                var refused = succession.Cases.FirstOrDefault(c => c.Household == old.Household && c.MonthlyFen == 0);
                var ended = opened.Count > 0 && refused is null ? old.GoOnIn(succession.Id, lastMonth, today.Date, today.Now) : old.End(lastMonth, Reason(refused is null ? succession.Cases : [refused]), today.Date, today.Now);
                if (ended.Refused) return ended.Error;
                await db.EndCover(old, cancellationToken);
            }
            foreach (var entitlement in opened)
            {
                var persons = succession.Cases.First(c => c.Household == entitlement.Household).Persons;
                var covers = await db.Covers.Where(c => persons.Contains(c.Person)).ToListAsync(cancellationToken);
                if (covers.Find(c => c.ReachesTo(entitlement.FirstMonth)) is { } clash) return clash.Clash();
                foreach (var cover in covers) cover.GoOn(entitlement);
                db.AddRange(persons.Where(p => covers.TrueForAll(c => c.Person != p)).Select(p => Cover.By(entitlement, p)));
            }
            db.AddRange(opened);
            succession.Confirm(lastMonth, today.Date, db.Caller.Subject);
            return SuccessionView.Of(succession, succession.Version + 1);
        }

        /// <summary>Months between reviews; refused when members or figures are no longer those that were assessed.</summary>
        private async Task<Result<int>> ReviewEvery(SuccessorCase next, PersonId? only, CancellationToken cancellation)
        {
            var household = await mediator.Send(new GetCircumstances(next.Household, today.Date, only), cancellation);
            if (household.Refused) return household.Error;
            if (!household.Value.Members.Select(m => m.Person).ToHashSet().SetEquals(next.Persons))
                return EligibilityErrors.MembersChanged.Because("认定后家庭成员有变化,请重新认定。", "The members have changed since the assessment: assess anew.");
            var unsteady = household.Value.Members.Any(m => m.Labour == LabourCapacity.Able); // 57 Art 31; 220 Art 33
            var policies = await db.Policies(
                next.Division, next.Scheme, today.Date, cancellation,
                PolicyKeys.ReviewStable, PolicyKeys.ReviewUnsteady, PolicyKeys.Standard, PolicyKeys.Rounding, PolicyKeys.FinancialAssetLimit);
            if (await db.StandsOnOlderFigures(next.Determination, policies, cancellation) is { } older) return older;
            var every = policies.Require(unsteady ? PolicyKeys.ReviewUnsteady : PolicyKeys.ReviewStable);
            return every.Refused ? every.Error : (int)every.Value.Value;
        }

        private static EndReason Reason(IEnumerable<SuccessorCase> cases) =>
            cases.Any(c => c.Reasons.Contains(MeansTest.IncomeAboveStandard)) ? EndReason.IncomeAboveStandard : EndReason.AssetsOverLimit;
    }

    /// <summary>Confirms a succession.</summary>
    /// <remarks>57 Art 20, 21, 32 and 33; Law Art 48. By somebody who did not assess it. No month is missed, none is paid twice, and it counts neither as admission nor as exit.</remarks>
    internal static Task<Results<Ok<SuccessionView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ConfirmSuccession(id), cancellation).Ok();
}
