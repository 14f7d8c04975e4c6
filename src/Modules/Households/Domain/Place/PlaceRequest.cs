using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Place;

/// <summary>What another place is asked to do.</summary>
internal enum PlaceRequestKind
{
    /// <summary>Visit the household.</summary>
    Visit = 1,

    /// <summary>Ask the neighbours.</summary>
    Neighbours = 2,

    /// <summary>Check papers that were issued there.</summary>
    Papers = 3,

    /// <summary>Something else, as written.</summary>
    Other = 9,
}

/// <summary>How it stands with a request.</summary>
internal enum PlaceRequestState
{
    /// <summary>Not answered, and in time.</summary>
    Open,

    /// <summary>Not answered, and too late.</summary>
    Overdue,

    Answered,

    Withdrawn,
}

/// <summary>What is asked, of whom, until when.</summary>
internal sealed record NewPlaceRequest(DivisionCode To, PlaceRequestKind Kind, string Text, LocalDate DueOn, string Article);

/// <summary>
/// The place that handles a household asks the place where it lives, or where a member is registered, for something (人户分离: 57 Art 5).
/// Both places see it and no third.
/// </summary>
internal sealed class PlaceRequest : AggregateRoot, IPlacedTwice
{
    /// <summary>How long each kind may take.</summary>
    public static readonly IReadOnlyList<DatedLimit> Limits = DatedLimit.Table("place_limits.csv");

    private const int CountyDigits = 6;
    private const int TownshipDigits = 9;

    private PlaceRequest()
    {
    }

    public Guid Id { get; private init; }

    public HouseholdId Household { get; private init; }

    public string FileNumber { get; private init; } = "";

    /// <summary>The township or county that asks.</summary>
    public DivisionCode Division { get; private init; }

    /// <summary>The township or county that is asked.</summary>
    public DivisionCode OtherDivision { get; private init; }

    public PlaceRequestKind Kind { get; private init; }

    public string Text { get; private init; } = "";

    public LocalDate AskedOn { get; private init; }

    public string AskedBy { get; private init; } = "";

    public LocalDate DueOn { get; private init; }

    public string Article { get; private init; } = "";

    public LocalDate? AnsweredOn { get; private set; }

    public string? AnsweredBy { get; private set; }

    public bool? Found { get; private set; }

    public string? Answer { get; private set; }

    /// <summary>The paper on the household's file that the asked place brought.</summary>
    public Guid? Evidence { get; private set; }

    public LocalDate? WithdrawnOn { get; private set; }

    public string? WithdrawnBy { get; private set; }

    public string? WithdrawalReason { get; private set; }

    public bool IsOpen => AnsweredOn is null && WithdrawnOn is null;

    public static Result<PlaceRequest> Ask(Household household, DivisionCode from, NewPlaceRequest asked, string by, LocalDate today)
    {
        if (from.Contains(asked.To) || asked.To.Contains(from))
            return PlaceErrors.OwnPlace.Because($"{asked.To} 属于本地 {from}。", $"{asked.To} is your own place, {from}.");
        if (asked.To.Digits is not (CountyDigits or TownshipDigits) || !PlacesOf(household, today).Any(asked.To.Contains))
            return PlaceErrors.NotItsPlace.Because(
                $"{asked.To} 须为该家庭居住地或者成员户籍地所在的乡镇(街道)或者县。", $"{asked.To} must be the township or county where the household lives or a member is registered.");
        return new PlaceRequest
        {
            Id = Guid.CreateVersion7(),
            Household = household.Id,
            FileNumber = household.FileNumber,
            Division = from,
            OtherDivision = asked.To,
            Kind = asked.Kind,
            Text = asked.Text,
            AskedOn = today,
            AskedBy = by,
            DueOn = asked.DueOn,
            Article = asked.Article,
        };
    }

    public PlaceRequestState State(LocalDate today) =>
        WithdrawnOn is not null ? PlaceRequestState.Withdrawn
        : AnsweredOn is not null ? PlaceRequestState.Answered
        : DueOn < today ? PlaceRequestState.Overdue : PlaceRequestState.Open;

    /// <summary>Files what the asked place brings; the latest paper counts.</summary>
    public Result<Done> Show(Guid paper, DivisionCode place)
    {
        if (MayAnswer(place) is { } no) return no;
        Evidence = paper;
        return Done.It;
    }

    /// <summary>Answers it, once.</summary>
    public Result<Done> Reply(bool found, string text, DivisionCode place, string by, LocalDate today)
    {
        if (MayAnswer(place) is { } no) return no;
        (Found, Answer, AnsweredOn, AnsweredBy) = (found, text, today, by);
        return Done.It;
    }

    public Result<Done> Withdraw(string reason, DivisionCode place, string by, LocalDate today)
    {
        if (!place.Contains(Division)) return PlaceErrors.NotAsking.Because($"请求地是 {Division}。", $"The place that asked is {Division}.");
        if (!IsOpen) return PlaceErrors.Closed.Plain();
        (WithdrawnOn, WithdrawnBy, WithdrawalReason) = (today, by, reason);
        return Done.It;
    }

    private Error? MayAnswer(DivisionCode place)
    {
        if (!place.Contains(OtherDivision)) return PlaceErrors.NotAsked.Because($"被请求地是 {OtherDivision}。", $"The place that was asked is {OtherDivision}.");
        return IsOpen ? null : PlaceErrors.Closed.Plain();
    }

    /// <summary>Where it lives, where its file is kept, and where its members are registered.</summary>
    private static IEnumerable<DivisionCode> PlacesOf(Household household, LocalDate day) =>
        household.Members.Where(m => m.HoldsOn(day)).Select(m => m.Registered).OfType<DivisionCode>().Append(household.Residence).Append(household.Division);
}
