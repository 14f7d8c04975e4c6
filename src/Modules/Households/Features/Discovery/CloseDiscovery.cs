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

/// <summary>Closes a discovery that goes no further.</summary>
internal sealed record CloseDiscovery(Guid Discovery, DiscoveryClosing Reason, string Note) : ICommand<DiscoveryView>, IConcern
{
    Guid IConcern.Concern => Discovery;

    /// <summary>Why.</summary>
    /// <param name="Reason">The reason.</param>
    /// <param name="Note" example="本人表示暂不需要">What there is to say of it, 4 to 400 characters.</param>
    internal sealed record Body(DiscoveryClosing Reason, string Note);

    internal sealed class Validator : AbstractValidator<CloseDiscovery>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).IsInEnum();
            RuleFor(c => c.Note).IsNote();
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<CloseDiscovery, DiscoveryView>
    {
        public async Task<Result<DiscoveryView>> Handle(CloseDiscovery request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Discoveries.FirstOrDefaultAsync(d => d.Id == request.Discovery, cancellationToken), "主动发现记录", "discovery");
            if (found.Refused) return found.Error;
            var closed = found.Value.Close(request.Reason, request.Note.Trim(), db.Caller.Subject, today.Date);
            return closed.Refused ? closed.Error : DiscoveryView.Of(found.Value, today.Date, found.Value.Version + 1, db.Caller, sealing);
        }
    }

    /// <summary>Closes a discovery.</summary>
    /// <remarks>57 Art 6; Law Art 39. The record stays.</remarks>
    internal static Task<Results<Ok<DiscoveryView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new CloseDiscovery(id, body.Reason, body.Note), cancellation).Ok();
}
