namespace Dibao.Eligibility.Domain;

/// <summary>
/// Where a household applies: at the registration of one of its members (57 Art 4 and 5); at its residence only where the province lets
/// those apply there who are registered elsewhere in it (57 Art 5; Law Art 37).
/// </summary>
internal static class PlaceOfApplication
{
    /// <param name="place">Village or community where it applies.</param>
    /// <param name="registered">Where its members are registered.</param>
    /// <param name="atResidence">The province lets households apply where they live.</param>
    public static Error? Refusal(DivisionCode place, IReadOnlyList<DivisionCode> registered, bool atResidence)
    {
        if (registered.Count == 0 || registered.Any(place.Township.Contains)) return null;
        if (atResidence && registered.Any(ProvinceOf(place).Contains)) return null;
        var there = string.Join(", ", registered.Select(r => r.Township).Distinct());
        return atResidence
            ? EligibilityErrors.ApplyAtRegistration.Because(
                $"该家庭成员的户籍均不在本省。请向户籍所在地乡镇(街道)申请:{there}。", $"No member is registered in this province. Apply to the township of registration: {there}.")
            : EligibilityErrors.ApplyAtRegistration.Because(
                $"该家庭成员的户籍均不在 {place.Township},本地尚未开放居住地申请。请向户籍所在地乡镇(街道)申请:{there}。",
                $"No member is registered in {place.Township}, and no application is taken at the residence here. Apply to the township of registration: {there}.");
    }

    private static DivisionCode ProvinceOf(DivisionCode place) => DivisionCode.Parse(place.ToString()[..2]);
}
