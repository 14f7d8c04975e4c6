using Dibao.Contracts.Eligibility;
using Dibao.SharedKernel;
using NodaTime;

namespace Dibao.Contracts.Oversight;

/// <summary>A public notice of a proposal.</summary>
public readonly record struct NoticeId(Guid Value) : IId
{
    /// <summary>A new identity.</summary>
    public static NoticeId New() => new(Guid.CreateVersion7());
}

/// <summary>What is on notice.</summary>
public enum NoticeKind
{
    /// <summary>The township's initial-review opinion (57 Art 19; 220 Art 25).</summary>
    InitialReview = 1,

    /// <summary>The county's intended approval (220 Art 29).</summary>
    Approval = 2,
}

/// <summary>A notice ran its days and every objection to it was answered.</summary>
public sealed record NoticeClosed(NoticeId Notice, ApplicationId Application, NoticeKind Kind, DivisionCode Division, bool ObjectionUpheld, LocalDate On) : IFact
{
    /// <inheritdoc />
    public Guid Subject => Application.Value;
}
