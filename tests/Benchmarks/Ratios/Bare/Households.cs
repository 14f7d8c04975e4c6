using System.Text.Json;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Members;
using Dibao.Households.Domain.Payees;
using Dibao.Households.Features.Payees;

namespace Dibao.Benchmarks.Ratios.Bare;

/// <summary>A household as sent.</summary>
internal sealed record HouseholdBody(
    string Division, string Residence, HukouKind Hukou, List<MemberBody> Members, List<IncomeView> Income, List<AssetView> Assets, PayeeBody Payee);

internal sealed record MemberBody(string Name, string IdNumber, Relationship Relationship, LabourCapacity Labour);

internal sealed record SearchBody(string IdNumber);

internal sealed record PayeeBody(string HolderIdNumber, string Bank, string AccountNumber);

/// <summary>A household as answered.</summary>
internal sealed record HouseholdView(
    Guid Id, long Version, string FileNumber, string Division, string Residence, HukouKind Hukou, DateOnly RegisteredOn,
    List<MemberView> Members, List<IncomeView> Income, List<AssetView> Assets, PayeeView? Payee, string? MaskedPhone);

/// <summary>A member as answered to one who may see all of him; what the law makes of him is asked of the law.</summary>
internal sealed record MemberView(
    Guid Person, string Name, string MaskedIdNumber, DateOnly BirthDate, Sex Sex, Relationship Relationship, LabourCapacity Labour,
    string? Registered, Standing Standing, DateOnly? StandingSince, Counting Counting, AttributesView Attributes, HealthView Health, PersonType? Type)
{
    private static readonly SpecialCategory[] Categories = Enum.GetValues<SpecialCategory>();

    public static MemberView Of(
        Guid person, string name, string masked, DateOnly born, Sex sex, Relationship relationship, LabourCapacity labour, long? registered, Standing standing,
        DateOnly? standingSince, MaritalStatus marital, DateOnly? maritalSince, Education? education, DateOnly? graduatesOn, Employment? employment,
        PersonClass? personClass, SpecialCategory categories, HealthState? state, DisabilityKind? disability, DisabilityGrade? grade, bool seriousIllness, DateOnly day)
    {
        var (on, birth) = (LocalDate.FromDateOnly(day), LocalDate.FromDateOnly(born));
        return new MemberView(
            person, name, masked, born, sex, relationship, labour, registered is { } place ? DivisionCode.FromCode(place).ToString() : null, standing, standingSince,
            WhoCounts.On(on, new(relationship, birth, labour, standing, Local(standingSince), Local(graduatesOn), education)),
            new(marital, maritalSince, education, graduatesOn, employment, personClass, [.. Categories.Where(c => (categories & c) != 0)]),
            new(state, disability, grade, seriousIllness),
            PersonTypes.Of(birth, new(marital, Local(maritalSince), education, Local(graduatesOn), employment, personClass, categories), new(state, disability, grade, seriousIllness), on));
    }

    private static LocalDate? Local(DateOnly? day) => day is { } of ? LocalDate.FromDateOnly(of) : null;
}

internal sealed record AttributesView(
    MaritalStatus Marital, DateOnly? MaritalSince, Education? Education, DateOnly? GraduatesOn, Employment? Employment, PersonClass? PersonClass,
    List<SpecialCategory> Categories);

internal sealed record HealthView(HealthState? State, DisabilityKind? Disability, DisabilityGrade? Grade, bool SeriousIllness);

internal sealed record IncomeView(IncomeKind Kind, long YearlyFen);

internal sealed record AssetView(AssetKind Kind, long ValueFen);

internal sealed record PayeeView(
    Guid Id, HolderKind Kind, Guid Holder, string HolderName, string? MaskedHolderNumber, Guid? Ward, string Bank, string MaskedNumber, DateOnly From, DateOnly? To, GroundView? Ground,
    IReadOnlyList<PayeeWarning> Warnings);

/// <summary>A household in a list.</summary>
internal sealed record FoundView(Guid Id, string FileNumber, string Division, HukouKind Hukou, DateOnly RegisteredOn, CaseStanding Status, FoundMemberView? Member)
{
    /// <summary>What was said last of each household; the one that holds today first.</summary>
    public static List<FoundView> LastOfEach(List<FoundView> rows) =>
        [.. rows.GroupBy(r => r.Id).Select(of => of.MaxBy(r => r.Member!.From)!).OrderByDescending(r => r.Member!.Until ?? DateOnly.MaxValue)];
}

internal sealed record FoundMemberView(Guid Person, string Name, string MaskedIdNumber, DateOnly BirthDate, Relationship Relationship, DateOnly From, DateOnly? Until);

/// <summary>Who asks, from the token.</summary>
internal sealed record Officer(string Subject, string Role, DivisionCode Division);

internal sealed record MemberRow(Guid Id, Guid Person, string Name, byte[] Sealed, byte[] Hash, string Masked, DateOnly Born, Sex Sex, Relationship Relationship, LabourCapacity Labour);

internal sealed record PayeeRow(Guid Id, Guid Holder, string HolderName, string Bank, byte[] Sealed, byte[] AccountHash, string Masked);

internal sealed record RegisteredFact(Guid Household, string Division, DateOnly On, Guid Subject);

internal sealed record PayeeFact(Guid Household, Guid Payee, string Division, DateOnly On, Guid Subject);

/// <summary>All rows that a registration writes, in the types that drivers take; the file number comes with the writing.</summary>
internal sealed class HouseholdRows
{
    private HouseholdRows(HouseholdBody body, Officer officer, DateTime now)
    {
        var division = DivisionCode.Parse(body.Division);
        (Body, Officer, Now, Today) = (body, officer, now, DateOnly.FromDateTime(now.AddHours(8)));
        (Division, County, Residence) = (division.Code, division.County.Code, DivisionCode.Parse(body.Residence).Code);
        Series = string.Create(CultureInfo.InvariantCulture, $"file:{division.County}:{Today.Year}");
        Members = body.Members.ConvertAll(m => Member(m));
        var holder = Members[body.Members.FindIndex(m => string.Equals(m.IdNumber, body.Payee.HolderIdNumber, StringComparison.OrdinalIgnoreCase))];
        var account = body.Payee.AccountNumber;
        Payee = new PayeeRow(
            Guid.CreateVersion7(), holder.Person, holder.Name, body.Payee.Bank, App.Sealing.Seal("households.payee.account", account), App.Sealing.Hash("account", account), new string('*', account.Length - 4) + account[^4..]);
        Registered = JsonSerializer.Serialize(new RegisteredFact(Id, body.Division, Today, Id), BareServer.Json);
        PayeeNamed = JsonSerializer.Serialize(new PayeeFact(Id, Payee.Id, body.Division, Today, Id), BareServer.Json);
    }

    public Guid Id { get; } = Guid.CreateVersion7();

    public HouseholdBody Body { get; }

    public Officer Officer { get; }

    public DateTime Now { get; }

    public DateOnly Today { get; }

    public long Division { get; }

    public long County { get; }

    public long Residence { get; }

    public string Series { get; }

    public List<MemberRow> Members { get; }

    public PayeeRow Payee { get; }

    public string Registered { get; }

    public string PayeeNamed { get; }

    /// <summary>The rows of a household, or null when a number is wrong or the place is not the officer's.</summary>
    public static HouseholdRows? Of(HouseholdBody body, Officer officer, DateTime now)
    {
        if (body.Members.Count == 0 || body.Members.Exists(m => !ResidentIdNumber.TryParse(m.IdNumber, out _))) return null;
        if (!DivisionCode.TryParse(body.Division, null, out var division) || !officer.Division.Contains(division)) return null;
        return body.Members.Exists(m => string.Equals(m.IdNumber, body.Payee.HolderIdNumber, StringComparison.OrdinalIgnoreCase)) ? new HouseholdRows(body, officer, now) : null;
    }

    public string FileNumber(long number) => string.Create(CultureInfo.InvariantCulture, $"{Body.Division[..6]}-{Today.Year:0000}-{number:000000}");

    public HouseholdView View(string fileNumber) => new(
        Id, 1, fileNumber, Body.Division, Body.Residence, Body.Hukou, Today,
        [.. Members.OrderBy(m => m.Relationship).ThenBy(m => m.Born).Select(m => MemberView.Of(
            m.Person, m.Name, m.Masked, m.Born, m.Sex, m.Relationship, m.Labour, null, Standing.CoLiving, null, MaritalStatus.NotStated, null, null, null, null, null, default,
            null, null, null, false, Today))],
        Body.Income, Body.Assets, new PayeeView(Payee.Id, HolderKind.Head, Payee.Holder, Payee.HolderName, null, null, Payee.Bank, Payee.Masked, Today, null, null, PayeeWarning.Of(failsCheckDigit: true)), null);

    private static MemberRow Member(MemberBody member)
    {
        var number = ResidentIdNumber.Parse(member.IdNumber);
        return new MemberRow(
            Guid.CreateVersion7(), Guid.CreateVersion7(), member.Name, App.Sealing.Seal("households.member.id_number", number.Value), App.Sealing.Hash("id-number", number.Value),
            number.Masked, number.BirthDate.ToDateOnly(), number.Sex, member.Relationship, member.Labour);
    }
}

/// <summary>The household's tables by a bare driver.</summary>
internal interface IHouseholdTables
{
    /// <summary>Takes the file number and writes all rows in one transaction.</summary>
    Task<string> Register(HouseholdRows rows, CancellationToken cancellation);

    /// <summary>Writes households without their facts and entries, many in one transaction: what a read finds.</summary>
    Task Seed(IEnumerable<HouseholdRows> households);

    /// <summary>A household as of a day and as known at an instant, if it lies in the officer's place.</summary>
    Task<HouseholdView?> Read(Guid id, DivisionCode place, DateOnly day, DateTime known, CancellationToken cancellation);

    /// <summary>What stands on file under the hash of an identity number within the officer's place; the audit entry is written in the same transaction.</summary>
    Task<List<FoundView>> SearchNumber(byte[] hash, Officer officer, DateTime now, CancellationToken cancellation);

    /// <summary>The household with a file number, and its head.</summary>
    Task<List<FoundView>> SearchFile(string number, DivisionCode place, DateOnly day, CancellationToken cancellation);

    /// <summary>One more than a page of the members of a county whose name begins so, each with his row.</summary>
    Task<List<(Guid Row, FoundView Found)>> SearchName(string from, string beyond, DivisionCode place, DateOnly day, int limit, CancellationToken cancellation);
}
