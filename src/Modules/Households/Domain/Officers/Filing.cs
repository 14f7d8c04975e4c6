using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;

namespace Dibao.Households.Domain.Officers;

/// <summary>How a kinship came on file.</summary>
internal enum FilingOrigin
{
    /// <summary>The household stated it.</summary>
    Declared = 1,

    /// <summary>The identity number of a member is that of an officer's relative.</summary>
    Detected = 2,
}

/// <summary>An officer in force and the identity number of somebody who is near to him.</summary>
internal sealed record OfficersKin(Guid Officer, OfficerKind Kind, DivisionCode Office, Kinship Kinship, byte[] NumberHash);

/// <summary>An officer as a household states him; the register may not know him.</summary>
internal sealed record DeclaredOfficer(OfficerKind Kind, DivisionCode Office, byte[] SealedName);

/// <summary>A household one of whose members is a near relative of an officer (近亲属备案). Ended when it was wrong, never removed.</summary>
internal sealed class Filing : AggregateRoot, IPlaced
{
    public const string NameColumn = "households.filing.officer_name";

    private Filing()
    {
    }

    public Guid Id { get; private init; }

    public HouseholdId Household { get; private init; }

    /// <summary>The household while the filing stands: with an officer of the register it stands once, held by a unique index.</summary>
    public HouseholdId? StandsFor { get; private set; }

    public DivisionCode Division { get; set; }

    /// <summary>The officer of the register; null when the household stated it and nobody has been matched.</summary>
    public Guid? Officer { get; private init; }

    public OfficerKind OfficerKind { get; private init; }

    public DivisionCode Office { get; private init; }

    /// <summary>Name of the officer as the household stated it.</summary>
    public byte[]? SealedOfficerName { get; private init; }

    /// <summary>The member who is the relative.</summary>
    public PersonId Person { get; private init; }

    /// <summary>What the member is to the officer.</summary>
    public Kinship Kinship { get; private init; }

    public FilingOrigin Origin { get; private init; }

    /// <summary>Article by which it is filed.</summary>
    public string Article { get; private init; } = "";

    public LocalDate FiledOn { get; private init; }

    public string FiledBy { get; private init; } = "";

    public LocalDate? EndedOn { get; private set; }

    public string? EndedBy { get; private set; }

    public string? EndReason { get; private set; }

    /// <summary>What the register itself shows; null when the law of the day does not call the kinship near.</summary>
    public static Filing? Detect(HouseholdId household, DivisionCode division, PersonId person, OfficersKin kin, string by, LocalDate today) =>
        NearRelatives.On(kin.Kinship, today) is { } near
            ? File(household, division, person, kin.Kinship, near, FilingOrigin.Detected, kin.Officer, kin.Kind, kin.Office, null, by, today)
            : null;

    /// <summary>What a household states at the counter.</summary>
    public static Result<Filing> Declare(Household household, PersonId person, Kinship kinship, DeclaredOfficer officer, string by, LocalDate today)
    {
        if (!household.Members.Any(m => m.Person == person && m.HoldsOn(today))) return HouseholdErrors.NotMember.Plain();
        if (NearRelatives.On(kinship, today) is not { } near) return OfficerErrors.NotNear.Plain();
        return File(household.Id, household.Division, person, kinship, near, FilingOrigin.Declared, null, officer.Kind, officer.Office, officer.SealedName, by, today);
    }

    /// <summary>Ends it because it was wrong.</summary>
    public Result<Done> End(string reason, string by, LocalDate today)
    {
        if (EndedOn is not null) return OfficerErrors.FilingEnded.Plain();
        (StandsFor, EndedOn, EndedBy, EndReason) = (null, today, by, reason);
        return Done.It;
    }

    private static Filing File(
        HouseholdId household, DivisionCode division, PersonId person, Kinship kinship, NearKinship near, FilingOrigin origin, Guid? officer, OfficerKind kind, DivisionCode office,
        byte[]? sealedName, string by, LocalDate today) => new()
        {
            Id = Guid.CreateVersion7(),
            Household = household,
            StandsFor = household,
            Division = division,
            Officer = officer,
            OfficerKind = kind,
            Office = office,
            SealedOfficerName = sealedName,
            Person = person,
            Kinship = kinship,
            Origin = origin,
            Article = near.Article,
            FiledOn = today,
            FiledBy = by,
        };
}
