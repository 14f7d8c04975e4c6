using Dibao.Contracts.Households;

namespace Dibao.Households.Domain;

/// <summary>Relationship to the head (GB/T 4761-2008, one digit).</summary>
internal enum Relationship
{
    Head = 0,
    Spouse = 1,
    Son = 2,
    Daughter = 3,
    Grandchild = 4,
    Parent = 5,
    Grandparent = 6,
    Sibling = 7,
    Other = 8,
}

/// <summary>A member about to be registered; the number is sealed before it is stored.</summary>
internal sealed record NewMember(PersonId Person, string Name, ResidentIdNumber IdNumber, byte[] SealedIdNumber, Relationship Relationship, LabourCapacity Labour);

/// <summary>One person's membership of one household, and what is known of him, from a day on.</summary>
internal sealed class Member : TwoTimeRow
{
    private Member()
    {
    }

    public Member(HouseholdId household, NewMember member, LocalDate from, Instant now)
    {
        Id = Guid.CreateVersion7();
        Household = household;
        Person = member.Person;
        Name = member.Name;
        SealedIdNumber = member.SealedIdNumber;
        MaskedIdNumber = member.IdNumber.Masked;
        BirthDate = member.IdNumber.BirthDate;
        Sex = member.IdNumber.Sex;
        Relationship = member.Relationship;
        Labour = member.Labour;
        ValidFrom = from;
        Recorded = now;
    }

    public Guid Id { get; private init; }

    public HouseholdId Household { get; private init; }

    public PersonId Person { get; private init; }

    public string Name { get; private init; } = "";

    public byte[] SealedIdNumber { get; private init; } = [];

    public string MaskedIdNumber { get; private init; } = "";

    public LocalDate BirthDate { get; private init; }

    public Sex Sex { get; private init; }

    public Relationship Relationship { get; private init; }

    public LabourCapacity Labour { get; private init; }

    /// <summary>The same membership, ended on a day.</summary>
    public Member Until(LocalDate day, Instant now) => new()
    {
        Id = Guid.CreateVersion7(),
        Household = Household,
        Person = Person,
        Name = Name,
        SealedIdNumber = SealedIdNumber,
        MaskedIdNumber = MaskedIdNumber,
        BirthDate = BirthDate,
        Sex = Sex,
        Relationship = Relationship,
        Labour = Labour,
        ValidFrom = ValidFrom,
        ValidTo = day,
        Recorded = now,
    };
}

/// <summary>
/// A natural person: the narrow table in which an identity number stands once in the whole database, whoever enters it first.
/// </summary>
internal sealed class Person
{
    public PersonId Id { get; init; }

    /// <summary>Keyed hash of the identity number.</summary>
    public required byte[] IdNumberHash { get; init; }

    /// <summary>The household he is registered in.</summary>
    public required HouseholdId Household { get; set; }

    public const string HashKind = "id-number";

    public const string SealColumn = "households.member.id_number";
}

/// <summary>Somebody looked at an identity number in clear, and why.</summary>
internal sealed class Reveal
{
    public Guid Id { get; init; }

    public required PersonId Person { get; init; }

    public required string By { get; init; }

    public required Instant At { get; init; }

    public required string Reason { get; init; }
}
