using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Changes;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Transfers;

/// <summary>Takes a household over from another county; it gets a file number here and keeps the old one on record.</summary>
internal sealed record AcceptTransfer(Guid Transfer, Month FirstMonth, DivisionCode? Residence) : ICommand<TransferView>, IConcern
{
    Guid IConcern.Concern => Transfer;

    /// <summary>Consent to the months.</summary>
    /// <param name="FirstMonth" example="2024-04">First month that this county pays: the one after the last of the old, also where nothing is drawn.</param>
    /// <param name="Residence" example="320707102003">Village or community where it lives, 12 digits; null when it lives where it is registered now.</param>
    internal sealed record Body(Month FirstMonth, DivisionCode? Residence = null);

    internal sealed class Validator : AbstractValidator<AcceptTransfer>
    {
        public Validator() => RuleFor(c => c.Residence).Digits(12)
            .WithMessage("居住地须为 12 位村(社区)代码|The residence is a village or community: 12 digits");
    }

    internal sealed class Handler(DibaoDbContext db, Today today, IMediator mediator) : ICommandHandler<AcceptTransfer, TransferView>
    {
        public async Task<Result<TransferView>> Handle(AcceptTransfer request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.TransferToChange(request.Transfer, cancellationToken), "迁移", "transfer");
            if (found.Refused) return found.Error;
            var transfer = found.Value;
            if (!db.Caller.Serves(transfer.To)) return PlumbingProblems.OutsideDivision.Because("由迁入地县级确认。", "The county where it will be registered accepts.");
            if (transfer.NotAcceptable(request.FirstMonth, today.Month) is { } early) return early;
            if (request.Residence is { } place && await db.WrongPlace([place], today.Date, cancellationToken) is { } wrong) return wrong;
            // Until now the household is the other county's: it is not seen from here.
            var household = await db.Households.IgnoreQueryFilters().Include(h => h.Members).FirstAsync(h => h.Id == transfer.Household, cancellationToken);
            if (await mediator.StaysForNow(household, cancellationToken) is { } stays) return stays;
            var number = await db.NextFileNumber(transfer.To.County, today.Date, cancellationToken);
            household.ComeUnder(transfer.To, request.Residence ?? transfer.To, number, transfer.LastMonth, today.Date);
            transfer.Accept(number, db.Caller.Subject, today.Date);
            await db.MoveFile(household, cancellationToken);
            await db.FileRelatives(household, [.. household.Members.Where(m => m.HoldsOn(today.Date)).Select(m => m.Person).Distinct()], today, cancellationToken);
            return TransferView.Of(transfer, transfer.Version + 1);
        }
    }

    /// <summary>Accepts a household from another county.</summary>
    /// <remarks>57 Art 5 and 30. Its case goes on in a linked one once it is assessed by this county's figures and confirmed; the old county pays through its last month.</remarks>
    internal static Task<Results<Ok<TransferView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new AcceptTransfer(id, body.FirstMonth, body.Residence), cancellation).Ok();
}
