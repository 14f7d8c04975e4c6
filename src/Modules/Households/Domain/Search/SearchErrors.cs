namespace Dibao.Households.Domain.Search;

internal static class SearchErrors
{
    public static readonly ProblemType NumberOnTwoPeople = new("households.number_on_two_people", ErrorKind.Conflict,
        "同一身份号码登记在两人名下", "One identity number stands on two people", "57 Art 13");
}
