using Dibao.BuildingBlocks.Http;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;

namespace Dibao.Households.Features;

/// <summary>A household as of a day; identity and account numbers are masked.</summary>
/// <param name="Id">The household.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="FileNumber" example="320706-2012-000123">Archive, system and approval number in one.</param>
/// <param name="Division" example="320706001001">Village or community of registration.</param>
/// <param name="Residence" example="320706001001">Village or community where it lives.</param>
/// <param name="Hukou">Kind of registration.</param>
/// <param name="RegisteredOn">When it was entered.</param>
/// <param name="Members">Members on that day.</param>
/// <param name="Income">Declared income on that day, fen per year.</param>
/// <param name="Assets">Declared assets on that day, fen.</param>
/// <param name="Payee">Account on that day; null when none is named.</param>
internal sealed record HouseholdView(
    HouseholdId Id, long Version, string FileNumber, DivisionCode Division, DivisionCode Residence, HukouKind Hukou, LocalDate RegisteredOn,
    IReadOnlyList<MemberView> Members, IReadOnlyList<IncomeAmount> Income, IReadOnlyList<AssetAmount> Assets, PayeeView? Payee) : IVersioned, IConcern
{
    Guid IConcern.Concern => Id.Value;

    /// <summary>The household as a command leaves it. <paramref name="saved"/> is the version it will have when saved.</summary>
    public static HouseholdView Of(Household household, LocalDate day, long saved) => new(
        household.Id, saved, household.FileNumber, household.Division, household.Residence, household.Hukou, household.RegisteredOn,
        [.. household.Members.Where(m => m.HoldsOn(day)).OrderBy(m => m.Relationship).ThenBy(m => m.BirthDate).Select(MemberView.Of)],
        [.. household.Income.Where(l => l.HoldsOn(day)).OrderBy(l => l.Kind).Select(l => new IncomeAmount(l.Kind, l.Yearly.Fen))],
        [.. household.Assets.Where(l => l.HoldsOn(day)).OrderBy(l => l.Kind).Select(l => new AssetAmount(l.Kind, l.Value.Fen))],
        household.Payees.FirstOrDefault(p => p.HoldsOn(day)) is { } payee ? PayeeView.Of(payee) : null);
}

/// <summary>A member; the identity number is masked.</summary>
internal sealed record MemberView(
    PersonId Person, string Name, string MaskedIdNumber, LocalDate BirthDate, Sex Sex, Relationship Relationship, LabourCapacity Labour)
{
    public static MemberView Of(Member member) =>
        new(member.Person, member.Name, member.MaskedIdNumber, member.BirthDate, member.Sex, member.Relationship, member.Labour);
}

/// <summary>An account; the number is masked.</summary>
internal sealed record PayeeView(PayeeId Id, PersonId Holder, string HolderName, string Bank, string MaskedNumber)
{
    public static PayeeView Of(PayeeAccount payee) => new(payee.Id, payee.Holder, payee.HolderName, payee.Bank, payee.MaskedNumber);
}
