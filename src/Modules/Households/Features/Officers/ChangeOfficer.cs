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

/// <summary>Enters a relative of an officer; the household in which he lives is filed at once.</summary>
internal sealed record AddOfficerKin(Guid Officer, KinBody Kin) : ICommand<OfficerView>, IConcern
{
    Guid IConcern.Concern => Officer;

    internal sealed class Validator : AbstractValidator<AddOfficerKin>
    {
        public Validator() => RuleFor(c => c.Kin).SetValidator(new KinBody.Validator()).OverridePropertyName("");
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<AddOfficerKin, OfficerView>
    {
        public async Task<Result<OfficerView>> Handle(AddOfficerKin request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.OfficerToChange(request.Officer, cancellationToken), "经办人员", "officer");
            if (found.Refused) return found.Error;
            var related = found.Value.Relate(request.Kin.Sealed(sealing, found.Value.From), today.Date, today.Now);
            if (related.Refused) return related.Error;
            await db.FileHouseholdsOf(found.Value, [related.Value], today, cancellationToken);
            return OfficerView.Of(found.Value, found.Value.Version + 1, sealing, db.Caller);
        }
    }

    /// <summary>Adds a relative of an officer.</summary>
    /// <remarks>220 Art 14; 57 Art 11.</remarks>
    internal static Task<Results<Created<OfficerView>, ProblemHttpResult>> Endpoint(Guid id, KinBody body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new AddOfficerKin(id, body), cancellation).Created(_ => "/api/v1/officers");
}

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
