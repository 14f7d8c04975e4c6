using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Archive;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Archive;

/// <summary>Moves a container, and all that is in it, into another of the next level.</summary>
internal sealed record MoveContainer(Guid Container, Guid Into) : ICommand<ContainerView>, IConcern
{
    Guid IConcern.Concern => Container;

    /// <summary>Where to.</summary>
    /// <param name="Into" example="01980000-0000-7000-8000-000000000001">The container of the next level.</param>
    internal sealed record Body(Guid Into);

    internal sealed class Handler(DibaoDbContext db) : ICommandHandler<MoveContainer, ContainerView>
    {
        public async Task<Result<ContainerView>> Handle(MoveContainer request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.ArchiveContainers.FirstOrDefaultAsync(c => c.Id == request.Container, cancellationToken), "档案容器", "container");
            if (found.Refused) return found.Error;
            if (await db.ArchiveAround().AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.Into, cancellationToken) is not { } above) return ContainerView.None();
            var put = found.Value.PutInto(above);
            return put.Refused ? put.Error : ContainerView.Of(found.Value, found.Value.Version + 1);
        }
    }

    /// <summary>Moves a container of paper files.</summary>
    /// <remarks>All that lies in it moves with it. A bag goes into a box, a box into a cabinet, a cabinet into a room, a room into a library.</remarks>
    internal static Task<Results<Ok<ContainerView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new MoveContainer(id, body.Into), cancellation).Ok();
}
