using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Households.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dibao.Households.Features.Officers;

/// <summary>Ends a kinship from a day on; what was filed while it lasted stays on file until it is ended.</summary>
internal sealed record EndOfficerKin(Guid Officer, Guid Kin, LocalDate On) : ICommand<OfficerView>, IConcern
{
    Guid IConcern.Concern => Officer;

    /// <summary>Since when he is no relative any more.</summary>
    /// <param name="On" example="2024-03-01">First day on which he is none; not after today.</param>
    internal sealed record Body(LocalDate On);

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<EndOfficerKin, OfficerView>
    {
        public async Task<Result<OfficerView>> Handle(EndOfficerKin request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.OfficerToChange(request.Officer, cancellationToken), "经办人员", "officer");
            if (found.Refused) return found.Error;
            var ended = found.Value.EndKin(request.Kin, request.On, today.Date, today.Now);
            return ended.Refused ? ended.Error : OfficerView.Of(found.Value, found.Value.Version + 1, sealing, db.Caller);
        }
    }

    /// <summary>Ends a kinship.</summary>
    /// <remarks>57 Art 11; as a marriage ends by divorce.</remarks>
    /// <param name="id" example="01980000-0000-7000-8000-000000000001">The officer.</param>
    /// <param name="kin" example="01980000-0000-7000-8000-000000000002">The relative.</param>
    /// <param name="body"></param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<OfficerView>, ProblemHttpResult>> Endpoint(Guid id, Guid kin, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new EndOfficerKin(id, kin, body.On), cancellation).Ok();
}
