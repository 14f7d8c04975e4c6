namespace Dibao.Households.Domain.Payees;

internal static class PayeeErrors
{
    public static readonly ProblemType Stands = new("households.payee_stands", ErrorKind.Conflict,
        "已有领取账户", "Another payee stands", "57 Art 25");

    public static readonly ProblemType NoneStands = new("households.no_payee_stands", ErrorKind.Conflict,
        "尚无领取账户", "No payee stands that could be changed", "57 Art 25");

    public static readonly ProblemType Same = new("households.payee_unchanged", ErrorKind.Rule,
        "与现有领取账户相同", "This is the payee that stands", "57 Art 25");

    public static readonly ProblemType JointAccount = new("households.joint_account", ErrorKind.Rule,
        "不接受联名账户", "A joint account is not taken", "57 Art 25");

    public static readonly ProblemType OtherHolder = new("households.account_of_another", ErrorKind.Rule,
        "户名不是领取人", "The holder of the account is not the payee", "57 Art 25");

    public static readonly ProblemType HolderKind = new("households.holder_kind", ErrorKind.Rule,
        "开户人与所填类别不符", "The holder is not of the kind stated", "57 Art 25");

    public static readonly ProblemType NoGuardian = new("households.not_a_guardian", ErrorKind.Rule,
        "监护关系不成立", "He cannot be the guardian", "57 Art 26");

    public static readonly ProblemType GroundNeeded = new("households.payee_ground", ErrorKind.Rule,
        "缺少代管协议或者文书", "The agreement or judgment is missing", "57 Art 26");

    public static readonly ProblemType Validity = new("households.payee_validity", ErrorKind.Rule,
        "账户的有效期不合理", "The days of this account are impossible");

    public static readonly ProblemType ProofNeeded = new("households.payee_proof", ErrorKind.Rule,
        "变更领取账户须有证明", "A change of the payee takes proof", "57 Art 25");

    public static readonly ProblemType Waiting = new("households.payee_change_waiting", ErrorKind.Conflict,
        "已有待确认的变更", "A change is waiting already");

    public static readonly ProblemType Answered = new("households.payee_change_answered", ErrorKind.Conflict,
        "该变更已办结", "This change was answered already");

    public static readonly ProblemType SamePerson = new("households.payee_same_person", ErrorKind.Forbidden,
        "提交人不得确认自己提交的变更", "Who proposed the change does not answer it", "57 Art 25");
}
