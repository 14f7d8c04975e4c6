namespace Dibao.Households.Domain.Papers;

internal static class PaperErrors
{
    public static readonly ProblemType Empty = new("households.paper_empty", ErrorKind.Shape,
        "文件没有内容", "The file is empty");

    public static readonly ProblemType OtherContent = new("households.paper_other_content", ErrorKind.MediaType,
        "文件内容与声明的类型不符", "The file is not of the kind that its header says");

    public static readonly ProblemType IssuedLater = new("households.paper_issued_later", ErrorKind.Rule,
        "材料的出具日期晚于今天", "The paper was issued after today");

    public static readonly ProblemType IssuerNeeded = new("households.paper_issuer_needed", ErrorKind.Rule,
        "缺少出具单位或者人员", "Who issued the paper must be stated", "Law Art 72");

    public static readonly ProblemType TooMany = new("households.too_many_papers", ErrorKind.Rule,
        "该家庭的材料过多", "This household has too many papers on file");

    public static readonly ProblemType Damaged = new("households.paper_damaged", ErrorKind.Conflict,
        "所存材料与其校验值不符,不予出示", "What is stored is not what was filed, and is not shown");

    public static readonly ProblemType Withdrawn = new("households.paper_withdrawn", ErrorKind.Conflict,
        "该材料已撤回", "This paper was withdrawn");

    public static readonly ProblemType NotYours = new("households.paper_of_another", ErrorKind.Rule,
        "只能撤回本人提交的材料", "You may withdraw only what you filed yourself");

    public static readonly ProblemType OtherPerson = new("households.paper_of_another_person", ErrorKind.Rule,
        "该材料属于另一名成员", "This paper concerns another member");

    public static readonly ProblemType PersonNeeded = new("households.paper_person_needed", ErrorKind.Rule,
        "请说明材料所载内容属于哪一名成员", "Say of which member the paper speaks");

    public static readonly ProblemType NumberNeeded = new("households.paper_number_needed", ErrorKind.Rule,
        "户口簿和居民身份证须登记所载身份号码", "A register book or identity card states an identity number");

    public static readonly ProblemType StatedLater = new("households.paper_stated_later", ErrorKind.Rule,
        "材料所载日期晚于今天", "The date on the paper lies after today");

    public static readonly ProblemType SigningDate = new("households.signing_date", ErrorKind.Rule,
        "签字日期不合理", "The day of signing is impossible");

    public static readonly ProblemType PromisePaper = new("households.promise_paper", ErrorKind.Rule,
        "告知承诺须写明所代替的材料种类,其他声明不填", "A promise names the kind of paper it stands in for; no other declaration does", "83 I(2)");

    public static readonly ProblemType PromiseNotAllowed = new("households.promise_not_allowed", ErrorKind.Rule,
        "该材料不适用告知承诺", "No promise may stand in for this paper", "83 I(2)");

    public static readonly ProblemType NoPromise = new("households.not_a_promise", ErrorKind.Rule,
        "该声明不是告知承诺", "This declaration is not a promise in place of a paper", "83 I(2)");

    public static readonly ProblemType FoundFalseBefore = new("households.promise_false_before", ErrorKind.Conflict,
        "该承诺已登记为不实", "This promise is on record as false already");

    public static readonly ProblemType CreditDate = new("households.credit_date", ErrorKind.Rule,
        "信用记录的日期不合理", "The date of the credit entry is impossible");

    public static readonly ProblemType StruckOut = new("households.credit_struck_out", ErrorKind.Conflict,
        "该信用记录已注销", "This credit entry was struck out already");

    public static readonly ProblemType ProvenLater = new("households.issuer_proven_later", ErrorKind.Rule,
        "查实日期晚于今天", "The day of proof lies after today");

    public static readonly ProblemType IssuerCleared = new("households.issuer_cleared", ErrorKind.Conflict,
        "该出具人已移出名单", "This issuer was cleared already");
}
