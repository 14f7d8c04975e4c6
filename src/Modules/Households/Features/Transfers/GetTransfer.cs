using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Households.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Transfers;

/// <summary>One transfer, seen by the two counties alone.</summary>
internal sealed record GetTransfer(Guid Transfer) : IQuery<TransferView>
{
    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<GetTransfer, TransferView>
    {
        public async Task<Result<TransferView>> Handle(GetTransfer request, CancellationToken cancellationToken)
        {
            var transfer = await db.TransfersSeen().AsNoTracking().FirstOrDefaultAsync(t => t.Id == request.Transfer, cancellationToken);
            return transfer is null
                ? PlumbingProblems.NotFound.Because("没有该迁移,或与您的管辖区域无关。", "There is no such transfer from or to the division you serve.")
                : TransferView.Of(transfer, transfer.Version);
        }
    }

    /// <summary>Reads a transfer with its closing statement.</summary>
    /// <remarks>57 Art 5 and 30.</remarks>
    /// <param name="id" example="01980000-0000-7000-8000-000000000001">The transfer.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<TransferView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetTransfer(id), cancellation).Ok();
}
