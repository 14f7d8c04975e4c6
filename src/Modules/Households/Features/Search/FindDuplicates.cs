using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Search;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Search;

/// <summary>The households of a place that have a likely duplicate, page by page; told anew whenever it is asked.</summary>
internal sealed record FindDuplicates(DivisionCode? Division, string? After, int Limit) : IQuery<Page<FlaggedHousehold>>
{
    /// <summary>Households looked through for one page: a page is bounded even where duplicates are rare.</summary>
    private const int LookedThrough = 500;

    internal sealed class Validator : AbstractValidator<FindDuplicates>
    {
        public Validator()
        {
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(Cursor.WrongMessage);
        }
    }

    private string Filter => $"duplicates:{Division}";

    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<FindDuplicates, Page<FlaggedHousehold>>
    {
        public async Task<Result<Page<FlaggedHousehold>>> Handle(FindDuplicates request, CancellationToken cancellationToken)
        {
            var place = db.PlaceSought(request.Division);
            if (place.Digits < 6)
            {
                return PlumbingProblems.InvalidRequest.Because("疑似重复在一县之内查询,请写明 division。", "Likely duplicates are sought within one county: name it in division.") with
                {
                    Fields = [new("division", "须为县级或以下", "a county or what lies in it")],
                };
            }
            Cursor.TryRead(request.After, request.Filter, out var after);
            var looked = await db.HouseholdsIn(place).After(h => h.Id, after).OrderBy(h => h.Id).Take(LookedThrough).Select(h => h.Id).ToListAsync(cancellationToken);
            // Clashes with households of other places count as well: what is told is the caller's own.
            var (members, payees) = (db.Set<Member>().AsOf(today.Date), db.Set<PayeeAccount>().AsOf(today.Date));
            var open = db.Households.IgnoreQueryFilters().AsNoTracking().Where(h => h.MergedInto == null);
            var flagged = await open.Where(h => looked.Contains(h.Id))
                .Select(h => new
                {
                    h.Id,
                    h.FileNumber,
                    h.Division,
                    Name = members.Any(mine => mine.Household == h.Id
                        && members.Any(theirs => theirs.Name == mine.Name && theirs.BirthDate == mine.BirthDate && theirs.Person != mine.Person && theirs.Household != h.Id)),
                    Phone = h.PhoneHash != null && open.Any(o => o.PhoneHash == h.PhoneHash && o.Id != h.Id),
                    Account = payees.Any(mine => mine.Household == h.Id && mine.AccountHash != null
                        && payees.Any(theirs => theirs.AccountHash == mine.AccountHash && theirs.Household != h.Id && open.Any(o => o.Id == theirs.Household))),
                })
                .Where(f => f.Name || f.Phone || f.Account).OrderBy(f => f.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
            var page = flagged.Page(request.Limit, request.Filter, f => f.Id.Value);
            var next = page.Next ?? (looked.Count < LookedThrough ? null : Cursor.After(looked[^1].Value, request.Filter));
            return new Page<FlaggedHousehold>([.. page.Items.Select(f => new FlaggedHousehold(f.Id, f.FileNumber, f.Division, Kinds(f.Name, f.Phone, f.Account)))], next);
        }

        private static List<ClashKind> Kinds(bool name, bool phone, bool account)
        {
            var kinds = new List<ClashKind>();
            if (name) kinds.Add(ClashKind.NameAndBirthDate);
            if (phone) kinds.Add(ClashKind.Phone);
            if (account) kinds.Add(ClashKind.Account);
            return kinds;
        }
    }

    /// <summary>Lists households that are likely to be entered twice.</summary>
    /// <remarks>
    /// 57 Art 13. A page looks through at most 500 households, so that it may hold fewer items than its limit, or none: go on until <c>next</c> is
    /// null. What a household clashes with is read with <c>GET /households/{id}/duplicates</c>.
    /// </remarks>
    /// <param name="division" example="320706">Only this place and what lies in it, a county at most; the caller's own when left out.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<FlaggedHousehold>>, ProblemHttpResult>> Endpoint(
        DivisionCode? division, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindDuplicates(division, after, limit), cancellation).Ok();
}

/// <summary>A household with a likely duplicate.</summary>
/// <param name="Id">The household.</param>
/// <param name="FileNumber" example="320706-2012-000123">Its file number.</param>
/// <param name="Division" example="320706001001">Village or community of registration.</param>
/// <param name="Kinds">What it has in common with another.</param>
internal sealed record FlaggedHousehold(HouseholdId Id, string FileNumber, DivisionCode Division, IReadOnlyList<ClashKind> Kinds);
