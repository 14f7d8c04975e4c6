namespace Dibao.Households.Domain.Officers;

internal static class OfficerErrors
{
    public static readonly ProblemType Entered = new("households.officer_entered", ErrorKind.Conflict,
        "该人员已登记为经办人员", "This officer is on the register already", "57 Art 11");

    public static readonly ProblemType Office = new("households.officer_office", ErrorKind.Rule,
        "岗位与任职单位级别不符", "This kind of officer does not serve at such a place", "57 Art 11");

    public static readonly ProblemType Days = new("households.officer_days", ErrorKind.Rule,
        "起止日期不合理", "These days are impossible");

    public static readonly ProblemType Left = new("households.officer_left", ErrorKind.Conflict,
        "该人员已离任", "This officer has left already");

    public static readonly ProblemType KinEnded = new("households.kin_ended", ErrorKind.Conflict,
        "该亲属关系已注销", "This kinship was ended already");

    public static readonly ProblemType KinTwice = new("households.kin_twice", ErrorKind.Rule,
        "同一亲属重复填报", "The same relative is listed twice");

    public static readonly ProblemType NotNear = new("households.kinship_not_near", ErrorKind.Rule,
        "该关系不属于须备案的近亲属", "This is no near relative who is to be filed", "220 Art 14; 57 Art 11");

    public static readonly ProblemType Filed = new("households.already_filed", ErrorKind.Conflict,
        "该备案已登记", "This is on file already", "57 Art 11");

    public static readonly ProblemType FilingEnded = new("households.filing_ended", ErrorKind.Conflict,
        "该备案已注销", "This filing was ended already");
}
