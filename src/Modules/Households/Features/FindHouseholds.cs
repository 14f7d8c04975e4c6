using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Changes;
using Dibao.Households.Features.Search;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features;

/// <summary>The households of a place, page by page; never outside the caller's division.</summary>
internal sealed record FindHouseholds(Sought Sought, string? After, int Limit) : IQuery<Page<FoundHousehold>>
{
    internal sealed class Validator : AbstractValidator<FindHouseholds>
    {
        public Validator()
        {
            RuleFor(q => q.Sought.Name).Plain(50).OverridePropertyName("name").WithMessage("姓名须为 1 至 50 个可见字符|A name has 1 to 50 visible characters");
            RuleFor(q => q.Sought.FileNumber).Plain(20).OverridePropertyName("fileNumber").WithMessage("档案号须为 1 至 20 个字符|A file number has 1 to 20 characters");
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Sought.Filter, out _)).WithMessage(Cursor.WrongMessage);
        }
    }

    private static readonly Func<DibaoDbContext, string, CancellationToken, Task<List<FoundHousehold>>> ByFileNumber = CompiledQuery.Of((DibaoDbContext db, string number) =>
        db.Set<Household>().Where(h => h.FileNumber == number).Select(h => new FoundHousehold(h.Id, h.FileNumber, h.Division, h.Hukou, h.RegisteredOn, h.Case, null)));

    private static readonly Func<DibaoDbContext, IReadOnlyList<HouseholdId>, LocalDate, Instant, CancellationToken, Task<List<Head>>> Heads = CompiledQuery.Of(
        (DibaoDbContext db, IReadOnlyList<HouseholdId> ids, LocalDate day, Instant known) => db.Set<Member>()
            .Where(m => ids.Contains(m.Household) && m.Relationship == Relationship.Head).Where(TwoTimes.Holding<Member>(day, known))
            .Select(m => new Head(m.Household, new FoundMember(m.Person, m.Name, m.MaskedIdNumber, m.BirthDate, m.Relationship, m.ValidFrom, m.ValidTo))));

    private sealed record Head(HouseholdId Household, FoundMember Found);

    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<FindHouseholds, Page<FoundHousehold>>
    {
        public async Task<Result<Page<FoundHousehold>>> Handle(FindHouseholds request, CancellationToken cancellationToken)
        {
            var found = await Find(request, cancellationToken);
            if (found.Refused || request.Sought.Name is not null || found.Value.Items.Count == 0) return found;
            var heads = await Heads(db, [.. found.Value.Items.Select(h => h.Id)], today.Date, TwoTimes.Lastly, cancellationToken);
            var shown = heads.GroupBy(h => h.Household).ToDictionary(g => g.Key, g => g.MaxBy(h => h.Found.From)!.Found.Shown(today.Date, db.Caller));
            return found.Value with { Items = [.. found.Value.Items.Select(h => h with { Member = shown.GetValueOrDefault(h.Id) })] };
        }

        private async Task<Result<Page<FoundHousehold>>> Find(FindHouseholds request, CancellationToken cancellationToken)
        {
            var sought = request.Sought;
            var place = db.PlaceSought(sought.Division);
            if (sought.WithinACounty && place.Digits < 6) return OneCounty();
            Cursor.TryRead(request.After, sought.Filter, out var after);
            var households = sought.Of(db.HouseholdsIn(place));
            if (sought.FileNumber is not { } number) return await List(request, households, place, after, cancellationToken);

            var found = sought is { OfMembers: false, Name: null } && after == Guid.Empty
                ? (await ByFileNumber(db, number, cancellationToken)).FindAll(h => place.Contains(h.Division) && sought.Fits(h)).Page(request.Limit, sought.Filter, h => h.Id.Value)
                : await List(request, households.Where(h => h.FileNumber == number), place, after, cancellationToken);
            if (found.Refused || found.Value.Items.Count > 0 || after != Guid.Empty) return found;
            var earlier = db.Set<Transfer>().Where(t => t.OldFileNumber == number && t.State == TransferState.Accepted).Select(t => t.Household);
            return await List(request, households.Where(h => earlier.Contains(h.Id)), place, after, cancellationToken);
        }

        private async Task<Result<Page<FoundHousehold>>> List(FindHouseholds request, IQueryable<Household> households, DivisionCode place, Guid after, CancellationToken cancellation)
        {
            var (sought, limit) = (request.Sought, request.Limit + 1);
            if (sought.Name is not null) return await ByName(request, households, place, after, cancellation);
            if (sought.OfMembers)
            {
                var ids = await sought.Of(db.Set<Member>().AsOf(today.Date), place).After(m => m.Household, after)
                    .Join(households, m => m.Household, h => h.Id, (m, _) => m.Household).Distinct().OrderBy(id => id).Take(limit).ToListAsync(cancellation);
                if (ids.Count == 0) return new Page<FoundHousehold>([], null);
                (households, after) = (db.Households.AsNoTracking().Where(h => ids.Contains(h.Id)), Guid.Empty);
            }
            var items = await households.After(h => h.Id, after).OrderBy(h => h.Id).Take(limit)
                .Select(h => new FoundHousehold(h.Id, h.FileNumber, h.Division, h.Hukou, h.RegisteredOn, h.Case, null)).ToListAsync(cancellation);
            return items.Page(request.Limit, sought.Filter, h => h.Id.Value);
        }

        /// <summary>In the order of names: the cursor is the row of the last member told, and his name is looked up.</summary>
        private async Task<Result<Page<FoundHousehold>>> ByName(FindHouseholds request, IQueryable<Household> households, DivisionCode place, Guid after, CancellationToken cancellation)
        {
            var (sought, day) = (request.Sought, today.Date);
            var members = sought.Of(db.Set<Member>().AsOf(day), place).StartingWith(m => m.Name, sought.Name!.Trim());
            if (!db.Caller.May(Permission.ReadSensitive))
            {
                var shown = MemberView.LastShown(day); // else a child's name could be guessed, prefix by prefix
                members = members.Where(m => m.BirthDate <= shown);
            }
            if (after != Guid.Empty)
            {
                if (await db.Set<Member>().Where(m => m.Id == after).Select(m => m.Name).FirstOrDefaultAsync(cancellation) is not { } last) return WrongCursor();
                members = members.Where(m => string.Compare(m.Name, last) >= 0 && (string.Compare(m.Name, last) > 0 || m.Id > after));
            }
            var rows = await members.Join(households, m => m.Household, h => h.Id, (Member, Household) => new { Member, Household })
                .OrderBy(f => f.Member.Name).ThenBy(f => f.Member.Id).Take(request.Limit + 1)
                .Select(f => new
                {
                    f.Household.Id,
                    f.Household.FileNumber,
                    f.Household.Division,
                    f.Household.Hukou,
                    f.Household.RegisteredOn,
                    f.Household.Case,
                    Row = f.Member.Id,
                    Member = new FoundMember(f.Member.Person, f.Member.Name, f.Member.MaskedIdNumber, f.Member.BirthDate, f.Member.Relationship, f.Member.ValidFrom, f.Member.ValidTo),
                }).ToListAsync(cancellation);
            var page = rows.Page(request.Limit, sought.Filter, r => r.Row);
            return new Page<FoundHousehold>([.. page.Items.Select(r => new FoundHousehold(r.Id, r.FileNumber, r.Division, r.Hukou, r.RegisteredOn, r.Case, r.Member))], page.Next);
        }

        private static Error OneCounty() =>
            PlumbingProblems.InvalidRequest.Because("姓名、类别、人员类别和享受状态在一县之内查询,请写明 division。", "Name, category, person class and status are sought within one county: name it in division.") with
            {
                Fields = [new("division", "须为县级或以下", "a county or what lies in it")],
            };

        private static Error WrongCursor()
        {
            var parts = Cursor.WrongMessage.Split('|');
            return PlumbingProblems.InvalidRequest.Because(parts[0], parts[1]) with { Fields = [new("after", parts[0], parts[1])] };
        }
    }

    /// <summary>Lists households.</summary>
    /// <remarks>
    /// Filters go together. By name the list has an item for each member found, in the order of names; otherwise one for each household. Identity
    /// numbers are sought with <c>POST /households/search</c>.
    /// </remarks>
    /// <param name="division" example="320706001">Only this place and what lies in it.</param>
    /// <param name="fileNumber" example="320706-2012-000123">Only this file, by the number it has or had in a county before.</param>
    /// <param name="name" example="王">Only members whose name begins so, within one county.</param>
    /// <param name="hukou" example="agricultural">Only this kind of registration.</param>
    /// <param name="category" example="orphan">Only households with a member of this special class, within one county.</param>
    /// <param name="personClass" example="retired">Only households with a member of this class by status, within one county.</param>
    /// <param name="status" example="draws">Only households whose case draws, drew or never drew, within one county.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<Page<FoundHousehold>>, ProblemHttpResult>> Endpoint(
        DivisionCode? division, string? fileNumber, string? name, QueryCode<HukouKind>? hukou, QueryCode<SpecialCategory>? category, QueryCode<PersonClass>? personClass,
        QueryCode<CaseStanding>? status, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new FindHouseholds(new(division, fileNumber, name, hukou, category, personClass, status), after, limit), cancellation).Ok();
}

/// <summary>A household in a list.</summary>
/// <param name="Id">The household.</param>
/// <param name="FileNumber" example="320706-2012-000123">The number it has now.</param>
/// <param name="Division" example="320706001001">Village or community of registration.</param>
/// <param name="Hukou">Kind of registration.</param>
/// <param name="RegisteredOn">When it was entered.</param>
/// <param name="Status">Whether its case draws.</param>
/// <param name="Member">The member who was sought by name or number; in other lists the head today, null where there is none.</param>
internal sealed record FoundHousehold(
    HouseholdId Id, string FileNumber, DivisionCode Division, HukouKind Hukou, LocalDate RegisteredOn, CaseStanding Status, FoundMember? Member);

/// <summary>A member who was sought; what is masked elsewhere is masked here.</summary>
/// <param name="Person">The person.</param>
/// <param name="Name" example="王建国">Name; of a child under 14 the first character only, unless the caller may see more.</param>
/// <param name="MaskedIdNumber" example="110***************">The first three characters.</param>
/// <param name="BirthDate">Birth date; null for a child under 14, unless the caller may see it.</param>
/// <param name="Relationship">Relationship to the head.</param>
/// <param name="From">Since when this is so.</param>
/// <param name="Until">First day on which it is no longer so; null while he is a member.</param>
internal sealed record FoundMember(
    PersonId Person, string Name, string MaskedIdNumber, LocalDate? BirthDate, Relationship Relationship, LocalDate From, LocalDate? Until)
{
    /// <summary>As the caller may see him.</summary>
    public FoundMember Shown(LocalDate day, Caller caller) =>
        BirthDate is { } born && MemberView.IsHidden(born, day, caller) ? this with { Name = MemberView.First(Name), BirthDate = null } : this;
}
