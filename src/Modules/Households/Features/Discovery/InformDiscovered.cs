using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Discovery;
using Dibao.Households.Domain.Reference;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Discovery;

/// <summary>Records that a person found in need was told that he may qualify, and for what.</summary>
internal sealed record InformDiscovered(Guid Discovery, AidScheme Scheme, LocalDate On) : ICommand<DiscoveryView>, IConcern
{
    Guid IConcern.Concern => Discovery;

    /// <summary>The informing.</summary>
    /// <param name="Scheme">The scheme to which the case is routed.</param>
    /// <param name="On" example="2024-03-05">When; between the discovery and today.</param>
    internal sealed record Body(AidScheme Scheme, LocalDate On);

    internal sealed class Validator : AbstractValidator<InformDiscovered>
    {
        public Validator() => RuleFor(c => c.Scheme).IsInEnum();
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing, IMediator mediator) : ICommandHandler<InformDiscovered, DiscoveryView>
    {
        public async Task<Result<DiscoveryView>> Handle(InformDiscovered request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Discoveries.FirstOrDefaultAsync(d => d.Id == request.Discovery, cancellationToken), "主动发现记录", "discovery");
            if (found.Refused) return found.Error;
            var from = LocalDate.Min(request.On, today.Date); // a later day is refused below
            var limit = DiscoveryRecord.Limits.On("applying", from);
            var due = await mediator.Send(new GetLastDay(from, limit.Days, limit.Working), cancellationToken);
            if (due.Refused) return due.Error;
            var informed = found.Value.Inform(request.Scheme, request.On, due.Value, db.Caller.Subject, today.Date);
            return informed.Refused ? informed.Error : DiscoveryView.Of(found.Value, today.Date, found.Value.Version + 1, db.Caller, sealing);
        }
    }

    /// <summary>Records that a person found in need was informed.</summary>
    /// <remarks>57 Art 6; Law Art 39.</remarks>
    internal static Task<Results<Ok<DiscoveryView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new InformDiscovered(id, body.Scheme, body.On), cancellation).Ok();
}
