using Dibao.Contracts.Households;

namespace Dibao.Households.Domain.Members;

/// <summary>Relationship to the head (GB/T 4761-2008, one digit). Labels: code table relationship.</summary>
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
internal sealed record NewMember(
    PersonId Person, string Name, ResidentIdNumber IdNumber, byte[] SealedIdNumber, MemberParticulars Particulars);

/// <summary>What may change of a member.</summary>
/// <param name="Relationship">To the head.</param>
/// <param name="Labour">Labour capacity.</param>
/// <param name="Registered">Where his own registration is, when it is not the household's (57 Art 5).</param>
/// <param name="Standing">Whether he lives with the household.</param>
/// <param name="StandingSince">First day of that standing; null when he has always lived with it.</param>
/// <param name="Attributes">What else is known of him.</param>
/// <param name="Health">What is known of his health.</param>
internal sealed record MemberParticulars(
    Relationship Relationship, LabourCapacity Labour, DivisionCode? Registered, Standing Standing, LocalDate? StandingSince, Attributes Attributes, Health Health);

/// <summary>One person's membership of one household, and what is known of him, from a day on.</summary>
internal sealed class Member : TwoTimeRow
{
    private Member()
    {
    }

    public Member(HouseholdId household, DivisionCode county, NewMember member, LocalDate from, Instant now)
    {
        Id = Guid.CreateVersion7();
        Household = household;
        County = county;
        Person = member.Person;
        Name = member.Name;
        Identify(member.IdNumber, member.SealedIdNumber);
        Take(member.Particulars);
        ValidFrom = from;
        Recorded = now;
    }

    public Guid Id { get; private set; }

    public HouseholdId Household { get; private set; }

    /// <summary>County of the household: names are sought within one.</summary>
    public DivisionCode County { get; set; }

    public PersonId Person { get; private init; }

    public string Name { get; private set; } = "";

    public byte[] SealedIdNumber { get; private set; } = [];

    public string MaskedIdNumber { get; private set; } = "";

    public LocalDate BirthDate { get; private set; }

    public Sex Sex { get; private set; }

    public Relationship Relationship { get; private set; }

    public LabourCapacity Labour { get; private set; }

    public DivisionCode? Registered { get; private set; }

    public Standing Standing { get; private set; }

    public LocalDate? StandingSince { get; private set; }

    public MaritalStatus Marital { get; private set; }

    public LocalDate? MaritalSince { get; private set; }

    public Education? Education { get; private set; }

    public LocalDate? GraduatesOn { get; private set; }

    public Employment? Employment { get; private set; }

    public PersonClass? PersonClass { get; private set; }

    public SpecialCategory Categories { get; private set; }

    public HealthState? HealthState { get; private set; }

    public DisabilityKind? Disability { get; private set; }

    public DisabilityGrade? Grade { get; private set; }

    public bool SeriousIllness { get; private set; }

    /// <summary>All that may change of him.</summary>
    public MemberParticulars Particulars => new(Relationship, Labour, Registered, Standing, StandingSince, Attributes, Health);

    public Attributes Attributes => new(Marital, MaritalSince, Education, GraduatesOn, Employment, PersonClass, Categories);

    public Health Health => new(HealthState, Disability, Grade, SeriousIllness);

    /// <summary>Whether the household counts him on a day, and by which article.</summary>
    public Counting Counts(LocalDate day) => WhoCounts.On(day, new(Relationship, BirthDate, Labour, Standing, StandingSince, GraduatesOn, Education));

    /// <summary>The same membership, ended on a day.</summary>
    public Member Until(LocalDate day, Instant now) => Copy(ValidFrom, day, now);

    /// <summary>The same member with other particulars from a day on.</summary>
    public Member Changed(string name, MemberParticulars particulars, LocalDate from, Instant now)
    {
        var changed = Copy(from, ValidTo, now);
        changed.Name = name;
        changed.Take(particulars);
        return changed;
    }

    /// <summary>The same in another household from a day on, for as long as it was so here.</summary>
    public Member In(Household household, LocalDate from, Instant now)
    {
        var there = Copy(from, ValidTo, now);
        (there.Household, there.County) = (household.Id, household.County);
        return there;
    }

    /// <summary>The same member with the number that is really his, for as long as he has been one.</summary>
    public Member Corrected(ResidentIdNumber number, byte[] sealedNumber, Instant now)
    {
        var corrected = Copy(ValidFrom, ValidTo, now);
        corrected.Identify(number, sealedNumber);
        return corrected;
    }

    private Member Copy(LocalDate from, LocalDate? to, Instant now)
    {
        var copy = (Member)Again(from, to, now);
        copy.Id = Guid.CreateVersion7();
        return copy;
    }

    private void Identify(ResidentIdNumber number, byte[] sealedNumber)
    {
        SealedIdNumber = sealedNumber;
        MaskedIdNumber = number.Masked;
        BirthDate = number.BirthDate;
        Sex = number.Sex;
    }

    private void Take(MemberParticulars particulars)
    {
        (Relationship, Labour, Registered, Standing, StandingSince, var attributes, var health) = particulars;
        (Marital, MaritalSince, Education, GraduatesOn, Employment, PersonClass, Categories) = attributes;
        (HealthState, Disability, Grade, SeriousIllness) = health;
    }
}

/// <summary>
/// A natural person: the narrow table in which an identity number stands once in the whole database, whoever enters it first.
/// </summary>
internal sealed class Person
{
    public PersonId Id { get; init; }

    /// <summary>Keyed hash of the identity number.</summary>
    public required byte[] IdNumberHash { get; set; }

    /// <summary>The household he is registered in, or was last.</summary>
    public required HouseholdId Household { get; set; }

    /// <summary>Whether he is a member of it still: who has left may be entered elsewhere, the dead may not.</summary>
    public PersonState State { get; set; } = PersonState.Member;

    /// <summary>Why he cannot be entered in another household.</summary>
    public Error Elsewhere() => State == PersonState.Dead
        ? HouseholdErrors.PersonElsewhere.Because("所填人员中有人已登记死亡,请核对身份号码。", "One of these persons is registered as dead: check the number.")
        : HouseholdErrors.PersonElsewhere.Because("所填人员中有人已登记在其他家庭,请先办理迁出或更正。", "One of these persons is registered in another household: move or correct that entry first.");

    public const string HashKind = "id-number";

    public const string SealColumn = "households.member.id_number";
}

/// <summary>Whether a person is a member of the household he is registered in.</summary>
internal enum PersonState
{
    Member = 1,
    Left = 2,
    Dead = 3,
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
