using System.Globalization;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Standings;

/// <summary>The low-income classes beside dibao (低收入人口).</summary>
internal enum StandingKind
{
    /// <summary>Dibao-margin household (低保边缘家庭): income below 1.5 times the standard.</summary>
    Margin = 1,

    /// <summary>Household with rigid expenditure (刚性支出困难家庭): valid for at most twelve months.</summary>
    RigidExpenditure = 2,

    /// <summary>On the list of those watched against falling back into poverty (防止返贫监测对象).</summary>
    Monitored = 3,
}

/// <summary>What the law asks of a standing in a span of years.</summary>
/// <param name="Kind">The standing.</param>
/// <param name="Months">Longest validity; null where none is set.</param>
/// <param name="Percent">The income per person lies below this share of the living standard; null where income is no matter.</param>
/// <param name="NotWithDibao">It does not go with dibao.</param>
/// <param name="NotWith">Standings it does not go with.</param>
/// <param name="InForce">The days on which it holds.</param>
/// <param name="Article">What it stands on.</param>
internal sealed record StandingRule(
    StandingKind Kind, int? Months, int? Percent, bool NotWithDibao, IReadOnlyList<StandingKind> NotWith, InForce InForce, string Article)
{
    private const string Dibao = "dibao";

    private static readonly IReadOnlyList<StandingRule> Table = [.. EmbeddedTable.Rows("standings.csv").Select(row => new StandingRule(
        Kinds(row[0])[0], Number(row[1]), Number(row[2]), row[3].Split(';').Contains(Dibao), Kinds(row[3]),
        InForce.Of(row[4], row[5]), row[6]))];

    /// <summary>The rule of a kind on a day; of a day before them all the first.</summary>
    public static StandingRule On(StandingKind kind, LocalDate day) =>
        Table.FirstOrDefault(r => r.Kind == kind && r.InForce.On(day)) ?? Table.First(r => r.Kind == kind);

    /// <summary>Whether an income lies below the limit, compared exactly: a year of so many persons against twelve months of the standard.</summary>
    public bool Takes(long yearlyFen, int persons, long monthlyStandardFen) => Percent is not { } percent || yearlyFen * 100 < monthlyStandardFen * 12 * persons * percent;

    private static StandingKind[] Kinds(string text) => [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Where(k => k != Dibao).Select(k => Enum.Parse<StandingKind>(k, ignoreCase: true))];

    private static int? Number(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>What the county recognises.</summary>
internal sealed record NewStanding(StandingKind Kind, LocalDate From, LocalDate? To, string Basis);

/// <summary>A standing of a household in a span of days, recognised by its county.</summary>
internal sealed class LowIncomeStanding : AggregateRoot, IPlaced
{
    private LowIncomeStanding()
    {
    }

    public Guid Id { get; private init; }

    public HouseholdId Household { get; private init; }

    public DivisionCode Division { get; set; }

    public StandingKind Kind { get; private init; }

    public LocalDate ValidFrom { get; private init; }

    /// <summary>First day on which it holds no longer; null while open.</summary>
    public LocalDate? ValidTo { get; private set; }

    public string Basis { get; private init; } = "";

    public string Article { get; private init; } = "";

    public LocalDate RecordedOn { get; private init; }

    public string RecordedBy { get; private init; } = "";

    public LocalDate? EndedOn { get; private set; }

    public string? EndedBy { get; private set; }

    public string? EndReason { get; private set; }

    public static Result<LowIncomeStanding> Recognise(
        Household household, NewStanding standing, bool drawsDibao, IReadOnlyCollection<LowIncomeStanding> others, string by, LocalDate today)
    {
        var rule = StandingRule.On(standing.Kind, standing.From);
        if (standing.From > today || standing.From < household.RegisteredOn || standing.To <= standing.From)
            return StandingErrors.Dates.Because(
                $"起始日 {standing.From:uuuu-MM-dd} 须在登记日 {household.RegisteredOn:uuuu-MM-dd} 至今天之间,截止日须在其后。",
                $"{standing.From:uuuu-MM-dd} must lie between the registration, {household.RegisteredOn:uuuu-MM-dd}, and today, and before the end.");
        var to = standing.To ?? (rule.Months is { } months ? standing.From.PlusMonths(months) : null);
        if (rule.Months is { } most && (to is null || to > standing.From.PlusMonths(most)))
            return StandingErrors.TooLong.Because($"有效期不超过 {most} 个月({rule.Article})。", $"It is valid for at most {most} months ({rule.Article}).");
        if (drawsDibao && rule.NotWithDibao) return StandingErrors.NotWith.Because("该家庭正在享受低保。", "This household draws dibao.");
        foreach (var other in others.Where(o => o.Meets(standing.From, to)))
        {
            if (other.Kind == standing.Kind)
                return StandingErrors.Overlaps.Because($"已有自 {other.ValidFrom:uuuu-MM-dd} 起的同类认定,请先终止。", $"It has had this standing since {other.ValidFrom:uuuu-MM-dd}: end that first.");
            if (rule.NotWith.Contains(other.Kind) || StandingRule.On(other.Kind, other.ValidFrom).NotWith.Contains(standing.Kind))
                return StandingErrors.NotWith.Because($"该家庭自 {other.ValidFrom:uuuu-MM-dd} 起已认定为{NameZh(other.Kind)}。", $"It has the standing {other.Kind} since {other.ValidFrom:uuuu-MM-dd}.");
        }
        return new LowIncomeStanding
        {
            Id = Guid.CreateVersion7(),
            Household = household.Id,
            Division = household.Division,
            Kind = standing.Kind,
            ValidFrom = standing.From,
            ValidTo = to,
            Basis = standing.Basis,
            Article = rule.Article,
            RecordedOn = today,
            RecordedBy = by,
        };
    }

    public bool HoldsOn(LocalDate day) => ValidFrom <= day && (ValidTo is null || day < ValidTo);

    /// <summary>Ends it on a day before its own end.</summary>
    public Result<Done> End(LocalDate on, string reason, string by, LocalDate today)
    {
        if (EndedOn is not null || ValidTo <= today) return StandingErrors.EndedBefore.Plain();
        if (on < ValidFrom || on >= ValidTo)
            return StandingErrors.Dates.Because($"终止日 {on:uuuu-MM-dd} 须在有效期内。", $"{on:uuuu-MM-dd} must lie within its validity.");
        (ValidTo, EndedOn, EndedBy, EndReason) = (on, today, by, reason);
        return Done.It;
    }

    private static string NameZh(StandingKind kind) => kind switch
    {
        StandingKind.Margin => "低保边缘家庭",
        StandingKind.RigidExpenditure => "刚性支出困难家庭",
        _ => "防止返贫监测对象",
    };

    private bool Meets(LocalDate from, LocalDate? to) => (ValidTo is null || ValidTo > from) && (to is null || ValidFrom < to) && ValidTo != ValidFrom;
}
