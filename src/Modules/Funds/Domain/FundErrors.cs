namespace Dibao.Funds.Domain;

internal static class FundErrors
{
    public static readonly ProblemType CarriedOverFirst = new("funds.carried_over_first", ErrorKind.Rule,
        "上期结转只能作为账簿的第一笔", "Carried-over money can only be the first entry of the books");

    public static readonly ProblemType ArrivalDate = new("funds.arrival_date", ErrorKind.Rule,
        "到账日期晚于今天", "The day of arrival lies after today");

    public static readonly ProblemType NotEnoughMoney = new("funds.not_enough_money", ErrorKind.Rule,
        "专户余额不足", "The special account holds less than is to be transferred", "649 Art 5");

    public static readonly ProblemType LaterFacts = new("funds.later_facts", ErrorKind.Conflict,
        "名册须包含全部已作出的变动", "A payroll takes in every change decided so far");

    public static readonly ProblemType PayrollExists = new("funds.payroll_exists", ErrorKind.Conflict,
        "该县该月的发放名册已经生成", "The payroll of this county and month exists already");

    public static readonly ProblemType MonthAhead = new("funds.month_ahead", ErrorKind.Rule,
        "发放月份晚于本月", "The month lies after the current one", "57 Art 25");

    public static readonly ProblemType FactsUndelivered = new("funds.facts_undelivered", ErrorKind.Conflict,
        "有待遇变动尚未送达资金模块", "A change of an entitlement has not reached the funds yet");

    public static readonly ProblemType NothingToPay = new("funds.nothing_to_pay", ErrorKind.Rule,
        "没有可以发放的待遇", "There is nothing to pay");

    public static readonly ProblemType NothingToRepay = new("funds.nothing_to_repay", ErrorKind.Rule,
        "没有可以补发的退票", "There is no returned payment that can be paid again");

    public static readonly ProblemType WrongState = new("funds.payroll_state", ErrorKind.Conflict,
        "名册不在可以办理该步骤的状态", "The payroll is not in the state this step needs");

    public static readonly ProblemType SamePerson = new("funds.same_person", ErrorKind.Forbidden,
        "相邻步骤不得由同一人办理", "Nobody does two adjacent steps of one payment", "649 Art 64");

    public static readonly ProblemType PayrollAltered = new("funds.payroll_altered", ErrorKind.Rule,
        "名册与锁定时不一致", "The payroll is not what was locked");

    public static readonly ProblemType PaymentDate = new("funds.payment_date", ErrorKind.Rule,
        "支付日期不合理", "The day of payment is impossible");

    public static readonly ProblemType UnknownLine = new("funds.unknown_line", ErrorKind.Rule,
        "名册中没有该序号", "The payroll has no such line");

    public static readonly ProblemType DoubledLine = new("funds.doubled_line", ErrorKind.Rule,
        "同一序号重复列出", "A line is listed twice");
}
