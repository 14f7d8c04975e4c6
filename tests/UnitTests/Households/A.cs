using System.Globalization;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Members;
using Dibao.Households.Domain.Papers;
using Dibao.Households.Domain.Payees;

namespace Dibao.UnitTests.Households;

/// <summary>Builders in the field's words. GB/T 2260 assigns no area that begins with 99: these persons cannot be real.</summary>
internal static class A
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 1, 0);

    private static int given;

    public static NewMember Member(LocalDate born, Relationship relationship = Relationship.Head, LabourCapacity labour = LabourCapacity.Lost, Attributes? attributes = null, Health? health = null)
    {
        var first17 = string.Create(CultureInfo.InvariantCulture, $"990000{born.Year:0000}{born.Month:00}{born.Day:00}{Interlocked.Increment(ref given) % 1000:000}");
        return new(PersonId.New(), "王建国", ResidentIdNumber.Parse(first17 + ResidentIdNumber.CheckDigit(first17)), [],
            new(relationship, labour, null, Standing.CoLiving, null, attributes ?? Attributes.Unknown, health ?? Health.Unknown));
    }

    /// <summary>A household registered in its village, living there or elsewhere.</summary>
    public static Household Household(LocalDate today, bool livesElsewhere = false, params NewMember[] members)
    {
        var village = DivisionCode.Parse("320706001001");
        return Dibao.Households.Domain.Household.Register(
            village, livesElsewhere ? DivisionCode.Parse("320706001002") : village, HukouKind.NonAgricultural, null,
            members.Length == 0 ? [Member(new LocalDate(1960, 3, 14))] : members, today, Now).Value;
    }

    public static byte[] Pdf(string text = "1") => [.. "%PDF-1.7 "u8, .. System.Text.Encoding.UTF8.GetBytes(text)];

    public static Paper Paper(Household household, string kind, PersonId? person = null, LocalDate? today = null, string issuer = "海州区残疾人联合会") =>
        Dibao.Households.Domain.Papers.Paper.File(household, new(kind, PaperMedia.Pdf, Pdf(Guid.NewGuid().ToString()), issuer, null, person), "officer", today ?? household.RegisteredOn, Now).Value;

    /// <summary>An account whose hash is its number in clear.</summary>
    public static SealedAccount Account(string number = "6221880000000000012") =>
        new([], SealedAccount.Mask(number), System.Text.Encoding.UTF8.GetBytes(number), !SealedAccount.Checks(number));

    /// <summary>A reading whose hashes are plain numbers.</summary>
    public static PaperReading Reading(Paper paper, PersonId person, byte name, byte? number, LocalDate? statedOn = null, int later = 0) => new()
    {
        Id = Guid.CreateVersion7(),
        Paper = paper.Id,
        Person = person,
        SealedName = [],
        NameHash = [name],
        SealedNumber = number is null ? null : [],
        NumberHash = number is null ? null : [number.Value],
        StatedOn = statedOn,
        By = "officer",
        At = Now.Plus(Duration.FromMinutes(later)),
    };
}
