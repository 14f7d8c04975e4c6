using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Discovery;
using Dibao.Households.Domain.Reference;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Discovery;

/// <summary>Records a person in need who has not applied.</summary>
internal sealed record RecordDiscovery(DivisionCode Division, string Name, LocalDate FoundOn, DiscoveredBy FoundBy, string Note, AidScheme? Scheme) : ICommand<DiscoveryView>
{
    /// <summary>A discovery.</summary>
    /// <param name="Division" example="320706001001">Village or community where the person was found, 12 digits.</param>
    /// <param name="Name" example="王建国">Name, 1 to 50 characters; kept sealed.</param>
    /// <param name="FoundOn" example="2024-03-01">When; not after today.</param>
    /// <param name="FoundBy">Who found the person.</param>
    /// <param name="Note" example="独居老人,近期住院,子女在外务工">What was seen, 4 to 400 characters.</param>
    /// <param name="Scheme" example="dibao">The scheme to which the case is routed; may follow with the informing.</param>
    internal sealed record Body(DivisionCode Division, string Name, LocalDate FoundOn, DiscoveredBy FoundBy, string Note, AidScheme? Scheme = null);

    internal sealed class Validator : AbstractValidator<RecordDiscovery>
    {
        public Validator()
        {
            RuleFor(c => c.Division).Digits(12).WithMessage("发现地须为 12 位村(社区)代码|A discovery is made in a village or community: 12 digits");
            RuleFor(c => c.Name).Plain(50).WithMessage("姓名须为 1 至 50 个可见字符|A name has 1 to 50 visible characters");
            RuleFor(c => c.FoundBy).IsInEnum();
            RuleFor(c => c.Note).IsNote();
            RuleFor(c => c.Scheme).IsInEnum();
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing, IMediator mediator) : ICommandHandler<RecordDiscovery, DiscoveryView>
    {
        public async Task<Result<DiscoveryView>> Handle(RecordDiscovery request, CancellationToken cancellationToken)
        {
            if (!db.Caller.Serves(request.Division)) return PlumbingProblems.OutsideDivision.Plain();
            if (await db.WrongPlace([request.Division], today.Date, cancellationToken) is { } wrong) return wrong;
            var from = LocalDate.Min(request.FoundOn, today.Date); // a later day is refused below
            var limit = DiscoveryRecord.Limits.On("informing", from);
            var due = await mediator.Send(new GetLastDay(from, limit.Days, limit.Working), cancellationToken);
            if (due.Refused) return due.Error;
            var found = DiscoveryRecord.Find(
                new(request.Division, sealing.Seal(DiscoveryRecord.SealColumn, request.Name.Trim()), request.FoundOn, request.FoundBy, request.Note.Trim(), request.Scheme, due.Value),
                db.Caller.Subject, today.Date);
            if (found.Refused) return found.Error;
            db.Add(found.Value);
            return DiscoveryView.Of(found.Value, today.Date, found.Value.Version + 1, db.Caller, sealing);
        }
    }

    /// <summary>Records a person found in need.</summary>
    /// <remarks>57 Art 6; Law Art 39: township and village tell those who may qualify and have not applied. One window routes the case to its scheme (一门受理).</remarks>
    internal static Task<Results<Created<DiscoveryView>, ProblemHttpResult>> Endpoint(Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new RecordDiscovery(body.Division, body.Name, body.FoundOn, body.FoundBy, body.Note, body.Scheme), cancellation).Created(d => $"/api/v1/discoveries/{d.Id}");
}

/// <summary>A person found in need, and what became of it.</summary>
/// <param name="Id">The record.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Division" example="320706001001">Where the person was found.</param>
/// <param name="Name" example="王**">Name; the first character only, unless the caller may see more.</param>
/// <param name="FoundOn">When.</param>
/// <param name="FoundBy">Who found the person.</param>
/// <param name="RecordedBy" example="demo-village-assistant">Who recorded it.</param>
/// <param name="Note" example="独居老人,近期住院,子女在外务工">What was seen; null unless the caller may see what may tell of health.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Scheme">The scheme to which the case is routed.</param>
/// <param name="DueOn">Last day of the step that is due: informing, then applying.</param>
/// <param name="Overdue" example="false">That day has passed.</param>
/// <param name="InformedOn">When the person was told.</param>
/// <param name="InformedBy" example="demo-village-assistant">By whom.</param>
/// <param name="Household">The household that was registered.</param>
/// <param name="EndedOn">When it was registered or closed.</param>
/// <param name="Closing">Why it was closed.</param>
/// <param name="ClosingNote" example="本人表示暂不需要">What there is to say of it.</param>
internal sealed record DiscoveryView(
    Guid Id, long Version, DivisionCode Division, string Name, LocalDate FoundOn, DiscoveredBy FoundBy, string RecordedBy, string? Note, DiscoveryState State, AidScheme? Scheme,
    LocalDate? DueOn, bool Overdue, LocalDate? InformedOn, string? InformedBy, HouseholdId? Household, LocalDate? EndedOn, DiscoveryClosing? Closing, string? ClosingNote)
    : IVersioned, IConcern
{
    Guid IConcern.Concern => Household?.Value ?? Id;

    public static DiscoveryView Of(DiscoveryRecord d, LocalDate today, long saved, Caller caller, Sealing sealing)
    {
        var sensitive = caller.May(Permission.ReadSensitive);
        var name = sealing.Open(DiscoveryRecord.SealColumn, d.SealedName);
        return new(
            d.Id, saved, d.Division, sensitive ? name : MemberView.First(name), d.FoundOn, d.FoundBy, d.RecordedBy, sensitive ? d.Note : null, d.State, d.Scheme,
            d.DueOn, d.IsOverdue(today), d.InformedOn, d.InformedBy, d.Household, d.EndedOn, d.Closing, sensitive ? d.ClosingNote : null);
    }
}
