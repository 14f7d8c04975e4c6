using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;

namespace Dibao.Households.Domain.Payees;

/// <summary>Where a proposed change stands.</summary>
internal enum PayeeChangeState
{
    /// <summary>A second person has not answered; the old account stands.</summary>
    Waiting = 1,

    /// <summary>A second person confirmed it.</summary>
    Confirmed = 2,

    /// <summary>A second person refused it.</summary>
    Refused = 3,
}

/// <summary>By what a change is proven: a paper on file, or words that name the proof.</summary>
internal sealed record ChangeProof(Guid? Paper, string? Text);

/// <summary>Another account for a household, proposed by one person and answered by another. Until then the old one is paid.</summary>
internal sealed class PayeeChange : AggregateRoot, IPlaced, IOwned
{
    private PayeeChange()
    {
    }

    public Guid Id { get; private init; }

    public HouseholdId Household { get; private init; }

    /// <summary>The household while the change waits, null afterwards: one waiting change per household, held by a unique index.</summary>
    public HouseholdId? OpenFor { get; private set; }

    public DivisionCode Division { get; set; }

    public string? Agent { get; private init; }

    public PayeeChangeState State { get; private set; }

    public PayeeTerms Terms { get; private init; } = null!;

    public LocalDate From { get; private init; }

    public LocalDate? To { get; private init; }

    public Guid? ProofPaper { get; private init; }

    public string? ProofText { get; private init; }

    public LocalDate ProposedOn { get; private init; }

    public string ProposedBy { get; private init; } = "";

    public LocalDate? AnsweredOn { get; private set; }

    public string? AnsweredBy { get; private set; }

    public string? Reason { get; private set; }

    public static Result<PayeeChange> Propose(Household household, NamedPayee named, LocalDate from, LocalDate? to, ChangeProof proof, string by, LocalDate today)
    {
        if (household.StandingPayee(today) is not { } standing)
            return PayeeErrors.NoneStands.Because("本户尚无领取账户,请直接登记。", "This household has no payee: name the first one.");
        if (proof is { Paper: null, Text: null })
            return PayeeErrors.ProofNeeded.Because("请填写档案中的证明材料,或者说明证明。", "Name a paper on file, or say what proves it.");
        var terms = household.PayeeBy(named, from, to, today);
        if (terms.Refused) return terms.Error;
        if (standing.Is(terms.Value) && standing.ValidTo == to) return PayeeErrors.Same.Plain();
        return new PayeeChange
        {
            Id = Guid.CreateVersion7(),
            Household = household.Id,
            OpenFor = household.Id,
            Division = household.Division,
            Agent = household.Agent,
            State = PayeeChangeState.Waiting,
            Terms = terms.Value,
            From = from,
            To = to,
            ProofPaper = proof.Paper,
            ProofText = proof.Text,
            ProposedOn = today,
            ProposedBy = by,
        };
    }

    /// <summary>A second person confirms it: paid from the day proposed, and not from one before the confirmation.</summary>
    public Result<Done> Confirm(Household household, string by, LocalDate today, Instant now)
    {
        if (Unanswerable(by) is { } refused) return refused;
        var changed = household.ChangePayee(Terms, From < today ? today : From, To, today, now);
        if (changed.Refused) return changed.Error;
        return Answer(PayeeChangeState.Confirmed, null, by, today);
    }

    /// <summary>A second person refuses it: the old account stands.</summary>
    public Result<Done> Refuse(string reason, string by, LocalDate today) =>
        Unanswerable(by) is { } refused ? refused : Answer(PayeeChangeState.Refused, reason, by, today);

    private Error? Unanswerable(string by)
    {
        if (State != PayeeChangeState.Waiting) return PayeeErrors.Answered.Plain();
        return string.Equals(by, ProposedBy, StringComparison.Ordinal)
            ? PayeeErrors.SamePerson.Because("该变更由您提交,请由另一名有权人员确认或者退回。", "You proposed this change: another person who may do so confirms or refuses it.")
            : null;
    }

    private Done Answer(PayeeChangeState state, string? reason, string by, LocalDate today)
    {
        (State, OpenFor, AnsweredOn, AnsweredBy, Reason) = (state, null, today, by, reason);
        return Done.It;
    }
}
