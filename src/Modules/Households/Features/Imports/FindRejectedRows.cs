using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Households.Domain.Imports;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Imports;

/// <summary>The rows of an import that were refused, page by page, with their reasons and without what they say.</summary>
internal sealed record FindRejectedRows(Guid Import, string? After, int Limit) : IQuery<Page<RejectedRowView>>
{
    internal sealed class Validator : AbstractValidator<FindRejectedRows>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryReadNumber(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"import-rejected:{Import}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindRejectedRows, Page<RejectedRowView>>
    {
        public async Task<Result<Page<RejectedRowView>>> Handle(FindRejectedRows request, CancellationToken cancellationToken)
        {
            if (!await db.Imports.AnyAsync(i => i.Id == request.Import, cancellationToken)) return PlumbingProblems.NotFound.Plain();
            Cursor.TryReadNumber(request.After, request.Filter, out var after);
            var rows = await db.Set<RejectedRow>().AsNoTracking().Where(r => r.Import == request.Import && r.Number > after).OrderBy(r => r.Number).Take(request.Limit + 1)
                .Select(r => new RejectedRowView(r.Number, r.Sheet, r.Row, r.Code, r.ReasonZh, r.ReasonEn)).ToListAsync(cancellationToken);
            return rows.Page(request.Limit, request.Filter, r => r.Number);
        }
    }

    /// <summary>Lists the refused rows of an import, each with its reason.</summary>
    /// <remarks>A household is refused as a whole: each of its rows bears the reason. What the rows say stands in the file, /rejected/file.</remarks>
    /// <param name="id">The import.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<RejectedRowView>>, ProblemHttpResult>> Endpoint(
        Guid id, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindRejectedRows(id, after, limit), cancellation).Ok();
}
