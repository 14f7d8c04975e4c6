using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Households.Domain.Changes;

namespace Dibao.Households.Domain;

/// <summary>A household and its one file (一户一档). What it is made of, lives on and is paid into are two-time rows.</summary>
internal sealed partial class Household : AggregateRoot, IPlaced, IOwned
{
    private readonly List<Member> members = [];
    private readonly List<IncomeLine> income = [];
    private readonly List<AssetLine> assets = [];
    private readonly List<PayeeAccount> payees = [];

    private Household()
    {
    }

    public HouseholdId Id { get; private init; }

    public string FileNumber { get; private set; } = "";

    /// <summary>Village or community where it applies: of registration (57 Art 4), or of residence where the province lets it (57 Art 5).</summary>
    public DivisionCode Division { get; private set; }

    public DivisionCode County { get; private set; }

    /// <summary>Village or community where it lives.</summary>
    public DivisionCode Residence { get; private set; }

    public HukouKind Hukou { get; private set; }

    public string? Agent { get; private init; }

    public LocalDate RegisteredOn { get; private init; }

    /// <summary>The household it split from.</summary>
    public HouseholdId? SplitFrom { get; private init; }

    /// <summary>The household it was merged into; its file is closed.</summary>
    public HouseholdId? MergedInto { get; private set; }

    /// <summary>Whether its case draws; kept by what Eligibility says.</summary>
    public CaseStanding Case { get; private set; }

    /// <summary>By which entitlement it draws, or drew last; null while it has never drawn, or draws by the one taken over.</summary>
    public EntitlementId? DrawsBy { get; private init; }

    public byte[]? SealedPhone { get; private set; }

    /// <summary>Keyed hash of the phone, by which the same phone of another household is found.</summary>
    public byte[]? PhoneHash { get; private set; }

    public string? MaskedPhone { get; private set; }

    public IReadOnlyList<Member> Members => members;

    public IReadOnlyList<IncomeLine> Income => income;

    public IReadOnlyList<AssetLine> Assets => assets;

    public IReadOnlyList<PayeeAccount> Payees => payees;

    public static Result<Household> Register(
        DivisionCode division, DivisionCode residence, HukouKind hukou, string? agent,
        IReadOnlyList<NewMember> members, LocalDate today, Instant now, bool aloud = true)
    {
        if (members.DistinctBy(m => m.IdNumber.Value).Count() != members.Count) return HouseholdErrors.SamePersonTwice.Plain();
        for (var i = 0; i < members.Count; i++)
            if (members[i].IdNumber.BirthDate > today)
                return HouseholdErrors.BornLater.Because($"第 {i + 1} 名成员的出生日期晚于今天,请核对身份号码。", $"Member {i + 1} is born after today: check the identity number.");
        if (Contradictions.Among([.. members.Select(m => (m.IdNumber.BirthDate, m.Particulars))], today) is { } wrong) return wrong;
        var household = new Household
        {
            Id = HouseholdId.New(),
            Division = division,
            County = division.County,
            Residence = residence,
            Hukou = hukou,
            Agent = agent,
            RegisteredOn = today,
        };
        foreach (var member in members) household.members.Add(new Member(household.Id, household.County, member, today, now));
        if (aloud) household.Raise(new HouseholdRegistered(household.Id, division, today));
        return household;
    }

    /// <summary>Gives the file its number, once nothing else can refuse it: the sequence has no gaps.</summary>
    public Household Numbered(string fileNumber)
    {
        FileNumber = fileNumber;
        return this;
    }

    /// <summary>Comes from an old register, where it draws.</summary>
    public Household Arrive()
    {
        Case = CaseStanding.Arriving;
        return this;
    }

    /// <summary>Replaces the declaration from today on; earlier days keep what was declared then.</summary>
    public void Declare(IReadOnlyList<IncomeAmount> declaredIncome, IReadOnlyList<AssetAmount> declaredAssets, LocalDate today, Instant now, bool aloud = true)
    {
        income.CloseFrom(today, (line, day) => line.Until(day, now), now);
        assets.CloseFrom(today, (line, day) => line.Until(day, now), now);
        foreach (var line in declaredIncome) income.Add(new IncomeLine(Id, line.Kind, new Money(line.YearlyFen), today, now));
        foreach (var line in declaredAssets) assets.Add(new AssetLine(Id, line.Kind, new Money(line.ValueFen), today, now));
        if (aloud) Raise(new MeansDeclared(Id, Division, today));
    }

    /// <summary>Notes the phone under which it is reached; none takes the earlier away.</summary>
    public Result<Done> NotePhone(SealedPhone? phone)
    {
        if (Closed() is { } closed) return closed;
        (SealedPhone, PhoneHash, MaskedPhone) = (phone?.Number, phone?.Hash, phone?.Masked);
        return Done.It;
    }

    /// <summary>Takes a dead member out from the day after his death on (57 Art 30).</summary>
    public Result<Member> ReportDeath(PersonId person, LocalDate diedOn, LocalDate today, Instant now)
    {
        if (Closed() is { } closed) return closed;
        if (Membership(person) is not { } member) return HouseholdErrors.NotMember.Plain();
        if (member.ValidTo is not null) return HouseholdErrors.AlreadyDead.Plain();
        if (diedOn > today || diedOn < member.BirthDate)
            return HouseholdErrors.DeathDate.Because(
                $"死亡日期 {diedOn:uuuu-MM-dd} 须在出生日期之后、今天 {today:uuuu-MM-dd} 之前。", $"{diedOn:uuuu-MM-dd} must lie after the birth and not after today, {today:uuuu-MM-dd}.");
        var last = Leave(person, diedOn.PlusDays(1), now);
        Raise(new MemberDied(Id, person, Division, diedOn, members.Count(m => m.HoldsOn(today.PlusDays(1)) && m.Counts(today.PlusDays(1)).Counts), member.Relationship == Relationship.Head));
        return last;
    }

    /// <summary>What is known of a member is something else from a day on; later days follow it.</summary>
    public Result<Member> ChangeMember(PersonId person, string name, MemberParticulars particulars, LocalDate from, LocalDate today, Instant now)
    {
        if (Closed() is { } closed) return closed;
        if (Membership(person) is not { } last) return HouseholdErrors.NotMember.Plain();
        var first = members.Where(m => m.Person == person && m.Superseded is null).Min(m => m.ValidFrom);
        if (from > today || from < first || from >= last.ValidTo)
            return HouseholdErrors.ChangeDate.Because(
                $"变更日期 {from:uuuu-MM-dd} 须在其成为成员之日 {first:uuuu-MM-dd} 至今天之间。", $"{from:uuuu-MM-dd} must lie within the membership, which began on {first:uuuu-MM-dd}, and not after today.");
        var headless = !members.Any(m => m.HoldsOn(from) && m.Relationship == Relationship.Head);
        if (Contradictions.Among([.. Others(from, person), (last.BirthDate, particulars)], today, headless) is { } wrong) return wrong;
        var changed = Say(last, name, particulars, from, now);
        return TwoHeads(from) is { } two ? two : changed;
    }

    /// <summary>Takes over what a told change says of a member, where its kind and its day say it all; what else is so of him then and later stays.</summary>
    public Result<Done> Follow(ChangeKind kind, PersonId? person, LocalDate on, Instant now)
    {
        if (person is not { } one || !Differences.IsOfAMember(kind)) return Done.It;
        var rows = BelievedFrom(one, on);
        if (!rows.Any(r => r.HoldsOn(on))) return HouseholdErrors.NotMember.Because($"该成员在 {on:uuuu-MM-dd} 不是家庭成员。", $"He was no member on {on:uuuu-MM-dd}.");
        Amend(one, on, particulars => Differences.After(particulars, kind, on), now);
        return Done.It;
    }

    /// <summary>Puts a wrong identity number right, for as long as the person has been a member.</summary>
    public Result<Member> CorrectIdNumber(PersonId person, ResidentIdNumber number, byte[] sealedNumber, LocalDate today, Instant now)
    {
        if (Closed() is { } closed) return closed;
        if (Membership(person) is null) return HouseholdErrors.NotMember.Plain();
        if (number.BirthDate > today) return HouseholdErrors.BornLater.Plain();
        foreach (var row in BelievedFrom(person, LocalDate.MinIsoValue))
        {
            row.Supersede(now);
            members.Add(row.Corrected(number, sealedNumber, now));
        }
        return Membership(person)!;
    }

    private IEnumerable<(LocalDate BirthDate, MemberParticulars Of)> Others(LocalDate day, PersonId? but = null) =>
        members.Where(m => m.Person != but && m.HoldsOn(day)).Select(m => (m.BirthDate, m.Particulars));

    /// <summary>Says something else of a member from a day on; what was said of the days before stays.</summary>
    private Member Say(Member last, string name, MemberParticulars particulars, LocalDate from, Instant now)
    {
        var changed = last.Changed(name, particulars, from, now);
        foreach (var row in BelievedFrom(last.Person, from))
        {
            row.Supersede(now);
            if (row.ValidFrom < from) members.Add(row.Until(from, now));
        }
        members.Add(changed);
        return changed;
    }

    /// <summary>Says one thing else of a member from a day on; what else was said of those days stays.</summary>
    private void Amend(PersonId person, LocalDate from, Func<MemberParticulars, MemberParticulars> amended, Instant now)
    {
        foreach (var row in BelievedFrom(person, from))
        {
            var particulars = amended(row.Particulars);
            if (particulars == row.Particulars) continue;
            row.Supersede(now);
            if (row.ValidFrom < from) members.Add(row.Until(from, now));
            members.Add(row.Changed(row.Name, particulars, LocalDate.Max(row.ValidFrom, from), now));
        }
    }

    /// <summary>What is said of an earlier day must not make two heads on a later one.</summary>
    private Error? TwoHeads(LocalDate from)
    {
        foreach (var day in members.Where(m => m.Superseded is null && m.ValidFrom > from).Select(m => m.ValidFrom).Append(from).Distinct().Order())
            if (members.Count(m => m.Relationship == Relationship.Head && m.HoldsOn(day)) > 1)
                return HouseholdErrors.OneHead.Because($"{day:uuuu-MM-dd} 起会有两名户主,请先更正其中一名。", $"From {day:uuuu-MM-dd} on there would be two heads: put one of them right first.");
        return null;
    }

    /// <summary>Whoever is a member on a day or becomes one after it, as he then first is.</summary>
    public IReadOnlyList<Member> MembersFrom(LocalDate day) =>
        [.. members.Where(m => m.Superseded is null && (m.ValidTo is null || (m.ValidTo > day && m.ValidTo > m.ValidFrom))).GroupBy(m => m.Person).Select(of => of.MinBy(m => m.ValidFrom)!)];

    /// <summary>The last of a person's believed rows: it says whether and until when he is a member.</summary>
    private Member? Membership(PersonId person) => members.Where(m => m.Person == person && m.Superseded is null).MaxBy(m => m.ValidFrom);

    private List<Member> BelievedFrom(PersonId person, LocalDate day) =>
        [.. members.Where(m => m.Person == person && m.Superseded is null && (m.ValidTo is null || m.ValidTo > day))];

    /// <summary>Ends a membership on a day; a row stays that says so, even where he had left before he was entered.</summary>
    private Member Leave(PersonId person, LocalDate day, Instant now)
    {
        var rows = BelievedFrom(person, day);
        foreach (var row in rows) row.Supersede(now);
        var last = rows.Where(r => r.ValidFrom < day).MaxBy(r => r.ValidFrom) ?? rows.MinBy(r => r.ValidFrom)!;
        var left = last.Until(day, now);
        members.Add(left);
        return left;
    }
}
