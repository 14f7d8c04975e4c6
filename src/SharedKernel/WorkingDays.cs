using NodaTime;

namespace Dibao.SharedKernel;

/// <summary>
/// Working days from the public holidays and make-up workdays given. The first day is not counted (民法典 Art 201);
/// a calendar-day limit that ends on a day off moves to the next working day (民法典 Art 203).
/// </summary>
public sealed class WorkingDays(IReadOnlySet<LocalDate> holidays, IReadOnlySet<LocalDate> makeUpWorkdays, int firstYear, int lastYear)
{
    /// <summary>First year for which holidays are known.</summary>
    public int FirstYear => firstYear;

    /// <summary>Last year for which holidays are known; later days count Monday to Friday.</summary>
    public int LastYear => lastYear;

    /// <summary>True on a day on which offices are open.</summary>
    public bool IsWorkingDay(LocalDate date)
    {
        if (makeUpWorkdays.Contains(date)) return true;
        return date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !holidays.Contains(date);
    }

    /// <summary>The last day of a limit of <paramref name="days"/> working days that starts on <paramref name="start"/>.</summary>
    public LocalDate AddWorkingDays(LocalDate start, int days)
    {
        var date = start;
        for (var left = days; left > 0;)
        {
            date = date.PlusDays(1);
            if (IsWorkingDay(date)) left--;
        }
        return date;
    }

    /// <summary>The last day of a limit of <paramref name="days"/> calendar days, moved on to a working day.</summary>
    public LocalDate AddDays(LocalDate start, int days)
    {
        var date = start.PlusDays(days);
        while (!IsWorkingDay(date)) date = date.PlusDays(1);
        return date;
    }
}
