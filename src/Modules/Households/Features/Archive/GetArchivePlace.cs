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

/// <summary>Where the paper file of a household lies, from its bag to the library.</summary>
internal sealed record GetArchivePlace(HouseholdId Household) : IQuery<ArchivePlaceView>
{
    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<GetArchivePlace, ArchivePlaceView>
    {
        public async Task<Result<ArchivePlaceView>> Handle(GetArchivePlace request, CancellationToken cancellationToken)
        {
            if (await db.Households.AsNoTracking().FirstOrDefaultAsync(h => h.Id == request.Household, cancellationToken) is not { } household) return PaperShapes.NoHousehold();
            var bag = await db.ArchiveContainers.Where(c => c.Household == request.Household).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancellationToken);
            return ArchivePlaceView.Of(household, await db.ContainersFrom(bag, cancellationToken));
        }
    }

    /// <summary>Tells where a household's paper file lies.</summary>
    /// <remarks>The whole chain; and the one number that is archive, system and approval number.</remarks>
    /// <param name="id" example="01980000-0000-7000-8000-000000000001">The household.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<ArchivePlaceView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetArchivePlace(new HouseholdId(id)), cancellation).Ok();
}
