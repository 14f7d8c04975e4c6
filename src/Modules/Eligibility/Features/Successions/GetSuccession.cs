using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Eligibility.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Features.Successions;

/// <summary>One succession.</summary>
internal sealed record GetSuccession(Guid Succession) : IQuery<SuccessionView>
{
    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<GetSuccession, SuccessionView>
    {
        public async Task<Result<SuccessionView>> Handle(GetSuccession request, CancellationToken cancellationToken) =>
            await db.Successions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.Succession, cancellationToken) is { } found
                ? SuccessionView.Of(found, found.Version, db.Caller)
                : PlumbingProblems.NotFound.Because("没有该接续,或不在您的管辖区域内。", "There is no such succession in the division you serve.");
    }

    /// <summary>Reads how a case goes on in others.</summary>
    internal static Task<Results<Ok<SuccessionView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetSuccession(id), cancellation).Ok();
}
