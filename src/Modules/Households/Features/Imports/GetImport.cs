using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Households.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Imports;

/// <summary>How far an import has come.</summary>
internal sealed record GetImport(Guid Import) : IQuery<ImportView>
{
    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<GetImport, ImportView>
    {
        public async Task<Result<ImportView>> Handle(GetImport request, CancellationToken cancellationToken) =>
            await db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == request.Import, cancellationToken) is { } import ? ImportView.Of(import) : PlumbingProblems.NotFound.Plain();
    }

    /// <summary>Reads how far an import of live cases has come.</summary>
    internal static Task<Results<Ok<ImportView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetImport(id), cancellation).Ok();
}
