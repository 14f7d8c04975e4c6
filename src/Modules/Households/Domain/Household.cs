using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;

namespace Dibao.Households.Domain;

/// <summary>A household and its one file (一户一档). What it is made of, lives on and is paid into are two-time rows.</summary>
internal sealed class Household : AggregateRoot, IPlaced, IOwned
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

    /// <summary>Village or community of registration: here it applies (57 Art 4).</summary>
    public DivisionCode Division { get; private init; }

    public DivisionCode County { get; private init; }

    /// <summary>Village or community where it lives.</summary>
    public DivisionCode Residence { get; private init; }

    public HukouKind Hukou { get; private init; }

    public string? Agent { get; private init; }

    public LocalDate RegisteredOn { get; private init; }

    public IReadOnlyList<Member> Members => members;

    public IReadOnlyList<IncomeLine> Income => income;

    public IReadOnlyList<AssetLine> Assets => assets;

    public IReadOnlyList<PayeeAccount> Payees => payees;

    public static Result<Household> Register(
        DivisionCode division, DivisionCode residence, HukouKind hukou, string? agent,
        IReadOnlyList<NewMember> members, LocalDate today, Instant now, bool aloud = true)
    {
        if (members.Count(m => m.Relationship == Relationship.Head) != 1) return HouseholdErrors.OneHead.Plain();
        if (members.DistinctBy(m => m.IdNumber.Value).Count() != members.Count) return HouseholdErrors.SamePersonTwice.Plain();
        for (var i = 0; i < members.Count; i++)
            if (members[i].IdNumber.BirthDate > today)
                return HouseholdErrors.BornLater.Because($"第 {i + 1} 名成员的出生日期晚于今天,请核对身份号码。", $"Member {i + 1} is born after today: check the identity number.");
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
        foreach (var member in members) household.members.Add(new Member(household.Id, member, today, now));
        if (aloud) household.Raise(new HouseholdRegistered(household.Id, division, today));
        return household;
    }

    /// <summary>Gives the file its number, once nothing else can refuse it: the sequence has no gaps.</summary>
    public Household Numbered(string fileNumber)
    {
        FileNumber = fileNumber;
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

    /// <summary>Names the account into which the household is paid from today on; the holder is a member (57 Art 25).</summary>
    public Result<PayeeAccount> NamePayee(PersonId holder, string bank, SealedAccount account, LocalDate today, Instant now, bool aloud = true)
    {
        if (members.FirstOrDefault(m => m.Person == holder && m.HoldsOn(today)) is not { } member) return HouseholdErrors.NotMember.Plain();
        var payee = new PayeeAccount(Id, member.Person, member.Name, bank, account, today, now);
        payees.Put(payee, (row, day) => row.Until(day, now), now);
        if (aloud) Raise(new PayeeNamed(Id, payee.Id, Division, today));
        return payee;
    }

    /// <summary>Takes a dead member out from the day after his death on (57 Art 30).</summary>
    public Result<Member> ReportDeath(PersonId person, LocalDate diedOn, LocalDate today, Instant now)
    {
        if (members.LastOrDefault(m => m.Person == person && m.Superseded is null) is not { } member) return HouseholdErrors.NotMember.Plain();
        if (member.ValidTo is not null) return HouseholdErrors.AlreadyDead.Plain();
        if (diedOn > today || diedOn < member.BirthDate)
            return HouseholdErrors.DeathDate.Because(
                $"死亡日期 {diedOn:uuuu-MM-dd} 须在出生日期之后、今天 {today:uuuu-MM-dd} 之前。", $"{diedOn:uuuu-MM-dd} must lie after the birth and not after today, {today:uuuu-MM-dd}.");
        member.Supersede(now);
        var last = member.Until(diedOn.PlusDays(1), now);
        members.Add(last);
        Raise(new MemberDied(Id, person, Division, diedOn, members.Count(m => m.HoldsOn(today.PlusDays(1)))));
        return last;
    }
}
