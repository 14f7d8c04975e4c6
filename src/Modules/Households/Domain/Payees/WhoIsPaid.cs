using Dibao.Contracts.Households;
using Dibao.Households.Domain.Papers;
using Dibao.Households.Domain.Payees;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain;

/// <summary>Into whose account a household is paid: one at a time, and his alone (57 Art 25 and 26).</summary>
internal sealed partial class Household
{
    /// <summary>The account in force on a day or from a later one; null when none is named.</summary>
    public PayeeAccount? StandingPayee(LocalDate day) => payees.Where(p => p.StandsFrom(day)).MaxBy(p => p.ValidFrom);

    /// <summary>Names the account of a member at registration.</summary>
    public Result<PayeeAccount> NamePayee(PersonId holder, string bank, SealedAccount account, LocalDate today, Instant now, bool aloud = true, int holders = 1) =>
        NamePayee(new NamedPayee(null, holder, null, null, null, bank, account, holders), today, null, today, now, aloud);

    /// <summary>Names the first account, or the next after the last has ended; the same again changes nothing. Another is changed by two persons.</summary>
    public Result<PayeeAccount> NamePayee(NamedPayee named, LocalDate from, LocalDate? to, LocalDate today, Instant now, bool aloud = true)
    {
        if (Closed() is { } closed) return closed;
        var terms = PayeeBy(named, from, to, today);
        if (terms.Refused) return terms.Error;
        if (StandingPayee(today) is not { } standing) return Pay(terms.Value, from, to, now, aloud);
        if (standing.Is(terms.Value)) return standing;
        return PayeeErrors.Stands.Because(
            "本户已有领取账户。变更须附证明,并由另一人确认:请提交变更申请(payee-changes)。", "Another account stands. A change takes proof and a second person: propose it under payee-changes.");
    }

    /// <summary>Whether somebody may be the payee from a day on, and as what he would be entered.</summary>
    public Result<PayeeTerms> PayeeBy(NamedPayee named, LocalDate from, LocalDate? to, LocalDate today)
    {
        if (named.Holders > 1)
            return PayeeErrors.JointAccount.Because($"该账户有 {named.Holders} 名开户人,请提供只属于领取人的账户。", $"This account has {named.Holders} holders: name one that is the payee's alone.");
        if (from < today || to <= from)
            return PayeeErrors.Validity.Because(
                $"起始日期 {from:uuuu-MM-dd} 不得早于今天 {today:uuuu-MM-dd},截止日期须在其后。", $"The first day, {from:uuuu-MM-dd}, must not lie before today, {today:uuuu-MM-dd}, and the end must follow it.");
        if (named.Ground?.SignedOn > today) return PayeeErrors.GroundNeeded.Because("协议或文书的日期不得晚于今天。", "The agreement or judgment must not be dated after today.");
        var holder = named.Holder is { } person ? members.FirstOrDefault(m => m.Person == person && m.HoldsOn(today)) : null;
        if (named.Holder is not null && holder is null) return HouseholdErrors.NotMember.Because("开户人须为家庭成员。", "The holder named is no member of this household.");
        if (holder is not null && named.HolderName is { } name && !string.Equals(PaperReading.PlainName(name), PaperReading.PlainName(holder.Name), StringComparison.Ordinal))
            return PayeeErrors.OtherHolder.Because("账户户名与领取人姓名不符,户名须为领取人本人。", "The account stands in another name than the payee's: the holder of the account is the payee.");
        var kind = named.Kind ?? (holder?.Relationship == Relationship.Head ? HolderKind.Head : HolderKind.Member);
        if (Unfit(kind, named, holder, from) is { } unfit) return unfit;
        return new PayeeTerms
        {
            Kind = kind,
            Holder = holder?.Person,
            HolderName = holder?.Name ?? named.HolderName!,
            SealedHolderNumber = named.Number?.Sealed,
            HolderNumberHash = named.Number?.Hash,
            MaskedHolderNumber = named.Number?.Masked,
            Ward = named.Ward,
            Bank = named.Bank,
            SealedNumber = named.Account.Number,
            MaskedNumber = named.Account.Masked,
            AccountHash = named.Account.Hash,
            FailsCheckDigit = named.Account.FailsCheckDigit,
            GroundPaper = named.Ground?.Paper,
            GroundNumber = named.Ground?.Number,
            GroundSignedOn = named.Ground?.SignedOn,
            GroundParties = named.Ground?.Parties,
        };
    }

    /// <summary>Puts a payee that two persons agreed on in the place of the one that stood.</summary>
    public Result<PayeeAccount> ChangePayee(PayeeTerms terms, LocalDate from, LocalDate? to, LocalDate today, Instant now)
    {
        if (Closed() is { } closed) return closed;
        foreach (var person in new[] { terms.Holder, terms.Ward })
            if (person is { } one && !members.Exists(m => m.Person == one && m.HoldsOn(today)))
                return HouseholdErrors.NotMember.Because("提交变更后,所填人员已不是家庭成员,请退回重新提交。", "Since the proposal, the person named is no longer a member: refuse it and have it proposed anew.");
        if (to <= from) return PayeeErrors.Validity.Because("所填截止日期已过,请退回重新提交。", "The end that was proposed has passed: refuse it and have it proposed anew.");
        return Pay(terms, from, to, now, aloud: true);
    }

    private PayeeAccount Pay(PayeeTerms terms, LocalDate from, LocalDate? to, Instant now, bool aloud)
    {
        var payee = new PayeeAccount(Id, terms, from, to, now);
        payees.Put(payee, (row, day) => row.Until(day, now), now);
        if (aloud) Raise(new PayeeNamed(Id, payee.Id, Division, from));
        return payee;
    }

    private Error? Unfit(HolderKind kind, NamedPayee named, Member? holder, LocalDate day) => kind switch
    {
        HolderKind.Head when holder is not { Relationship: Relationship.Head } => PayeeErrors.HolderKind.Because("开户人不是申请人(户主)。", "The holder is not the applicant, who is the head."),
        HolderKind.Member when holder is null => HouseholdErrors.NotMember.Because("开户人须为家庭成员。", "The holder named is no member of this household."),
        HolderKind.Member when holder.Relationship == Relationship.Head => PayeeErrors.HolderKind.Because("开户人是申请人(户主),请按申请人填写。", "The holder is the head: enter him as the applicant."),
        HolderKind.Head or HolderKind.Member when named.Ward is not null => PayeeErrors.HolderKind.Because("只有监护人代领时填写被监护人。", "Only a guardian holds an account for a ward."),
        HolderKind.Guardian => Unguarded(named, holder, day),
        HolderKind.Custodian or HolderKind.Institution when named.Holder is not null || named.HolderName is null || named.Number is not null || named.Ward is not null =>
            PayeeErrors.HolderKind.Because("代管单位或者机构开户的,只填户名。", "Where an institution holds the account, its name is entered and no person."),
        HolderKind.Custodian when named.Ground is not { IsComplete: true } =>
            PayeeErrors.GroundNeeded.Because("代管须有已备案的协议:填写档案中的协议,或者协议编号、日期和各方。", "Custody takes a filed agreement: name the paper on file, or its number, date and parties."),
        _ => null,
    };

    private Error? Unguarded(NamedPayee named, Member? holder, LocalDate day)
    {
        var born = holder?.BirthDate ?? named.Number?.BirthDate;
        if (born is null || (holder is null && named.HolderName is null) || (holder is not null && named.Number is not null))
            return PayeeErrors.HolderKind.Because("监护人是成员的填写成员,不是成员的填写姓名和身份号码。", "A guardian is a member, or named with his identity number.");
        if (!Age.Full.IsReached(born.Value, day)) return PayeeErrors.NoGuardian.Because("监护人须为成年人。", "A guardian is of full age.");
        if (named.Ward is not { } ward || ward == named.Holder || members.Find(m => m.Person == ward && m.HoldsOn(day)) is not { } warded)
            return PayeeErrors.NoGuardian.Because("请填写被监护的家庭成员。", "Name the member whose guardian he is.");
        if (named.Ground is { IsComplete: true }) return null;
        if (Age.Full.IsReached(warded.BirthDate, day))
            return PayeeErrors.GroundNeeded.Because(
                "被监护人已成年:请填写认定其无民事行为能力或者限制民事行为能力的文书。", "The ward is of full age: name the judgment or paper by which he is without capacity.");
        return holder is not null ? null : PayeeErrors.GroundNeeded.Because(
            "监护人不是家庭成员:请填写证明监护关系的文书。", "The guardian is no member of the household: name the paper that shows that he is one.");
    }
}
