using System.Security.Cryptography;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Households.Domain;
using Dibao.Households.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features;

/// <summary>
/// Opens the oldest and the newest sealed identity number: with other keys nobody could be found or paid, and what is sealed meanwhile
/// could not be told from the rest. A <see cref="CryptographicException"/> says so; there is nobody to answer a refusal to.
/// </summary>
internal sealed record CheckSealingKeys : ICommand<Done>, ILeavesNoEntry
{
    internal sealed class Handler(DibaoDbContext db, Sealing sealing) : ICommandHandler<CheckSealingKeys, Done>
    {
        public async Task<Result<Done>> Handle(CheckSealingKeys request, CancellationToken cancellationToken)
        {
            var members = db.Set<Member>().AsNoTracking();
            foreach (var end in new[] { members.OrderBy(m => m.Id), members.OrderByDescending(m => m.Id) })
            {
                if (await end.Select(m => new { m.Person, m.SealedIdNumber }).FirstOrDefaultAsync(cancellationToken) is not { } member) break;
                var hash = sealing.Hash(Person.HashKind, sealing.Open(Person.SealColumn, member.SealedIdNumber));
                var kept = await db.Persons.Where(p => p.Id == member.Person).Select(p => p.IdNumberHash).SingleAsync(cancellationToken);
                if (!kept.AsSpan().SequenceEqual(hash)) throw new CryptographicException("The key of the hash is another.");
            }
            return Done.It;
        }
    }
}
