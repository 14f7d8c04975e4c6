namespace Dibao.Eligibility.Domain.Policies;

/// <summary>What is special about a day.</summary>
internal enum CalendarKind
{
    /// <summary>A public holiday.</summary>
    Holiday = 1,

    /// <summary>A weekend day worked in exchange.</summary>
    Workday = 2,
}

/// <summary>A day on which offices differ from Monday-to-Friday, as the State Council announces them each year.</summary>
internal sealed class CalendarDay
{
    public required LocalDate Date { get; init; }

    public required CalendarKind Kind { get; init; }
}
