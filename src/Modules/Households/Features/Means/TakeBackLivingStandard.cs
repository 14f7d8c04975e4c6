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

/// <summary>Takes back a sign that was wrong; that it was believed meanwhile stays readable.</summary>
internal sealed record TakeBackLivingStandard(HouseholdId Household, Guid Sign) : ICommand<LivingStandardView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<TakeBackLivingStandard, LivingStandardView>
    {
        public async Task<Result<LivingStandardView>> Handle(TakeBackLivingStandard request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            var sign = await db.Set<LivingStandard>().FirstOrDefaultAsync(s => s.Id == request.Sign && s.Household == request.Household && s.TakenBack == null, cancellationToken);
            if (sign is null) return PlumbingProblems.NotFound.Because("没有该生活水平佐证,或已撤回。", "There is no such sign of a living standard, or it was taken back.");
            sign.TakeBack(today.Now);
            return LivingStandardView.Of(sign);
        }
    }

    /// <summary>Takes a living-standard indicator back.</summary>
    /// <remarks>57 Art 17 and 18: what an objection shows to be wrong is put right. Read with knownAt what was believed before.</remarks>
    /// <param name="id" example="01980000-0000-7000-8000-000000000001">The household.</param>
    /// <param name="sign" example="01980000-0000-7000-8000-000000000002">The indicator.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<LivingStandardView>, ProblemHttpResult>> Endpoint(Guid id, Guid sign, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new TakeBackLivingStandard(new(id), sign), cancellation).Ok();
}
