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

/// <summary>Puts the bag of a household into a box; the bag is entered when it is put away for the first time.</summary>
internal sealed record PutFileIntoBox(HouseholdId Household, Guid Box) : ICommand<ArchivePlaceView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>Where to.</summary>
    /// <param name="Box" example="01980000-0000-7000-8000-000000000001">A box of the household's village.</param>
    internal sealed record Body(Guid Box);

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<PutFileIntoBox, ArchivePlaceView>
    {
        public async Task<Result<ArchivePlaceView>> Handle(PutFileIntoBox request, CancellationToken cancellationToken)
        {
            // Two who put one bag away come after each other: a bag lies in one box.
            if (await db.Households.Where(h => h.Id == request.Household).ExecuteUpdateAsync(set => set.SetProperty(h => h.Version, h => h.Version), cancellationToken) == 0)
                return PaperShapes.NoHousehold();
            var household = await db.Households.AsNoTracking().FirstAsync(h => h.Id == request.Household, cancellationToken);
            if (await db.ArchiveContainers.AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.Box, cancellationToken) is not { } box) return ContainerView.None();
            var bag = await db.ArchiveContainers.FirstOrDefaultAsync(c => c.Household == request.Household, cancellationToken);
            if (bag is null) db.Add(bag = ArchiveContainer.BagOf(household.Id, household.FileNumber, household.Division, today.Date));
            var put = bag.PutInto(box);
            if (put.Refused) return put.Error;
            return ArchivePlaceView.Of(household, [ContainerView.Of(bag, bag.Version + 1), .. await db.ContainersFrom(box.Id, cancellationToken)]);
        }
    }

    /// <summary>Puts a household's paper file away.</summary>
    /// <remarks>One file per household (一户一档), in one bag, in one box of its village; put away again it is moved.</remarks>
    internal static Task<Results<Ok<ArchivePlaceView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new PutFileIntoBox(new(id), body.Box), cancellation).Ok();
}

/// <summary>Where a household's paper file lies.</summary>
/// <param name="Household">The household.</param>
/// <param name="ArchiveNumber" example="320706-2012-000123">Number on the bag.</param>
/// <param name="SystemNumber" example="320706-2012-000123">Number in this system: the same.</param>
/// <param name="ApprovalNumber" example="320706-2012-000123">Number of the approval: the same (三号合一).</param>
/// <param name="Chain">Bag, box, cabinet, room, library, as far as they are known; empty while the file is not put away.</param>
internal sealed record ArchivePlaceView(HouseholdId Household, string ArchiveNumber, string SystemNumber, string ApprovalNumber, IReadOnlyList<ContainerView> Chain)
{
    public static ArchivePlaceView Of(Household household, IReadOnlyList<ContainerView> chain) => new(household.Id, household.FileNumber, household.FileNumber, household.FileNumber, chain);
}

/// <summary>The chain of containers above one.</summary>
internal static class ContainerChain
{
    private const int MostLevels = 5;

    extension(DibaoDbContext db)
    {
        /// <summary>A container and those it lies in, from the inside out; above the caller's division too.</summary>
        public async Task<IReadOnlyList<ContainerView>> ContainersFrom(Guid? first, CancellationToken cancellation)
        {
            var chain = new List<ContainerView>();
            for (var next = first; next is { } id && chain.Count < MostLevels; next = chain[^1].Parent)
            {
                var container = await db.ArchiveContainers.IgnoreQueryFilters().AsNoTracking().FirstAsync(c => c.Id == id, cancellation);
                chain.Add(ContainerView.Of(container, container.Version));
            }
            return chain;
        }
    }
}
