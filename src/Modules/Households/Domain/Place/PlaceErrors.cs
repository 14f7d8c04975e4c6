namespace Dibao.Households.Domain.Place;

internal static class PlaceErrors
{
    public static readonly ProblemType NotItsPlace = new("households.place_not_of_household", ErrorKind.Rule,
        "该地不是该家庭的居住地或者户籍地", "This household neither lives nor is registered there", "57 Art 5");

    public static readonly ProblemType OwnPlace = new("households.place_own", ErrorKind.Rule,
        "不能向本地请求协助", "Nobody asks his own place", "57 Art 5");

    public static readonly ProblemType AskedBefore = new("households.place_asked_before", ErrorKind.Conflict,
        "同类协助请求尚未答复", "The same is asked of that place already and not answered yet");

    public static readonly ProblemType NotAsked = new("households.place_not_asked", ErrorKind.Forbidden,
        "协助请求由被请求地答复", "Only the place that was asked answers");

    public static readonly ProblemType NotAsking = new("households.place_not_asking", ErrorKind.Forbidden,
        "协助请求由请求地撤回", "Only the place that asked withdraws");

    public static readonly ProblemType Closed = new("households.place_request_closed", ErrorKind.Conflict,
        "该协助请求已答复或者撤回", "This request was answered or withdrawn already");
}
