using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using FluentValidation;

namespace Dibao.Households.Features.Payees;

/// <summary>On what somebody else holds the account: a paper on file, or number, date and parties.</summary>
/// <param name="Paper" example="01980000-0000-7000-8000-000000000002">The agreement of custody, or the judgment on a grown ward's capacity, on this household's file.</param>
/// <param name="Number" example="民政代管〔2024〕3号">Its number, 1 to 100 characters.</param>
/// <param name="SignedOn" example="2024-03-01">Its date; not after today.</param>
/// <param name="Parties" example="某村民委员会与本户">Its parties, 1 to 200 characters.</param>
internal sealed record GroundBody(Guid? Paper = null, string? Number = null, LocalDate? SignedOn = null, string? Parties = null)
{
    public HoldingGround Stated() => new(Paper, Number?.Trim(), SignedOn, Parties?.Trim());

    internal sealed class Validator : AbstractValidator<GroundBody>
    {
        public Validator()
        {
            RuleFor(g => g.Number).Plain(100).WithMessage("编号须为 1 至 100 个字符|A number has 1 to 100 characters");
            RuleFor(g => g.Parties).Plain(200).WithMessage("各方须为 1 至 200 个字符|The parties have 1 to 200 characters");
        }
    }
}

/// <summary>An account and whose it is.</summary>
/// <param name="Bank" example="农村商业银行">Bank, 1 to 60 characters.</param>
/// <param name="AccountNumber" example="6221880000000000012">Account number, 8 to 32 digits.</param>
/// <param name="Holder">The holder, when he is a member.</param>
/// <param name="Kind" example="head">head, member, guardian, custodian or institution; head or member when left out.</param>
/// <param name="HolderName" example="null">Name in which the account stands, 1 to 100 characters; needed when the holder is no member, and else that of the register.</param>
/// <param name="HolderIdNumber" example="null">Citizen number of a guardian who is no member.</param>
/// <param name="Ward" example="null">The member whose guardian the holder is: a minor, or without capacity.</param>
/// <param name="Holders" example="1">How many hold the account; a joint account is refused.</param>
/// <param name="Ground" example="null">Agreement of custody, judgment on a grown ward's capacity, or proof that a guardian from outside is one.</param>
/// <param name="From" example="2024-03-05">First day on which it is paid into; today when left out.</param>
/// <param name="To" example="null">First day on which it is no longer; open when left out.</param>
internal sealed record PayeeAccountBody(
    string Bank, string AccountNumber, PersonId? Holder = null, HolderKind? Kind = null, string? HolderName = null, string? HolderIdNumber = null, PersonId? Ward = null,
    int Holders = 1, GroundBody? Ground = null, LocalDate? From = null, LocalDate? To = null)
{
    /// <summary>What is named, with sealed numbers.</summary>
    public NamedPayee Named(Sealing sealing) => new(
        Kind, Holder, HolderName?.Trim(), HolderIdNumber is { } number ? Outside(ResidentIdNumber.Parse(number), sealing) : null, Ward, Bank,
        HouseholdBody.Seal(AccountNumber, sealing), Holders, Ground?.Stated());

    private static OutsideNumber Outside(ResidentIdNumber number, Sealing sealing) =>
        new(number.BirthDate, sealing.Seal(SealColumn, number.Value), sealing.Hash(Person.HashKind, number.Value), number.Masked);

    /// <summary>Column under which the number of a holder from outside is sealed.</summary>
    public const string SealColumn = "households.payee.holder_id_number";

    internal sealed class Validator : AbstractValidator<PayeeAccountBody>
    {
        public Validator()
        {
            RuleFor(p => p.Bank).Plain(60).WithMessage(PayeeBody.BankMessage);
            RuleFor(p => p.AccountNumber).Shaped(PayeeBody.IsAccount, PayeeBody.AccountShape).WithMessage(PayeeBody.AccountMessage);
            RuleFor(p => p.Holders).InclusiveBetween(1, PayeeBody.MostHolders).WithMessage(PayeeBody.HoldersMessage);
            RuleFor(p => p.Kind).IsInEnum();
            RuleFor(p => p).Must(p => p.Holder is not null || p.HolderName is not null).OverridePropertyName("holder").WithMessage("请填写开户成员,或者户名|Name the member who holds it, or the name in which it stands");
            RuleFor(p => p.HolderName).Plain(100).WithMessage("户名须为 1 至 100 个字符|The name of the holder has 1 to 100 characters");
            RuleFor(p => p.HolderIdNumber).CitizenNumber().WithMessage("开户人公民身份号码不正确|The holder's citizen number is not valid");
            RuleFor(p => p.Ground!).SetValidator(new GroundBody.Validator()).When(p => p.Ground is not null);
        }
    }
}

/// <summary>The ground of holding as recorded.</summary>
/// <param name="Paper" example="01980000-0000-7000-8000-000000000002">Paper on file.</param>
/// <param name="Number" example="民政代管〔2024〕3号">Number.</param>
/// <param name="SignedOn">Date.</param>
/// <param name="Parties" example="某村民委员会与本户">Parties.</param>
internal sealed record GroundView(Guid? Paper, string? Number, LocalDate? SignedOn, string? Parties)
{
    public static GroundView? Of(Guid? paper, string? number, LocalDate? signedOn, string? parties) =>
        paper is null && number is null && signedOn is null && parties is null ? null : new(paper, number, signedOn, parties);
}

/// <summary>Something to look at again; it keeps nothing back.</summary>
/// <param name="Code" example="checkDigit">checkDigit.</param>
/// <param name="Zh" example="账号校验位不符">In Chinese.</param>
/// <param name="En" example="The check digit of the account number is wrong">In English.</param>
internal sealed record PayeeWarning(string Code, string Zh, string En)
{
    private static readonly PayeeWarning CheckDigit = new(
        "checkDigit", "账号校验位不符(ISO/IEC 7812),请核对;旧存折账号没有校验位。", "The check digit of the account number is wrong (ISO/IEC 7812): compare it once more; numbers of old passbooks have none.");

    public static IReadOnlyList<PayeeWarning> Of(bool failsCheckDigit) => failsCheckDigit ? [CheckDigit] : [];
}

/// <summary>An account; numbers are masked.</summary>
/// <param name="Id">The account as named.</param>
/// <param name="Kind" example="head">Who holds it.</param>
/// <param name="Holder">The holder, where he is a member.</param>
/// <param name="HolderName" example="王建国">Name in which it stands.</param>
/// <param name="MaskedHolderNumber" example="110***************">Number of a guardian who is no member.</param>
/// <param name="Ward" example="null">The member whose guardian the holder is.</param>
/// <param name="Bank" example="农村商业银行">Bank.</param>
/// <param name="MaskedNumber" example="***************0012">Its last four digits.</param>
/// <param name="From">First day on which it is paid into.</param>
/// <param name="To">First day on which it is no longer.</param>
/// <param name="Ground">On what somebody else holds it.</param>
/// <param name="Warnings">What should be looked at again.</param>
internal sealed record PayeeView(
    PayeeId Id, HolderKind Kind, PersonId? Holder, string HolderName, string? MaskedHolderNumber, PersonId? Ward, string Bank, string MaskedNumber, LocalDate From, LocalDate? To,
    GroundView? Ground, IReadOnlyList<PayeeWarning> Warnings)
{
    public static PayeeView Of(PayeeAccount p) => new(
        p.Id, p.Kind, p.Holder, p.HolderName, p.MaskedHolderNumber, p.Ward, p.Bank, p.MaskedNumber, p.ValidFrom, p.ValidTo,
        GroundView.Of(p.GroundPaper, p.GroundNumber, p.GroundSignedOn, p.GroundParties), PayeeWarning.Of(p.FailsCheckDigit));
}
