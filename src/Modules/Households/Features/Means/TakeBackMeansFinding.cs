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

/// <summary>Takes back a finding that was wrong; what was believed meanwhile stays readable.</summary>
internal sealed record TakeBackMeansFinding(HouseholdId Household, Guid Finding) : ICommand<MeansFindingView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<TakeBackMeansFinding, MeansFindingView>
    {
        public async Task<Result<MeansFindingView>> Handle(TakeBackMeansFinding request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            var entry = await db.Set<MeansEntry>().FirstOrDefaultAsync(
                e => e.Id == request.Finding && e.Household == request.Household && e.Superseded == null && e.Truth != Truth.Declared, cancellationToken);
            if (entry is null) return PlumbingProblems.NotFound.Because("没有该核实或估算记录,或已撤回。", "There is no such finding, or it was taken back.");
            entry.Supersede(today.Now);
            return MeansFindingView.Of(entry);
        }
    }

    /// <summary>Takes a finding back.</summary>
    /// <remarks>57 Art 18: what an objection shows to be wrong is put right. Read with knownAt what was believed before.</remarks>
    internal static Task<Results<Ok<MeansFindingView>, ProblemHttpResult>> Endpoint(Guid id, Guid finding, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new TakeBackMeansFinding(new(id), finding), cancellation).Ok();
}
