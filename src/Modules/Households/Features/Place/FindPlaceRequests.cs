using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Place;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Place;

/// <summary>Requests between places, page by page: those from and those to the place the caller serves.</summary>
internal sealed record FindPlaceRequests(PlaceRequestSide? Side, PlaceRequestState? State, HouseholdId? Household, string? After, int Limit) : IQuery<Page<PlaceRequestView>>
{
    internal sealed class Validator : AbstractValidator<FindPlaceRequests>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"place-requests:{Side}:{State}:{Household?.Value}";

    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<FindPlaceRequests, Page<PlaceRequestView>>
    {
        public async Task<Result<Page<PlaceRequestView>>> Handle(FindPlaceRequests request, CancellationToken cancellationToken)
        {
            var (day, first, last) = (today.Date, db.Caller.Division, db.Caller.Division.Last);
            var found = db.PlaceRequests.AsNoTracking();
            if (request.Household is { } household) found = found.Where(r => r.Household == household);
            found = request.Side switch
            {
                PlaceRequestSide.Asking => found.Where(r => r.Division >= first && r.Division <= last),
                PlaceRequestSide.Asked => found.Where(r => r.OtherDivision >= first && r.OtherDivision <= last),
                _ => found,
            };
            found = request.State switch
            {
                PlaceRequestState.Open => found.Where(r => r.AnsweredOn == null && r.WithdrawnOn == null && r.DueOn >= day),
                PlaceRequestState.Overdue => found.Where(r => r.AnsweredOn == null && r.WithdrawnOn == null && r.DueOn < day),
                PlaceRequestState.Answered => found.Where(r => r.AnsweredOn != null),
                PlaceRequestState.Withdrawn => found.Where(r => r.WithdrawnOn != null),
                _ => found,
            };
            Cursor.TryRead(request.After, request.Filter, out var after);
            var requests = await found.After(r => r.Id, after).OrderBy(r => r.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            return requests.ConvertAll(r => PlaceRequestView.Of(r, day, r.Version)).Page(request.Limit, request.Filter, r => r.Id);
        }
    }

    /// <summary>Lists requests between places.</summary>
    /// <remarks>57 Art 5. A third place sees none of them.</remarks>
    /// <param name="side" example="asked">Only those to the caller's place, or only those from it.</param>
    /// <param name="state" example="overdue">Only in this state today.</param>
    /// <param name="household" example="01980000-0000-7000-8000-000000000001">Only about this household.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<PlaceRequestView>>, ProblemHttpResult>> Endpoint(
        QueryCode<PlaceRequestSide>? side, QueryCode<PlaceRequestState>? state, Guid? household, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindPlaceRequests(side?.Value, state?.Value, household is { } h ? new HouseholdId(h) : null, after, limit), cancellation).Ok();
}

/// <summary>The side of a request.</summary>
internal enum PlaceRequestSide
{
    /// <summary>It comes from the caller's place.</summary>
    Asking,

    /// <summary>It goes to the caller's place.</summary>
    Asked,
}
