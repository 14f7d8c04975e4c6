using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Households.Domain.Reference;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Reference;

/// <summary>Divisions that stand on a day, page by page in the order of their codes.</summary>
internal sealed record FindDivisions(DivisionCode? Parent, string? Name, LocalDate? On, string? After, int Limit) : IQuery<Page<DivisionView>>
{
    private string Filter => $"divisions:{Parent}:{Name}:{On}";

    internal sealed class Validator : AbstractValidator<FindDivisions>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.Name).Plain(50).WithMessage("名称须为 1 至 50 个字符|A name has 1 to 50 characters");
            RuleFor(q => q.After).Must((q, after) => Cursor.TryReadNumber(after, q.Filter, out _)).WithMessage("游标与查询条件不符|This cursor belongs to another list");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<FindDivisions, Page<DivisionView>>
    {
        public async Task<Result<Page<DivisionView>>> Handle(FindDivisions request, CancellationToken cancellationToken)
        {
            var day = request.On ?? today.Date;
            var found = db.Divisions.AsNoTracking().Where(d => d.ValidFrom <= day && (d.ValidTo == null || d.ValidTo > day));
            if (request.Parent is { } parent)
            {
                var last = parent.Last;
                found = found.Where(d => d.Code >= parent && d.Code != parent && d.Code <= last);
            }
            if (request.Name is { } name) found = found.StartingWith(d => d.Name, name);
            if (Cursor.TryReadNumber(request.After, request.Filter, out var after) && after > 0)
            {
                var behind = DivisionCode.FromCode(after);
                found = found.Where(d => d.Code >= behind && d.Code != behind);
            }
            var rows = await found.OrderBy(d => d.Code).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return rows.ConvertAll(DivisionView.Of).Page(request.Limit, request.Filter, d => d.Code.Code);
        }
    }

    /// <summary>Lists administrative divisions.</summary>
    /// <remarks>Provinces, cities, counties; townships and villages where they have been entered. The list of 2023-06-30 is taken to hold from 1900-01-01.</remarks>
    /// <param name="parent" example="3207">Only what lies in this division.</param>
    /// <param name="name" example="海州">Only names that begin so.</param>
    /// <param name="on" example="2012-06-30">Standing on this day; today when left out.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<DivisionView>>, ProblemHttpResult>> Endpoint(
        DivisionCode? parent, string? name, QueryDate? on, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindDivisions(parent, name, on, after, limit), cancellation).Ok();
}

/// <summary>A division under one name.</summary>
/// <param name="Code" example="320706">2, 4, 6, 9 or 12 digits.</param>
/// <param name="Name" example="海州区">Its name.</param>
/// <param name="ValidFrom" example="1900-01-01">First day.</param>
/// <param name="ValidTo" example="2014-05-07">First day on which it is no longer one; null while it stands.</param>
/// <param name="PartsListed">Whether what lies in it is listed too.</param>
internal sealed record DivisionView(DivisionCode Code, string Name, LocalDate ValidFrom, LocalDate? ValidTo, bool PartsListed)
{
    public static DivisionView Of(ListedDivision division) => new(division.Code, division.Name, division.ValidFrom, division.ValidTo, division.PartsListed);
}
