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

/// <summary>One request to another place, with the name of the head, so that the asked place knows whom to visit.</summary>
internal sealed record GetPlaceRequest(Guid Request) : IQuery<PlaceRequestToAnswer>
{
    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<GetPlaceRequest, PlaceRequestToAnswer>
    {
        public async Task<Result<PlaceRequestToAnswer>> Handle(GetPlaceRequest request, CancellationToken cancellationToken)
        {
            if (await db.PlaceRequests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == request.Request, cancellationToken) is not { } asked)
                return PlumbingProblems.NotFound.Because("没有该协助请求,或不由您所在地办理。", "There is no such request from or to the place you serve.");
            var household = (await db.HouseholdAskedAbout(asked.Household, cancellationToken))!;
            var head = household.Members.Where(m => m.HoldsOn(today.Date)).OrderBy(m => m.Relationship).FirstOrDefault();
            var name = head is null ? null : MemberView.Of(MemberRow.Of(head), today.Date, db.Caller).Name;
            return new PlaceRequestToAnswer(PlaceRequestView.Of(asked, today.Date, asked.Version), name, household.Residence);
        }
    }

    /// <summary>Reads a request to or from another place.</summary>
    /// <remarks>57 Art 5. Beside what is asked it tells the name of the head and where the household lives, and nothing else of it.</remarks>
    /// <param name="id" example="01980000-0000-7000-8000-000000000001">The request.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<PlaceRequestToAnswer>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetPlaceRequest(id), cancellation).Ok();
}

/// <summary>A request as the asked place needs it.</summary>
/// <param name="Request">The request.</param>
/// <param name="HeadName" example="王建国">Name of the head; null when nobody of the household is left.</param>
/// <param name="Residence" example="320707102003">Village or community where the household lives.</param>
internal sealed record PlaceRequestToAnswer(PlaceRequestView Request, string? HeadName, DivisionCode Residence) : IVersioned
{
    long IVersioned.Version => Request.Version;
}
