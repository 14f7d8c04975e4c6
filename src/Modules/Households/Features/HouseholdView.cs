using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Reference;
using Dibao.Households.Features.Payees;

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
/// <param name="MaskedPhone" example="*******0000">Phone under which it is reached now, its last four digits; null when none is noted.</param>
internal sealed record HouseholdView(
    HouseholdId Id, long Version, string FileNumber, DivisionCode Division, DivisionCode Residence, HukouKind Hukou, LocalDate RegisteredOn,
    IReadOnlyList<MemberView> Members, IReadOnlyList<IncomeAmount> Income, IReadOnlyList<AssetAmount> Assets, PayeeView? Payee, string? MaskedPhone) : IVersioned, IConcern
{
    Guid IConcern.Concern => Id.Value;

    /// <summary>The household as a command leaves it. <paramref name="saved"/> is the version it will have when saved.</summary>
    public static HouseholdView Of(Household household, LocalDate day, long saved, Caller caller) => new(
        household.Id, saved, household.FileNumber, household.Division, household.Residence, household.Hukou, household.RegisteredOn,
        [.. household.Members.Where(m => m.HoldsOn(day)).OrderBy(m => m.Relationship).ThenBy(m => m.BirthDate).Select(m => MemberView.Of(MemberRow.Of(m), day, caller))],
        [.. household.Income.Where(l => l.HoldsOn(day)).OrderBy(l => l.Kind).Select(l => new IncomeAmount(l.Kind, l.Yearly.Fen))],
        [.. household.Assets.Where(l => l.HoldsOn(day)).OrderBy(l => l.Kind).Select(l => new AssetAmount(l.Kind, l.Value.Fen))],
        household.Payees.FirstOrDefault(p => p.HoldsOn(day)) is { } payee ? PayeeView.Of(payee) : null,
        household.MaskedPhone);
}

/// <summary>A member; the identity number is masked, and health and children under 14 (PIPL Art 28) are shown to those whose task needs it.</summary>
/// <param name="Person">The person.</param>
/// <param name="Name" example="王建国">Name; of a child under 14 the first character only, unless the caller may see more.</param>
/// <param name="MaskedIdNumber" example="110***************">The first three characters.</param>
/// <param name="BirthDate">Birth date; null for a child under 14, unless the caller may see it.</param>
/// <param name="Sex">Sex.</param>
/// <param name="Relationship">Relationship to the head.</param>
/// <param name="Labour">Labour capacity.</param>
/// <param name="Registered">Where he is registered himself, when that is not the household's registration.</param>
/// <param name="Standing">Whether he lives with the household.</param>
/// <param name="StandingSince">First day of living apart.</param>
/// <param name="Counting">Whether the household counts him on that day, why, and by which article.</param>
/// <param name="Attributes">What else is known of him.</param>
/// <param name="Health">What is known of his health; null unless the caller may see it.</param>
/// <param name="Type">Which of the nine types he is of (assumed table); null unless the caller may see health.</param>
internal sealed record MemberView(
    PersonId Person, string Name, string MaskedIdNumber, LocalDate? BirthDate, Sex Sex, Relationship Relationship, LabourCapacity Labour,
    DivisionCode? Registered, Standing Standing, LocalDate? StandingSince, Counting Counting, AttributesBody Attributes, HealthBody? Health, PersonType? Type)
{
    public static MemberView Of(MemberRow m, LocalDate day, Caller caller)
    {
        var sensitive = caller.May(Permission.ReadSensitive);
        var hidden = IsHidden(m.BirthDate, day, caller);
        var attributes = new Attributes(m.Marital, m.MaritalSince, m.Education, m.GraduatesOn, m.Employment, m.PersonClass, m.Categories);
        var health = new Health(m.HealthState, m.Disability, m.Grade, m.SeriousIllness);
        return new MemberView(
            m.Person, hidden ? First(m.Name) : m.Name, m.MaskedIdNumber, hidden ? null : m.BirthDate, m.Sex, m.Relationship, m.Labour, m.Registered, m.Standing, m.StandingSince,
            WhoCounts.On(day, new(m.Relationship, m.BirthDate, m.Labour, m.Standing, m.StandingSince, m.GraduatesOn, m.Education)),
            AttributesBody.Of(attributes), sensitive ? HealthBody.Of(health) : null, sensitive ? PersonTypes.Of(m.BirthDate, attributes, health, day) : null);
    }

    /// <summary>Whether a child's name and birth date are kept from the caller.</summary>
    public static bool IsHidden(LocalDate birthDate, LocalDate day, Caller caller) => !caller.May(Permission.ReadSensitive) && !Age.ShownToAll.IsReached(birthDate, day);

    /// <summary>Who was born later may be a child on that day.</summary>
    public static LocalDate LastShown(LocalDate day) => day.PlusYears(-Age.ShownToAll.Years(day));

    /// <summary>The first character of a name, the rest hidden.</summary>
    public static string First(string name) => $"{name.EnumerateRunes().First()}**";
}

/// <summary>What is read of a member: no number, and in the order of its columns.</summary>
internal sealed record MemberRow(
    PersonId Person, string Name, string MaskedIdNumber, LocalDate BirthDate, Sex Sex, Relationship Relationship, LabourCapacity Labour,
    DivisionCode? Registered, Standing Standing, LocalDate? StandingSince,
    MaritalStatus Marital, LocalDate? MaritalSince, Education? Education, LocalDate? GraduatesOn, Employment? Employment, PersonClass? PersonClass, SpecialCategory Categories,
    HealthState? HealthState, DisabilityKind? Disability, DisabilityGrade? Grade, bool SeriousIllness)
{
    public static MemberRow Of(Member m) => new(
        m.Person, m.Name, m.MaskedIdNumber, m.BirthDate, m.Sex, m.Relationship, m.Labour, m.Registered, m.Standing, m.StandingSince,
        m.Marital, m.MaritalSince, m.Education, m.GraduatesOn, m.Employment, m.PersonClass, m.Categories, m.HealthState, m.Disability, m.Grade, m.SeriousIllness);
}
