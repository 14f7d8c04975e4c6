using Dibao.Contracts.Households;

namespace Dibao.Eligibility.Domain;

/// <summary>In whose name the household applies (57 Art 4), and for whom.</summary>
internal sealed partial class Application
{
    public PersonId Applicant { get; private set; }

    /// <summary>The one member who is to be covered alone (57 Art 8; 83 I(1)); null when the household applies.</summary>
    public PersonId? Only { get; private init; }

    /// <summary>The articles by which he may.</summary>
    public IReadOnlyList<string> OnlyBy { get; private init; } = [];

    /// <summary>Why the applicant was last replaced; null when he never was.</summary>
    public string? ApplicantReplacedFor { get; private set; }

    /// <summary>Goes on in the name of another member. A file already with the county returns for a new opinion, so that the notice names who applies.</summary>
    public Result<Done> ReplaceApplicant(PersonId applicant, string reason, IReadOnlyCollection<PersonId> members)
    {
        const string zh = "变更申请人";
        const string en = "replace the applicant";
        if (Status is ApplicationStatus.Confirmed or ApplicationStatus.Refused) return EligibilityErrors.Order(zh, en, "申请已办结", "the application is decided");
        if (Status is ApplicationStatus.OnNotice or ApplicationStatus.ApprovalOnNotice)
            return EligibilityErrors.Order(zh, en, "公示期未满或异议未处理完毕", "the notice has not run out or an objection is open");
        if (!members.Contains(applicant)) return EligibilityErrors.NotMember.Because("申请人须为共同生活的家庭成员(57号第四条)。", "The applicant must be a co-living member (57 Art 4).");
        (Applicant, ApplicantReplacedFor) = (applicant, reason);
        if (Status == ApplicationStatus.ReadyForDecision) AwaitOpinion();
        return Done.It;
    }

    /// <summary>Why the application cannot go on in the name it stands in; null when the applicant lives with the household.</summary>
    public Error? ApplicantGone(IReadOnlyCollection<PersonId> members) => Only is not null || members.Contains(Applicant)
        ? null
        : EligibilityErrors.NotMember.Because("申请人已不是共同生活的家庭成员,请先变更申请人(57号第四条)。", "The applicant no longer lives with the household: replace the applicant first (57 Art 4).");
}
