using System.Globalization;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Members;

/// <summary>
/// The nine types of persons by body, grade of disability, age, marriage and education (F126). The source counts nine and does not name
/// them: the table person_types.csv is an assumption, and the first of its lines that fits wins. Labels: code table person_type.
/// </summary>
internal enum PersonType
{
    SeverelyDisabled = 1,
    Disabled = 2,
    SeriouslyIll = 3,
    Preschool = 4,
    Pupil = 5,
    Student = 6,
    ElderlyAlone = 7,
    Elderly = 8,
    WorkingAge = 9,
}

/// <summary>The table of the nine types.</summary>
internal static class PersonTypes
{
    private static readonly IReadOnlyList<Line> Table = [.. EmbeddedTable.Rows("person_types.csv").Select(row => new Line(
        Enum.Parse<PersonType>(row[0], ignoreCase: true), Number(row[1]), Number(row[2]), row[3], row[4] == "yes", row[5] == "no", row[6] == "yes"))];

    /// <summary>The type of a person on a day; null when no line fits.</summary>
    public static PersonType? Of(LocalDate birthDate, Attributes attributes, Health health, LocalDate day)
    {
        var age = Period.Between(birthDate, day, PeriodUnits.Years).Years;
        return Table.FirstOrDefault(line => line.Fits(age, attributes, health, day))?.Type;
    }

    private static int? Number(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Line(PersonType Type, int? MinAge, int? BelowAge, string Disability, bool Ill, bool WithoutSpouse, bool AtSchool)
    {
        public bool Fits(int age, Attributes attributes, Health health, LocalDate day) =>
            (MinAge is null || age >= MinAge)
            && (BelowAge is null || age < BelowAge)
            && (Disability != "severe" || health.SeverelyDisabled)
            && (Disability != "any" || health.Disability is not null)
            && (!Ill || health.SeriousIllness)
            && (!WithoutSpouse || attributes.Marital is MaritalStatus.Single or MaritalStatus.Widowed or MaritalStatus.Divorced)
            && (!AtSchool || attributes.GraduatesOn >= day);
    }
}
