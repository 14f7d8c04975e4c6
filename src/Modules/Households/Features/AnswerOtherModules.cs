using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Reference;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features;

/// <summary>What the means test needs to know of a household; asked by other modules, not over HTTP.</summary>
internal sealed class AnswerCircumstances(DibaoDbContext db, Today today) : IQueryHandler<GetCircumstances, Circumstances>
{
    public async Task<Result<Circumstances>> Handle(GetCircumstances request, CancellationToken cancellationToken)
    {
        var day = request.ValidAt;
        // Asked within a unit of work, the household stays as read until the decision stands: a death or a new declaration waits, and follows it.
        if (db.Database.CurrentTransaction is not null)
            await db.Households.Where(h => h.Id == request.Household).ExecuteUpdateAsync(set => set.SetProperty(h => h.Version, h => h.Version), cancellationToken);
        var household = await db.Households.AsNoTracking().AsSplitQuery()
            .Include(h => h.Members.Where(m => m.Superseded == null)).Include(h => h.Income.Where(l => l.Superseded == null))
            .Include(h => h.Assets.Where(l => l.Superseded == null)).Include(h => h.Payees.Where(p => p.Superseded == null))
            .FirstOrDefaultAsync(h => h.Id == request.Household, cancellationToken);
        if (household is null) return PlumbingProblems.NotFound.Because("没有该家庭,或不在您的管辖区域内。", "There is no such household in the division you serve.");
        var onFile = await db.Set<MeansEntry>().AsNoTracking()
            .Where(e => e.Household == household.Id && (request.Only == null || e.Person == request.Only) && (request.Without == null || e.Person != request.Without)).AsOf(day).ToListAsync(cancellationToken);
        var entries = request.Found is { } found ? With(found, onFile, request, today.Now) : onFile;
        // What is declared is declared by the household; of one who is covered alone his own means are found.
        var declares = request.Only is null;
        var income = MeansCount.Income(household.Income.Where(l => declares && l.HoldsOn(day)).Select(l => (l.Kind, l.Yearly)), entries, day);
        var assets = MeansCount.Assets(household.Assets.Where(l => declares && l.HoldsOn(day)).Select(l => (l.Kind, l.Value)), entries);
        var counted = household.Members.Where(m => m.HoldsOn(day) && (request.Only is { } only ? m.Person == only : m.Counts(day).Counts)).ToList();
        return new Circumstances(
            household.Id, household.FileNumber, household.Division, household.Residence, household.Hukou, household.Agent,
            [.. counted.Select(m => m.Registered ?? household.Division).Distinct()],
            [.. counted.OrderBy(m => m.BirthDate).Select(m => new MemberCircumstances(m.Person, m.BirthDate, m.Labour))],
            [.. income.Select(i => new IncomeAmount(i.Kind, i.Counted.Fen))], [.. assets.Select(a => new AssetAmount(a.Kind, a.Counted.Fen))],
            household.Payees.Any(p => p.HoldsOn(day)), [.. household.Members.Where(m => m.HoldsOn(day)).Select(m => m.Person).Distinct()]);
    }

    private static List<MeansEntry> With(MeansFound found, List<MeansEntry> onFile, GetCircumstances asked, Instant now)
    {
        var ground = new Ground(Truth.Verified, MeansSource.InformationCheck, asked.ValidAt, "", null);
        var fresh = StatedMeans.Of(found.Income, found.Assets, asked.Only).ConvertAll(f => new MeansEntry(asked.Household, f, ground, "", asked.ValidAt, now));
        return [.. onFile.Where(e => e.Truth != Truth.Verified || !fresh.Exists(f => f.Side == e.Side && f.Kind == e.Kind)), .. fresh];
    }
}

/// <summary>What a public notice may say of a household (57 Art 24); a minor's name is left out.</summary>
internal sealed class AnswerNoticeParticulars(DibaoDbContext db) : IQueryHandler<GetNoticeParticulars, NoticeParticulars>
{
    public async Task<Result<NoticeParticulars>> Handle(GetNoticeParticulars request, CancellationToken cancellationToken)
    {
        var day = request.ValidAt;
        var residence = await db.Households.Where(h => h.Id == request.Household).Select(h => (DivisionCode?)h.Residence).FirstOrDefaultAsync(cancellationToken);
        if (residence is null) return PlumbingProblems.NotFound.Plain();
        var members = await db.Set<Member>().AsNoTracking().Where(m => m.Household == request.Household).AsOf(day).ToListAsync(cancellationToken);
        var applicant = members.FirstOrDefault(m => m.Person == request.Applicant);
        return new NoticeParticulars(applicant is null ? null : NameOf(applicant.Name, applicant.BirthDate, day), members.Count, residence.Value);
    }

    /// <summary>The name of an applicant of full age; null for a minor.</summary>
    public static string? NameOf(string name, LocalDate birthDate, LocalDate day) => Age.Full.IsReached(birthDate, day) ? name : null;
}

/// <summary>The same of many households, in two statements.</summary>
internal sealed class AnswerManyNoticeParticulars(DibaoDbContext db) : IQueryHandler<GetManyNoticeParticulars, IReadOnlyList<NoticeParticularsOf>>
{
    public async Task<Result<IReadOnlyList<NoticeParticularsOf>>> Handle(GetManyNoticeParticulars request, CancellationToken cancellationToken)
    {
        var (day, ids) = (request.ValidAt, request.Subjects.Select(s => s.Household).ToList());
        var residences = await db.Households.Where(h => ids.Contains(h.Id)).Select(h => new { h.Id, h.Residence })
            .ToDictionaryAsync(h => h.Id, h => h.Residence, cancellationToken);
        var members = (await db.Set<Member>().AsNoTracking().Where(m => ids.Contains(m.Household)).AsOf(day)
            .Select(m => new { m.Household, m.Person, m.Name, m.BirthDate }).ToListAsync(cancellationToken)).ToLookup(m => m.Household);
        var particulars = new List<NoticeParticularsOf>(ids.Count);
        foreach (var (household, applicant) in request.Subjects)
        {
            if (!residences.TryGetValue(household, out var residence)) continue;
            var named = members[household].FirstOrDefault(m => m.Person == applicant);
            particulars.Add(new(household, new(
                named is null ? null : AnswerNoticeParticulars.NameOf(named.Name, named.BirthDate, day), members[household].Count(), residence)));
        }
        return particulars;
    }
}

/// <summary>The accounts of many households at once, for a payroll.</summary>
internal sealed class AnswerPayees(DibaoDbContext db, Today today) : IQueryHandler<GetPayees, IReadOnlyList<Payee>>
{
    public async Task<Result<IReadOnlyList<Payee>>> Handle(GetPayees request, CancellationToken cancellationToken)
    {
        var payees = await db.Set<PayeeAccount>().AsNoTracking().Where(p => request.Households.Contains(p.Household)).AsOf(today.Date)
            .Select(p => new Payee(p.Household, p.Id, p.HolderName, p.Bank, p.SealedNumber, p.MaskedNumber,
                // Of the rows believed of him the latest says whether he is still there; the earlier ones end where it begins.
                db.Set<Member>().Where(m => m.Household == p.Household && m.Person == p.Holder && m.Superseded == null)
                    .OrderByDescending(m => m.ValidFrom).Select(m => m.ValidTo).FirstOrDefault())).ToListAsync(cancellationToken);
        return payees;
    }
}

/// <summary>Whether a person is a member of a household.</summary>
internal sealed class AnswerMembership(DibaoDbContext db) : IQueryHandler<GetMembership, Done>
{
    public async Task<Result<Done>> Handle(GetMembership request, CancellationToken cancellationToken)
    {
        if (await db.Households.AnyAsync(h => h.Id == request.Household && h.Members.Any(m => m.Person == request.Person && m.Superseded == null && m.ValidTo == null), cancellationToken)) return Done.It;
        return HouseholdErrors.NotMember.Plain();
    }
}

/// <summary>By which articles a member may be covered alone.</summary>
internal sealed class AnswerSingleGrounds(DibaoDbContext db) : IQueryHandler<GetSingleGrounds, IReadOnlyList<string>>
{
    public async Task<Result<IReadOnlyList<string>>> Handle(GetSingleGrounds request, CancellationToken cancellationToken)
    {
        var (household, person, day) = (request.Household, request.Person, request.On);
        if (!await db.Households.AnyAsync(h => h.Id == household, cancellationToken))
            return PlumbingProblems.NotFound.Because("没有该家庭,或不在您的管辖区域内。", "There is no such household in the division you serve.");
        var member = await db.Set<Member>().AsNoTracking().Where(m => m.Household == household && m.Person == person).AsOf(day).FirstOrDefaultAsync(cancellationToken);
        if (member is null) return HouseholdErrors.NotMember.Plain();
        var margin = await db.Margins(day).AnyAsync(s => s.Household == household, cancellationToken);
        return SingleCover.Articles(member, margin, day).ToList();
    }
}
