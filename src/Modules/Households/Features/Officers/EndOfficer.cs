using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Households.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dibao.Households.Features.Officers;

/// <summary>An officer leaves; households on file for him stay on record and count no more from that day on.</summary>
internal sealed record EndOfficer(Guid Officer, LocalDate On) : ICommand<OfficerView>, IConcern
{
    Guid IConcern.Concern => Officer;

    /// <summary>When he leaves.</summary>
    /// <param name="On" example="2024-03-01">First day on which he no longer serves; not after today.</param>
    internal sealed record Body(LocalDate On);

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<EndOfficer, OfficerView>
    {
        public async Task<Result<OfficerView>> Handle(EndOfficer request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.OfficerToChange(request.Officer, cancellationToken), "经办人员", "officer");
            if (found.Refused) return found.Error;
            var left = found.Value.Leave(request.On, today.Date);
            return left.Refused ? left.Error : OfficerView.Of(found.Value, found.Value.Version + 1, sealing, db.Caller);
        }
    }

    /// <summary>Enters that an officer left.</summary>
    /// <remarks>57 Art 11.</remarks>
    internal static Task<Results<Ok<OfficerView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new EndOfficer(id, body.On), cancellation).Ok();
}
