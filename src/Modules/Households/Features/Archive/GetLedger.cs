using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Archive;
using Dibao.Households.Domain.Papers;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Archive;

/// <summary>What each of four levels keeps of the files: 村有台账、乡有纸质、县有电子、市有数据库 (F161).</summary>
internal sealed record GetLedger(LedgerLevel Level, DivisionCode Division, string? After, int Limit) : IQuery<LedgerView>
{
    internal sealed class Validator : AbstractValidator<GetLedger>
    {
        public Validator()
        {
            RuleFor(q => q.Division).Must((q, d) => d.Digits == DigitsOf(q.Level)).WithMessage("区划须与级次相符:村 12 位、乡 9 位、县 6 位、市 4 位|The division is of the level: village 12, township 9, county 6, city 4 digits");
            RuleFor(q => q.Limit).InclusiveBetween(1, Cursor.MaxLimit);
            RuleFor(q => q.After).Must((q, after) => Cursor.TryRead(after, q.Filter, out _)).WithMessage(PaperShapes.CursorMessage);
        }
    }

    private string Filter => $"ledger:{Level}:{Division}";

    private static int DigitsOf(LedgerLevel level) => level switch { LedgerLevel.Village => 12, LedgerLevel.Township => 9, LedgerLevel.County => 6, _ => 4 };

    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<GetLedger, LedgerView>
    {
        public async Task<Result<LedgerView>> Handle(GetLedger request, CancellationToken cancellationToken)
        {
            if (!db.Caller.Serves(request.Division)) return PlumbingProblems.OutsideDivision.Plain();
            if (request.Level == LedgerLevel.City) return new LedgerView(request.Level, request.Division, await Counts(request.Division, cancellationToken), null);
            var page = (request.Level == LedgerLevel.Township ? await Papers(request, cancellationToken) : await Households(request, cancellationToken))
                .Page(request.Limit, request.Filter, l => l.Id);
            return new LedgerView(request.Level, request.Division, [.. page.Items.Select(l => l.Line)], page.Next);
        }

        /// <summary>A village's households with the box they lie in; a county's electronic files.</summary>
        private async Task<List<(Guid Id, LedgerLine Line)>> Households(GetLedger request, CancellationToken cancellation)
        {
            var (first, last, day) = (request.Division, request.Division.Last, today.Date);
            Cursor.TryRead(request.After, request.Filter, out var after);
            var households = await db.Households.AsNoTracking().Where(h => h.Division >= first && h.Division <= last).After(h => h.Id, after).OrderBy(h => h.Id).Take(request.Limit + 1)
                .Select(h => new
                {
                    h.Id,
                    h.FileNumber,
                    h.Division,
                    h.RegisteredOn,
                    Members = db.Set<Member>().Where(TwoTimes.Holding<Member>(day, TwoTimes.Lastly)).Count(m => m.Household == h.Id),
                    Box = db.Set<ArchiveContainer>().Where(b => b.Household == h.Id).Select(b => db.Set<ArchiveContainer>().Where(c => c.Id == b.Parent).Select(c => c.Code).FirstOrDefault()).FirstOrDefault(),
                    Papers = db.Set<Paper>().Count(p => p.Household == h.Id && p.WithdrawnAt == null),
                    Declarations = db.Set<Declaration>().Count(d => d.Household == h.Id),
                }).ToListAsync(cancellation);
            return households.ConvertAll(h => (h.Id.Value, new LedgerLine(h.Division, h.FileNumber, h.Id, h.RegisteredOn, null, null, h.Members, h.Box, h.Papers, h.Declarations, null)));
        }

        /// <summary>The papers that a township keeps.</summary>
        private async Task<List<(Guid Id, LedgerLine Line)>> Papers(GetLedger request, CancellationToken cancellation)
        {
            var (first, last) = (request.Division, request.Division.Last);
            Cursor.TryRead(request.After, request.Filter, out var after);
            var papers = await db.Papers.AsNoTracking().Where(p => p.Division >= first && p.Division <= last && p.WithdrawnAt == null).After(p => p.Id, after).OrderBy(p => p.Id).Take(request.Limit + 1)
                .Join(db.Households, p => p.Household, h => h.Id, (p, h) => new { p.Id, p.Division, h.FileNumber, p.Household, p.Kind, p.UploadedOn }).OrderBy(p => p.Id).ToListAsync(cancellation);
            return papers.ConvertAll(p => (p.Id, new LedgerLine(p.Division, p.FileNumber, p.Household, p.UploadedOn, p.Id, p.Kind, null, null, null, null, null)));
        }

        /// <summary>What the database holds, county by county.</summary>
        private async Task<IReadOnlyList<LedgerLine>> Counts(DivisionCode city, CancellationToken cancellation)
        {
            var (last, day) = (city.Last, today.Date);
            var households = await db.Households.Where(h => h.Division >= city && h.Division <= last).GroupBy(h => h.County).Select(g => new { County = g.Key, Count = g.Count() }).ToListAsync(cancellation);
            var members = await db.Set<Member>().Where(TwoTimes.Holding<Member>(day, TwoTimes.Lastly)).Where(m => m.County >= city && m.County <= last)
                .GroupBy(m => m.County).Select(g => new { County = g.Key, Count = g.Count() }).ToDictionaryAsync(c => c.County, c => c.Count, cancellation);
            var papers = await db.Papers.Where(p => p.Division >= city && p.Division <= last && p.WithdrawnAt == null).Join(db.Households, p => p.Household, h => h.Id, (p, h) => h.County)
                .GroupBy(c => c).Select(g => new { County = g.Key, Count = g.Count() }).ToDictionaryAsync(c => c.County, c => c.Count, cancellation);
            var declarations = await db.Declarations.Where(d => d.Division >= city && d.Division <= last).Join(db.Households, d => d.Household, h => h.Id, (d, h) => h.County)
                .GroupBy(c => c).Select(g => new { County = g.Key, Count = g.Count() }).ToDictionaryAsync(c => c.County, c => c.Count, cancellation);
            return
            [
                .. households.OrderBy(h => h.County.Code).Select(h => new LedgerLine(
                    h.County, null, null, null, null, null, members.GetValueOrDefault(h.County), null, papers.GetValueOrDefault(h.County), declarations.GetValueOrDefault(h.County), h.Count)),
            ];
        }
    }

    /// <summary>Reads the ledger of a level.</summary>
    /// <remarks>村有台账: the households of a village and their boxes; 乡有纸质: the papers of a township; 县有电子: the electronic files of a county; 市有数据库: counts by county.</remarks>
    /// <param name="level" example="village">Which ledger.</param>
    /// <param name="division" example="320706001001">The village, township, county or city.</param>
    /// <param name="after">The <c>next</c> of the page before; it belongs to the filters of that page.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="limit" example="50">Items of a page, 1 to 200.</param>
    internal static Task<Results<Ok<LedgerView>, ProblemHttpResult>> Endpoint(
        QueryCode<LedgerLevel> level, DivisionCode division, string? after, IMediator mediator, CancellationToken cancellation, int limit = 50) =>
        mediator.Send(new GetLedger(level, division, after, limit), cancellation).Ok();
}

/// <summary>The four levels of a ledger.</summary>
internal enum LedgerLevel
{
    /// <summary>Its households.</summary>
    Village,

    /// <summary>Its papers.</summary>
    Township,

    /// <summary>Its electronic files.</summary>
    County,

    /// <summary>The counts of its database.</summary>
    City,
}

/// <summary>A ledger, or a page of it.</summary>
/// <param name="Level">Its level.</param>
/// <param name="Division" example="320706001001">Its place.</param>
/// <param name="Items">Its lines.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
internal sealed record LedgerView(LedgerLevel Level, DivisionCode Division, IReadOnlyList<LedgerLine> Items, string? Next);

/// <summary>A line of a ledger; what its level does not keep is null.</summary>
/// <param name="Division" example="320706001001">The village; the county in a city's ledger.</param>
/// <param name="FileNumber" example="320706-2012-000123">Number of the file.</param>
/// <param name="Household">The household.</param>
/// <param name="On" example="2012-06-01">When it was registered, or the paper filed.</param>
/// <param name="Paper">The paper, in a township's ledger.</param>
/// <param name="Kind" example="disabilityCard">Its kind.</param>
/// <param name="Members" example="3">Members now.</param>
/// <param name="Box" example="柜3-盒12">Code of the box in which the file lies; null while it is not put away.</param>
/// <param name="Papers" example="12">Papers on file.</param>
/// <param name="Declarations" example="2">Declarations on file.</param>
/// <param name="Households" example="11787">Households of a county, in a city's ledger.</param>
internal sealed record LedgerLine(
    DivisionCode Division, string? FileNumber, HouseholdId? Household, LocalDate? On, Guid? Paper, string? Kind, int? Members, string? Box, int? Papers, int? Declarations, int? Households);
