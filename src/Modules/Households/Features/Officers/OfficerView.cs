using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Officers;
using FluentValidation;

namespace Dibao.Households.Features.Officers;

/// <summary>A relative of an officer.</summary>
/// <param name="Kinship" example="sibling">What he is to the officer: spouse, parent, child, sibling, paternalGrandparent, maternalGrandparent, sonsChild or daughtersChild.</param>
/// <param name="Name" example="王建国">Name, 1 to 50 characters.</param>
/// <param name="IdNumber" example="11010519491231002X">Citizen number, GB 11643.</param>
/// <param name="From" example="2024-03-01">Since when he is a relative; since when the officer serves when left out.</param>
/// <param name="To" example="2025-03-01">First day on which he is none any more.</param>
internal sealed record KinBody(Kinship Kinship, string Name, string IdNumber, LocalDate? From = null, LocalDate? To = null)
{
    public NewKin Sealed(Sealing sealing, LocalDate since) => new(Kinship, Seal(Name, IdNumber, OfficerKin.NameColumn, OfficerKin.NumberColumn, sealing), From ?? since, To);

    public static SealedPerson Seal(string name, string idNumber, string nameColumn, string numberColumn, Sealing sealing)
    {
        var number = ResidentIdNumber.Parse(idNumber);
        return new(sealing.Seal(nameColumn, name.Trim()), sealing.Seal(numberColumn, number.Value), sealing.Hash(Person.HashKind, number.Value), number.Masked);
    }

    internal sealed class Validator : AbstractValidator<KinBody>
    {
        public Validator()
        {
            RuleFor(k => k.Kinship).Must(k => Enum.IsDefined(k) && k != Kinship.Self).WithMessage("请填写与经办人员的亲属关系|Say what he is to the officer");
            RuleFor(k => k.Name).Plain(50).WithMessage("姓名须为 1 至 50 个可见字符|A name has 1 to 50 visible characters");
            RuleFor(k => k.IdNumber).CitizenNumber()
                .WithMessage("公民身份号码不正确(GB 11643:18 位,校验码须相符)|Not a valid citizen number (GB 11643: 18 characters, check digit)");
        }
    }
}

/// <summary>An officer on the register; names are masked unless the caller may see more, numbers always.</summary>
/// <param name="Id">The officer.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="County" example="320706">The county that keeps the entry.</param>
/// <param name="Kind" example="townshipHandler">What he has to do with dibao.</param>
/// <param name="Office" example="320706001">Where he serves.</param>
/// <param name="Post" example="民政办经办人员">His post.</param>
/// <param name="Name" example="李**">Name.</param>
/// <param name="MaskedIdNumber" example="110***************">The first three characters.</param>
/// <param name="From">Since when he serves.</param>
/// <param name="To">First day on which he no longer does.</param>
/// <param name="Kin">His relatives, those who are none any more included.</param>
internal sealed record OfficerView(
    Guid Id, long Version, DivisionCode County, OfficerKind Kind, DivisionCode Office, string Post, string Name, string MaskedIdNumber, LocalDate From, LocalDate? To,
    IReadOnlyList<KinView> Kin) : IVersioned, IConcern
{
    Guid IConcern.Concern => Id;

    public static OfficerView Of(Officer o, long saved, Sealing sealing, Caller caller) => new(
        o.Id, saved, o.Division, o.Kind, o.Office, o.Post, NameFor(sealing.Open(Officer.NameColumn, o.SealedName), caller), o.MaskedNumber, o.From, o.To,
        [
            .. o.Kin.Where(k => k.Superseded is null && k.Kinship != Kinship.Self).OrderBy(k => k.Id)
                .Select(k => new KinView(k.Id, k.Kinship, NameFor(sealing.Open(OfficerKin.NameColumn, k.SealedName), caller), k.MaskedNumber, k.ValidFrom, k.ValidTo)),
        ]);

    /// <summary>A name as this caller may see it.</summary>
    public static string NameFor(string name, Caller caller) => caller.May(Permission.ReadSensitive) ? name : MemberView.First(name);
}

/// <summary>A relative of an officer.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Kinship" example="sibling">What he is to the officer.</param>
/// <param name="Name" example="王**">Name.</param>
/// <param name="MaskedIdNumber" example="110***************">The first three characters.</param>
/// <param name="From">Since when.</param>
/// <param name="To">First day on which he is none any more.</param>
internal sealed record KinView(Guid Id, Kinship Kinship, string Name, string MaskedIdNumber, LocalDate From, LocalDate? To);

/// <summary>A household on file as a near relative's.</summary>
/// <param name="Id">The filing.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Household">The household.</param>
/// <param name="Division" example="320706001001">Village or community of registration.</param>
/// <param name="Person">The member who is the relative.</param>
/// <param name="Kinship" example="sibling">What he is to the officer.</param>
/// <param name="Officer">The officer of the register; null when the household stated him.</param>
/// <param name="OfficerKind" example="townshipHandler">What the officer has to do with dibao.</param>
/// <param name="Office" example="320706001">Where the officer serves.</param>
/// <param name="OfficerName" example="李**">The officer's name as the household stated it; masked unless the caller may see more.</param>
/// <param name="Origin" example="declared">declared by the household, or detected by identity number.</param>
/// <param name="Article" example="57 Art 11">By which article.</param>
/// <param name="FiledOn">When it was filed.</param>
/// <param name="FiledBy" example="demo-village-assistant">On whose entry it was filed.</param>
/// <param name="EndedOn">When it was ended; null while it stands.</param>
/// <param name="EndedBy" example="demo-county-officer">Who ended it.</param>
/// <param name="EndReason" example="the officer is another person of that name">Why it was wrong.</param>
internal sealed record FilingView(
    Guid Id, long Version, HouseholdId Household, DivisionCode Division, PersonId Person, Kinship Kinship, Guid? Officer, OfficerKind OfficerKind, DivisionCode Office, string? OfficerName,
    FilingOrigin Origin, string Article, LocalDate FiledOn, string FiledBy, LocalDate? EndedOn, string? EndedBy, string? EndReason) : IVersioned, IConcern
{
    Guid IConcern.Concern => Household.Value;

    public static FilingView Of(Filing f, long saved, Sealing sealing, Caller caller) => new(
        f.Id, saved, f.Household, f.Division, f.Person, f.Kinship, f.Officer, f.OfficerKind, f.Office,
        f.SealedOfficerName is { } name ? OfficerView.NameFor(sealing.Open(Filing.NameColumn, name), caller) : null,
        f.Origin, f.Article, f.FiledOn, f.FiledBy, f.EndedOn, f.EndedBy, f.EndReason);
}
