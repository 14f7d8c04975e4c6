namespace Dibao.SharedKernel;

/// <summary>The root of what changes together: one version for all of it, and the facts it wants said.</summary>
public abstract class AggregateRoot
{
    private readonly List<IFact> facts = [];

    /// <summary>Grows by one with each change; the API's ETag and the guard against lost updates.</summary>
    public long Version { get; private set; }

    /// <summary>Facts raised and not yet written.</summary>
    public IReadOnlyList<IFact> Facts => facts;

    /// <summary>Says a fact aloud when the change is saved.</summary>
    protected void Raise(IFact fact) => facts.Add(fact);

    /// <summary>Called by the unit of work as it saves a change.</summary>
    public void MarkSaved() => Version++;

    /// <summary>Called by the unit of work once the facts are written.</summary>
    public void ForgetFacts() => facts.Clear();
}
