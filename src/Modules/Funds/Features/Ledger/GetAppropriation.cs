using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Funds.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Features.Ledger;

/// <summary>One arrival of money.</summary>
internal sealed record GetAppropriation(Guid Appropriation) : IQuery<AppropriationView>
{
    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<GetAppropriation, AppropriationView>
    {
        public async Task<Result<AppropriationView>> Handle(GetAppropriation request, CancellationToken cancellationToken) =>
            await db.Appropriations.AsNoTracking().FirstOrDefaultAsync(a => a.Id == request.Appropriation, cancellationToken) is { } found
                ? AppropriationView.Of(found)
                : PlumbingProblems.NotFound.Because("没有该笔资金,或不在您的管辖区域内。", "There is no such appropriation in the division you serve.");
    }

    /// <summary>Reads one arrival of money.</summary>
    internal static Task<Results<Ok<AppropriationView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetAppropriation(id), cancellation).Ok();
}
