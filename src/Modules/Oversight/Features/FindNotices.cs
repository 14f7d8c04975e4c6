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

/// <summary>What is on the notice board of one village or community today; anybody may read it, no name can be searched.</summary>
internal sealed record FindNotices(DivisionCode Division, string? After, int Limit) : IQuery<Page<PostedNotice>>
{
    internal sealed class Validator : AbstractValidator<FindNotices>
    {
        public Validator()
        {
            RuleFor(q => q.Division).Digits(12).WithMessage("须指定一个村(社区),12 位代码|Name one village or community: 12 digits");
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit).WithMessage("每页 1 至 200 条|A page has 1 to 200 items");
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage("游标与查询条件不符|This cursor belongs to another list");
        }
    }

    private string Filter => $"notices:{Division}";

    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<FindNotices, Page<PostedNotice>>
    {
        public async Task<Result<Page<PostedNotice>>> Handle(FindNotices request, CancellationToken cancellationToken)
        {
            Cursor.TryRead(request.After, request.Filter, out var after);
            // Public to everybody: a token must not show less than no token.
            var items = await db.Notices.IgnoreQueryFilters().AsNoTracking().Where(n => n.Place == request.Division && n.Status == NoticeStatus.Open)
                .After(n => n.Id, after).OrderBy(n => n.Id).Take(request.Limit + 1)
                .Select(n => new PostedNotice(n.Id, n.Kind, n.Scheme, n.ApplicantName, n.Members, n.MonthlyFen, n.PostedOn, n.ClosesOn)).ToListAsync(cancellationToken);
            return items.Page(request.Limit, request.Filter, n => n.Id.Value);
        }
    }

    /// <summary>Lists the open notices of a village or community.</summary>
    /// <remarks>57 Art 19 and 24. No token is needed. One village at a time; a minor's name is left out.</remarks>
    /// <param name="division" example="320706001001">The village or community, 12 digits.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<PostedNotice>>, ProblemHttpResult>> Endpoint(
        DivisionCode division, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindNotices(division, after, limit), cancellation).Ok();
}

/// <summary>A notice as posted: what 57 Art 24 allows and nothing else.</summary>
/// <param name="Id">The notice; objections name it.</param>
/// <param name="Kind">The township's opinion or the county's intention.</param>
/// <param name="Scheme">Urban or rural dibao.</param>
/// <param name="ApplicantName">Name of the applicant; null for a minor.</param>
/// <param name="Members">Members covered.</param>
/// <param name="MonthlyFen">Benefit proposed, fen per month.</param>
/// <param name="PostedOn">When it was posted.</param>
/// <param name="ClosesOn">Last day on which objections are taken.</param>
internal sealed record PostedNotice(
    NoticeId Id, NoticeKind Kind, Scheme Scheme, string? ApplicantName, int Members, long MonthlyFen, LocalDate PostedOn, LocalDate ClosesOn);
