using Dibao.Contracts.Households;
using Dibao.Households.Domain;

namespace Dibao.Households.Features.Search;

/// <summary>Which households are sought: all that is said of them holds together, and what is said of a member holds for one and the same.</summary>
internal sealed record Sought(
    DivisionCode? Division, string? FileNumber, string? Name, HukouKind? Hukou, SpecialCategory? Category, PersonClass? PersonClass, CaseStanding? Status)
{
    /// <summary>To what a cursor is bound.</summary>
    public string Filter => $"households:{Division}:{FileNumber}:{Hukou}:{Category}:{PersonClass}:{Status}:{Name}";

    /// <summary>Whether its indexes lead with the county.</summary>
    public bool WithinACounty => OfMembers || Name is not null || Status is not null;

    public bool OfMembers => Category is not null || PersonClass is not null;

    public IQueryable<Household> Of(IQueryable<Household> households)
    {
        if (Hukou is { } hukou) households = households.Where(h => h.Hukou == hukou);
        if (Status is { } status) households = households.Where(h => h.Case == status);
        return households;
    }

    /// <summary>What <see cref="Of(IQueryable{Household})"/> asks, of one that was found already.</summary>
    public bool Fits(FoundHousehold found) => (Hukou is null || found.Hukou == Hukou) && (Status is null || found.Status == Status);

    public IQueryable<Member> Of(IQueryable<Member> members, DivisionCode place)
    {
        var county = place.County;
        members = members.Where(m => m.County == county);
        if (Category is { } category) members = members.Where(m => m.Categories != default && m.Categories.HasFlag(category));
        if (PersonClass is { } personClass) members = members.Where(m => m.PersonClass == personClass);
        return members;
    }
}
