using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Discovery;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Discovery;

/// <summary>Links a discovery to the household that was registered in consequence.</summary>
internal sealed record LinkDiscovery(Guid Discovery, HouseholdId Household) : ICommand<DiscoveryView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>The household.</summary>
    /// <param name="Household">The registered household.</param>
    internal sealed record Body(HouseholdId Household);

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<LinkDiscovery, DiscoveryView>
    {
        public async Task<Result<DiscoveryView>> Handle(LinkDiscovery request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Discoveries.FirstOrDefaultAsync(d => d.Id == request.Discovery, cancellationToken), "主动发现记录", "discovery");
            if (found.Refused) return found.Error;
            if (!await db.Households.AnyAsync(h => h.Id == request.Household, cancellationToken)) return PaperShapes.NoHousehold();
            var linked = found.Value.Link(request.Household, db.Caller.Subject, today.Date);
            return linked.Refused ? linked.Error : DiscoveryView.Of(found.Value, today.Date, found.Value.Version + 1, db.Caller, sealing);
        }
    }

    /// <summary>Links a discovery to a registered household.</summary>
    /// <remarks>57 Art 6; Law Art 39: after the informing; the discovery has reached its end.</remarks>
    internal static Task<Results<Ok<DiscoveryView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new LinkDiscovery(id, body.Household), cancellation).Ok();
}
