namespace Dibao.Eligibility.Domain;

/// <summary>What a refusal must say about how to have it reviewed. It is kept with the decision as it was told.</summary>
internal static class AppealRights
{
    private static readonly LocalDate ReviewFirst = new(2024, 1, 1); // 行政复议法 (2023) Art 11(12), 23(3)

    public static (string Zh, string En) On(LocalDate day) => day >= ReviewFirst
        ? ("如不服本决定,可自收到之日起 60 日内向本级人民政府申请行政复议(行政复议法第十一条、第二十条、第二十三条);应当先申请行政复议,对复议决定不服的,可自收到复议决定之日起 15 日内向人民法院起诉。",
            "You may apply for administrative reconsideration to the county government within 60 days of receipt (Administrative Reconsideration Law Art 11, 20, 23). Reconsideration comes first; against its outcome you may sue within 15 days of receipt.")
        : ("如不服本决定,可自知道之日起 60 日内向本级人民政府或者上一级民政部门申请行政复议(行政复议法第九条、第十二条),也可以依法向人民法院提起行政诉讼。",
            "You may apply for administrative reconsideration to the county government or the civil affairs department above within 60 days of knowing of it (Administrative Reconsideration Law Art 9, 12), or sue before the people's court.");
}
