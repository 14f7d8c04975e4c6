namespace Dibao.Households.Domain.Members;

/// <summary>Marital status (GB/T 2261.2). Labels: code table marital_status.</summary>
internal enum MaritalStatus
{
    Single = 10,
    Married = 20,
    FirstMarriage = 21,
    Remarried = 22,
    RemarriedToFormerSpouse = 23,
    Widowed = 30,
    Divorced = 40,
    NotStated = 90,
}

/// <summary>State of health (GB/T 2261.3 with the extension of the civil-affairs systems); what a disability consists of stands apart. Labels: code table health_state.</summary>
internal enum HealthState
{
    Healthy = 10,
    Weak = 20,
    SeriousIllness = 22,
    ChronicDisease = 30,
    OtherChronicDisease = 49,
    Disabled = 60,
    Other = 80,
    OtherSeriousIllness = 89,
}

/// <summary>Kind of disability (Law on the Protection of Disabled Persons Art 2). Labels: code table disability_kind.</summary>
internal enum DisabilityKind
{
    Vision = 61,
    Hearing = 62,
    Speech = 63,
    Limb = 64,
    Intellectual = 65,
    Mental = 66,
    Multiple = 67,
    Other = 69,
}

/// <summary>Grade of a disability (GB/T 26341): the first is the most severe. Labels: code table disability_grade.</summary>
internal enum DisabilityGrade
{
    First = 1,
    Second = 2,
    Third = 3,
    Fourth = 4,
}

/// <summary>Education reached, or under way where the graduation is still to come (GB/T 4658). Labels: code table education.</summary>
internal enum Education
{
    Graduate = 10,
    Bachelor = 20,
    JuniorCollege = 30,
    SecondaryVocational = 40,
    SeniorSecondary = 60,
    JuniorSecondary = 70,
    Primary = 80,
    Other = 90,
}

/// <summary>How he earns, or why he does not. Labels: code table employment.</summary>
internal enum Employment
{
    Employed = 1,
    Informal = 2,
    SelfEmployed = 3,
    Farming = 4,
    Unemployed = 5,
    Student = 6,
    Retired = 7,
    OutsideLabourForce = 8,
}

/// <summary>Person class by status, as the county reports it (F100). Labels: code table person_class.</summary>
internal enum PersonClass
{
    LaidOff = 1,
    Unemployed = 2,
    Retired = 3,
    Employed = 4,
    ThreeNo = 5,
    Other = 6,
}

/// <summary>Classes that the rules of uplift and care name; a person may be of several. Labels: code table special_category.</summary>
[Flags]
internal enum SpecialCategory
{
    ThreeNo = 1,
    LoneElderly = 2,
    Orphan = 4,
    SpecialCare = 8,
    Veteran = 16,
}

/// <summary>Whether he lives with the household, or is one of those whom the law does not count (57 Art 7; 220 Art 5). Labels: code table standing.</summary>
internal enum Standing
{
    CoLiving = 0,

    /// <summary>Clergy living apart from the family; not counted after three full years.</summary>
    Clergy = 1,

    /// <summary>Serving a sentence in prison.</summary>
    Imprisoned = 2,

    /// <summary>In compulsory drug detoxification.</summary>
    InDetoxification = 3,

    /// <summary>Declared missing by a court.</summary>
    DeclaredMissing = 4,

    /// <summary>Left out by a rule of the province.</summary>
    LeftOutByProvince = 5,
}

/// <summary>What is known of a person beside name and number.</summary>
/// <param name="Marital">Marital status.</param>
/// <param name="MaritalSince">Since when; of a divorce its day (F146).</param>
/// <param name="Education">Education reached or under way.</param>
/// <param name="GraduatesOn">When the education under way is expected to end; null when he is not at school.</param>
/// <param name="Employment">How he earns.</param>
/// <param name="PersonClass">Class by status.</param>
/// <param name="Categories">Special classes.</param>
internal sealed record Attributes(
    MaritalStatus Marital, LocalDate? MaritalSince, Education? Education, LocalDate? GraduatesOn, Employment? Employment, PersonClass? PersonClass,
    SpecialCategory Categories)
{
    public static readonly Attributes Unknown = new(MaritalStatus.NotStated, null, null, null, null, null, default);
}

/// <summary>What is known of a person's health: sensitive (PIPL Art 28).</summary>
/// <param name="State">State of health; null while unknown.</param>
/// <param name="Disability">Kind of disability by the card; null when there is none.</param>
/// <param name="Grade">Its grade.</param>
/// <param name="SeriousIllness">A serious illness that the place recognises (57 Art 8).</param>
internal sealed record Health(HealthState? State, DisabilityKind? Disability, DisabilityGrade? Grade, bool SeriousIllness)
{
    public static readonly Health Unknown = new(null, null, null, false);

    /// <summary>Grade 1 or 2 of any kind, or grade 3 intellectual or mental (57 Art 8).</summary>
    public bool SeverelyDisabled => Grade is DisabilityGrade.First or DisabilityGrade.Second
        || (Grade is DisabilityGrade.Third && Disability is DisabilityKind.Intellectual or DisabilityKind.Mental);
}
