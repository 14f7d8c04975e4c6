using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Households.Domain.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dibao.Households.Features.Reference;

/// <summary>The codes of the field with their labels.</summary>
internal sealed record GetCodes(string? Table) : IQuery<CodesView>
{
    internal sealed class Handler : IQueryHandler<GetCodes, CodesView>
    {
        public Task<Result<CodesView>> Handle(GetCodes request, CancellationToken cancellationToken) => Task.FromResult(Answer(request.Table));

        private static Result<CodesView> Answer(string? table)
        {
            var tables = Code.All.Select(c => c.Table).Distinct().ToList();
            if (table is not null && !tables.Contains(table))
                return PlumbingProblems.InvalidRequest.Because($"没有该代码表;可用:{string.Join("、", tables)}。", $"There is no such table; known here: {string.Join(", ", tables)}.");
            return new CodesView(tables, [.. Code.All.Where(c => table is null || c.Table == table)]);
        }
    }

    /// <summary>Lists codes with labels in Chinese and English.</summary>
    /// <remarks>Codes by GB/T standards, by the county's monthly report, or assumed where no source settles them: the code says which.</remarks>
    /// <param name="table" example="marital_status">Only this table.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<CodesView>, ProblemHttpResult>> Endpoint(string? table, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetCodes(table), cancellation).Ok();
}

/// <summary>Codes.</summary>
/// <param name="Tables">Every table there is.</param>
/// <param name="Codes">The codes asked for, table by table.</param>
internal sealed record CodesView(IReadOnlyList<string> Tables, IReadOnlyList<Code> Codes);
