using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;
using Dibao.Eligibility.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dibao.Eligibility.Features.Covers;

/// <summary>Takes back cover by another scheme that this county recorded by mistake; what it said, and who took it back, stays.</summary>
internal sealed record TakeBackCover(HouseholdId Household, PersonId Person) : ICommand<CoverView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>Whose cover is taken back.</summary>
    /// <param name="Household">The household he is registered in.</param>
    /// <param name="Person">The member.</param>
    internal sealed record Body(HouseholdId Household, PersonId Person);

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<TakeBackCover, CoverView>
    {
        public async Task<Result<CoverView>> Handle(TakeBackCover request, CancellationToken cancellationToken)
        {
            if (await db.Covers.FindAsync([request.Person], cancellationToken) is not { } cover || cover.Scheme == CoverScheme.Dibao || !db.Caller.Serves(cover.County))
                return PlumbingProblems.NotFound.Because("该人员没有由本县登记的其他救助;低保须按其自身程序终止。", "This county recorded no other scheme of his; dibao ends by its own procedure.");
            db.Add(new TakenBackCover
            {
                Person = cover.Person, Scheme = cover.Scheme, County = cover.County, FirstMonth = cover.FirstMonth, LastMonth = cover.LastMonth, At = today.Now, By = db.Caller.Subject,
            });
            var taken = CoverView.Of(cover, cover.County);
            if (!cover.TakeBack()) db.Remove(cover);
            return taken;
        }
    }

    /// <summary>Takes back cover by another scheme.</summary>
    /// <remarks>For what was recorded by mistake: what was drawn before it stands again. What was drawn and has ended is given its last month by POST /covers instead.</remarks>
    internal static Task<Results<Ok<CoverView>, ProblemHttpResult>> Endpoint(Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new TakeBackCover(body.Household, body.Person), cancellation).Ok();
}
