using Dibao.Contracts.Eligibility;

namespace Dibao.Eligibility.Domain.Policies;

/// <summary>
/// The figures that rule one case on one day: the most specific place wins, then a figure for the scheme over one for both. Where a figure
/// protects the household (notice, investigators, hearing) the strictest wins: no place goes below the law above it (Law Art 48; 57 Art 16, 19).
/// What the register does not say is a refusal, never a default.
/// </summary>
internal sealed class PoliciesInForce(DivisionCode place, Scheme scheme, LocalDate on, IReadOnlyCollection<PolicyValue> values)
{
    /// <summary>The places whose figures rule in a place: itself and all it lies in, up to the nation.</summary>
    public static IReadOnlyList<DivisionCode> Above(DivisionCode place)
    {
        var places = new List<DivisionCode> { DivisionCode.Nation };
        foreach (var unit in (long[])[10_000_000_000, 100_000_000, 1_000_000, 1_000, 1])
        {
            var above = DivisionCode.FromCode(place.Code - place.Code % unit);
            if (above != places[^1]) places.Add(above);
        }
        return places;
    }

    /// <summary>The figure, or null where neither law nor place sets one.</summary>
    public PolicyFigure? Find(string key) =>
        Ruling(values.Where(v => string.Equals(v.Key, key, StringComparison.Ordinal) && v.HoldsOn(on)), place, scheme)?.Figure();

    /// <summary>Of figures of one key in force on one day the one that rules in a place; null where none covers it.</summary>
    public static PolicyValue? Ruling(IEnumerable<PolicyValue> inForce, DivisionCode place, Scheme scheme) => inForce
        .Where(v => v.Covers(place, scheme))
        .OrderByDescending(v => PolicyKey.Find(v.Key) is { Protects: true } ? v.Value : 0).ThenByDescending(v => v.Division.Digits)
        .ThenByDescending(v => v.Scheme is not null).ThenByDescending(v => v.ValidFrom)
        .ThenByDescending(v => v.Id).FirstOrDefault();

    /// <summary>The figure; where there is none, a refusal that names key, place and day.</summary>
    public Result<PolicyFigure> Require(string key)
    {
        if (Find(key) is { } figure) return figure;
        return EligibilityErrors.PolicyMissing.Because(
            $"政策登记中没有 {key} 在 {place}({(scheme == Scheme.Urban ? "城市" : "农村")})于 {on:uuuu-MM-dd} 的数值,请告知管理员按有效文件登记。",
            $"The policy register has no {key} for {place} ({(scheme == Scheme.Urban ? "urban" : "rural")}) on {on:uuuu-MM-dd}: have the administrator enter it from the document in force.");
    }

    /// <summary>Several figures at once, in the order asked; the first one missing refuses.</summary>
    public Result<IReadOnlyList<PolicyFigure>> Require(params ReadOnlySpan<string> keys)
    {
        var figures = new List<PolicyFigure>(keys.Length);
        foreach (var key in keys)
        {
            var figure = Require(key);
            if (figure.Refused) return figure.Error;
            figures.Add(figure.Value);
        }
        return figures;
    }
}
