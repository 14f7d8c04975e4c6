using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Search;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Search;

/// <summary>The households that are likely to hold the same people as one; told anew whenever it is asked.</summary>
internal sealed record GetDuplicates(HouseholdId Household) : IQuery<Duplicates>
{
    /// <summary>Most households told of a kind of clash.</summary>
    private const int Most = 50;

    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<GetDuplicates, Duplicates>
    {
        public async Task<Result<Duplicates>> Handle(GetDuplicates request, CancellationToken cancellationToken)
        {
            var id = request.Household;
            if (await db.Households.AsNoTracking().FirstOrDefaultAsync(h => h.Id == id, cancellationToken) is not { } household) return PaperShapes.NoHousehold();
            if (household.MergedInto is not null) return new Duplicates([], false);
            var (members, payees) = (db.Set<Member>().AsOf(today.Date), db.Set<PayeeAccount>().AsOf(today.Date));
            // Households of other places are looked at too; what is told of them is below.
            var others = db.Households.IgnoreQueryFilters().AsNoTracking().Where(o => o.Id != id && o.MergedInto == null);
            var clashes = new List<Clash>();
            clashes.AddRange(await Told(
                from mine in members
                where mine.Household == id
                join theirs in members on new { mine.Name, mine.BirthDate } equals new { theirs.Name, theirs.BirthDate }
                where theirs.Person != mine.Person
                join other in others on theirs.Household equals other.Id
                orderby other.Id
                select new Clash(ClashKind.NameAndBirthDate, mine.Person, other.Id, other.FileNumber, other.Division, other.Hukou, other.RegisteredOn, other.Case)));
            if (household.PhoneHash is { } phone)
            {
                clashes.AddRange(await Told(others.Where(o => o.PhoneHash == phone).OrderBy(o => o.Id)
                    .Select(o => new Clash(ClashKind.Phone, null, o.Id, o.FileNumber, o.Division, o.Hukou, o.RegisteredOn, o.Case))));
            }
            clashes.AddRange(await Told(
                from mine in payees
                where mine.Household == id && mine.AccountHash != null
                join theirs in payees on mine.AccountHash equals theirs.AccountHash
                join other in others on theirs.Household equals other.Id
                orderby other.Id
                select new Clash(ClashKind.Account, null, other.Id, other.FileNumber, other.Division, other.Hukou, other.RegisteredOn, other.Case)));
            var more = clashes.GroupBy(c => c.Kind).Any(k => k.Count() > Most);
            return new Duplicates([.. clashes.GroupBy(c => c.Kind).SelectMany(k => k.Take(Most)).Select(c => c.View(db.Caller.Serves(c.Division)))], more);

            Task<List<Clash>> Told(IQueryable<Clash> found) => found.Take(Most + 1).ToListAsync(cancellationToken);
        }
    }

    /// <summary>Reads the likely duplicates of a household.</summary>
    /// <remarks>
    /// 57 Art 13. Members with the same name and birth date, the same phone, the same payee account. Nothing is stored: a flag is gone when the clash is.
    /// Of a household outside the caller's division the county and the kind of clash are told, and nothing else.
    /// </remarks>
    /// <param name="id" example="01980000-0000-7000-8000-000000000001">The household.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<Duplicates>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetDuplicates(new HouseholdId(id)), cancellation).Ok();

    private sealed record Clash(
        ClashKind Kind, PersonId? Member, HouseholdId Other, string FileNumber, DivisionCode Division, HukouKind Hukou, LocalDate RegisteredOn, CaseStanding Case)
    {
        public DuplicateView View(bool seen) =>
            new(Kind, Member, Division.County, seen ? new FoundHousehold(Other, FileNumber, Division, Hukou, RegisteredOn, Case, null) : null);
    }
}

/// <summary>The likely duplicates of a household.</summary>
/// <param name="Items">By kind of clash.</param>
/// <param name="More">True when there are more of a kind than the 50 told.</param>
internal sealed record Duplicates(IReadOnlyList<DuplicateView> Items, bool More);

/// <summary>A household that is likely to hold the same people.</summary>
/// <param name="Kind">What is the same.</param>
/// <param name="Member">The member of this household whose name and birth date another has; null for other kinds.</param>
/// <param name="County" example="320706">County of the other household.</param>
/// <param name="Household">The other household; null when it lies outside the caller's division.</param>
internal sealed record DuplicateView(ClashKind Kind, PersonId? Member, DivisionCode County, FoundHousehold? Household);
