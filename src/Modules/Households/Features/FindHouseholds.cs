using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features;

/// <summary>The households of a place, page by page; never outside the caller's division.</summary>
internal sealed record FindHouseholds(DivisionCode? Division, string? FileNumber, string? After, int Limit) : IQuery<Page<FoundHousehold>>
{
    internal sealed class Validator : AbstractValidator<FindHouseholds>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage("游标与查询条件不符|This cursor belongs to another list");
        }
    }

    private string Filter => $"households:{Division}:{FileNumber}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindHouseholds, Page<FoundHousehold>>
    {
        public async Task<Result<Page<FoundHousehold>>> Handle(FindHouseholds request, CancellationToken cancellationToken)
        {
            var found = db.Households.AsNoTracking();
            if (request.Division is { } division)
            {
                var last = division.Last;
                found = found.Where(h => h.Division >= division && h.Division <= last);
            }
            if (request.FileNumber is not null) found = found.Where(h => h.FileNumber == request.FileNumber);
            Cursor.TryRead(request.After, request.Filter, out var after);
            var items = await found.After(h => h.Id, after).OrderBy(h => h.Id).Take(request.Limit + 1)
                .Select(h => new FoundHousehold(h.Id, h.FileNumber, h.Division, h.Hukou, h.RegisteredOn)).ToListAsync(cancellationToken);
            return items.Page(request.Limit, request.Filter, h => h.Id.Value);
        }
    }

    /// <summary>Lists households.</summary>
    /// <param name="division" example="320706001">Only this place and what lies in it.</param>
    /// <param name="fileNumber" example="320706-2012-000123">Only this file.</param>
    /// <param name="after">Cursor of the page before.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<FoundHousehold>>, ProblemHttpResult>> Endpoint(
        DivisionCode? division, string? fileNumber, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindHouseholds(division, fileNumber, after, limit), cancellation).Ok();
}

/// <summary>A household in a list.</summary>
internal sealed record FoundHousehold(HouseholdId Id, string FileNumber, DivisionCode Division, HukouKind Hukou, LocalDate RegisteredOn);
