using System.Numerics;
using System.Runtime.ExceptionServices;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Reference;
using Dibao.Households.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Imports;

/// <summary>A case as it was sent.</summary>
/// <param name="Line">The line or family it is.</param>
/// <param name="Text">How it is written, by which it is known again; null when nothing can be relied on.</param>
/// <param name="Read">Reads it.</param>
internal sealed record WrittenCase(int Line, string? Text, Func<Result<LiveCaseBody>> Read);

/// <summary>A case that was refused, and why.</summary>
internal sealed record RefusedCase(int Line, Error Why);

/// <summary>Enters one batch of households and their live cases with all checks: what is good is written at once, what is not is told by its line.</summary>
internal sealed class EnterCases(DibaoDbContext db, Today today, Sealing sealing, IMediator mediator, Guid source, DivisionCode county)
{
    private const int AskedAtOnce = 500;
    private static readonly LiveCaseBody.Validator Shape = new();
    private readonly List<RefusedCase> refused = [];
    private readonly List<Good> good = [];

    private sealed record Good(LiveCaseBody Case, Household Household, IReadOnlyList<Person> Persons, IReadOnlyList<PersonId> Covered, IReadOnlyList<Uplift> Uplifts, int Line, byte[] Hash, IReadOnlyList<Person> Known)
    {
        public IEnumerable<Person> New => Persons.Where(p => !Known.Any(k => k.Id == p.Id));
    }

    public IReadOnlyList<RefusedCase> Refused => refused;

    public int Entered => good.Count;

    /// <summary>Cases that were entered before, or stand in this batch twice.</summary>
    public int Repeated { get; private set; }

    /// <summary>Takes cases in: what was entered before is passed over, the others are checked each by itself, several at once.</summary>
    public async Task Take(IEnumerable<WrittenCase> cases, CancellationToken cancellation)
    {
        var hashed = cases.Select(c => (Case: c, Hash: c.Text is null ? [] : sealing.Hash("takeover-line", c.Text))).ToList();
        var before = new HashSet<string>();
        foreach (var chunk in hashed.Where(c => c.Case.Text is not null).Select(c => c.Hash).Chunk(AskedAtOnce))
        {
            var found = await db.Set<TakenOverLine>().Where(l => l.County == county && chunk.Contains(l.Line)).Select(l => l.Line).ToListAsync(cancellation);
            before.UnionWith(found.Select(Convert.ToHexString));
        }
        var unknown = hashed.FindAll(c => c.Case.Text is null || before.Add(Convert.ToHexString(c.Hash)));
        Repeated += hashed.Count - unknown.Count;
        try
        {
            foreach (var (line, made) in unknown.AsParallel().AsOrdered().Select(c => (c.Case.Line, Checked(c.Case, c.Hash)))) Keep(line, made);
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]); // as if one had been checked after the other
        }
    }

    private Result<Good> Checked(WrittenCase written, byte[] hash)
    {
        var read = written.Read();
        if (read.Refused) return read.Error;
        var body = read.Value;
        if (Shape.Validate(body) is { IsValid: false } shape)
        {
            var wrong = shape.Errors[0];
            var parts = wrong.ErrorMessage.Split('|', 2);
            return PlumbingProblems.InvalidRequest.Because($"{wrong.PropertyName}:{parts[0]}", $"{wrong.PropertyName}: {parts[^1]}");
        }
        if (body.Household.Division.County != county) return PlumbingProblems.OutsideDivision.Plain();
        if (body.Live() is { } live && (live.FirstMonth < today.Month || live.LastReviewedOn > today.Date))
            return HouseholdErrors.TakeoverDates.Because(
                $"起发月 {live.FirstMonth} 不得早于本月 {today.Month},上次复核日 {live.LastReviewedOn:uuuu-MM-dd} 不得晚于今天。", $"The first month {live.FirstMonth} must not lie before {today.Month}, nor the last review {live.LastReviewedOn:uuuu-MM-dd} after today.");
        return Made(written.Line, body, hash, []);
    }

    private Result<Good> Made(int line, LiveCaseBody body, byte[] hash, IReadOnlyList<Person> from)
    {
        var made = body.Household.Make(null, sealing, today.Date, today.Now, aloud: false, from);
        if (made.Refused) return made.Error;
        var (household, persons) = made.Value;
        var covered = household.Members.Where(m => m.Counts(today.Date).Counts).Select(m => m.Person).ToList();
        if (covered.Count == 0 && body.Live() is not null) return HouseholdErrors.NotMember.Because("该户没有计入保障人口的成员。", "No member of this household counts.");
        var known = persons.ToDictionary(p => Convert.ToHexString(p.IdNumberHash), p => p.Id);
        var uplifts = (body.Uplifts ?? []).Select(u => new Uplift(known.GetValueOrDefault(Convert.ToHexString(sealing.Hash(Person.HashKind, ResidentIdNumber.Parse(u.IdNumber).Value))), u.Fen)).ToList();
        return uplifts.Exists(u => !covered.Contains(u.Person))
            ? HouseholdErrors.NotMember.Because("分类施保人员须为计入保障人口的家庭成员。", "An uplift is for a member who is covered.")
            : new Good(body, household, persons, covered, uplifts, line, hash, from);
    }

    private void Keep(int line, Result<Good> made)
    {
        if (made.Refused) Refuse(line, made.Error);
        else good.Add(made.Value);
    }

    private void Refuse(int line, Error why) => refused.Add(new(line, why));

    /// <summary>Checks the cases against the register and each other, and writes what is left.</summary>
    public async Task Enter(CancellationToken cancellation)
    {
        await RefuseWrongPlaces(cancellation);
        await KnowPersons(cancellation);
        if (good.Count == 0) return;
        var number = await db.TakeNumbers(ChangesModel.FileSeries(county, today.Date), good.Count, cancellation) - good.Count;
        foreach (var one in good) (one.Case.Live() is null ? one.Household : one.Household.Arrive()).Numbered(FileNumber.Of(county, today.Date.Year, ++number));
        var households = good.ConvertAll(g => g.Household);
        await db.WriteMany(households, cancellation);
        await db.WriteMany(households.SelectMany(h => h.Members), cancellation);
        await db.WriteMany(households.SelectMany(h => h.Income), cancellation);
        await db.WriteMany(households.SelectMany(h => h.Assets), cancellation);
        await db.WriteMany(households.SelectMany(h => h.Payees), cancellation);
        await db.WriteMany(good.SelectMany(g => g.New), cancellation);
        foreach (var (one, person) in good.SelectMany(g => g.Known.Select(p => (g, p)))) (person.Household, person.State) = (one.Household.Id, PersonState.Member);
        await db.WriteMany(good.Select(g => new TakenOverLine { County = county, Line = g.Hash }), cancellation);
        await db.FileRelatives(county, households, today, cancellation);
        if (BitOperations.Log2((uint)number) != BitOperations.Log2((uint)(number - good.Count))) // the county has about doubled
        {
            await db.HasGrown<TakenOverLine>(cancellation);
            await db.HasGrown<Person>(cancellation);
            await db.HasGrown<Household>(cancellation);
        }
        foreach (var one in good.Where(g => g.Case.Live() is null)) db.Say(new HouseholdRegistered(one.Household.Id, one.Household.Division, today.Date));
        var cases = good.Select(Fact).OfType<TakenOverHousehold>().ToList();
        if (cases.Count > 0) db.Say(new HouseholdsTakenOver(source, county, today.Date, cases));
    }

    private async Task RefuseWrongPlaces(CancellationToken cancellation)
    {
        var places = good.SelectMany(g => g.Case.Household.Places()).Distinct().ToList();
        var listed = await db.Listed(places, cancellation);
        var wrong = places.ToDictionary(p => p, p => KnownPlace.Wrong(p, today.Date, listed));
        Sift(g => g.Case.Household.Places().Select(p => wrong[p]).FirstOrDefault(w => w is not null));
    }

    /// <summary>Who stands in another household, or twice in this batch, is refused; who left one stays the same person here.</summary>
    private async Task KnowPersons(CancellationToken cancellation)
    {
        var known = new Dictionary<string, Person>();
        foreach (var chunk in good.SelectMany(g => g.Persons).Select(p => p.IdNumberHash).Chunk(AskedAtOnce))
            foreach (var person in await db.PersonsBy(chunk, cancellation)) known[Convert.ToHexString(person.IdNumberHash)] = person;
        Sift(g => Known(g).Find(p => p.State != PersonState.Left)?.Elsewhere());
        if (known.Count > 0) await RefuseCovered(Known, cancellation);
        var seen = new HashSet<string>();
        Sift(g => g.Persons.All(p => seen.Add(Convert.ToHexString(p.IdNumberHash))) ? null : HouseholdErrors.SamePersonTwice.Plain());
        foreach (var one in good.FindAll(g => Known(g).Count > 0))
        {
            good.Remove(one);
            Keep(one.Line, Made(one.Line, one.Case, one.Hash, Known(one)));
        }

        List<Person> Known(Good of) => known.Count == 0 ? [] : [.. of.Persons.Select(p => known.GetValueOrDefault(Convert.ToHexString(p.IdNumberHash))).OfType<Person>()];
    }

    /// <summary>A person draws one scheme at most in a month: who still draws another one than this is refused.</summary>
    private async Task RefuseCovered(Func<Good, List<Person>> known, CancellationToken cancellation)
    {
        var asked = await mediator.Send(new GetCovered([.. good.SelectMany(known).Select(p => p.Id)]), cancellation);
        var covered = asked.Value.ToDictionary(c => c.Person, c => c.LastMonth);
        Sift(g => g.Case.Live() is { } live && known(g).Exists(p => covered.TryGetValue(p.Id, out var last) && (last is null || last >= live.FirstMonth))
            ? HouseholdErrors.PersonElsewhere.Because("所填人员中有人在起发月仍享受其他救助,请先办理停发或更正。", "One of these persons still draws another scheme in the first month: have that ended or corrected first.")
            : null);
    }

    private void Sift(Func<Good, Error?> wrong) => good.RemoveAll(g =>
    {
        if (wrong(g) is not { } why) return false;
        Refuse(g.Line, why);
        return true;
    });

    private static TakenOverHousehold? Fact(Good one) => one.Case.Live() is { } live
        ? new(
            one.Household.Id, one.Household.Division, live.Scheme, one.Household.Members.First(m => m.Relationship == Relationship.Head).Person,
            one.Covered, live.MonthlyFen, live.FirstMonth, live.LastReviewedOn, live.ReviewEvery, one.Uplifts)
        : null;
}
