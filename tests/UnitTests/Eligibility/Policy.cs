using Dibao.Contracts.Eligibility;
using Dibao.Eligibility.Domain.Policies;
using Dibao.Eligibility.Features.Policies;
using Dibao.Eligibility.Persistence;

namespace Dibao.UnitTests.Eligibility;

/// <summary>The register as it ships, and what a county adds.</summary>
internal static class Policy
{
    public static readonly Instant Entered = Instant.FromUtc(2012, 1, 1, 0, 0);
    public static readonly DivisionCode Village = DivisionCode.Parse("320706001001");
    public static readonly DivisionCode Haizhou = DivisionCode.Parse("320706");

    public static readonly IReadOnlyList<PolicyValue> National = [.. NationalData.Policies(Entered)];

    public static readonly WorkingDays OfficeCalendar = Calendar.Of([.. NationalData.Calendar()]);

    public static PolicyValue Set(string key, long value, string from, string division = "320706", Scheme? scheme = null, string unit = "fen", string? to = null) =>
        new(key, scheme, DivisionCode.Parse(division), value, unit, $"{division} {from}", "Art 1", Date(from), to is null ? null : Date(to), Entered);

    public static PoliciesInForce On(string day, Scheme scheme = Scheme.Urban, params PolicyValue[] local) =>
        new(Village, scheme, Date(day), [.. National, .. local]);

    public static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
