namespace Dibao.Oversight.Domain;

internal static class OversightErrors
{
    public static readonly ProblemType NoticeClosed = new("oversight.notice_closed", ErrorKind.Rule,
        "公示期已满", "The notice has run its days", "57 Art 19");

    public static readonly ProblemType NoticeRuns = new("oversight.notice_runs", ErrorKind.Rule,
        "公示期未满", "The notice is still running", "57 Art 19");

    public static readonly ProblemType ObjectionPending = new("oversight.objection_pending", ErrorKind.Rule,
        "尚有异议未答复", "An objection is not answered yet", "57 Art 19");

    public static readonly ProblemType AlreadyAnswered = new("oversight.objection_answered", ErrorKind.Conflict,
        "该异议已答复", "This objection is answered already");

    public static readonly ProblemType TooManyPending = new("oversight.too_many_pending", ErrorKind.Conflict,
        "待处理的异议过多", "Too many objections await an answer", "57 Art 19");

    public static readonly ProblemType YearNotBegun = new("oversight.year_not_begun", ErrorKind.Rule,
        "该年度尚未开始", "This year has not begun");
}
