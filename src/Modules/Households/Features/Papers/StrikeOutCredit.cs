using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Papers;

/// <summary>Strikes an entry of the credit record out: it counts no more, and stays on record.</summary>
internal sealed record StrikeOutCredit(HouseholdId Household, Guid Entry, string Reason) : ICommand<CreditEntryView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>Why it counts no more.</summary>
    /// <param name="Reason" example="entered for the wrong member">4 to 200 characters.</param>
    internal sealed record Body(string Reason);

    internal sealed class Validator : AbstractValidator<StrikeOutCredit>
    {
        public Validator() => RuleFor(c => c.Reason).IsReason();
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<StrikeOutCredit, CreditEntryView>
    {
        public async Task<Result<CreditEntryView>> Handle(StrikeOutCredit request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(
                db.CreditEntries.FirstOrDefaultAsync(e => e.Id == request.Entry && e.Household == request.Household, cancellationToken), "信用记录", "credit entry");
            if (found.Refused) return found.Error;
            var struck = found.Value.StrikeOut(request.Reason.Trim(), db.Caller.Subject, today.Now);
            return struck.Refused ? struck.Error : CreditEntryView.Of(found.Value, found.Value.Version + 1);
        }
    }

    /// <summary>Strikes an entry of the credit record out.</summary>
    /// <remarks>83 V(5). The record is a log: nothing is removed from it.</remarks>
    internal static Task<Results<Ok<CreditEntryView>, ProblemHttpResult>> Endpoint(Guid id, Guid entry, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new StrikeOutCredit(new(id), entry, body.Reason), cancellation).Ok();
}
