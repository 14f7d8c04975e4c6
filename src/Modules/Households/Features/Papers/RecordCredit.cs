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

/// <summary>Puts on record what stands to a member's credit or discredit.</summary>
internal sealed record RecordCredit(HouseholdId Household, PersonId Person, CreditKind Kind, LocalDate On, string Article, string Note) : ICommand<CreditEntryView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>An entry.</summary>
    /// <param name="Person">The member.</param>
    /// <param name="Kind">What happened.</param>
    /// <param name="On" example="2023-03-01">When; not after today.</param>
    /// <param name="Article" example="83 V(5)">What the entry stands on, 1 to 100 characters.</param>
    /// <param name="Note" example="reported a new job of his own accord">4 to 400 characters.</param>
    internal sealed record Body(PersonId Person, CreditKind Kind, LocalDate On, string Article, string Note);

    internal sealed class Validator : AbstractValidator<RecordCredit>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.Article).Plain(100).WithMessage("依据须为 1 至 100 个字符|An article has 1 to 100 characters");
            RuleFor(c => c.Note).IsNote();
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<RecordCredit, CreditEntryView>
    {
        public async Task<Result<CreditEntryView>> Handle(RecordCredit request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToRead(request.Household, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            var household = found.Value;
            if (!household.Members.Any(m => m.Person == request.Person)) return HouseholdErrors.NotMember.Plain();
            var entry = CreditEntry.Record(
                household.Id, household.Division, household.Agent, new(request.Person, request.Kind, request.On, request.Article.Trim(), request.Note.Trim()),
                db.Caller.Subject, today.Date, today.Now);
            if (entry.Refused) return entry.Error;
            db.Add(entry.Value);
            return CreditEntryView.Of(entry.Value, entry.Value.Version + 1);
        }
    }

    /// <summary>Makes an entry in the credit record.</summary>
    /// <remarks>83 V(5): honest declaration is encouraged; concealment and false papers are put on record. Entries are struck out, never removed.</remarks>
    internal static Task<Results<Created<CreditEntryView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new RecordCredit(new(id), body.Person, body.Kind, body.On, body.Article, body.Note), cancellation)
            .Created(e => $"/api/v1/households/{e.Household.Value}/credit-entries");
}

/// <summary>An entry of the credit record.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Household">The household.</param>
/// <param name="Person">The member.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Good" example="true">Whether it speaks for the member.</param>
/// <param name="On">When it happened.</param>
/// <param name="Article" example="83 V(5)">What it stands on.</param>
/// <param name="Note" example="reported a new job of his own accord">What there is to say.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="RecordedBy" example="demo-township-officer">Who recorded it.</param>
/// <param name="StruckOutAt">When it was struck out; null while it stands.</param>
/// <param name="StruckOutBy" example="demo-county-officer">Who struck it out.</param>
/// <param name="StrikingReason" example="entered for the wrong member">Why.</param>
internal sealed record CreditEntryView(
    Guid Id, long Version, HouseholdId Household, PersonId Person, CreditKind Kind, bool Good, LocalDate On, string Article, string Note, Instant RecordedAt, string RecordedBy,
    Instant? StruckOutAt, string? StruckOutBy, string? StrikingReason) : IVersioned, IConcern
{
    Guid IConcern.Concern => Household.Value;

    public static CreditEntryView Of(CreditEntry e, long saved) => new(
        e.Id, saved, e.Household, e.Person, e.Kind, CreditEntry.IsGood(e.Kind), e.On, e.Article, e.Note, e.RecordedAt, e.RecordedBy, e.StruckOutAt, e.StruckOutBy, e.StrikingReason);
}
