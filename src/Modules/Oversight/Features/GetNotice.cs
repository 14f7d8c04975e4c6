using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Funds;
using Dibao.Contracts.Households;
using Dibao.Contracts.Oversight;
using Dibao.Contracts.ReviewCycle;
using Dibao.Oversight.Domain;
using Dibao.Oversight.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Oversight.Features;

/// <summary>A notice with its objections, for officers.</summary>
internal sealed record GetNotice(NoticeId Notice) : IQuery<NoticeView>
{
    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<GetNotice, NoticeView>
    {
        public async Task<Result<NoticeView>> Handle(GetNotice request, CancellationToken cancellationToken)
        {
            // Applicants read the board like anybody; objections are for officers.
            var notice = db.Caller.OwnCasesOnly
                ? null
                : await db.Notices.AsNoTracking().Include(n => n.Objections).FirstOrDefaultAsync(n => n.Id == request.Notice, cancellationToken);
            return notice is null
                ? PlumbingProblems.NotFound.Because("没有该公示,或不在您的管辖区域内。", "There is no such notice in the division you serve.")
                : NoticeView.Of(notice);
        }
    }

    /// <summary>Reads a notice with its objections.</summary>
    /// <param name="id" example="01980000-0000-7000-8000-000000000001">The notice.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<NoticeView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetNotice(new NoticeId(id)), cancellation).Ok();
}

/// <summary>A notice.</summary>
/// <param name="Id">The notice.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Application">The application on notice.</param>
/// <param name="Household">Whose it is.</param>
/// <param name="Kind">The township's opinion or the county's intention.</param>
/// <param name="Division" example="320706001001">Village or community of registration.</param>
/// <param name="Place" example="320706001001">Village or community where it is posted.</param>
/// <param name="Scheme">Urban or rural dibao.</param>
/// <param name="Members">Members covered.</param>
/// <param name="MonthlyFen">Benefit proposed, fen per month.</param>
/// <param name="PostedOn">When it was posted.</param>
/// <param name="ClosesOn">Last day on which objections are taken.</param>
/// <param name="Status">Open or closed.</param>
/// <param name="ClosedOn">When it was closed; null before.</param>
/// <param name="Objections">Objections, oldest first.</param>
internal sealed record NoticeView(
    NoticeId Id, long Version, ApplicationId Application, HouseholdId Household, NoticeKind Kind, DivisionCode Division, DivisionCode Place, Scheme Scheme,
    int Members, long MonthlyFen, LocalDate PostedOn, LocalDate ClosesOn, NoticeStatus Status, LocalDate? ClosedOn,
    IReadOnlyList<ObjectionView> Objections) : IVersioned
{
    public static NoticeView Of(Notice n) => new(
        n.Id, n.Version, n.Application, n.Household, n.Kind, n.Division, n.Place, n.Scheme, n.Members, n.MonthlyFen, n.PostedOn, n.ClosesOn, n.Status,
        n.ClosedOn, [.. n.Objections.OrderBy(o => o.Id).Select(ObjectionView.Of)]);
}

/// <summary>An objection and what became of it.</summary>
/// <param name="Id">The objection.</param>
/// <param name="RaisedOn">When it was raised.</param>
/// <param name="Ground">What it is about.</param>
/// <param name="Text">What it says.</param>
/// <param name="Decision">Pending, upheld or dismissed.</param>
/// <param name="DecidedBy">Who answered it; null before.</param>
/// <param name="DecidedOn">When; null before.</param>
/// <param name="Reasons">Why; null before.</param>
internal sealed record ObjectionView(
    Guid Id, LocalDate RaisedOn, ObjectionGround Ground, string Text, ObjectionDecision Decision, string? DecidedBy, LocalDate? DecidedOn, string? Reasons) : IConcern
{
    Guid IConcern.Concern => Id;

    public static ObjectionView Of(Objection o) => new(o.Id, o.RaisedOn, o.Ground, o.Text, o.Decision, o.DecidedBy, o.DecidedOn, o.Reasons);
}
