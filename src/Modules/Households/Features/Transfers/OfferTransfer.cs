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

/// <summary>Offers a household to the county where it will be registered.</summary>
internal sealed record OfferTransfer(HouseholdId Household, DivisionCode To, Month LastMonth, string Note) : ICommand<TransferView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>An offer.</summary>
    /// <param name="To" example="320707102003">Village or community of another county.</param>
    /// <param name="LastMonth" example="2024-03">Last month that this county pays; not before this month, at most two months ahead. Of a household that draws nothing the month in which it leaves.</param>
    /// <param name="Note" example="registered with the daughter's family">4 to 400 characters.</param>
    internal sealed record Body(DivisionCode To, Month LastMonth, string Note);

    internal sealed class Validator : AbstractValidator<OfferTransfer>
    {
        public Validator()
        {
            RuleFor(c => c.To).Digits(12).WithMessage("迁入地须为 12 位村(社区)代码|The new division is a village or community: 12 digits");
            RuleFor(c => c.Note).IsNote();
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, IMediator mediator) : ICommandHandler<OfferTransfer, TransferView>
    {
        public async Task<Result<TransferView>> Handle(OfferTransfer request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            if (await db.WrongPlace([request.To], today.Date, cancellationToken) is { } wrong) return wrong;
            if (await db.UnderTransfer([request.Household], cancellationToken) is { } open) return open;
            if (await mediator.StaysForNow(found.Value, cancellationToken) is { } stays) return stays;
            var drawn = await mediator.Send(new GetDrawn(request.Household, request.LastMonth), cancellationToken);
            if (drawn.Refused) return drawn.Error;
            var figures = new ClosingFigures(drawn.Value.Scheme?.ToString(), drawn.Value.Persons, drawn.Value.MonthlyFen, drawn.Value.FirstMonth);
            var offered = Transfer.Offer(found.Value, request.To, request.LastMonth, figures, request.Note.Trim(), db.Caller.Subject, today.Date);
            if (offered.Refused) return offered.Error;
            db.Add(offered.Value);
            return TransferView.Of(offered.Value, offered.Value.Version + 1);
        }
    }

    /// <summary>Offers a household to another county.</summary>
    /// <remarks>57 Art 5 and 30. The offer is the closing statement; both counties agree on the months before anything changes.</remarks>
    internal static Task<Results<Created<TransferView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new OfferTransfer(new(id), body.To, body.LastMonth, body.Note), cancellation).Created(t => $"/api/v1/transfers/{t.Id}");
}

/// <summary>What must be done before a household goes to another county, where nobody could do it.</summary>
internal static class Settled
{
    public static async Task<Error?> StaysForNow(this IMediator mediator, Household household, CancellationToken cancellation)
    {
        var asked = await mediator.Send(new GetUnderWay(household.Id, household.County), cancellation);
        if (asked.Refused) return asked.Error;
        if (asked.Value.Application) return HouseholdErrors.TransferState.Because("该户有在办申请,请先办结再迁移。", "The household has an open application: have it decided before it goes.");
        return asked.Value.Succession
            ? HouseholdErrors.TransferState.Because("该户涉及尚未确认的接续,请先确认再迁移。", "A succession that names the household is not confirmed: have it confirmed before it goes.")
            : null;
    }
}

/// <summary>A transfer with the closing statement of the old county.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Household">The household.</param>
/// <param name="From" example="320706001001">Village or community that it leaves.</param>
/// <param name="To" example="320707102003">Village or community where it will be registered.</param>
/// <param name="State">Where the transfer stands.</param>
/// <param name="OldFileNumber" example="320706-2012-000123">File number in the old county; kept for good.</param>
/// <param name="NewFileNumber" example="320707-2024-000045">File number in the new county; null until it accepts.</param>
/// <param name="Scheme">Urban or rural dibao; null when the household draws nothing: it then moves with its file alone.</param>
/// <param name="Persons" example="2">Members covered.</param>
/// <param name="MonthlyFen" example="52000">Benefit in the old county, fen per month.</param>
/// <param name="FirstMonth" example="2012-07">First month drawn there.</param>
/// <param name="LastMonth" example="2024-03">Last month that the old county pays; the new one begins with the next.</param>
/// <param name="Note" example="registered with the daughter's family">What there is to say.</param>
/// <param name="OfferedOn">When it was offered.</param>
/// <param name="OfferedBy" example="demo-county-officer">Who offered it.</param>
/// <param name="AnsweredOn">When it was answered or withdrawn.</param>
/// <param name="AnsweredBy" example="demo-county-officer">Who answered.</param>
/// <param name="Reason" example="not registered here">Why it was sent back or withdrawn.</param>
internal sealed record TransferView(
    Guid Id, long Version, HouseholdId Household, DivisionCode From, DivisionCode To, TransferState State, string OldFileNumber, string? NewFileNumber, Scheme? Scheme,
    int Persons, long MonthlyFen, Month? FirstMonth, Month LastMonth, string Note, LocalDate OfferedOn, string OfferedBy, LocalDate? AnsweredOn, string? AnsweredBy,
    string? Reason) : IVersioned, IConcern
{
    Guid IConcern.Concern => Household.Value;

    public static TransferView Of(Transfer t, long version) => new(
        t.Id, version, t.Household, t.From, t.To, t.State, t.OldFileNumber, t.NewFileNumber, t.Scheme is { } scheme ? Enum.Parse<Scheme>(scheme) : null, t.Persons, t.MonthlyFen, t.FirstMonth, t.LastMonth, t.Note,
        t.OfferedOn, t.OfferedBy, t.AnsweredOn, t.AnsweredBy, t.Reason);
}
