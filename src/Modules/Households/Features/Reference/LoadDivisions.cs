using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Households.Domain.Reference;
using Dibao.Households.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Reference;

/// <summary>Enters the divisions that come with the product; a code that is there already stays as it is.</summary>
internal sealed record LoadDivisions : ICommand<Done>, ILeavesNoEntry
{
    internal sealed class Handler(DibaoDbContext db) : ICommandHandler<LoadDivisions, Done>
    {
        public async Task<Result<Done>> Handle(LoadDivisions request, CancellationToken cancellationToken)
        {
            var snapshot = ListedDivision.Snapshot().ToList();
            if (await db.Divisions.CountAsync(d => d.ValidFrom == ListedDivision.Always, cancellationToken) >= snapshot.Count) return Done.It;
            var known = await db.Divisions.Select(d => d.Code).ToHashSetAsync(cancellationToken);
            await db.WriteMany(snapshot.Where(d => !known.Contains(d.Code)), cancellationToken);
            return Done.It;
        }
    }
}
