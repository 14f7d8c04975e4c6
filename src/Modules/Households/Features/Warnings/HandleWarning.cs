using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Warnings;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Warnings;

/// <summary>Says what was done about a warning.</summary>
internal sealed record HandleWarning(Guid Warning, string Note) : ICommand<WarningView>, IConcern
{
    Guid IConcern.Concern => Warning;

    /// <summary>What was done.</summary>
    /// <param name="Note" example="已上门核实,协助办理银行卡">4 to 400 characters.</param>
    internal sealed record Body(string Note);

    internal sealed class Validator : AbstractValidator<HandleWarning>
    {
        public Validator() => RuleFor(c => c.Note).IsNote();
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<HandleWarning, WarningView>
    {
        public async Task<Result<WarningView>> Handle(HandleWarning request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.WarningCases.FirstOrDefaultAsync(w => w.Id == request.Warning, cancellationToken), "预警", "warning");
            if (found.Refused) return found.Error;
            var handled = found.Value.Handle(request.Note.Trim(), db.Caller.Subject, today.Date);
            return handled.Refused ? handled.Error : WarningView.Of(found.Value, found.Value.Version + 1);
        }
    }

    /// <summary>Handles a warning.</summary>
    /// <remarks>国办发〔2023〕39号. It stays open until what it warns of is gone, and then clears by itself.</remarks>
    internal static Task<Results<Ok<WarningView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new HandleWarning(id, body.Note), cancellation).Ok();
}
