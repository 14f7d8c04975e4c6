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

/// <summary>One discovery.</summary>
internal sealed record GetDiscovery(Guid Discovery) : IQuery<DiscoveryView>
{
    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : IQueryHandler<GetDiscovery, DiscoveryView>
    {
        public async Task<Result<DiscoveryView>> Handle(GetDiscovery request, CancellationToken cancellationToken) =>
            await db.Discoveries.AsNoTracking().FirstOrDefaultAsync(d => d.Id == request.Discovery, cancellationToken) is { } found
                ? DiscoveryView.Of(found, today.Date, found.Version, db.Caller, sealing)
                : PlumbingProblems.NotFound.Because("没有该主动发现记录,或不在您的管辖区域内。", "There is no such discovery in the division you serve.");
    }

    /// <summary>Reads a discovery.</summary>
    /// <param name="id" example="01980000-0000-7000-8000-000000000001">The record.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<DiscoveryView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetDiscovery(id), cancellation).Ok();
}
