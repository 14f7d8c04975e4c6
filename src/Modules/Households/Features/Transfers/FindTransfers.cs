using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain.Changes;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Transfers;

/// <summary>Transfers from and to the caller's division, page by page.</summary>
internal sealed record FindTransfers(HouseholdId? Household, TransferState? State, string? After, int Limit) : IQuery<Page<TransferView>>
{
    internal sealed class Validator : AbstractValidator<FindTransfers>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"transfers:{Household}:{State}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindTransfers, Page<TransferView>>
    {
        public async Task<Result<Page<TransferView>>> Handle(FindTransfers request, CancellationToken cancellationToken)
        {
            var found = db.TransfersSeen().AsNoTracking();
            if (request.Household is { } household) found = found.Where(t => t.Household == household);
            if (request.State is { } state) found = found.Where(t => t.State == state);
            Cursor.TryRead(request.After, request.Filter, out var after);
            var transfers = await found.After(t => t.Id, after).OrderBy(t => t.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return transfers.ConvertAll(t => TransferView.Of(t, t.Version)).Page(request.Limit, request.Filter, t => t.Id);
        }
    }

    /// <summary>Lists the transfers from and to the caller's division.</summary>
    /// <remarks>57 Art 5 and 30.</remarks>
    /// <param name="household" example="01980000-0000-7000-8000-000000000001">Only those of this household.</param>
    /// <param name="state" example="offered">Only those that stand there.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<TransferView>>, ProblemHttpResult>> Endpoint(
        Guid? household, QueryCode<TransferState>? state, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindTransfers(household is { } one ? new HouseholdId(one) : null, state, after, limit), cancellation).Ok();
}
