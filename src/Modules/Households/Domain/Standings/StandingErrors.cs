namespace Dibao.Households.Domain.Standings;

internal static class StandingErrors
{
    public static readonly ProblemType Dates = new("households.standing_dates", ErrorKind.Rule,
        "认定的起止日期不合理", "The days of this standing are impossible");

    public static readonly ProblemType TooLong = new("households.standing_too_long", ErrorKind.Rule,
        "认定有效期过长", "This standing is valid for less", "GX rules");

    public static readonly ProblemType Overlaps = new("households.standing_overlaps", ErrorKind.Conflict,
        "同类认定的有效期重叠", "The household has this standing in these days already");

    public static readonly ProblemType NotWith = new("households.standing_not_with", ErrorKind.Rule,
        "该认定不能与现有待遇或者认定并存", "This standing does not go with what the household has", "57 Art 8; Law Art 21");

    public static readonly ProblemType IncomeTooHigh = new("households.standing_income", ErrorKind.Rule,
        "家庭人均收入不低于边缘家庭标准", "The income per person is not below the limit of this standing", "57 Art 8; Law Art 21");

    public static readonly ProblemType EndedBefore = new("households.standing_ended", ErrorKind.Conflict,
        "该认定已终止", "This standing was ended already");
}
