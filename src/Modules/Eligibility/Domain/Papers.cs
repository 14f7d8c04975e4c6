namespace Dibao.Eligibility.Domain;

/// <summary>Sets of papers, and which are asked for.</summary>
internal static class Papers
{
    /// <summary>What must be there; the register papers only while the law asks the household for them.</summary>
    public static IReadOnlyList<PaperKind> Required(bool registerPapersAsked) => registerPapersAsked
        ? [PaperKind.SignedStatement, PaperKind.CheckAuthorisation, PaperKind.HukouBook, PaperKind.IdCards]
        : [PaperKind.SignedStatement, PaperKind.CheckAuthorisation];

    public static string Zh(PaperKind paper) => paper switch
    {
        PaperKind.SignedStatement => "签字的收入和财产声明",
        PaperKind.CheckAuthorisation => "家庭经济状况核对授权书",
        PaperKind.HukouBook => "户口簿",
        _ => "居民身份证",
    };

    public static string En(PaperKind paper) => paper switch
    {
        PaperKind.SignedStatement => "the signed statement of income and assets",
        PaperKind.CheckAuthorisation => "the signed authorisation of the information check",
        PaperKind.HukouBook => "the household register",
        _ => "the identity cards",
    };
}
