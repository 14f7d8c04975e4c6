using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Discovery;

/// <summary>Who found a person in need.</summary>
internal enum DiscoveredBy
{
    /// <summary>Village or community staff (村(社区)干部).</summary>
    VillageStaff = 1,

    /// <summary>Township staff (乡镇(街道)工作人员).</summary>
    TownshipStaff = 2,

    /// <summary>Social worker (社会工作者).</summary>
    SocialWorker = 3,

    /// <summary>Neighbour (邻居).</summary>
    Neighbour = 4,

    /// <summary>Comparison of data (数据比对).</summary>
    DataMatch = 5,

    /// <summary>Hotline (求助热线).</summary>
    Hotline = 6,

    /// <summary>Another (其他).</summary>
    Other = 9,
}

/// <summary>To which scheme the one window hands a case (一门受理、协同办理).</summary>
internal enum AidScheme
{
    /// <summary>Minimum living guarantee (最低生活保障).</summary>
    Dibao = 1,

    /// <summary>Support of the destitute (特困人员救助供养).</summary>
    Tekun = 2,

    /// <summary>Temporary aid (临时救助).</summary>
    TemporaryAid = 3,

    /// <summary>Dibao-margin household (低保边缘家庭).</summary>
    Margin = 4,

    /// <summary>Household with rigid expenditure (刚性支出困难家庭).</summary>
    RigidExpenditure = 5,

    /// <summary>Medical aid (医疗救助).</summary>
    MedicalAid = 6,

    /// <summary>Education aid (教育救助).</summary>
    EducationAid = 7,

    /// <summary>Housing aid (住房救助).</summary>
    HousingAid = 8,

    /// <summary>Employment aid (就业救助).</summary>
    EmploymentAid = 9,

    /// <summary>Disaster relief (受灾人员救助).</summary>
    DisasterRelief = 10,

    /// <summary>Disability allowances (残疾人两项补贴).</summary>
    DisabilityAllowance = 11,

    /// <summary>Charity (慈善帮扶).</summary>
    Charity = 12,

    /// <summary>Another (其他).</summary>
    Other = 99,
}

/// <summary>How far a discovery has come.</summary>
internal enum DiscoveryState
{
    /// <summary>Found, and not told yet.</summary>
    Found = 1,

    /// <summary>Told how to apply.</summary>
    Informed = 2,

    /// <summary>The household is registered.</summary>
    Registered = 3,

    Closed = 4,
}

/// <summary>Why a discovery went no further.</summary>
internal enum DiscoveryClosing
{
    /// <summary>Does not want to apply (本人不愿申请).</summary>
    DoesNotWant = 1,

    /// <summary>Is not in need (不符合困难情形).</summary>
    NotInNeed = 2,

    /// <summary>Was helped otherwise (已通过其他方式救助).</summary>
    HelpedOtherwise = 3,

    /// <summary>Moved away (已迁离).</summary>
    MovedAway = 4,

    /// <summary>Died (已死亡).</summary>
    Died = 5,

    /// <summary>Recorded by mistake (登记有误).</summary>
    Mistaken = 6,

    /// <summary>Another (其他).</summary>
    Other = 9,
}

/// <summary>A person found in need.</summary>
internal sealed record NewDiscovery(DivisionCode Division, byte[] SealedName, LocalDate FoundOn, DiscoveredBy By, string Note, AidScheme? Scheme, LocalDate InformDueOn);

/// <summary>
/// Somebody who may qualify and has not applied: found, told, and then registered or closed (主动发现: 57 Art 6; Law Art 39). His name is
/// sealed: he has asked for nothing.
/// </summary>
internal sealed class DiscoveryRecord : AggregateRoot, IPlaced
{
    public const string SealColumn = "households.discovery.name";

    /// <summary>How soon he is told, and how soon after that he is expected to apply.</summary>
    public static readonly IReadOnlyList<DatedLimit> Limits = DatedLimit.Table("discovery_limits.csv");

    private DiscoveryRecord()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Village or community where he was found.</summary>
    public DivisionCode Division { get; private init; }

    public byte[] SealedName { get; private init; } = [];

    public LocalDate FoundOn { get; private init; }

    public DiscoveredBy FoundBy { get; private init; }

    public string Note { get; private init; } = "";

    public string RecordedBy { get; private init; } = "";

    public DiscoveryState State { get; private set; }

    /// <summary>The scheme he was routed to; null while nobody has said.</summary>
    public AidScheme? Scheme { get; private set; }

    /// <summary>Last day of the step that is due; null when none is.</summary>
    public LocalDate? DueOn { get; private set; }

    public LocalDate? InformedOn { get; private set; }

    public string? InformedBy { get; private set; }

    public HouseholdId? Household { get; private set; }

    public LocalDate? EndedOn { get; private set; }

    public string? EndedBy { get; private set; }

    public DiscoveryClosing? Closing { get; private set; }

    public string? ClosingNote { get; private set; }

    public static Result<DiscoveryRecord> Find(NewDiscovery found, string by, LocalDate today)
    {
        if (found.FoundOn > today)
            return DiscoveryErrors.FoundDate.Because($"发现日期 {found.FoundOn:uuuu-MM-dd} 不得晚于今天 {today:uuuu-MM-dd}。", $"Found on {found.FoundOn:uuuu-MM-dd}, which lies after today, {today:uuuu-MM-dd}.");
        return new DiscoveryRecord
        {
            Id = Guid.CreateVersion7(),
            Division = found.Division,
            SealedName = found.SealedName,
            FoundOn = found.FoundOn,
            FoundBy = found.By,
            Note = found.Note,
            RecordedBy = by,
            State = DiscoveryState.Found,
            Scheme = found.Scheme,
            DueOn = found.InformDueOn,
        };
    }

    public bool IsOverdue(LocalDate today) => DueOn < today;

    /// <summary>He was told that he may qualify, for what, and how to apply.</summary>
    public Result<Done> Inform(AidScheme scheme, LocalDate on, LocalDate applyDueOn, string by, LocalDate today)
    {
        if (State != DiscoveryState.Found) return Order(DiscoveryState.Found);
        if (on > today || on < FoundOn)
            return DiscoveryErrors.FoundDate.Because($"告知日期 {on:uuuu-MM-dd} 须在发现日期 {FoundOn:uuuu-MM-dd} 至今天之间。", $"{on:uuuu-MM-dd} must lie between the discovery, {FoundOn:uuuu-MM-dd}, and today.");
        (State, Scheme, InformedOn, InformedBy, DueOn) = (DiscoveryState.Informed, scheme, on, by, applyDueOn);
        return Done.It;
    }

    /// <summary>He applied: the household is registered.</summary>
    public Result<Done> Link(HouseholdId household, string by, LocalDate today)
    {
        if (State != DiscoveryState.Informed) return Order(DiscoveryState.Informed);
        (State, Household, EndedOn, EndedBy, DueOn) = (DiscoveryState.Registered, household, today, by, null);
        return Done.It;
    }

    public Result<Done> Close(DiscoveryClosing reason, string note, string by, LocalDate today)
    {
        if (State is DiscoveryState.Registered or DiscoveryState.Closed) return Order(DiscoveryState.Informed);
        (State, Closing, ClosingNote, EndedOn, EndedBy, DueOn) = (DiscoveryState.Closed, reason, note, today, by, null);
        return Done.It;
    }

    private Error Order(DiscoveryState needed) => DiscoveryErrors.OutOfOrder.Because(
        $"该记录现为“{NameZh(State)}”,此环节须在“{NameZh(needed)}”时办理。", $"This record is {State}; the step is taken while it is {needed}.");

    private static string NameZh(DiscoveryState state) => state switch
    {
        DiscoveryState.Found => "已发现",
        DiscoveryState.Informed => "已告知",
        DiscoveryState.Registered => "已登记",
        _ => "已办结",
    };
}
