using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using FluentValidation;

namespace Dibao.Households.Features;

/// <summary>A member as entered.</summary>
/// <param name="Name" example="王建国">Name, 1 to 50 characters.</param>
/// <param name="IdNumber" example="11010519491231002X">Citizen number, GB 11643, 18 characters.</param>
/// <param name="Relationship" example="head">Relationship to the head, GB/T 4761.</param>
/// <param name="Labour" example="lost">Labour capacity.</param>
internal sealed record MemberBody(string Name, string IdNumber, Relationship Relationship, LabourCapacity Labour)
{
    /// <summary>Text that a notice or a bank file can carry: no control or format characters.</summary>
    public static bool IsPlain(string text, int longest) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= longest
        && !text.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator);

    internal sealed class Validator : AbstractValidator<MemberBody>
    {
        public Validator()
        {
            RuleFor(m => m.Name).Must(n => IsPlain(n, 50)).WithMessage("姓名须为 1 至 50 个可见字符|A name has 1 to 50 visible characters");
            RuleFor(m => m.IdNumber).Must(n => ResidentIdNumber.TryParse(n, out _))
                .WithMessage("公民身份号码不正确(GB 11643:18 位,校验码须相符)|Not a valid citizen number (GB 11643: 18 characters, check digit)");
            RuleFor(m => m.Relationship).IsInEnum();
            RuleFor(m => m.Labour).IsInEnum();
        }
    }
}

/// <summary>The account into which a household is paid.</summary>
/// <param name="HolderIdNumber" example="11010519491231002X">Citizen number of the holder, who is a member.</param>
/// <param name="Bank" example="农村商业银行">Bank, 1 to 60 characters.</param>
/// <param name="AccountNumber" example="6221880000000000012">Account number, 8 to 32 digits.</param>
internal sealed record PayeeBody(string HolderIdNumber, string Bank, string AccountNumber)
{
    internal sealed class Validator : AbstractValidator<PayeeBody>
    {
        public Validator()
        {
            RuleFor(p => p.HolderIdNumber).Must(n => ResidentIdNumber.TryParse(n, out _))
                .WithMessage("开户人公民身份号码不正确|The holder's citizen number is not valid");
            RuleFor(p => p.Bank).Must(IsBank).WithMessage(BankMessage);
            RuleFor(p => p.AccountNumber).Must(IsAccount).WithMessage(AccountMessage);
        }
    }

    public const string BankMessage = "开户银行须为 1 至 60 个字符|A bank has 1 to 60 characters";
    public const string AccountMessage = "账号须为 8 至 32 位数字|An account number has 8 to 32 digits";

    public static bool IsBank(string bank) => MemberBody.IsPlain(bank, 60);

    public static bool IsAccount(string account) => account is { Length: >= 8 and <= 32 } && account.All(char.IsAsciiDigit);
}

/// <summary>A household as entered, at the counter, online or from an old register.</summary>
/// <param name="Division" example="320706001001">Village or community of registration, 12 digits.</param>
/// <param name="Residence" example="320706001001">Village or community where it lives, 12 digits.</param>
/// <param name="Hukou" example="nonAgricultural">Kind of registration.</param>
/// <param name="Members">1 to 30 members, exactly one of them the head.</param>
/// <param name="Income">Declared income, fen per year; each kind at most once.</param>
/// <param name="Assets">Declared assets, fen; each kind at most once.</param>
/// <param name="Payee">Account into which it is paid; may follow later.</param>
internal sealed record HouseholdBody(
    DivisionCode Division, DivisionCode Residence, HukouKind Hukou, IReadOnlyList<MemberBody> Members,
    IReadOnlyList<IncomeAmount> Income, IReadOnlyList<AssetAmount> Assets, PayeeBody? Payee = null)
{
    internal sealed class Validator : AbstractValidator<HouseholdBody>
    {
        public Validator()
        {
            RuleFor(h => h.Division).Must(d => d.Digits == 12).WithMessage("户籍地须为 12 位村(社区)代码|The registered division is a village or community: 12 digits");
            RuleFor(h => h.Residence).Must(d => d.Digits == 12).WithMessage("居住地须为 12 位村(社区)代码|The residence is a village or community: 12 digits");
            RuleFor(h => h.Hukou).IsInEnum();
            RuleFor(h => h.Members).Must(m => m.Count is >= 1 and <= 30).WithMessage("家庭成员须为 1 至 30 人|A household has 1 to 30 members");
            RuleForEach(h => h.Members).SetValidator(new MemberBody.Validator());
            RuleFor(h => h.Income).SetValidator(new MeansRules.Income());
            RuleFor(h => h.Assets).SetValidator(new MeansRules.Assets());
            RuleFor(h => h.Payee!).SetValidator(new PayeeBody.Validator()).When(h => h.Payee is not null);
        }
    }

    /// <summary>The household this describes, with sealed numbers; and the persons it brings.</summary>
    public Result<(Household Household, IReadOnlyList<Person> Persons)> Make(
        string? agent, Sealing sealing, LocalDate today, Instant now, bool aloud = true)
    {
        var members = Members.Select(m => NewMember(m, sealing)).ToList();
        var made = Household.Register(Division, Residence, Hukou, agent, members, today, now, aloud);
        if (made.Refused) return made.Error;
        var household = made.Value;
        household.Declare(Income, Assets, today, now, aloud: false);
        if (Payee is not null)
        {
            var holder = members.FirstOrDefault(m => string.Equals(m.IdNumber.Value, Payee.HolderIdNumber, StringComparison.OrdinalIgnoreCase));
            if (holder is null) return HouseholdErrors.NotMember.Because("开户人须为家庭成员。", "The holder of the account must be a member.");
            var named = household.NamePayee(holder.Person, Payee.Bank, Seal(Payee.AccountNumber, sealing), today, now, aloud);
            if (named.Refused) return named.Error;
        }
        return (household, members.ConvertAll(m => new Person
        {
            Id = m.Person,
            IdNumberHash = sealing.Hash(Person.HashKind, m.IdNumber.Value),
            Household = household.Id,
        }));
    }

    public static SealedAccount Seal(string number, Sealing sealing) =>
        new(sealing.Seal(SealedAccount.SealColumn, number), SealedAccount.Mask(number));

    private static NewMember NewMember(MemberBody member, Sealing sealing)
    {
        var number = ResidentIdNumber.Parse(member.IdNumber);
        return new NewMember(PersonId.New(), member.Name.Trim(), number, sealing.Seal(Person.SealColumn, number.Value), member.Relationship, member.Labour);
    }
}

/// <summary>Shape of means: no negative money, nothing beyond a thousand million yuan, each kind once.</summary>
internal static class MeansRules
{
    private const long MaxFen = 100_000_000_000;

    internal sealed class Income : AbstractValidator<IReadOnlyList<IncomeAmount>>
    {
        public Income()
        {
            RuleFor(l => l).Must(l => l.All(x => x.YearlyFen is >= 0 and <= MaxFen)).OverridePropertyName("yearlyFen").WithMessage("金额须在 0 至 100000000000 分之间|Amounts lie between 0 and 100000000000 fen");
            RuleFor(l => l).Must(l => l.DistinctBy(x => x.Kind).Count() == l.Count).OverridePropertyName("kind").WithMessage("同一收入种类只能填报一次|Each kind of income stands once");
        }
    }

    internal sealed class Assets : AbstractValidator<IReadOnlyList<AssetAmount>>
    {
        public Assets()
        {
            RuleFor(l => l).Must(l => l.All(x => x.ValueFen is >= 0 and <= MaxFen)).OverridePropertyName("valueFen").WithMessage("金额须在 0 至 100000000000 分之间|Amounts lie between 0 and 100000000000 fen");
            RuleFor(l => l).Must(l => l.DistinctBy(x => x.Kind).Count() == l.Count).OverridePropertyName("kind").WithMessage("同一财产种类只能填报一次|Each kind of asset stands once");
        }
    }
}
