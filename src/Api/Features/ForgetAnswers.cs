using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Api.Features;

/// <summary>Forgets the answers kept for Idempotency-Keys once their thirty days are over.</summary>
internal sealed record ForgetAnswers : ICommand<Done>
{
    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<ForgetAnswers, Done>
    {
        public async Task<Result<Done>> Handle(ForgetAnswers request, CancellationToken cancellationToken)
        {
            var now = today.Now;
            await db.Set<IdempotencyRecord>().Where(r => r.KeptUntil < now).ExecuteDeleteAsync(cancellationToken);
            return Done.It;
        }
    }
}
