using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Payees;

/// <summary>Proposes another account for a household; a second person answers, and until then the old one is paid.</summary>
internal sealed record ProposePayeeChange(HouseholdId Household, PayeeAccountBody Payee, Guid? ProofPaper, string? ProofText) : ICommand<PayeeChangeView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>Another account and what proves the change.</summary>
    /// <param name="Payee">The account.</param>
    /// <param name="ProofPaper" example="01980000-0000-7000-8000-000000000002">A paper on this household's file.</param>
    /// <param name="ProofText" example="passbook and identity card shown at the counter">What proves it, 4 to 200 characters; needed without a paper.</param>
    internal sealed record Body(PayeeAccountBody Payee, Guid? ProofPaper = null, string? ProofText = null);

    internal sealed class Validator : AbstractValidator<ProposePayeeChange>
    {
        public Validator()
        {
            RuleFor(c => c.Payee).SetValidator(new PayeeAccountBody.Validator());
            RuleFor(c => c.ProofText).Plain(200, 4).WithMessage("证明说明须为 4 至 200 个字符|What proves it has 4 to 200 characters");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<ProposePayeeChange, PayeeChangeView>
    {
        public async Task<Result<PayeeChangeView>> Handle(ProposePayeeChange request, CancellationToken cancellationToken)
        {
            var household = await db.HouseholdToRead(request.Household, cancellationToken);
            if (household is null) return PaperShapes.NoHousehold();
            var payee = request.Payee;
            if (await db.NotOnFile(request.Household, [payee.Ground?.Paper, request.ProofPaper], cancellationToken) is { } missing) return missing;
            var proposed = PayeeChange.Propose(
                household, payee.Named(sealing), payee.From ?? today.Date, payee.To, new(request.ProofPaper, request.ProofText?.Trim()), db.Caller.Subject, today.Date);
            if (proposed.Refused) return proposed.Error;
            if (await db.PayeeChanges.AnyAsync(c => c.OpenFor == request.Household, cancellationToken))
                return PayeeErrors.Waiting.Because("本户已有待确认的变更,请先确认或者退回。", "A change of this household's payee is waiting: have it confirmed or refused first.");
            db.Add(proposed.Value);
            return PayeeChangeView.Of(proposed.Value, proposed.Value.Version + 1);
        }
    }

    /// <summary>Proposes another payee account.</summary>
    /// <remarks>57 Art 25 and 26. Somebody else confirms or refuses it; money goes to the old account until then.</remarks>
    internal static Task<Results<Created<PayeeChangeView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ProposePayeeChange(new(id), body.Payee, body.ProofPaper, body.ProofText), cancellation).Created(_ => "/api/v1/payee-changes");
}

/// <summary>A proposed change of a payee; numbers are masked.</summary>
/// <param name="Id">The change.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Household">The household.</param>
/// <param name="Division" example="320706001001">Village or community of registration.</param>
/// <param name="State" example="waiting">Where it stands.</param>
/// <param name="Kind" example="head">Who would hold the account.</param>
/// <param name="Holder">The holder, where he is a member.</param>
/// <param name="HolderName" example="王建国">Name in which the account stands.</param>
/// <param name="MaskedHolderNumber" example="110***************">Number of a guardian who is no member.</param>
/// <param name="Ward">The member whose guardian the holder is.</param>
/// <param name="Bank" example="农村商业银行">Bank.</param>
/// <param name="MaskedNumber" example="***************0012">Last four digits of the account.</param>
/// <param name="Ground">On what somebody else holds it.</param>
/// <param name="Warnings">What should be looked at again.</param>
/// <param name="From">First day proposed; paid from the day of confirmation when that is later.</param>
/// <param name="To">First day on which it is no longer paid into.</param>
/// <param name="ProofPaper" example="01980000-0000-7000-8000-000000000002">Paper that proves it.</param>
/// <param name="ProofText" example="passbook and identity card shown at the counter">What proves it.</param>
/// <param name="ProposedOn">When it was proposed.</param>
/// <param name="ProposedBy" example="demo-village-assistant">Who proposed it.</param>
/// <param name="AnsweredOn">When it was answered.</param>
/// <param name="AnsweredBy" example="demo-township-leader">Who answered it.</param>
/// <param name="Reason" example="the passbook is another person's">Why it was refused.</param>
internal sealed record PayeeChangeView(
    Guid Id, long Version, HouseholdId Household, DivisionCode Division, PayeeChangeState State, HolderKind Kind, PersonId? Holder, string HolderName, string? MaskedHolderNumber,
    PersonId? Ward, string Bank, string MaskedNumber, GroundView? Ground, IReadOnlyList<PayeeWarning> Warnings, LocalDate From, LocalDate? To, Guid? ProofPaper, string? ProofText,
    LocalDate ProposedOn, string ProposedBy, LocalDate? AnsweredOn, string? AnsweredBy, string? Reason) : IVersioned, IConcern
{
    Guid IConcern.Concern => Household.Value;

    public static PayeeChangeView Of(PayeeChange c, long saved) => new(
        c.Id, saved, c.Household, c.Division, c.State, c.Terms.Kind, c.Terms.Holder, c.Terms.HolderName, c.Terms.MaskedHolderNumber, c.Terms.Ward, c.Terms.Bank, c.Terms.MaskedNumber,
        GroundView.Of(c.Terms.GroundPaper, c.Terms.GroundNumber, c.Terms.GroundSignedOn, c.Terms.GroundParties), PayeeWarning.Of(c.Terms.FailsCheckDigit),
        c.From, c.To, c.ProofPaper, c.ProofText, c.ProposedOn, c.ProposedBy, c.AnsweredOn, c.AnsweredBy, c.Reason);
}
