using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

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
