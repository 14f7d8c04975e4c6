using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Features.Search;
using FluentValidation;

namespace Dibao.Households.Features;

/// <summary>A member as entered.</summary>
/// <param name="Name" example="王秀英">Name, 1 to 50 characters.</param>
/// <param name="IdNumber" example="11010519491231002X">Citizen number, GB 11643: 18 characters, or the 15 digits of the first generation.</param>
/// <param name="Relationship" example="head">Relationship to the head, GB/T 4761.</param>
/// <param name="Labour" example="lost">Labour capacity.</param>
/// <param name="BirthDate" example="1949-12-31">When given, it must be that of the number.</param>
/// <param name="Sex" example="female">When given, it must be that of the number.</param>
/// <param name="Registered" example="320707102003">Where he is registered himself, when that is not the household's registration (57 Art 5).</param>
/// <param name="Standing">Whether he lives with the household, or is one of those whom the law does not count (57 Art 7).</param>
/// <param name="StandingSince" example="null">First day of living apart, such as 2021-03-01.</param>
/// <param name="Attributes">What else is known of him.</param>
/// <param name="Health">What is known of his health.</param>
internal sealed record MemberBody(
    string Name, string IdNumber, Relationship Relationship, LabourCapacity Labour, LocalDate? BirthDate = null, Sex? Sex = null,
    DivisionCode? Registered = null, Standing Standing = Standing.CoLiving, LocalDate? StandingSince = null, AttributesBody? Attributes = null, HealthBody? Health = null)
{
    public MemberParticulars Particulars() =>
        new(Relationship, Labour, Registered, Standing, StandingSince, Attributes?.Said() ?? Domain.Members.Attributes.Unknown, Health?.Said() ?? Domain.Members.Health.Unknown);

    /// <summary>Birth date and sex that contradict the number; <paramref name="place"/> of the member in the list, from 1.</summary>
    public Error? Contradiction(int place)
    {
        var number = ResidentIdNumber.Parse(IdNumber);
        if (BirthDate is { } born && born != number.BirthDate)
            return HouseholdErrors.IdentityContradicts.Because($"第 {place} 名成员:填报的出生日期 {born:uuuu-MM-dd} 与身份号码不符。", $"Member {place}: the birth date {born:uuuu-MM-dd} is not that of the number.");
        if (Sex is { } sex && sex != number.Sex)
            return HouseholdErrors.IdentityContradicts.Because($"第 {place} 名成员:填报的性别与身份号码不符。", $"Member {place}: the sex is not that of the number.");
        return null;
    }

    internal sealed class Validator : AbstractValidator<MemberBody>
    {
        public Validator()
        {
            RuleFor(m => m.Name).Plain(50).WithMessage("姓名须为 1 至 50 个可见字符|A name has 1 to 50 visible characters");
            RuleFor(m => m.IdNumber).CitizenNumber()
                .WithMessage("公民身份号码不正确(GB 11643:18 位,校验码须相符)|Not a valid citizen number (GB 11643: 18 characters, check digit)");
            RuleFor(m => m.Relationship).IsInEnum();
            RuleFor(m => m.Labour).IsInEnum();
            RuleFor(m => m.Registered).Digits(12).WithMessage("户籍地须为 12 位村(社区)代码|The registered division is a village or community: 12 digits");
            RuleFor(m => m.Attributes!).SetValidator(new AttributesBody.Validator()).When(m => m.Attributes is not null);
        }
    }
}

/// <summary>What is known of a person beside name and number.</summary>
/// <param name="Marital" example="widowed">Marital status, GB/T 2261.2.</param>
/// <param name="MaritalSince" example="2019-05-20">Since when; of a divorce its day.</param>
/// <param name="Education" example="primary">Education reached or under way, GB/T 4658.</param>
/// <param name="GraduatesOn" example="null">When the education under way is to end, such as 2027-06-30; null when he is not at school.</param>
/// <param name="Employment" example="outsideLabourForce">How he earns.</param>
/// <param name="PersonClass" example="threeNo">Class by status, as the county reports it.</param>
/// <param name="Categories" example='["loneElderly"]'>Special classes, each once: three-no, lone elderly, orphan, special-care, veteran.</param>
internal sealed record AttributesBody(
    MaritalStatus Marital = MaritalStatus.NotStated, LocalDate? MaritalSince = null, Education? Education = null, LocalDate? GraduatesOn = null,
    Employment? Employment = null, PersonClass? PersonClass = null, IReadOnlyList<SpecialCategory>? Categories = null)
{
    private static readonly SpecialCategory[] Single = [.. Enum.GetValues<SpecialCategory>()];

    public Attributes Said() => new(
        Marital, MaritalSince, Education, GraduatesOn, Employment, PersonClass, (Categories ?? []).Aggregate(default(SpecialCategory), (all, one) => all | one));

    public static AttributesBody Of(Attributes attributes) => new(
        attributes.Marital, attributes.MaritalSince, attributes.Education, attributes.GraduatesOn, attributes.Employment, attributes.PersonClass,
        [.. Single.Where(c => attributes.Categories.HasFlag(c))]);

    internal sealed class Validator : AbstractValidator<AttributesBody>
    {
        public Validator() => RuleFor(a => a.Categories)
            .Must(c => c is null || (c.All(one => Single.Contains(one)) && c.Distinct().Count() == c.Count)).WithMessage("特殊类别每项最多填写一次|Each special class stands once");
    }
}

/// <summary>What is known of a person's health.</summary>
/// <param name="State" example="disabled">State of health, GB/T 2261.3.</param>
/// <param name="Disability">Kind of disability by the card; null when there is none.</param>
/// <param name="Grade">Its grade, first to fourth.</param>
/// <param name="SeriousIllness" example="false">A serious illness that the place recognises (57 Art 8).</param>
internal sealed record HealthBody(HealthState? State = null, DisabilityKind? Disability = null, DisabilityGrade? Grade = null, bool SeriousIllness = false)
{
    public Health Said() => new(State, Disability, Grade, SeriousIllness);

    public static HealthBody Of(Health health) => new(health.State, health.Disability, health.Grade, health.SeriousIllness);
}

/// <summary>The account into which a household is paid.</summary>
/// <param name="HolderIdNumber" example="11010519491231002X">Citizen number of the holder, who is a member.</param>
/// <param name="Bank" example="农村商业银行">Bank, 1 to 60 characters.</param>
/// <param name="AccountNumber" example="6221880000000000012">Account number, 8 to 32 digits.</param>
/// <param name="Holders" example="1">How many hold the account; a joint account is refused.</param>
internal sealed record PayeeBody(string HolderIdNumber, string Bank, string AccountNumber, int Holders = 1)
{
    internal sealed class Validator : AbstractValidator<PayeeBody>
    {
        public Validator()
        {
            RuleFor(p => p.HolderIdNumber).CitizenNumber()
                .WithMessage("开户人公民身份号码不正确|The holder's citizen number is not valid");
            RuleFor(p => p.Bank).Plain(60).WithMessage(BankMessage);
            RuleFor(p => p.AccountNumber).Shaped(IsAccount, AccountShape).WithMessage(AccountMessage);
            RuleFor(p => p.Holders).InclusiveBetween(1, MostHolders).WithMessage(HoldersMessage);
        }
    }

    public const string BankMessage = "开户银行须为 1 至 60 个字符|A bank has 1 to 60 characters";
    public const string HoldersMessage = "开户人数须为 1 至 9|An account has 1 to 9 holders";
    public const int MostHolders = 9;
    public const string AccountMessage = "账号须为 8 至 32 位数字|An account number has 8 to 32 digits";

    public static readonly ValueShape AccountShape = new(Pattern: "^[0-9]{8,32}$");

    public static bool IsAccount(string account) => account is { Length: >= 8 and <= 32 } && account.All(char.IsAsciiDigit);
}

/// <summary>A household as entered, at the counter, online or from an old register.</summary>
/// <param name="Division" example="320706001001">Village or community of registration, 12 digits; the residence where the province lets a household apply there (57 Art 5), and then each member names his own registration.</param>
/// <param name="Residence" example="320706001001">Village or community where it lives, 12 digits.</param>
/// <param name="Hukou" example="nonAgricultural">Kind of registration.</param>
/// <param name="Members">1 to 30 members, exactly one of them the head.</param>
/// <param name="Income">Declared income, fen per year; each kind at most once.</param>
/// <param name="Assets">Declared assets, fen; each kind at most once.</param>
/// <param name="Payee">Account into which it is paid; may follow later.</param>
/// <param name="Phone" example="13800000000">Phone under which it is reached: 7 to 15 digits; may follow later.</param>
internal sealed record HouseholdBody(
    DivisionCode Division, DivisionCode Residence, HukouKind Hukou, IReadOnlyList<MemberBody> Members,
    IReadOnlyList<IncomeAmount> Income, IReadOnlyList<AssetAmount> Assets, PayeeBody? Payee = null, string? Phone = null)
{
    internal sealed class Validator : AbstractValidator<HouseholdBody>
    {
        public Validator()
        {
            RuleFor(h => h.Division).Digits(12).WithMessage("户籍地须为 12 位村(社区)代码|The registered division is a village or community: 12 digits");
            RuleFor(h => h.Residence).Digits(12).WithMessage("居住地须为 12 位村(社区)代码|The residence is a village or community: 12 digits");
            RuleFor(h => h.Hukou).IsInEnum();
            RuleFor(h => h.Members).Items(1, 30).WithMessage("家庭成员须为 1 至 30 人|A household has 1 to 30 members");
            RuleForEach(h => h.Members).SetValidator(new MemberBody.Validator());
            RuleFor(h => h.Income).Must(MeansShape.AreAmounts).WithMessage(MeansShape.AmountMessage).Must(MeansShape.AreOnce).WithMessage(MeansShape.OnceMessage);
            RuleFor(h => h.Assets).Must(MeansShape.AreAmounts).WithMessage(MeansShape.AmountMessage).Must(MeansShape.AreOnce).WithMessage(MeansShape.OnceMessage);
            RuleFor(h => h.Payee!).SetValidator(new PayeeBody.Validator()).When(h => h.Payee is not null);
            RuleFor(h => h.Phone).Must(p => p is null || PhoneNumber.Digits(p) is not null).WithMessage(PhoneNumber.Message);
        }
    }

    /// <summary>Every village it names.</summary>
    public IEnumerable<DivisionCode> Places() => Members.Select(m => m.Registered).OfType<DivisionCode>().Append(Division).Append(Residence).Distinct();

    /// <summary>The household this describes, with sealed numbers; and its persons. Who is known from another household stays the same person.</summary>
    public Result<(Household Household, IReadOnlyList<Person> Persons)> Make(
        string? agent, Sealing sealing, LocalDate today, Instant now, bool aloud = true, IReadOnlyList<Person>? known = null)
    {
        for (var i = 0; i < Members.Count; i++)
            if (Members[i].Contradiction(i + 1) is { } wrong) return wrong;
        var members = Members.Select(m => Enter(m, sealing)).ToList();
        var hashes = members.ConvertAll(m => sealing.Hash(Person.HashKind, m.IdNumber.Value));
        foreach (var person in known ?? [])
        {
            var at = hashes.FindIndex(h => h.AsSpan().SequenceEqual(person.IdNumberHash));
            members[at] = members[at] with { Person = person.Id };
        }
        var made = Household.Register(Division, Residence, Hukou, agent, members, today, now, aloud);
        if (made.Refused) return made.Error;
        var household = made.Value;
        household.Declare(Income, Assets, today, now, aloud: false);
        if (Phone is not null) household.NotePhone(PhoneNumber.Seal(Phone, sealing));
        if (Payee is not null)
        {
            var number = ResidentIdNumber.Parse(Payee.HolderIdNumber);
            var holder = members.FirstOrDefault(m => m.IdNumber == number);
            if (holder is null) return HouseholdErrors.NotMember.Because("开户人须为家庭成员。", "The holder of the account must be a member.");
            var named = household.NamePayee(holder.Person, Payee.Bank, Seal(Payee.AccountNumber, sealing), today, now, aloud, Payee.Holders);
            if (named.Refused) return named.Error;
        }
        return (household, [.. members.Select((m, i) => new Person { Id = m.Person, IdNumberHash = hashes[i], Household = household.Id })]);
    }

    public static SealedAccount Seal(string number, Sealing sealing) =>
        new(sealing.Seal(SealedAccount.SealColumn, number), SealedAccount.Mask(number), sealing.Hash(SealedAccount.HashKind, number), !SealedAccount.Checks(number));

    /// <summary>A member as entered, his number sealed.</summary>
    public static NewMember Enter(MemberBody member, Sealing sealing)
    {
        var number = ResidentIdNumber.Parse(member.IdNumber);
        return new NewMember(PersonId.New(), member.Name.Trim(), number, sealing.Seal(Person.SealColumn, number.Value), member.Particulars());
    }
}
