using Dibao.Contracts.Oversight;

namespace Dibao.Oversight.Domain;

/// <summary>What an objection is about.</summary>
internal enum ObjectionGround
{
    /// <summary>Income.</summary>
    Income = 1,

    /// <summary>Assets.</summary>
    Assets = 2,

    /// <summary>Who lives in the household.</summary>
    Members = 3,

    /// <summary>Where it lives or is registered.</summary>
    Residence = 4,

    /// <summary>Anything else.</summary>
    Other = 5,
}

/// <summary>What became of an objection.</summary>
internal enum ObjectionDecision
{
    /// <summary>Not answered yet.</summary>
    Pending = 1,

    /// <summary>Well founded: the case is investigated anew (57 Art 19).</summary>
    Upheld = 2,

    /// <summary>Not founded.</summary>
    Dismissed = 3,
}

/// <summary>An objection to a notice. Nothing is kept of who raised it.</summary>
internal sealed class Objection
{
    private Objection()
    {
    }

    public Objection(NoticeId notice, ObjectionGround ground, string text, LocalDate raisedOn)
    {
        Id = Guid.CreateVersion7();
        Notice = notice;
        Ground = ground;
        Text = text;
        RaisedOn = raisedOn;
        Decision = ObjectionDecision.Pending;
    }

    public Guid Id { get; private init; }

    public NoticeId Notice { get; private init; }

    public LocalDate RaisedOn { get; private init; }

    public ObjectionGround Ground { get; private init; }

    public string Text { get; private init; } = "";

    public ObjectionDecision Decision { get; private set; }

    public string? DecidedBy { get; private set; }

    public LocalDate? DecidedOn { get; private set; }

    public string? Reasons { get; private set; }

    public void Decide(bool upheld, string reasons, string by, LocalDate today)
    {
        Decision = upheld ? ObjectionDecision.Upheld : ObjectionDecision.Dismissed;
        DecidedBy = by;
        DecidedOn = today;
        Reasons = reasons;
    }
}
