using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;

namespace Dibao.Households.Domain.Changes;

/// <summary>Where a transfer stands.</summary>
internal enum TransferState
{
    /// <summary>The old county offers it; the new one has not answered.</summary>
    Offered = 1,

    /// <summary>The new county took it over.</summary>
    Accepted = 2,

    /// <summary>The new county sent it back.</summary>
    Refused = 3,

    /// <summary>The old county took the offer back.</summary>
    Withdrawn = 4,
}

/// <summary>What the old county says of a case it closes.</summary>
/// <param name="Scheme">Urban or rural; null when the household draws nothing.</param>
/// <param name="Persons">Members covered.</param>
/// <param name="MonthlyFen">Benefit, fen per month.</param>
/// <param name="FirstMonth">First month drawn there.</param>
internal sealed record ClosingFigures(string? Scheme, int Persons, long MonthlyFen, Month? FirstMonth);

/// <summary>A household's way from one county to another: both agree on the last month of the old and the first of the new.</summary>
internal sealed class Transfer : AggregateRoot
{
    private const int MostMonthsAhead = 2;

    private Transfer()
    {
    }

    public Guid Id { get; private init; }

    public HouseholdId Household { get; private init; }

    /// <summary>Village or community that it leaves.</summary>
    public DivisionCode From { get; private init; }

    /// <summary>Village or community where it will be registered.</summary>
    public DivisionCode To { get; private init; }

    /// <summary>The household while the transfer is open, null afterwards: one open transfer per household, held by a unique index.</summary>
    public HouseholdId? OpenFor { get; private set; }

    public TransferState State { get; private set; }

    /// <summary>Last month that the old county pays.</summary>
    public Month LastMonth { get; private init; }

    public string Note { get; private init; } = "";

    public LocalDate OfferedOn { get; private init; }

    public string OfferedBy { get; private init; } = "";

    public LocalDate? AnsweredOn { get; private set; }

    public string? AnsweredBy { get; private set; }

    public string? Reason { get; private set; }

    public string OldFileNumber { get; private init; } = "";

    public string? NewFileNumber { get; private set; }

    public string? Scheme { get; private init; }

    public int Persons { get; private init; }

    public long MonthlyFen { get; private init; }

    public Month? FirstMonth { get; private init; }

    public static Result<Transfer> Offer(Household household, DivisionCode to, Month lastMonth, ClosingFigures figures, string note, string by, LocalDate today)
    {
        if (household.Closed() is { } closed) return closed;
        if (to.County == household.County) return HouseholdErrors.OtherCounty.Because("同县之内请办理迁移。", "Within the county it is a move, not a transfer.");
        if (lastMonth < Month.Of(today))
            return HouseholdErrors.TransferMonth.Because($"末月 {lastMonth} 不得早于本月。", $"The last month, {lastMonth}, must not lie before this one: it may have been paid already.");
        if (lastMonth > Month.Of(today).Plus(MostMonthsAhead))
            return HouseholdErrors.TransferMonth.Because($"末月 {lastMonth} 最多晚于本月 {MostMonthsAhead} 个月。", $"The last month, {lastMonth}, lies at most {MostMonthsAhead} months after this one: nobody can stop it once the new county has taken over.");
        return new Transfer
        {
            Id = Guid.CreateVersion7(),
            Household = household.Id,
            From = household.Division,
            To = to,
            OpenFor = household.Id,
            State = TransferState.Offered,
            LastMonth = lastMonth,
            Note = note,
            OfferedOn = today,
            OfferedBy = by,
            OldFileNumber = household.FileNumber,
            Scheme = figures.Scheme,
            Persons = figures.Persons,
            MonthlyFen = figures.MonthlyFen,
            FirstMonth = figures.FirstMonth,
        };
    }

    /// <summary>What keeps the new county from taking it over with a first month; null when nothing does.</summary>
    public Error? NotAcceptable(Month firstMonth, Month thisMonth)
    {
        if (State != TransferState.Offered) return HouseholdErrors.TransferState.Plain();
        if (LastMonth < thisMonth)
            return HouseholdErrors.TransferMonth.Because($"约定的末月 {LastMonth} 已过,请原地重新发起。", $"The last month agreed, {LastMonth}, has passed: the old county offers it anew.");
        if (firstMonth != LastMonth.Next)
            return HouseholdErrors.TransferMonth.Because($"迁出地发至 {LastMonth},首月须为 {LastMonth.Next},不断不重。", $"The old county pays through {LastMonth}: the first month is {LastMonth.Next}, without a gap and without a double.");
        return null;
    }

    public void Accept(string newFileNumber, string by, LocalDate today)
    {
        NewFileNumber = newFileNumber;
        Answer(TransferState.Accepted, null, by, today);
    }

    public Result<Done> Refuse(string reason, string by, LocalDate today) => Answer(TransferState.Refused, reason, by, today);

    public Result<Done> Withdraw(string reason, string by, LocalDate today) => Answer(TransferState.Withdrawn, reason, by, today);

    private Result<Done> Answer(TransferState state, string? reason, string by, LocalDate today)
    {
        if (State != TransferState.Offered) return HouseholdErrors.TransferState.Plain();
        (State, OpenFor, AnsweredOn, AnsweredBy, Reason) = (state, null, today, by, reason);
        return Done.It;
    }
}
