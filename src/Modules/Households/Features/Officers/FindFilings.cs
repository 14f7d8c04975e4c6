using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Officers;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Officers;

/// <summary>The households on file as near relatives', page by page; never outside the caller's division.</summary>
internal sealed record FindFilings(DivisionCode? Division, HouseholdId? Household, bool? Standing, string? After, int Limit) : IQuery<Page<FilingView>>
{
    internal sealed class Validator : AbstractValidator<FindFilings>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"filings:{Division}:{Household?.Value}:{Standing}";

    internal sealed class Handler(DibaoDbContext db, Sealing sealing) : IQueryHandler<FindFilings, Page<FilingView>>
    {
        public async Task<Result<Page<FilingView>>> Handle(FindFilings request, CancellationToken cancellationToken)
        {
            var found = db.Filings.AsNoTracking();
            if (request.Division is { } division)
            {
                var last = division.Last;
                found = found.Where(f => f.Division >= division && f.Division <= last);
            }
            if (request.Household is { } household) found = found.Where(f => f.Household == household);
            if (request.Standing is { } standing) found = found.Where(f => (f.EndedOn == null) == standing);
            Cursor.TryRead(request.After, request.Filter, out var after);
            var filings = await found.After(f => f.Id, after).OrderBy(f => f.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return filings.ConvertAll(f => FilingView.Of(f, f.Version, sealing, db.Caller)).Page(request.Limit, request.Filter, f => f.Id);
        }
    }

    /// <summary>Lists the filings of near relatives.</summary>
    /// <remarks>220 Art 14; 57 Art 11: a register of its own, by place.</remarks>
    /// <param name="division" example="320706001">Only this place and what lies in it.</param>
    /// <param name="household">Only of this household.</param>
    /// <param name="standing" example="true">Only what stands, or only what was ended.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<FilingView>>, ProblemHttpResult>> Endpoint(
        DivisionCode? division, Guid? household, bool? standing, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindFilings(division, household is { } id ? new HouseholdId(id) : null, standing, after, limit), cancellation).Ok();
}

/// <summary>The filings of a household that count on a day: neither ended, nor of an officer who has left, nor of a member who has.</summary>
internal sealed class AnswerFilings(DibaoDbContext db) : IQueryHandler<GetFilings, IReadOnlyList<FilingOfRelative>>
{
    public async Task<Result<IReadOnlyList<FilingOfRelative>>> Handle(GetFilings request, CancellationToken cancellationToken)
    {
        var (household, day) = (request.Household, request.ValidAt);
        if (!await db.Households.AnyAsync(h => h.Id == household, cancellationToken)) return PaperShapes.NoHousehold();
        var members = db.Set<Member>().Where(m => m.Household == household).AsOf(day);
        return await db.Filings.AsNoTracking()
            .Where(f => f.Household == household && f.FiledOn <= day && (f.EndedOn == null || f.EndedOn > day))
            .Where(f => members.Any(m => m.Person == f.Person))
            .IgnoreQueryFilters() // officers stand under their county, which a township does not see
            .Where(f => f.Officer == null || db.Set<Officer>().Any(o => o.Id == f.Officer && o.From <= day && (o.To == null || o.To > day)))
            .OrderBy(f => f.Id).Select(f => new FilingOfRelative(f.Id, f.Person, f.FiledOn, f.Article)).ToListAsync(cancellationToken);
    }
}
