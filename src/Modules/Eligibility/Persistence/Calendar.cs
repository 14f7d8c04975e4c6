using Dibao.BuildingBlocks.Persistence;
using Dibao.Eligibility.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Persistence;

/// <summary>The working days, read once per process: the calendar changes with the data, and that with a start.</summary>
internal static class Calendar
{
    private static volatile WorkingDays? known;

    extension(DibaoDbContext db)
    {
        public async Task<WorkingDays> WorkingDays(CancellationToken cancellation)
        {
            if (known is { } days) return days;
            var read = Of(await db.Set<CalendarDay>().AsNoTracking().ToListAsync(cancellation));
            if (read.LastYear > 0) known = read;
            return read;
        }
    }

    public static WorkingDays Of(IReadOnlyCollection<CalendarDay> days) => new(
        days.Where(d => d.Kind == CalendarKind.Holiday).Select(d => d.Date).ToHashSet(),
        days.Where(d => d.Kind == CalendarKind.Workday).Select(d => d.Date).ToHashSet(),
        days.Count == 0 ? 0 : days.Min(d => d.Date.Year), days.Count == 0 ? 0 : days.Max(d => d.Date.Year));
}
