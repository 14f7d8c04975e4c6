using Dibao.Contracts.Eligibility;

namespace Dibao.Eligibility.Domain;

/// <summary>Until when an application must be decided: in calendar days under 271 Art 8, in working days under 57 Art 22.</summary>
internal static class DecisionTime
{
    public static LocalDate DueOn(PolicyFigure time, LocalDate acceptedOn, WorkingDays calendar) => time.Unit == "workingDays"
        ? calendar.AddWorkingDays(acceptedOn, (int)time.Value)
        : calendar.AddDays(acceptedOn, (int)time.Value);
}
