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

/// <summary>The officers of a county, page by page.</summary>
internal sealed record FindOfficers(DivisionCode? Office, bool? Serving, string? After, int Limit) : IQuery<Page<OfficerView>>
{
    internal sealed class Validator : AbstractValidator<FindOfficers>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"officers:{Office}:{Serving}";

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : IQueryHandler<FindOfficers, Page<OfficerView>>
    {
        public async Task<Result<Page<OfficerView>>> Handle(FindOfficers request, CancellationToken cancellationToken)
        {
            var found = db.Officers.AsNoTracking().Include(o => o.Kin.Where(k => k.Superseded == null)).AsQueryable();
            if (request.Office is { } office)
            {
                var last = office.Last;
                found = found.Where(o => o.Office >= office && o.Office <= last);
            }
            if (request.Serving is { } serving) found = found.Where(o => (o.From <= today.Date && (o.To == null || o.To > today.Date)) == serving);
            Cursor.TryRead(request.After, request.Filter, out var after);
            var officers = await found.After(o => o.Id, after).OrderBy(o => o.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return officers.ConvertAll(o => OfficerView.Of(o, o.Version, sealing, db.Caller)).Page(request.Limit, request.Filter, o => o.Id);
        }
    }

    /// <summary>Lists the officers of the county with their near relatives.</summary>
    /// <remarks>220 Art 14; 57 Art 11. Numbers are masked, names unless the caller may see more.</remarks>
    /// <param name="office" example="320706001">Only those who serve in this place or what lies in it.</param>
    /// <param name="serving" example="true">Only those who serve today, or only those who do not.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<OfficerView>>, ProblemHttpResult>> Endpoint(
        DivisionCode? office, bool? serving, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindOfficers(office, serving, after, limit), cancellation).Ok();
}
