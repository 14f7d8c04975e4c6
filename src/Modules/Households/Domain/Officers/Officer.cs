using Dibao.BuildingBlocks.Persistence;

namespace Dibao.Households.Domain.Officers;

/// <summary>Who has to do with dibao and whose near relatives are filed (220 Art 14; 57 Art 11).</summary>
internal enum OfficerKind
{
    /// <summary>Of the county's civil affairs, handling or leading it.</summary>
    CountyCivilAffairs = 1,

    /// <summary>Of a township or sub-district, handling it.</summary>
    TownshipHandler = 2,

    /// <summary>Of a township or sub-district, leading it.</summary>
    TownshipLeader = 3,

    /// <summary>Member of a village or neighbourhood committee.</summary>
    CommitteeMember = 4,
}

/// <summary>Somebody named in the register of officers: name and number sealed, and the keyed hash by which members are matched.</summary>
internal sealed record SealedPerson(byte[] Name, byte[] Number, byte[] Hash, string Masked);

/// <summary>A relative as entered.</summary>
internal sealed record NewKin(Kinship Kinship, SealedPerson Person, LocalDate From, LocalDate? To);

/// <summary>An officer on the register that a county keeps.</summary>
internal sealed class Officer : AggregateRoot, IPlaced
{
    public const string NameColumn = "households.officer.name";
    public const string NumberColumn = "households.officer.id_number";

    private readonly List<OfficerKin> kin = [];

    private Officer()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>The county that keeps the entry.</summary>
    public DivisionCode Division { get; private init; }

    public OfficerKind Kind { get; private init; }

    /// <summary>County, township or village where he serves.</summary>
    public DivisionCode Office { get; private init; }

    public string Post { get; private init; } = "";

    public byte[] SealedName { get; private init; } = [];

    public byte[] SealedNumber { get; private init; } = [];

    public byte[] NumberHash { get; private init; } = [];

    public string MaskedNumber { get; private init; } = "";

    public LocalDate From { get; private init; }

    /// <summary>First day on which he no longer serves.</summary>
    public LocalDate? To { get; private set; }

    public LocalDate EnteredOn { get; private init; }

    public string EnteredBy { get; private init; } = "";

    /// <summary>His relatives, and himself: a household he lives in is found by his own number.</summary>
    public IReadOnlyList<OfficerKin> Kin => kin;

    public static Result<Officer> Enter(
        DivisionCode county, OfficerKind kind, DivisionCode office, string post, SealedPerson person, LocalDate from, LocalDate? to, IReadOnlyList<NewKin> relatives,
        string by, LocalDate today, Instant now)
    {
        if (office.County != county || office.Digits != DigitsOf(kind))
            return OfficerErrors.Office.Because(
                $"任职单位 {office} 须为本县 {DigitsOf(kind)} 位代码。", $"The office, {office}, must be of this county and have {DigitsOf(kind)} digits.");
        if (from > today || to <= from)
            return OfficerErrors.Days.Because($"任职日期 {from:uuuu-MM-dd} 不得晚于今天,离任日期须在其后。", $"He serves from {from:uuuu-MM-dd}, which must not lie after today; the end follows it.");
        var officer = new Officer
        {
            Id = Guid.CreateVersion7(),
            Division = county,
            Kind = kind,
            Office = office,
            Post = post,
            SealedName = person.Name,
            SealedNumber = person.Number,
            NumberHash = person.Hash,
            MaskedNumber = person.Masked,
            From = from,
            To = to,
            EnteredOn = today,
            EnteredBy = by,
        };
        officer.kin.Add(new OfficerKin(officer.Id, new(Kinship.Self, person, from, null), now));
        foreach (var relative in relatives)
            if (officer.Relate(relative, today, now) is { Refused: true } refused) return refused.Error;
        return officer;
    }

    /// <summary>Serves on a day.</summary>
    public bool ServesOn(LocalDate day) => From <= day && (To is null || day < To);

    /// <summary>Enters a relative.</summary>
    public Result<OfficerKin> Relate(NewKin relative, LocalDate today, Instant now)
    {
        if (relative.Kinship == Kinship.Self || NearRelatives.On(relative.Kinship, today) is null) return OfficerErrors.NotNear.Plain();
        if (relative.From > today || relative.To <= relative.From)
            return OfficerErrors.Days.Because($"关系起始日期 {relative.From:uuuu-MM-dd} 不得晚于今天,终止日期须在其后。", $"The kinship begins on {relative.From:uuuu-MM-dd}, which must not lie after today; the end follows it.");
        if (kin.Exists(k => k.Superseded is null && (k.ValidTo is null || k.ValidTo > relative.From) && k.NumberHash.AsSpan().SequenceEqual(relative.Person.Hash))) return OfficerErrors.KinTwice.Plain();
        var entered = new OfficerKin(Id, relative, now);
        kin.Add(entered);
        return entered;
    }

    /// <summary>Ends a kinship from a day on, as a marriage by divorce; the days before stay.</summary>
    public Result<Done> EndKin(Guid id, LocalDate on, LocalDate today, Instant now)
    {
        if (kin.Find(k => k.Id == id && k.Superseded is null && k.Kinship != Kinship.Self) is not { ValidTo: null } row) return OfficerErrors.KinEnded.Plain();
        if (on > today || on < row.ValidFrom)
            return OfficerErrors.Days.Because($"终止日期 {on:uuuu-MM-dd} 须在关系起始日期与今天之间。", $"{on:uuuu-MM-dd} must lie between the beginning of the kinship and today.");
        row.Supersede(now);
        if (row.ValidFrom < on) kin.Add(row.Until(on, now));
        return Done.It;
    }

    /// <summary>He leaves; the day is the first on which he no longer serves.</summary>
    public Result<Done> Leave(LocalDate on, LocalDate today)
    {
        if (To is not null) return OfficerErrors.Left.Plain();
        if (on > today || on < From)
            return OfficerErrors.Days.Because($"离任日期 {on:uuuu-MM-dd} 须在任职日期 {From:uuuu-MM-dd} 与今天之间。", $"{on:uuuu-MM-dd} must lie between the day he began, {From:uuuu-MM-dd}, and today.");
        To = on;
        return Done.It;
    }

    private static int DigitsOf(OfficerKind kind) => kind switch
    {
        OfficerKind.CountyCivilAffairs => 6,
        OfficerKind.CommitteeMember => 12,
        _ => 9,
    };
}

/// <summary>A relative of an officer, or himself, from a day on.</summary>
internal sealed class OfficerKin : TwoTimeRow
{
    public const string NameColumn = "households.officer_kin.name";
    public const string NumberColumn = "households.officer_kin.id_number";

    private OfficerKin()
    {
    }

    public OfficerKin(Guid officer, NewKin relative, Instant now)
    {
        Id = Guid.CreateVersion7();
        Officer = officer;
        Kinship = relative.Kinship;
        SealedName = relative.Person.Name;
        SealedNumber = relative.Person.Number;
        NumberHash = relative.Person.Hash;
        MaskedNumber = relative.Person.Masked;
        ValidFrom = relative.From;
        ValidTo = relative.To;
        Recorded = now;
    }

    public Guid Id { get; private set; }

    public Guid Officer { get; private init; }

    public Kinship Kinship { get; private init; }

    public byte[] SealedName { get; private init; } = [];

    public byte[] SealedNumber { get; private init; } = [];

    public byte[] NumberHash { get; private init; } = [];

    public string MaskedNumber { get; private init; } = "";

    public OfficerKin Until(LocalDate day, Instant now)
    {
        var until = (OfficerKin)Again(ValidFrom, day, now);
        until.Id = Guid.CreateVersion7();
        return until;
    }
}
