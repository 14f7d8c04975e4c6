using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Papers;

/// <summary>What a member signs.</summary>
internal enum DeclarationKind
{
    /// <summary>That all told is true and complete (57 Art 9(2); Law Art 40).</summary>
    Truth = 1,

    /// <summary>That the household's means may be checked (57 Art 9(3); Law Art 40).</summary>
    CheckAuthorisation = 2,

    /// <summary>That a fact is so, in place of a certificate (83 I(2) 告知承诺).</summary>
    NoticeAndPromise = 3,
}

/// <summary>A declaration that a member signed.</summary>
internal sealed class Declaration : AggregateRoot, IPlaced, IOwned
{
    private Declaration()
    {
    }

    public Guid Id { get; private init; }

    public HouseholdId Household { get; private init; }

    public DivisionCode Division { get; set; }

    public string? Agent { get; private init; }

    public DeclarationKind Kind { get; private init; }

    public PersonId SignedBy { get; private init; }

    public LocalDate SignedOn { get; private init; }

    /// <summary>The kind of paper that a promise stands in for; null for the others.</summary>
    public string? ForPaper { get; private init; }

    /// <summary>Which text was signed.</summary>
    public string TextVersion { get; private init; } = "";

    public Instant RecordedAt { get; private init; }

    public string RecordedBy { get; private init; } = "";

    public LocalDate? FoundFalseOn { get; private set; }

    public static Result<Declaration> Sign(
        Household household, DeclarationKind kind, PersonId signedBy, LocalDate signedOn, string? forPaper, string textVersion, string by, LocalDate today, Instant now)
    {
        if (household.Members.FirstOrDefault(m => m.Person == signedBy && m.HoldsOn(today)) is not { } signer) return HouseholdErrors.NotMember.Plain();
        if (signedOn > today || !Age.Full.IsReached(signer.BirthDate, signedOn))
            return PaperErrors.SigningDate.Because(
                $"签字日期 {signedOn:uuuu-MM-dd} 不得晚于今天,签字人当日须年满 {Age.Full.Years(signedOn)} 周岁。", $"Nobody signs after today, or before he is {Age.Full.Years(signedOn)}: {signedOn:uuuu-MM-dd}.");
        if (kind == DeclarationKind.NoticeAndPromise != forPaper is not null) return PaperErrors.PromisePaper.Plain();
        if (forPaper is not null && !PaperChecklist.On(signedOn).Any(l => l.Kind == forPaper && l.PromiseAllowed))
            return PaperErrors.PromiseNotAllowed.Because(
                $"{signedOn:uuuu-MM-dd} 不适用以承诺代替{PaperChecklist.Find(forPaper)!.NameZh}。", $"On {signedOn:uuuu-MM-dd} no promise stands in for this paper: {PaperChecklist.Find(forPaper)!.NameEn}.");
        return new Declaration
        {
            Id = Guid.CreateVersion7(),
            Household = household.Id,
            Division = household.Division,
            Agent = household.Agent,
            Kind = kind,
            SignedBy = signedBy,
            SignedOn = signedOn,
            ForPaper = forPaper,
            TextVersion = textVersion,
            RecordedAt = now,
            RecordedBy = by,
        };
    }

    /// <summary>A promise turned out false: it stands in for nothing any more, and the credit record says so.</summary>
    public Result<CreditEntry> FindFalse(LocalDate foundOn, string note, string by, LocalDate today, Instant now)
    {
        if (Kind != DeclarationKind.NoticeAndPromise) return PaperErrors.NoPromise.Plain();
        if (FoundFalseOn is not null) return PaperErrors.FoundFalseBefore.Plain();
        if (foundOn < SignedOn) return PaperErrors.CreditDate.Plain();
        var entry = CreditEntry.Record(Household, Division, Agent, new(SignedBy, CreditKind.FalsePromise, foundOn, PaperChecklist.PromiseArticle, note), by, today, now);
        if (!entry.Refused) FoundFalseOn = foundOn;
        return entry;
    }
}
