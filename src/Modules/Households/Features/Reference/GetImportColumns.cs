using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Households.Domain.Imports;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dibao.Households.Features.Reference;

/// <summary>How the columns of an import are headed and filled in, and how much it may be.</summary>
internal sealed record GetImportColumns : IQuery<ImportColumnsView>
{
    internal sealed class Handler : IQueryHandler<GetImportColumns, ImportColumnsView>
    {
        public Task<Result<ImportColumnsView>> Handle(GetImportColumns request, CancellationToken cancellationToken) =>
            Task.FromResult<Result<ImportColumnsView>>(new ImportColumnsView(ImportColumn.All, ImportValues.Words, ImportLimits.All));
    }

    /// <summary>Lists the columns and limits of imports.</summary>
    /// <remarks>
    /// For a template to be filled in. A file of families and one of persons each take the columns of theirs; a single CSV takes both, a person a row.
    /// No source settles the headings: they are assumed, and several are taken for one column.
    /// </remarks>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<ImportColumnsView>, ProblemHttpResult>> Endpoint(IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetImportColumns(), cancellation).Ok();
}

/// <summary>Columns, words and limits of imports.</summary>
/// <param name="Columns">The columns, family first.</param>
/// <param name="Words">What cells may say for a code beside what GET /reference/codes lists.</param>
/// <param name="Limits">How much an import may be.</param>
internal sealed record ImportColumnsView(IReadOnlyList<ImportColumn> Columns, IReadOnlyList<ImportWord> Words, IReadOnlyList<ImportLimit> Limits);
