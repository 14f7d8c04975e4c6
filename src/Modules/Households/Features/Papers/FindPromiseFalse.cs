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

/// <summary>Finds that a promise in place of a certificate was false: the certificate is asked again, and the credit record says so.</summary>
internal sealed record FindPromiseFalse(HouseholdId Household, Guid Declaration, LocalDate FoundOn, string Note) : ICommand<CreditEntryView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>The finding.</summary>
    /// <param name="FoundOn" example="2023-06-01">When it was found; not before the signing, not after today.</param>
    /// <param name="Note" example="the employer's wage list says otherwise">4 to 400 characters.</param>
    internal sealed record Body(LocalDate FoundOn, string Note);

    internal sealed class Validator : AbstractValidator<FindPromiseFalse>
    {
        public Validator() => RuleFor(c => c.Note).IsNote();
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<FindPromiseFalse, CreditEntryView>
    {
        public async Task<Result<CreditEntryView>> Handle(FindPromiseFalse request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(
                db.Declarations.FirstOrDefaultAsync(d => d.Id == request.Declaration && d.Household == request.Household, cancellationToken), "声明", "declaration");
            if (found.Refused) return found.Error;
            var entry = found.Value.FindFalse(request.FoundOn, request.Note.Trim(), db.Caller.Subject, today.Date, today.Now);
            if (entry.Refused) return entry.Error;
            db.Add(entry.Value);
            return CreditEntryView.Of(entry.Value, entry.Value.Version + 1);
        }
    }

    /// <summary>Records that a promise was false.</summary>
    /// <remarks>83 I(2) and V(5): the promise stands in for nothing any more, and an entry is made in the credit record of whoever signed it.</remarks>
    internal static Task<Results<Created<CreditEntryView>, ProblemHttpResult>> Endpoint(
        Guid id, Guid declaration, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new FindPromiseFalse(new(id), declaration, body.FoundOn, body.Note), cancellation).Created(e => $"/api/v1/households/{e.Household.Value}/credit-entries");
}
