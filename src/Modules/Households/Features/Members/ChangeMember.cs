using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Changes;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dibao.Households.Features.Members;

/// <summary>Says of a member what is so from a day on; earlier days keep what was said of them.</summary>
internal sealed record ChangeMember(HouseholdId Household, PersonId Person, ChangeMember.Body Change) : ICommand<HouseholdView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>What is so of a member.</summary>
    /// <param name="From" example="2024-03-01">First day; not after today, and within the membership.</param>
    /// <param name="Name" example="王秀英">Name, 1 to 50 characters.</param>
    /// <param name="Relationship">Relationship to the head, GB/T 4761.</param>
    /// <param name="Labour" example="lost">Labour capacity.</param>
    /// <param name="Registered" example="320707102003">Where he is registered himself, when that is not the household's registration.</param>
    /// <param name="Standing">Whether he lives with the household.</param>
    /// <param name="StandingSince" example="null">First day of living apart, such as 2021-03-01.</param>
    /// <param name="Attributes">What else is known of him.</param>
    /// <param name="Health">What is known of his health.</param>
    internal sealed record Body(
        LocalDate From, string Name, Relationship Relationship, LabourCapacity Labour, DivisionCode? Registered = null,
        Standing Standing = Standing.CoLiving, LocalDate? StandingSince = null, AttributesBody? Attributes = null, HealthBody? Health = null)
    {
        public MemberParticulars Particulars() =>
            new(Relationship, Labour, Registered, Standing, StandingSince, Attributes?.Said() ?? Domain.Members.Attributes.Unknown, Health?.Said() ?? Domain.Members.Health.Unknown);
    }

    internal sealed class Validator : AbstractValidator<ChangeMember>
    {
        public Validator()
        {
            RuleFor(c => c.Change.Name).Plain(50).OverridePropertyName("name").WithMessage("姓名须为 1 至 50 个可见字符|A name has 1 to 50 visible characters");
            RuleFor(c => c.Change.Registered).Digits(12).OverridePropertyName("registered")
                .WithMessage("户籍地须为 12 位村(社区)代码|The registered division is a village or community: 12 digits");
            RuleFor(c => c.Change.Attributes!).SetValidator(new AttributesBody.Validator()).OverridePropertyName("attributes").When(c => c.Change.Attributes is not null);
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<ChangeMember, HouseholdView>
    {
        public async Task<Result<HouseholdView>> Handle(ChangeMember request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            var change = request.Change;
            if (change.Registered is { } place && await db.WrongPlace([place], today.Date, cancellationToken) is { } wrong) return wrong;
            var before = found.Value.Members.FirstOrDefault(m => m.Person == request.Person && m.HoldsOn(change.From))?.Particulars;
            var changed = found.Value.ChangeMember(request.Person, change.Name.Trim(), change.Particulars(), change.From, today.Date, today.Now);
            if (changed.Refused) return changed.Error;
            if (found.Value.Case == CaseStanding.Draws && before is not null)
                foreach (var kind in Differences.Of(before, changed.Value.Particulars)) db.Tell(found.Value, kind, request.Person, change.From, "", today);
            return HouseholdView.Of(found.Value, today.Date, found.Value.Version + 1, db.Caller);
        }
    }

    /// <summary>Changes what is known of a member.</summary>
    /// <remarks>
    /// 57 Art 30: changes are told at once. Where the household draws, another standing, employment, education or graduation is kept as a change that
    /// was told, happened on the day given. Days after that day follow it. Send all that is so, as GET /households/{id} shows it to you (whoever may change
    /// a member sees names and health unmasked): what is left out is no longer known of him. Send If-Match with the ETag of the household.
    /// </remarks>
    internal static Task<Results<Ok<HouseholdView>, ProblemHttpResult>> Endpoint(Guid id, Guid person, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ChangeMember(new(id), new(person), body), cancellation).Ok();
}
