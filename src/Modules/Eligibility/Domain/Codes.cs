namespace Dibao.Eligibility.Domain;

/// <summary>Where an application stands.</summary>
internal enum ApplicationStatus
{
    /// <summary>Submitted, papers missing.</summary>
    Incomplete = 1,

    /// <summary>Submitted with all papers.</summary>
    Submitted = 2,

    /// <summary>Accepted; check, visit and, where due, appraisal.</summary>
    Investigating = 3,

    /// <summary>The means are assessed; the township's opinion is next.</summary>
    Assessed = 4,

    /// <summary>The positive opinion is on public notice.</summary>
    OnNotice = 5,

    /// <summary>With the county.</summary>
    ReadyForDecision = 6,

    /// <summary>The intended approval is on public notice (220 Art 29).</summary>
    ApprovalOnNotice = 7,

    /// <summary>Confirmed.</summary>
    Confirmed = 8,

    /// <summary>Refused.</summary>
    Refused = 9,
}

/// <summary>What the household brings (220 Art 12; 57 Art 9).</summary>
internal enum PaperKind
{
    /// <summary>The signed statement of income and assets.</summary>
    SignedStatement = 1,

    /// <summary>The signed authorisation of the information check.</summary>
    CheckAuthorisation = 2,

    /// <summary>The household register.</summary>
    HukouBook = 3,

    /// <summary>The members' identity cards.</summary>
    IdCards = 4,
}

/// <summary>In what post somebody investigates.</summary>
internal enum InvestigatorPost
{
    /// <summary>Township or sub-district staff.</summary>
    Township = 1,

    /// <summary>Village or community assistant; enters and investigates, never decides.</summary>
    Village = 2,

    /// <summary>Under contract (政府购买服务); enters and investigates, never decides.</summary>
    PurchasedService = 3,
}

/// <summary>One investigator of a visit.</summary>
/// <param name="Officer" example="officer-320706001-1">Subject of the officer's token.</param>
/// <param name="Post" example="township">In what post.</param>
internal sealed record Investigator(string Officer, InvestigatorPost Post);
