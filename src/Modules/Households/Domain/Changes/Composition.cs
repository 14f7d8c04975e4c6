using Dibao.Contracts.Households;

namespace Dibao.Households.Domain;

/// <summary>A member and what he is to the head.</summary>
internal sealed record Tie(PersonId Person, Relationship Relationship);

/// <summary>How the composition and the place of a household change (57 Art 30; Law Art 46).</summary>
internal sealed partial class Household
{
    /// <summary>Takes a person in from a day on.</summary>
    public Result<Member> Admit(NewMember entered, LocalDate from, LocalDate today, Instant now)
    {
        if (Closed() is { } closed) return closed;
        if (WrongDay(from, today) is { } wrong) return wrong;
        if (entered.IdNumber.BirthDate > from) return HouseholdErrors.BornLater.Plain();
        var headless = !members.Any(m => m.HoldsOn(from) && m.Relationship == Relationship.Head);
        if (Contradictions.Among([.. Others(from), (entered.IdNumber.BirthDate, entered.Particulars)], today, headless) is { } contradiction) return contradiction;
        var member = new Member(Id, County, entered, from, now);
        members.Add(member);
        return TwoHeads(from) is { } two ? two : member;
    }

    /// <summary>Lets a member go who no longer lives with the household; the day is the first without him.</summary>
    public Result<Member> Depart(PersonId person, LocalDate on, LocalDate today, Instant now)
    {
        if (Closed() is { } closed) return closed;
        if (Membership(person) is not { ValidTo: null } member) return HouseholdErrors.NotMember.Plain();
        if (WrongDay(on, today) is { } wrong) return wrong;
        if (members.Count(m => m.HoldsOn(today)) == 1)
            return HouseholdErrors.LastMember.Because("该户只有这一名成员,请办理退出或迁出。", "He is the only member: end the case or transfer the household instead.");
        if (member.Relationship == Relationship.Head)
            return HouseholdErrors.OneHead.Because("户主离开前,请先变更户主。", "Name another head before the head leaves.");
        return Leave(person, on, now);
    }

    /// <summary>The head is divorced from the spouse who leaves: what the file says of him follows.</summary>
    public void Divorce(LocalDate on, Instant now)
    {
        foreach (var head in members.Where(m => m.HoldsOn(on) && m.Relationship == Relationship.Head).ToList())
            Amend(head.Person, on, p => p with { Attributes = p.Attributes with { Marital = MaritalStatus.Divorced, MaritalSince = on } }, now);
    }

    /// <summary>Names another head, and says of everybody what he is to him.</summary>
    public Result<Done> NameHead(IReadOnlyList<Tie> places, LocalDate from, LocalDate today, Instant now)
    {
        if (Closed() is { } closed) return closed;
        if (WrongDay(from, today) is { } wrong) return wrong;
        return Arrange(places, MembersFrom(from), from, today, now) is { } refused ? refused : Done.It;
    }

    /// <summary>
    /// Splits some members off into a household of their own: nobody is without a household for a day, and nobody is in two.
    /// Both are arranged anew and declare anew.
    /// </summary>
    public Result<Household> Split(
        IReadOnlyList<Tie> moving, IReadOnlyList<Tie> staying, DivisionCode division, DivisionCode residence, LocalDate from, LocalDate today, Instant now)
    {
        if (Closed() is { } closed) return closed;
        if (WrongDay(from, today) is { } wrong) return wrong;
        if (moving.Count == 0 || staying.Count == 0)
            return HouseholdErrors.LastMember.Because("分户后两户都须有成员。", "After the split both households have a member at least.");
        if (division.County != County)
            return HouseholdErrors.OtherCounty.Because("分户后户籍在外县的,请先分户再迁出。", "To settle in another county, split first and transfer then.");
        var leaving = MembersFrom(from).Where(m => moving.Any(p => p.Person == m.Person)).ToList();
        var remaining = MembersFrom(from).Except(leaving).ToList();
        if (moving.DistinctBy(p => p.Person).Count() != leaving.Count || moving.Count != leaving.Count) return HouseholdErrors.NotMember.Plain();
        var there = new Household
        {
            Id = HouseholdId.New(),
            Division = division,
            County = division.County,
            Residence = residence,
            Hukou = Hukou,
            RegisteredOn = today,
            SplitFrom = Id,
        };
        foreach (var member in leaving) there.TakeOver(member.Person, this, from, now);
        if (there.Arrange(moving, there.MembersFrom(from), from, today, now) is { } contradiction) return contradiction;
        if (Arrange(staying, remaining, from, today, now) is { } refused) return refused;
        Raise(new HouseholdSplit(Id, there.Id, Division, from));
        return there;
    }

    /// <summary>Takes in all members of another household, whose file is closed.</summary>
    public Result<Done> Absorb(Household other, IReadOnlyList<Tie> places, LocalDate from, LocalDate today, Instant now)
    {
        if (Closed() is { } closed) return closed;
        if (other.Closed() is { } gone) return gone;
        if (other.Id == Id || other.County != County) return HouseholdErrors.OtherCounty.Because("只有同县的另一户可以并入。", "Only another household of the same county can be merged into this one.");
        if (WrongDay(from, today) is { } wrong) return wrong;
        if (other.WrongDay(from, today) is { } early) return early;
        foreach (var member in other.MembersFrom(from)) TakeOver(member.Person, other, from, now);
        if (Arrange(places, MembersFrom(from), from, today, now) is { } refused) return refused;
        other.MergedInto = Id;
        Raise(new HouseholdsMerged(Id, other.Id, Division, from));
        return Done.It;
    }

    /// <summary>Is registered or lives elsewhere within its county.</summary>
    public Result<Done> Move(DivisionCode division, DivisionCode residence, LocalDate today)
    {
        if (Closed() is { } closed) return closed;
        if (division.County != County)
            return HouseholdErrors.OtherCounty.Because("户籍迁往外县的,请办理迁出。", "A registration in another county is a transfer.");
        var from = Division;
        (Division, Residence) = (division, residence);
        Raise(new HouseholdMoved(Id, from, division, residence, today));
        return Done.It;
    }

    /// <summary>Becomes urban or rural (220 Art 6); its case goes on under the other scheme from the following month.</summary>
    public Result<Done> Convert(HukouKind to, LocalDate today)
    {
        if (Closed() is { } closed) return closed;
        if (to == Hukou) return HouseholdErrors.SameHukou.Plain();
        Hukou = to;
        Raise(new HukouConverted(Id, Division, to, today));
        return Done.It;
    }

    /// <summary>Comes under another county, with a new file number; the old county pays through the month agreed.</summary>
    public void ComeUnder(DivisionCode division, DivisionCode residence, string fileNumber, Month lastMonth, LocalDate today)
    {
        var from = Division;
        (Division, County, Residence, FileNumber) = (division, division.County, residence, fileNumber);
        foreach (var member in members) member.County = County;
        Raise(new HouseholdTransferred(Id, from, division, lastMonth, today));
    }

    /// <summary>Why nothing may change; a case that arrives is not changed before its entitlement is known to all, so that no change is lost on it.</summary>
    public Error? Closed() => MergedInto is not null
        ? HouseholdErrors.FileClosed.Because("该户已并入另一户,档案已关闭。", "This household was merged into another: its file is closed.")
        : Case == CaseStanding.Arriving ? HouseholdErrors.Arriving.Plain() : null;

    private Error? WrongDay(LocalDate day, LocalDate today)
    {
        var first = members.Where(m => m.Superseded is null).Select(m => m.ValidFrom).DefaultIfEmpty(RegisteredOn).Min();
        return day > today || day < first
            ? HouseholdErrors.ChangeDate.Because($"变更日期 {day:uuuu-MM-dd} 须在建档日 {first:uuuu-MM-dd} 至今天之间。", $"{day:uuuu-MM-dd} must lie between the first day on file, {first:uuuu-MM-dd}, and today.")
            : null;
    }

    /// <summary>Takes a member of another household over with all that is said of him from a day on: who has died or left since is no longer one here either.</summary>
    private void TakeOver(PersonId person, Household from, LocalDate day, Instant now)
    {
        foreach (var row in from.BelievedFrom(person, day)) members.Add(row.In(this, LocalDate.Max(row.ValidFrom, day), now));
        from.Leave(person, day, now);
    }

    /// <summary>Says of each of some members what he is to the head; each is named once.</summary>
    private Error? Arrange(IReadOnlyList<Tie> places, IReadOnlyList<Member> who, LocalDate from, LocalDate today, Instant now)
    {
        if (places.DistinctBy(p => p.Person).Count() != places.Count || places.Count != who.Count || who.Any(m => places.All(p => p.Person != m.Person)))
            return HouseholdErrors.NotMember.Because("须逐一写明每名成员与户主的关系,不多不少。", "Say of every member, and of nobody else, what he is to the head.");
        var arranged = who.Select(m => (Member: m, Of: m.Particulars with { Relationship = places.First(p => p.Person == m.Person).Relationship })).ToList();
        if (Contradictions.Among([.. arranged.Select(a => (a.Member.BirthDate, a.Of))], today) is { } contradiction) return contradiction;
        foreach (var (member, of) in arranged) Amend(member.Person, from, p => p with { Relationship = of.Relationship }, now);
        return TwoHeads(from);
    }
}
